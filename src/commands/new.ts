import { join, relative } from 'node:path';
import { canAsk, createAsk } from '../asking/ask.ts';
import { replaceFile } from '../asking/replace-file.ts';
import { writeNew } from '../asking/write-new.ts';
import { readConfig } from '../config/read.ts';
import { parse } from '../content/parse.ts';
import { scan } from '../content/scan.ts';
import { listOf } from '../diagnostics/suggest.ts';
import { visible } from '../diagnostics/visible.ts';
import { createFiles } from '../files.ts';
import { limits } from '../limits.ts';
import { buildSite } from '../model/site.ts';
import { compose } from '../new/compose.ts';
import type { Making } from '../new/given.ts';
import { parseInput } from '../new/input.ts';
import { things } from '../new/things.ts';
import { exitCodes, type Io, WrongCall } from './io.ts';
import { readNewCall } from './new-call.ts';
import { editorFor } from './open-editor.ts';
import { readSite } from './options.ts';

/** Bytes as they arrive. */
type Input = AsyncIterable<Uint8Array>;

/** Makes files of content, and asks for what the arguments leave open. Gives the exit status. Throws `WrongCall`. */
export async function makeNew(args: readonly string[], io: Io, stdin: Input = process.stdin): Promise<number> {
  const { flags, fields, talkFields, ...call } = await readNewCall(args, io);
  if (flags.form && call.thing !== 'event') throw new WrongCall('--form: the form asks for an event');
  const interactive = canAsk() && !flags.stdin && !flags.form;
  const editor = flags.open && interactive ? editorFor(flags.editor, process.env) : undefined;
  const ask = createAsk(interactive);
  const { root, options } = readSite(flags, process.env);
  const site = readSiteIn(root, options.now, io);
  const thing =
    call.thing ??
    (await ask.choose({
      message: 'What do you want to make?',
      flag: `the thing to make (${listOf(things)})`,
      options: things.map((value) => ({ value, label: value })),
    }));
  const sent = flags.stdin || flags.form ? await readInput(stdin) : '{}';
  const input = parseInput(flags.form ? await jsonOfIssue(sent) : sent);
  const { files, changed, warnings } = await compose(
    { thing, flags: fields, talkFlags: talkFields, input },
    { ...site, root, ask },
  );

  const made = writeNew(root, files);
  if (changed) replaceFile(root, changed, made);
  const written = [...(changed ? [changed.source.path] : []), ...made];
  for (const warning of warnings) io.err(`warning: ${visible(warning)}\n`);
  if (flags.format === 'json') io.out(`${JSON.stringify({ files: written, warnings })}\n`);
  else for (const path of written) io.out(`${relative(process.cwd(), join(root, path))}\n`);
  if (editor && !editor(join(root, written[0]!))) io.err('The editor in VISUAL or EDITOR could not open it.\n');
  return exitCodes.built;
}

async function jsonOfIssue(body: string): Promise<string> {
  const { eventOfIssue } = await import('../publishing/issue-form.ts');
  return JSON.stringify(eventOfIssue(body));
}

type Now = Parameters<typeof buildSite>[1]['now'];

function readSiteIn(root: string, now: Now, io: Io): Pick<Making, 'site' | 'entries'> {
  const files = createFiles(root);
  if (!files.list('content') && !files.readIfThere('site.yaml'))
    throw new WrongCall(`--root: there is no site in ${root}: neither \`content/\` nor \`site.yaml\``);
  const entries = scan(files).value.sources.map((source) => parse(source).value);
  const { value: config, diagnostics } = readConfig(files);
  if (diagnostics.some(({ severity }) => severity === 'error'))
    io.err(
      'warning: there is an error in site.yaml, and what stands there may be missed; `meetpress check` says where\n',
    );
  return { site: buildSite(entries, { config, now, drafts: true }).value, entries };
}

/** Throws `WrongCall` for more than a file may hold. */
async function readInput(stdin: Input): Promise<string> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of stdin) {
    length += part.length;
    if (length > 2 * limits.text)
      throw new WrongCall(`the standard input holds more than ${(2 * limits.text) / 1024} kB`);
    parts.push(part);
  }
  return Buffer.concat(parts).toString();
}
