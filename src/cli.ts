import { Command, CommanderError, Option } from 'commander';
import type { CheckFlags } from './commands/check.ts';
import type { DevFlags } from './commands/dev.ts';
import { exitCodes, type Io, WrongCall } from './commands/io.ts';
import type { BuildFlags } from './commands/options.ts';
import { version } from './version.ts';

const io: Io = {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  interactive: process.stderr.isTTY === true && !process.env.CI,
  colour: process.stderr.isTTY === true && !process.env.NO_COLOR,
};

/** Commands load what they need when they are called: help stays fast. */
function assemble(): Command {
  const program = new Command('meetpress')
    .description('Turns a folder of Markdown into a meetup’s website.')
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print help')
    .helpCommand('help [command]', 'print help for a command')
    .showHelpAfterError('(meetpress --help lists what there is)')
    .exitOverride();
  buildOptions(program.command('build').description('build the site into its output folder'))
    .addOption(new Option('--out <dir>', 'the output folder (default: dist in the site’s folder)'))
    .action(async (flags: BuildFlags) => {
      const { build } = await import('./commands/build.ts');
      process.exitCode = await build(flags, io);
    });
  buildOptions(program.command('check').description('find all that build would find, and more, and write nothing'))
    .option('--external', 'ask for every link out of the site, too')
    .action(async (flags: CheckFlags) => {
      const { check } = await import('./commands/check.ts');
      process.exitCode = await check(flags, io);
    });
  siteOptions(program.command('dev').description('preview the site while you write'))
    .option('--drafts', 'show drafts, and what is to be published later', true)
    .option('--no-drafts', 'show what build publishes')
    .option('--port <number>', 'the port (default: 3000, or the next one that is free)')
    .option('--host [host]', 'let other machines see it: at every address, or at one; or a name by which to be reached')
    .option('--open', 'open it in the browser')
    .option('--editor <name>', 'what a link in an error opens: vscode, zed, idea … or an address with {path}')
    .option('--poll', 'look for changes again and again: in containers, and on network drives')
    .action(async (flags: DevFlags) => {
      const { dev } = await import('./commands/dev.ts');
      process.exitCode = await dev(flags, io, interrupted);
    });
  for (const [name, what] of Object.entries(reserved))
    program
      .command(name)
      .description(`${what} (not there yet)`)
      .allowUnknownOption()
      .allowExcessArguments()
      .action(() => {
        throw new WrongCall(`\`meetpress ${name}\` is not there yet; it will ${what}`);
      });
  return program;
}

const reserved = {
  new: 'make a file for an event, a talk, a person …',
  announce: 'write an event’s announcement, ready to paste',
  init: 'make a new site',
};

function siteOptions(command: Command): Command {
  return command
    .option('--root <dir>', 'the site’s folder', '.')
    .option('--now <instant>', 'build as if it were that time, such as 2026-10-06T19:00:00Z')
    .option('--base-url <url>', 'where the site will live; outweighs `url` in site.yaml')
    .option('--no-images', 'leave pictures as they are, which is quick')
    .option('--untrusted', 'build what strangers sent')
    .option('--trusted <dir>', 'with --untrusted: the site’s folder as it is trusted, for templates and scripts');
}

function buildOptions(command: Command): Command {
  return siteOptions(command)
    .option('--drafts', 'show drafts, and what is to be published later')
    .option('--strict', 'let warnings fail the build')
    .addOption(new Option('--format <format>', 'how to report').choices(['text', 'json', 'github']).default('text'))
    .option('--quiet', 'print nothing but what is wrong');
}

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

try {
  await assemble().parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? exitCodes.built : exitCodes.wrongCall;
  else if (error instanceof WrongCall) {
    io.err(`error: ${error.message}\n`);
    process.exitCode = exitCodes.wrongCall;
  } else {
    const stack = error instanceof Error ? error.stack : String(error);
    io.err(
      `meetpress ${version} met a bug of its own, and wrote nothing. Please report it with this text:\n${stack}\n`,
    );
    process.exitCode = exitCodes.bug;
  }
}
