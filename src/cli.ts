import { CommanderError } from 'commander';
import type { Program } from './code.ts';
import { exitCodes, Interrupted, type Io, WrongCall } from './commands/io.ts';
import { inert } from './diagnostics/visible.ts';
import { createProgram } from './program.ts';
import { version } from './version.ts';

let amount = 1;

const io: Io = {
  out: (text) => void process.stdout.write(text),
  // A log of CI reads along.
  err: (text) => void process.stderr.write(inert(text)),
  interactive: process.stderr.isTTY === true && !process.env.CI,
  colour: process.stderr.isTTY === true && !process.env.NO_COLOR,
  rendering: () => {
    amount = 2;
  },
};

/**
 * The first Ctrl-C, or its like. A second one ends the process at once, with the same status: run by npm, a process is
 * told of one twice.
 */
function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    let asked = false;
    const interrupt = (): void => {
      if (asked) process.exit(exitCodes.built);
      asked = true;
      resolve();
    };
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, interrupt);
  });
}

/** Does what the command line asks for. What strangers send leaves nothing beside the program. */
export const run: Program['run'] = async () => {
  const done = (status: number): void => {
    process.exitCode = status;
  };
  await createProgram(io, interrupted, done).parseAsync().catch(failed);
  return process.argv.includes('--untrusted') ? 0 : amount;
};

function failed(error: unknown): void {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? exitCodes.built : exitCodes.wrongCall;
  else if (error instanceof WrongCall) {
    io.err(`error: ${error.message}\n`);
    process.exitCode = exitCodes.wrongCall;
  } else if (error instanceof Interrupted) {
    io.err('Nothing was written.\n');
    process.exitCode = exitCodes.interrupted;
  } else {
    const stack = error instanceof Error ? error.stack : String(error);
    io.err(
      `meetpress ${version} met a bug of its own, and wrote nothing. Please report it with this text:\n${stack}\n`,
    );
    process.exitCode = exitCodes.bug;
  }
}
