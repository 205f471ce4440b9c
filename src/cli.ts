import { Command, CommanderError, Option } from 'commander';
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
    .action(async (flags: BuildFlags) => run(flags, true));
  buildOptions(program.command('check').description('find all that build would find, and write nothing')).action(
    async (flags: BuildFlags) => run(flags, false),
  );
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
  dev: 'preview the site while you write',
  new: 'make a file for an event, a talk, a person …',
  announce: 'write an event’s announcement, ready to paste',
  init: 'make a new site',
};

function buildOptions(command: Command): Command {
  return command
    .option('--root <dir>', 'the site’s folder', '.')
    .option('--now <instant>', 'build as if it were that time, such as 2026-10-06T19:00:00Z')
    .option('--base-url <url>', 'where the site will live; outweighs `url` in site.yaml')
    .option('--drafts', 'show drafts, and what is to be published later')
    .option('--strict', 'let warnings fail the build')
    .option('--untrusted', 'build what strangers sent')
    .addOption(new Option('--format <format>', 'how to report').choices(['text', 'json', 'github']).default('text'))
    .option('--quiet', 'print nothing but what is wrong');
}

async function run(flags: BuildFlags, writes: boolean): Promise<void> {
  const { build } = await import('./commands/build.ts');
  process.exitCode = build(flags, io, writes);
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
