import type { Problem } from '../../diagnostics/diagnostic.ts';
import { closest } from '../../diagnostics/suggest.ts';
import type { Path } from '../path.ts';
import { isRecord } from '../yaml.ts';

/** The place of a value while it is read, and the way to say something about it. */
export interface Reading {
  readonly path: Path;
  problem(problem: Problem, part?: 'key' | 'value'): void;
  /** The reading of an item or a field inside this value. */
  at(key: string | number): Reading;
}

/** Turns a value as YAML gave it into what the model uses; undefined, after a problem was reported, where it can't. */
export interface Reader<T> {
  (value: unknown, reading: Reading): T | undefined;
  /** What a writer may put here, for the reference: `text`, `list of people` … */
  readonly shape: string;
  /** Whether `false` is a value here. Elsewhere it says that there is none: `talks: false`. */
  readonly takesFalse?: boolean;
}

/** A reader out of a function and the words for what it takes. */
export const reader = <T>(
  shape: string,
  read: (value: unknown, reading: Reading) => T | undefined,
  more: Pick<Reader<T>, 'takesFalse'> = {},
): Reader<T> => Object.assign(read, { shape, ...more });

/** One field of a kind: the single description that reading, did-you-mean and the reference share. */
export interface Field<T> {
  readonly read: Reader<T>;
  /** One or two sentences for the reference. */
  readonly doc: string;
  /** Other spellings, as found in real sites. Case, `-` and `_` never matter. */
  readonly also?: readonly string[];
  readonly required?: boolean;
  /** Present where several spellings may be set at once and their values belong together. */
  readonly join?: (first: T, second: T) => T;
}

// biome-ignore lint/suspicious/noExplicitAny: a schema holds fields of many types; Values takes each one out again.
export type Schema = Readonly<Record<string, Field<any>>>;

export type Values<S extends Schema> = {
  readonly [K in keyof S]: S[K] extends Field<infer T> ? T | undefined : never;
};

export interface Fields<S extends Schema> {
  readonly values: Values<S>;
  /** Where each field stands that is written, also one that could not be read. */
  readonly paths: ReadonlyMap<string, Path>;
  readonly unknown: Readonly<Record<string, unknown>>;
  /** Required fields that are missing or could not be read. */
  readonly missing: readonly string[];
}

export const field = <T>(read: Reader<T>, doc: string, more: Omit<Field<T>, 'read' | 'doc'> = {}): Field<T> => ({
  read,
  doc,
  ...more,
});

const fold = (key: string): string => key.toLowerCase().replace(/[-_]/g, '');

/** Spelling (folded) -> field name. Made once per schema. */
const indexes = new WeakMap<Schema, ReadonlyMap<string, string>>();
function indexOf(schema: Schema): ReadonlyMap<string, string> {
  const known = indexes.get(schema);
  if (known) return known;
  const index = new Map<string, string>();
  for (const [name, { also = [] }] of Object.entries(schema)) for (const key of also) index.set(fold(key), name);
  // A field's own name outweighs another field's spelling.
  for (const name of Object.keys(schema)) index.set(fold(name), name);
  indexes.set(schema, index);
  return index;
}

/** The field that a key means, in any of its spellings. */
export const fieldMeant = (schema: Schema, key: string): string | undefined => indexOf(schema).get(fold(key));

/** Reads a mapping by a schema. A blank value counts as absent, and so does `false` where it is no value. */
export function readFields<S extends Schema>(
  schema: S,
  data: Readonly<Record<string, unknown>>,
  reading: Reading,
): Fields<S> {
  const index = indexOf(schema);
  const values: Record<string, unknown> = {};
  const unknown: [key: string, value: unknown][] = [];
  const paths = new Map<string, Path>();
  const misspelt: { readonly key: string; readonly name: string; readonly help: string }[] = [];
  for (const [key, raw] of Object.entries(data)) {
    const name = index.get(key) ?? index.get(fold(key));
    if (name === undefined) {
      unknown.push([key, raw]);
      const meant = closest(key, index.keys());
      if (meant !== undefined)
        misspelt.push({ key, name: index.get(meant)!, help: `did you mean \`${spelling(schema, meant)}\`?` });
      continue;
    }
    const spec = schema[name]!;
    if (isBlank(raw) || (raw === false && !spec.read.takesFalse)) continue;
    const here = reading.at(key);
    if (values[name] === undefined) paths.set(name, here.path);
    const value = spec.read(raw, here);
    if (value === undefined) continue;
    if (values[name] === undefined) values[name] = value;
    else if (spec.join) values[name] = spec.join(values[name], value);
    else {
      const message = `\`${key}\` says the same as \`${paths.get(name)!.at(-1)}\`, which is used`;
      here.problem({ code: 'repeated-field', message, help: 'keep one of the two' }, 'key');
    }
  }
  const missing = Object.keys(schema).filter((name) => schema[name]!.required && values[name] === undefined);
  // What is wrong is said once: of a field that was refused its reader told, and a misspelt one is not also missing.
  const unsaid = new Set(missing.filter((name) => !paths.has(name)));
  for (const { key, name, help } of misspelt) {
    const message = `\`${key}\` is not a field here`;
    if (!unsaid.delete(name)) reading.at(key).problem({ code: 'misspelt-field', message, help }, 'key');
    else
      reading
        .at(key)
        .problem({ code: 'missing-field', message: `${message}, and \`${name}\` is missing`, help }, 'key');
  }
  for (const name of unsaid)
    reading.problem({ code: 'missing-field', message: `\`${name}\` is missing`, help: `add a line \`${name}: …\`` });
  // By assignment, `__proto__` would be no key.
  return { values: values as Values<S>, paths, unknown: Object.fromEntries(unknown), missing };
}

export const isBlank = (value: unknown): boolean =>
  value === null || value === undefined || (typeof value === 'string' && value.trim() === '');

/** The folded key as the reference spells it. */
function spelling(schema: Schema, folded: string): string {
  for (const [name, { also = [] }] of Object.entries(schema))
    for (const key of [name, ...also]) if (fold(key) === folded) return key;
  return folded;
}

/** A value that is itself a list of fields, such as a talk. */
export function fieldsOf<S extends Schema>(schema: S, shape: string): Reader<Fields<S>> {
  return reader(shape, (value, reading) => {
    if (isRecord(value)) return readFields(schema, value, reading);
    reading.problem({
      code: 'wrong-type',
      message: `${shape} is written as fields of its own`,
      help: 'put each on a line, as `name: value`',
    });
    return undefined;
  });
}
