import { readPermalink } from '../content/permalink.ts';
import { fieldMeant } from '../content/schema/field.ts';
import { writeContent } from '../content/write-yaml.ts';
import { slugify } from '../slug.ts';
import type { Data } from './input.ts';
import { bodyField, makings, type Thing } from './things.ts';

/** A file's text: its fields in the order of the reference, and its body. */
export function fileText(thing: Thing, { [bodyField]: body, ...fields }: Data): string {
  return writeContent(inOrder(thing, fields), typeof body === 'string' ? body : '');
}

/** Fields in the order of the schema, whatever their spelling. */
export function inOrder(thing: Thing, data: Data): Data {
  const { schema } = makings[thing];
  const names = Object.keys(schema);
  const place = (key: string): number => names.indexOf(fieldMeant(schema, key) ?? '');
  return Object.fromEntries(Object.entries(data).sort(([a], [b]) => place(a) - place(b)));
}

/** Characters of a name in a path. */
const longest = 50;

/**
 * What a file is called, without `.md`: the slug of a name, shortened at a word, behind a date where there is one. No
 * name leads anywhere else, none stands for its folder, and every system takes it.
 */
export function idOf(thing: Thing, name: string, date?: string): string {
  const letters = [...slugify(name)];
  const start = letters.slice(0, longest).join('');
  const slug = (letters.length > longest && start.replace(/-[^-]*$/, '')) || start;
  if (date !== undefined) return `${date}-${slug}`;
  return slug === 'index' || 'problem' in readPermalink(`/${slug}/`) ? `${slug}-${thing}` : slug;
}
