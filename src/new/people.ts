import type { Entry } from '../content/entry.ts';
import type { Fields, Schema } from '../content/schema/field.ts';
import type { Reference } from '../content/schema/references.ts';
import { slugify } from '../slug.ts';

type Values = Readonly<Record<string, unknown>>;

/** Whoever is named by fields without being described there, each once, and has no file yet. */
export function peopleWithoutFile(values: Values, entries: readonly Entry[]): readonly string[] {
  const known = filesByName(entries, 'person');
  const talks = (values.talks ?? []) as readonly Fields<Schema>[];
  const named = [values, ...talks.map((talk) => talk.values)].flatMap(({ speakers, hosts, authors }) =>
    [speakers, hosts, authors].flatMap((some) => (some ?? []) as readonly Reference<Schema>[]),
  );
  const bySlug = new Map(
    named.flatMap(({ value, inline }) => (inline ? [] : [[slugify(value), value] as const])).reverse(),
  );
  return [...bySlug].reverse().flatMap(([slug, name]) => (known.has(slug) ? [] : [name]));
}

/** The path of the file that describes somebody or something, by the slug of each name that it goes by. */
export function filesByName(entries: readonly Entry[], kind: Entry['kind']): ReadonlyMap<string, string> {
  return new Map(
    entries.flatMap((entry) => {
      if (entry.kind !== kind) return [];
      const { title, aliases = [] } = entry.fields;
      const name = 'name' in entry.fields ? entry.fields.name : undefined;
      const spellings = [entry.id, name, title, ...aliases.map(({ value }) => value)];
      return spellings.flatMap((each) => (each ? [[slugify(each), entry.source.path] as const] : []));
    }),
  );
}

/** `ada-example` is an id, and its words are the name; anything else is a name. */
export const nameMeant = (written: string): string =>
  written === slugify(written)
    ? written.replaceAll('-', ' ').replace(/(?<!\S)\p{L}/gu, (letter) => letter.toUpperCase())
    : written;
