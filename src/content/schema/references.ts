import { isRecord } from '../yaml.ts';
import { type Fields, isBlank, type Reader, reader, readFields, type Schema } from './field.ts';
import { atMost, type Placed, splitNames, text } from './readers.ts';

/** Somebody or something by id or name, or described on the spot. */
export type Reference<S extends Schema> =
  | (Placed<string> & { readonly inline?: undefined })
  | (Placed<string> & { readonly inline: Fields<S> });

/** @param nameField the schema's field that names an inline one */
export function reference<S extends Schema>(
  schema: S,
  nameField: keyof S & string,
  what: string,
): Reader<Reference<S>> {
  return reader(`${what} (id, name, or fields)`, (value, reading): Reference<S> | undefined => {
    if (!isRecord(value)) {
      const name = text(value, reading);
      return name ? { value: name, path: reading.path } : undefined;
    }
    const inline = readFields(schema, value, reading);
    const keys = [nameField, 'title'];
    const key = keys.find((each) => typeof inline.values[each] === 'string');
    if (key !== undefined) return { value: String(inline.values[key]), path: inline.paths.get(key)!, inline };
    // A name that could not be read is a problem of its own.
    if (!keys.some((each) => inline.paths.has(each)))
      reading.problem({
        code: 'missing-field',
        message: `this ${what} has no name`,
        help: `add a line \`${nameField}: …\``,
      });
    return undefined;
  });
}

/** Several, also as one text with commas. */
export function references<S extends Schema>(
  schema: S,
  nameField: keyof S & string,
  what: string,
): Reader<readonly Reference<S>[]> {
  const one = reference(schema, nameField, what);
  return reader(`list of ${one.shape}`, (value, reading) => {
    if (typeof value === 'string') return atMost(splitNames(value, reading.path), reading);
    if (!Array.isArray(value)) {
      const only = one(value, reading);
      return only && [only];
    }
    return atMost(value, reading)?.flatMap((item, index) =>
      isBlank(item) ? [] : (one(item, reading.at(index)) ?? []),
    );
  });
}
