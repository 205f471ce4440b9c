import type { Temporal } from 'temporal-polyfill';
import type { Changed } from '../asking/replace-file.ts';
import { WrongCall } from '../commands/io.ts';
import { parse } from '../content/parse.ts';
import { contentFolder, decodeSource } from '../content/scan.ts';
import type { Source } from '../content/source.ts';
import { closest } from '../diagnostics/suggest.ts';
import { limits } from '../limits.ts';
import { slugify } from '../slug.ts';
import { completeEvent } from './event.ts';
import { fileText, idOf } from './file.ts';
import { askFor, dataOf, type Given, type Making, refuse } from './given.ts';
import type { Data } from './input.ts';
import { filesByName, nameMeant, peopleWithoutFile } from './people.ts';
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
}

type Files = Map<string, string | Uint8Array>;

/** Asks for what is missing, and gives the files to write. Nothing is written yet. Throws `WrongCall`, `Interrupted`. */
export async function compose(given: Given, making: Making): Promise<Composed> {
  const files: Files = new Map();
  if (given.thing === 'talk') {
    const { changed, speakers } = await addTalk(given, making);
    await addPeople(speakers, files, making);
    return { files, changed };
  }
  const { data: flags, pictures } = readPictures(given.flags, making.root);
  const data = await complete(given.thing, dataOf({ ...given, flags }), making);
  const { values, mistakes } = readData(given.thing, data);
  refuse(mistakes);
  const id = idOf(given.thing, String(values.name ?? values.title), dayOf(given.thing, values, making));
  const { folder } = makings[given.thing];
  const place = [contentFolder, folder, id].filter(Boolean).join('/');
  const path = pictures.size ? `${place}/index.md` : `${place}.md`;
  addFile(given.thing, path, data, files, making);
  for (const [name, bytes] of pictures) files.set(`${place}/${name}`, bytes);
  await addPeople(values, files, making);
  return { files };
}

async function complete(thing: Exclude<Thing, 'talk'>, given: Data, making: Making): Promise<Data> {
  let data = given;
  if (thing === 'event') data = await completeEvent(given, making);
  else {
    const [first, ...others] = makings[thing].asked;
    data = await askFor(data, thing, first, making);
    for (const each of others) data = await askFor(data, thing, each, making, '');
  }
  const alt = {
    field: 'image_alt',
    message: 'What does the picture show?',
    placeholder: 'for those who do not see it',
  };
  return data.image === undefined ? data : askFor(data, thing, alt, making, '');
}

/** The day by which events and posts are named, ISO 8601; a post's is today unless it says another. */
function dayOf(thing: Thing, values: Data, { site: { now, config } }: Making): string | undefined {
  const { start, date } = values as { start?: { date: Temporal.PlainDate }; date?: { date: Temporal.PlainDate } };
  if (thing === 'event') return start?.date.toString();
  if (thing !== 'post') return undefined;
  return (date?.date ?? now.toZonedDateTimeISO(config.timezone).toPlainDate()).toString();
}

/** Adds a file, after it was read as a build would read it. */
function addFile(thing: Exclude<Thing, 'talk'>, path: string, data: Data, files: Files, { entries }: Making): void {
  const text = fileText(thing, data);
  const bytes = Buffer.from(text);
  if (bytes.length > limits.text) throw new WrongCall(`this is more than ${limits.text / 1024} kB of text`);
  const source: Source | { readonly message: string } = decodeSource(bytes, path);
  if ('message' in source) throw new WrongCall(source.message);
  const { value: entry, diagnostics } = parse(source);
  if (entry.kind !== thing) refuse([{ path: ['layout'], message: 'with this layout it would be of another kind' }]);
  refuse(diagnostics.map(({ message, help }) => ({ path: [], message: help ? `${message}; ${help}` : message })));
  const { fields, url, id, kind } = entry;
  const names =
    'name' in fields ? [id, fields.name ?? id].map((name) => filesByName(entries, kind).get(slugify(name))) : [];
  const same = entries.find((each) => each.url.toLowerCase() === url.toLowerCase());
  const there = same?.source.path ?? names.find((each) => each !== undefined);
  if (there !== undefined) throw new WrongCall(`${there} is there already; nothing was written`);
  files.set(path, text);
}

/** A file for each who is named and has none: with what they answer, or their name alone. */
async function addPeople(values: Data, files: Files, making: Making): Promise<void> {
  const { entries } = making;
  const names = entries.flatMap(({ kind, fields }) => (kind === 'person' && fields.name ? [fields.name] : []));
  const [name, ...others] = makings.person.asked;
  for (const written of peopleWithoutFile(values, entries)) {
    const meant = closest(written, names);
    const instead = meant === undefined ? '' : ` (Ctrl-C, if you meant ${meant})`;
    const asked = { ...name, message: `${written} has no file yet. What is their full name?${instead}` };
    let data = await askFor({}, 'person', asked, making, nameMeant(written));
    for (const each of others) data = await askFor(data, 'person', each, making, '');
    addFile('person', `${contentFolder}/people/${idOf('person', written)}.md`, data, files, making);
  }
}
