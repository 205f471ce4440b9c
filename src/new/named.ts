import type { Entry } from '../content/entry.ts';
import { talk } from '../content/schema/event.ts';
import { type Fields, fieldMeant, type Schema } from '../content/schema/field.ts';
import { splitNames } from '../content/schema/readers.ts';
import type { Reference } from '../content/schema/references.ts';
import { isRecord } from '../content/yaml.ts';
import { closest } from '../diagnostics/suggest.ts';
import { slugify } from '../slug.ts';
import { idOf } from './file.ts';
import { askFor, type Making } from './given.ts';
import type { Data } from './input.ts';
import { readData } from './read.ts';
import { makings, type Thing } from './things.ts';

type NamedKind = 'person' | 'venue' | 'sponsor';

/** The fields that name somebody or something, and what is asked about those without a file. */
const kinds: Readonly<Record<NamedKind, { readonly fields: readonly string[]; readonly question: string }>> = {
  person: { fields: ['speakers', 'hosts', 'authors'], question: 'What is their full name?' },
  venue: { fields: ['venue'], question: 'What is it called in full?' },
  sponsor: { fields: ['sponsors'], question: 'What is it called in full?' },
};

/** An entry whose names are settled. */
export interface Settled {
  /** Each name is spelt as in its file. */
  readonly data: Data;
  /** Those who get a file. */
  readonly described: readonly { readonly kind: NamedKind; readonly data: Data }[];
  /** Names so like another that they may be a slip, where nobody could be asked. */
  readonly warnings: readonly string[];
}

/** Finds out who is meant by each name, and describes those who have no file: by answers, or by their name alone. */
export async function settleNames(thing: Thing, given: Data, making: Making): Promise<Settled> {
  const { schema } = makings[thing];
  let data = given;
  const described: Settled['described'][number][] = [];
  const warnings: string[] = [];
  for (const kind of Object.keys(kinds) as NamedKind[]) {
    const spellings = spellingsOf(making.entries, kind);
    const exact = new Set(spellings.map(({ spelling }) => spelling));
    const known = new Map(spellings.map(({ spelling, name }) => [slugify(spelling), name]));
    const names = [...known.values()];
    const settled = new Map<string, string>();
    for (const written of namesIn(readData(thing, data).values, kinds[kind].fields)) {
      const slug = slugify(written);
      if (exact.has(written) || settled.has(slug)) continue;
      const name = known.get(slug) ?? (await meantBy(written));
      settled.set(slug, name);
    }
    data = renamed(schema, data, kinds[kind].fields, (name) => settled.get(slugify(name)) ?? name);

    async function meantBy(written: string): Promise<string> {
      const { ask } = making;
      const alike = closest(written, names);
      if (alike !== undefined && ask.interactive) {
        const message = `${written} has no file yet. Did you mean ${alike}?`;
        if (await ask.confirm({ message, initial: true })) return alike;
      } else if (alike !== undefined)
        warnings.push(`\`${written}\` had no file and gets one; did you mean \`${alike}\`?`);
      const [first, ...others] = makings[kind].asked;
      const asked = { ...first, message: `${written} has no file yet. ${kinds[kind].question}` };
      let fields = await askFor({}, kind, asked, making, nameMeant(written));
      const name = String(fields.name);
      if (known.has(slugify(name))) return known.get(slugify(name))!;
      for (const each of others) fields = await askFor(fields, kind, each, making, '');
      described.push({ kind, data: fields });
      known.set(slugify(name), name);
      names.push(name);
      return written === idOf(kind, name) ? written : name;
    }
  }
  return { data, described, warnings };
}

/** Whoever is named by these fields without being described there. */
function namesIn(values: Data, fields: readonly string[]): readonly string[] {
  const talks = (values.talks ?? []) as readonly Fields<Schema>[];
  const references = [values, ...talks.map((each) => each.values)]
    .flatMap((each: Data) => fields.map((field) => each[field]))
    .flat() as readonly (Reference<Schema> | undefined)[];
  return references.flatMap((each) => (each && !each.inline ? [each.value] : []));
}

/** The same fields with other names. What keeps its names keeps its form. */
function renamed(schema: Schema, data: Data, fields: readonly string[], rename: (name: string) => string): Data {
  const inText = (field: string, text: string): unknown => {
    const names = field === 'venue' ? [text] : splitNames(text, []).map(({ value }) => value);
    const others = names.map(rename);
    if (others.every((other, index) => other === names[index])) return text;
    return others.length === 1 ? others[0] : others;
  };
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => {
      const field = fieldMeant(schema, key) ?? key;
      if (field === 'talks' && Array.isArray(value))
        return [key, value.map((each) => (isRecord(each) ? renamed(talk, each, fields, rename) : (each as unknown)))];
      if (!fields.includes(field)) return [key, value];
      if (typeof value === 'string') return [key, inText(field, value)];
      if (!Array.isArray(value)) return [key, value];
      return [key, value.map((each) => (typeof each === 'string' ? rename(each.trim()) : (each as unknown)))];
    }),
  );
}

/** What somebody or something that has a file goes by, its id, its name and others. */
function spellingsOf(entries: readonly Entry[], kind: Entry['kind']) {
  return entries.flatMap((entry) => {
    if (entry.kind !== kind) return [];
    const { title, aliases = [] } = entry.fields;
    const written = 'name' in entry.fields ? entry.fields.name : undefined;
    const name = written ?? title ?? entry.id;
    const all = [entry.id, written, title, ...aliases.map(({ value }) => value)];
    return all.flatMap((spelling) => (spelling ? [{ spelling, name, path: entry.source.path }] : []));
  });
}

/** The path of the file that describes somebody or something, by the slug of each spelling. */
export const filesByName = (entries: readonly Entry[], kind: Entry['kind']): ReadonlyMap<string, string> =>
  new Map(spellingsOf(entries, kind).map(({ spelling, path }) => [slugify(spelling), path]));

/** `ada-example` is an id, and its words are the name; anything else is a name. */
const nameMeant = (written: string): string =>
  written === slugify(written)
    ? written.replaceAll('-', ' ').replace(/(?<!\S)\p{L}/gu, (letter) => letter.toUpperCase())
    : written;
