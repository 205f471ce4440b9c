import { Command, Option } from 'commander';
import type { AnnounceFlags } from './commands/announce.ts';
import type { CheckFlags } from './commands/check.ts';
import type { DevFlags } from './commands/dev.ts';
import type { InitFlags } from './commands/init.ts';
import type { Io } from './commands/io.ts';
import type { BuildFlags } from './commands/options.ts';
import type { StatusFlags } from './commands/status.ts';
import { version } from './version.ts';

/**
 * Every command and its options. Commands load what they need when they are called: help stays fast.
 * @param interrupted begins to listen for the wish to end what goes on
 * @param done is told the exit status
 */
export function createProgram(io: Io, interrupted: () => Promise<unknown>, done: (status: number) => void): Command {
  const program = new Command('meetpress')
    .description('Turns a folder of Markdown into a meetup’s website.')
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print help')
    .helpCommand('help [command]', 'print help for a command')
    .showHelpAfterError('(meetpress --help lists what there is)')
    .exitOverride();
  buildOptions(program.command('build').description('build the site into its output folder'))
    .addOption(new Option('--out <dir>', 'the output folder (default: dist in the site’s folder)'))
    .option('--shard <i/n>', 'build one part of the site, such as 2/3; see docs/scale.md')
    .action(async (flags: BuildFlags) => {
      const { build } = await import('./commands/build.ts');
      done(await build(flags, io));
    });
  buildOptions(program.command('check').description('find all that build would find, and more, and write nothing'))
    .option('--external', 'ask for every link out of the site, too')
    .action(async (flags: CheckFlags) => {
      const { check } = await import('./commands/check.ts');
      done(await check(flags, io));
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
      done(await dev(flags, io, interrupted));
    });
  program
    .command('status')
    .description('say what to do next: what events lack, sponsors that end, links that died')
    .option('--root <dir>', 'the site’s folder', '.')
    .option('--now <instant>', 'as if it were that time, such as 2026-10-06T19:00:00Z')
    .option('--all', 'look also at events of more than a year ago, and for every kind of record')
    .addOption(new Option('--format <format>', 'how to say it').choices(['text', 'json', 'markdown']).default('text'))
    .action(async (flags: StatusFlags) => {
      const { status } = await import('./commands/status.ts');
      done(await status(flags, io));
    });
  program
    .command('init [dir]')
    .description('write a new site into a folder: it asks what is not said, and overwrites nothing')
    .option('--name <name>', 'what the group is called')
    .option('--language <tag>', 'the language of the pages: en, de, pt-BR …')
    .option('--timezone <zone>', 'where its clock is: Europe/Berlin')
    .option('--place <name>', 'where it meets')
    .option('--day <day>', 'when it meets: second Thursday, last Friday, every Tuesday')
    .option('--time <time>', 'the time of day: 19:00-21:00')
    .option('--organizer <name>', 'your name, for the page of people')
    .option('--colour <colour>', 'of buttons and links, as 0a7d5c')
    .option('--chat <url>', 'where members chat')
    .option('--rsvp <url>', 'where one signs up for an evening')
    .option('--host <host>', 'where it is published: github-pages, netlify, cloudflare or none')
    .option('--url <url>', 'where it will live, where you know already')
    .option('--cms [owner/name]', 'add an editor in the browser, for a repository on GitHub')
    .option('--package <spec>', 'what npm is to install as meetpress: a file, or a version')
    .option('-y, --yes', 'ask nothing, and take what is usual')
    .option('--now <instant>', 'as if it were that time, such as 2026-10-06T19:00:00Z')
    .action(async (dir: string = '.', flags: InitFlags) => {
      const { init } = await import('./commands/init.ts');
      done(await init(dir, flags, io));
    });
  siteOptions(
    program
      .command('announce')
      .description('write an event’s announcement, reminder or thanks, ready to paste')
      .argument('[event]', 'its file, page or name; `next` or `last`', 'next'),
  )
    .option('--for <place>', 'discord, slack, meetup, luma, linkedin, mastodon, bluesky, email, plain, or all', 'all')
    .option('--moment <moment>', 'announcement, week, day, today or thanks (default: what --now asks for)')
    .option('--drafts', 'also events that are not published yet')
    .addOption(new Option('--format <format>', 'how to print it').choices(['text', 'json']).default('text'))
    .action(async (event: string, flags: AnnounceFlags) => {
      const { announce } = await import('./commands/announce.ts');
      done(announce(event, flags, io));
    });
  program
    .command('new')
    .description('make a file for an event, a talk, a post, a person, a venue, a sponsor or a page')
    .argument('[arguments...]')
    .usage('<thing> [options]')
    // Its options are the fields of the thing, which are loaded when it is called.
    .helpOption(false)
    .addHelpText('after', '\n`meetpress new --help` lists the things, `meetpress new event --help` what an event has.')
    .allowUnknownOption()
    .action(async (args: string[]) => {
      const { makeNew } = await import('./commands/new.ts');
      done(await makeNew(args, io));
    });
  return program;
}

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
