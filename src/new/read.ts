import type { Path } from '../content/path.ts';
import { talk } from '../content/schema/event.ts';
import { type Fields, fieldMeant, type Reading, readFields, type Schema } from '../content/schema/field.ts';
import type { Data } from './input.ts';
import { bodyField, makings, type Thing } from './things.ts';

/** What is wrong with a field. */
export interface Mistake {
  /** Empty for one that is missing. */
  readonly path: Path;
  readonly message: string;
}

const ofTalk = 'this is a field of a talk, and belongs to one under `talks`';

/** Reads fields by the schema. Whatever the schema would say of a file is a mistake here, and so is an unknown field. */
export function readData(thing: Thing, data: Data) {
  const { [bodyField]: body, ...written } = data;
  const mistakes: Mistake[] = [];
  const say = (path: Path, message: string, help?: string) =>
    mistakes.push({ path, message: help ? `${message}; ${help}` : message });
  const readingAt = (path: Path): Reading => ({
    path,
    problem: ({ message, help }) => say(path, message, help),
    at: (key) => readingAt([...path, key]),
  });
  const fields: Fields<Schema> = readFields(makings[thing].schema, written, readingAt([]));
  const talks = (fields.values.talks ?? []) as readonly Fields<Schema>[];
  const known = new Set(mistakes.map(({ path }) => path.at(-1)));
  for (const [of, { unknown }] of [[thing, fields], ...talks.map((each) => ['talk', each] as const)] as const)
    for (const key of Object.keys(unknown))
      if (!known.has(key))
        say(
          [key],
          of === 'event' && fieldMeant(talk, key) ? ofTalk : `this is no field of ${of === 'event' ? 'an' : 'a'} ${of}`,
        );
  if (body !== undefined && thing === 'talk') say([bodyField], 'this is no field of a talk; its text is `abstract`');
  else if (body !== undefined && typeof body !== 'string') say([bodyField], 'this has to be text');
  return { values: fields.values, mistakes };
}

/** What is wrong with an answer to one question. */
export const mistakeIn = (thing: Thing, field: string, answer: string): string | undefined =>
  readData(thing, { [field]: answer }).mistakes.find(({ path }) => path[0] === field)?.message;
