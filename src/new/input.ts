import { WrongCall } from '../commands/io.ts';
import { isBlank } from '../content/schema/field.ts';
import { isRecord } from '../content/yaml.ts';
import { unseen, visible } from '../diagnostics/visible.ts';

/** Fields as they are to be written, by any of their spellings. */
export type Data = Readonly<Record<string, unknown>>;

/** A form has a few fields; what is nested deeper than any was not made by one. */
const deepest = 20;

/** The fields that somebody sent as JSON: without those that are blank. Throws `WrongCall`. */
export function parseInput(text: string): Data {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    throw new WrongCall(`--stdin: this is no JSON (${visible((error as Error).message)})`);
  }
  if (!isRecord(data)) throw new WrongCall('--stdin: the JSON has to be an object, such as {"title": "Tea"}');
  return cleaned(data, 0) as Data;
}

/** Lines end as in our files; what cannot be seen is dropped, and half a character becomes U+FFFD. */
const plain = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?|\p{Zl}|\p{Zp}/gu, '\n')
    .replace(unseen, (character) => (/[\t\n]/.test(character) ? character : ''));

function cleaned(value: unknown, depth: number): unknown {
  if (depth > deepest) throw new WrongCall(`--stdin: this JSON is nested more than ${deepest} levels deep`);
  if (typeof value === 'string') return plain(value);
  if (Array.isArray(value)) return value.map((item) => cleaned(item, depth + 1));
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, each]) => (isBlank(each) ? [] : [[plain(key), cleaned(each, depth + 1)]])),
  );
}
