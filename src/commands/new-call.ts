import { Command, Option } from 'commander';
import { closest, listOf } from '../diagnostics/suggest.ts';
import { type Flag, flagsOf } from '../new/flags.ts';
import { type Thing, things } from '../new/things.ts';
import { type Io, WrongCall } from './io.ts';
import type { SiteFlags } from './options.ts';

interface NewFlags extends Pick<SiteFlags, 'root' | 'now'> {
  readonly stdin?: boolean;
  readonly form?: boolean;
  readonly format: 'text' | 'json';
  readonly editor?: string;
  readonly open: boolean;
}

/** What was typed behind `meetpress new`. */
export interface NewCall {
  /** Undefined where that is to be asked. */
  readonly thing: Thing | undefined;
  readonly flags: NewFlags;
  /** By the names of the schema. */
  readonly fields: Fields;
  /** Of an event's only talk. */
  readonly talkFields: Fields;
}

type Fields = Readonly<Record<string, unknown>>;

/** Reads the arguments by the fields that each thing has. Throws what Commander throws. */
export async function readNewCall(args: readonly string[], io: Io): Promise<NewCall> {
  const [fields, talkFields]: [Record<string, unknown>, Record<string, unknown>] = [{}, {}];
  let thing: Thing | undefined;
  const program = createProgram(io);
  for (const each of things) {
    const command = program.command(each).description(describe(each));
    for (const flag of flagsOf(each)) addFlag(command, flag, flag.ofTalk ? talkFields : fields);
    command.action(() => {
      thing = each;
    });
  }
  await program.parseAsync(args, { from: 'user' });
  return { thing, flags: program.opts(), fields, talkFields };
}

const describe = (thing: Thing): string =>
  thing === 'talk' ? 'add a talk to an event’s file' : `make a file for ${thing === 'event' ? 'an' : 'a'} ${thing}`;

/** What it takes whatever is to be made. */
export function createProgram(io: Io): Command {
  return new Command('meetpress new')
    .description('Makes a file for something, and asks for what is missing.')
    .option('--root <dir>', 'the site’s folder', '.')
    .option('--now <instant>', 'as if it were that time, such as 2026-10-06T19:00:00Z')
    .option('--stdin', 'take the fields as JSON from the standard input, from a form or a bot; nobody is asked')
    .option('--form', 'take an event from the standard input, as the issue form has it; nobody is asked')
    .addOption(new Option('--format <format>', 'how to name what was made').choices(['text', 'json']).default('text'))
    .option('--editor <name>', 'open it in vscode, zed, idea …, instead of what VISUAL or EDITOR names')
    .option('--no-open', 'open no editor')
    .helpOption('-h, --help', 'print help')
    .helpCommand(false)
    .showHelpAfterError('(meetpress new <thing> --help lists what there is)')
    .configureOutput({ writeOut: io.out, writeErr: io.err })
    .exitOverride()
    .argument('[thing]', listOf(things))
    .action((word?: string) => {
      if (word === undefined) return;
      const meant = closest(word, things);
      throw new WrongCall(
        `\`${word}\` is nothing to make; ${meant ? `did you mean ${meant}?` : `say ${listOf(things)}`}`,
      );
    });
}

/** What is given once is a text, and what is given again a list. */
function addFlag(
  command: Command,
  { name, field, doc, isYesOrNo, hidden }: Flag,
  fields: Record<string, unknown>,
): void {
  const option = new Option(isYesOrNo ? `--${name} [yes or no]` : `--${name} <value>`, doc).hideHelp(hidden);
  command.addOption(option).on(`option:${name}`, (value: string | null) => {
    const before = fields[field];
    fields[field] = before === undefined ? (value ?? true) : [before, value].flat();
  });
}
