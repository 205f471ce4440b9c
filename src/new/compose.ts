import type { Temporal } from 'temporal-polyfill';
import type { Changed } from '../asking/replace-file.ts';
import { WrongCall } from '../commands/io.ts';
import { parse } from '../content/parse.ts';
import { contentFolder, decodeSource } from '../content/scan.ts';
import type { Source } from '../content/source.ts';
import { limits } from '../limits.ts';
import { slugify } from '../slug.ts';
import { completeEvent, nameEvent } from './event.ts';
import { fileText, idOf } from './file.ts';
import { askFor, dataOf, type Given, type Making, refuse } from './given.ts';
import type { Data } from './input.ts';
import { filesByName, type Settled, settleNames } from './named.ts';
import { readPictures } from './picture.ts';
import { readData } from './read.ts';
import { addTalk } from './talk.ts';
import { makings, type Thing } from './things.ts';

/** What is to be written. */
export interface Composed {
  /** Files that are not there yet, by path in the site's folder. */
  readonly files: ReadonlyMap<string, string | Uint8Array>;
  /** A file that gets another text. */
  readonly changed?: Changed;
  /** What may be a slip, each a sentence. */
  readonly warnings: readonly string[];
}

type Files = Map<string, string | Uint8Array>;
type FileThing = Exclude<Thing, 'talk'>;

/** Asks for what is missing, and gives the files to write. Nothing is written yet. Throws `WrongCall`, `Interrupted`. */
export async function compose(given: Given, making: Making): Promise<Composed> {
  const files: Files = new Map();
  if (given.thing === 'talk') {
    const { changed, settled } = await addTalk(given, making);
    describe(settled, files, making);
    return { files, changed, warnings: settled.warnings };
  }
  const { thing } = given;
  const { data: flags, pictures } = readPictures(given.flags, making.root);
  const said = dataOf({ ...given, flags });
  const named =
    thing === 'event' ? await nameEvent(said, making) : await askFor(said, thing, makings[thing].asked[0], making);
  const place = placeOf(thing, named, making);
  const path = pictures.size ? `${place}/index.md` : `${place}.md`;
  // Nobody answers questions for a file that is there.
  readEntry(thing, path, named, making);

  const settled = await settleNames(thing, await complete(thing, named, making), making);
  refuse(readData(thing, settled.data).mistakes);
  addFile(thing, path, settled.data, files, making);
  for (const [name, bytes] of pictures) files.set(`${place}/${name}`, bytes);
  describe(settled, files, making);
  return { files, warnings: settled.warnings };
}

async function complete(thing: FileThing, named: Data, making: Making): Promise<Data> {
  let data = named;
  if (thing === 'event') data = await completeEvent(named, making);
  else for (const each of makings[thing].asked.slice(1)) data = await askFor(data, thing, each, making, '');
  const alt = {
    field: 'image_alt',
    message: 'What does the picture show?',
    placeholder: 'for those who do not see it',
  };
  return data.image === undefined ? data : askFor(data, thing, alt, making, '');
}

/** Where a file will be, without its ending: after its name, and the day by which it is named. */
function placeOf(thing: FileThing, data: Data, making: Making): string {
  const { values } = readData(thing, data);
  const id = idOf(thing, String(values.name ?? values.title), dayOf(thing, values, making));
  return [contentFolder, makings[thing].folder, id].filter(Boolean).join('/');
}

/** The day by which events and posts are named, ISO 8601; a post's is today unless it says another. */
function dayOf(thing: Thing, values: Data, { site: { now, config } }: Making): string | undefined {
  const { start, date } = values as { start?: { date: Temporal.PlainDate }; date?: { date: Temporal.PlainDate } };
  if (thing === 'event') return start?.date.toString();
  if (thing !== 'post') return undefined;
  return (date?.date ?? now.toZonedDateTimeISO(config.timezone).toPlainDate()).toString();
}

/** Adds a file, after it was read as a build would read it. */
function addFile(thing: FileThing, path: string, data: Data, files: Files, making: Making): void {
  const { text, entry, diagnostics } = readEntry(thing, path, data, making);
  if (entry.kind !== thing) refuse([{ path: ['layout'], message: 'with this layout it would be of another kind' }]);
  refuse(diagnostics.map(({ message, help }) => ({ path: [], message: help ? `${message}; ${help}` : message })));
  files.set(path, text);
}

/** Reads what a file would hold. Throws `WrongCall` where there is such an entry already. */
function readEntry(thing: FileThing, path: string, data: Data, { entries }: Making) {
  const text = fileText(thing, data);
  const bytes = Buffer.from(text);
  if (bytes.length > limits.text) throw new WrongCall(`this is more than ${limits.text / 1024} kB of text`);
  const source: Source | { readonly message: string } = decodeSource(bytes, path);
  if ('message' in source) throw new WrongCall(source.message);
  const { value: entry, diagnostics } = parse(source);
  const { fields, url, id, kind } = entry;
  const known = filesByName(entries, kind);
  const names = 'name' in fields ? [id, fields.name ?? id].map((name) => known.get(slugify(name))) : [];
  const same = entries.find((each) => each.url.toLowerCase() === url.toLowerCase());
  const there = same?.source.path ?? names.find((each) => each !== undefined);
  if (there !== undefined) throw new WrongCall(`${there} is there already; nothing was written`);
  return { text, entry, diagnostics };
}

/** A file for each who gets one. Long names may begin alike, so those that would share a file are numbered. */
function describe({ described }: Settled, files: Files, making: Making): void {
  for (const { kind, data } of described) {
    const place = placeOf(kind, data, making);
    const isTaken = (path: string): boolean =>
      files.has(path) || making.entries.some(({ source }) => source.path.toLowerCase() === path.toLowerCase());
    let path = `${place}.md`;
    for (let number = 2; isTaken(path); number += 1) path = `${place}-${number}.md`;
    addFile(kind, path, data, files, making);
  }
}
