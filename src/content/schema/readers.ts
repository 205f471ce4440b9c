import type { Problem } from '../../diagnostics/diagnostic.ts';
import { closest, listOf } from '../../diagnostics/suggest.ts';
import { shortened } from '../../diagnostics/visible.ts';
import { limits } from '../../limits.ts';
import type { Path } from '../path.ts';
import { isRecord } from '../yaml.ts';
import { isBlank, type Reader, type Reading, reader } from './field.ts';

/** What was written, as a writer would name it. */
function nameOf(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (isRecord(value)) return 'a list of fields';
  return typeof value === 'string' ? `the text \`${shortened(value)}\`` : `\`${value}\``;
}

function refuse(reading: Reading, wanted: string, value: unknown, help?: string): undefined {
  const key = reading.path.findLast((step) => typeof step === 'string');
  reading.problem({
    code: 'wrong-type',
    message: `\`${key}\` is ${wanted}, and this is ${nameOf(value)}`,
    help: help ?? `write ${wanted} here`,
  });
  return undefined;
}

/** Numbers and truth values are text too, where text is wanted: `title: 2024`. */
export const text = reader('text', (value, reading) => {
  if (typeof value === 'string') return value.trim();
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return refuse(reading, 'text', value);
});

/** A reader of a text that has a form of its own; `what` is how a message calls it. */
export const formed = <T>(
  shape: string,
  what: string,
  help: string,
  read: (written: string) => T | undefined,
): Reader<T> =>
  reader(shape, (value, reading) => {
    const written = text(value, reading);
    if (written === undefined) return undefined;
    const result = read(written);
    if (result === undefined)
      reading.problem({ code: 'wrong-type', message: `\`${shortened(written)}\` is no ${what}`, help });
    return result;
  });

/** As BCP 47 has it: `pt-BR`, also for `pt_br`. */
export const language = formed(
  'language (BCP 47)',
  'language',
  'write a code such as `en`, `de` or `pt-BR`',
  (written) => {
    try {
      // Longer ones than `deu` are reserved: `deutsch` has the form of one and means nothing.
      return Intl.getCanonicalLocales(written.replaceAll('_', '-')).find((tag) => /^[a-z]{2,3}\b/i.test(tag));
    } catch {
      return undefined;
    }
  },
);

/** In small letters; empty for what is no single word. */
const wordOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'boolean' ? String(value).trim().toLowerCase() : '';

const yes = ['true', 'yes', 'on'];
const no = ['false', 'no', 'off'];
export const flag = reader(
  '`true` or `false`',
  (value, reading) => {
    if (yes.includes(wordOf(value))) return true;
    if (no.includes(wordOf(value))) return false;
    return refuse(reading, '`true` or `false`', value);
  },
  { takesFalse: true },
);

export const number = reader('a number', (value, reading) => {
  const read = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof read === 'number' && Number.isFinite(read) ? read : refuse(reading, 'a number', value);
});

export const count = reader('a whole number', (value, reading) => {
  const read = typeof value === 'string' && /^\s*#?\d+\s*$/.test(value) ? Number(value.replace('#', '')) : value;
  return typeof read === 'number' && Number.isSafeInteger(read) && read >= 0
    ? read
    : refuse(reading, typeof read !== 'object' && Number(read) < 0 ? 'a whole number from 0' : 'a whole number', value);
});

/** @param also other spellings of a choice */
export const oneOf = <const T extends string>(
  choices: readonly T[],
  also: Readonly<Record<string, T>> = {},
): Reader<T> =>
  reader(listOf(choices.map((choice) => `\`${choice}\``)), (value, reading) => {
    const word = wordOf(value);
    const found = Object.hasOwn(also, word) ? also[word] : choices.find((choice) => choice === word);
    if (found !== undefined) return found;
    const meant = closest(word, choices);
    reading.problem({
      code: 'unknown-value',
      message: `${nameOf(value)} is none of ${listOf(choices.map((choice) => `\`${choice}\``))}`,
      help: meant ? `did you mean \`${meant}\`?` : 'write one of them',
    });
    return undefined;
  });

/** One value alone is a list of one. */
export const list = <T>(item: Reader<T>, shape = `list of ${item.shape}`): Reader<readonly T[]> =>
  reader(shape, (value, reading) => {
    if (!Array.isArray(value)) {
      const only = item(value, reading);
      return only === undefined ? undefined : [only];
    }
    return atMost(value, reading)?.flatMap((each, index) =>
      isBlank(each) ? [] : (item(each, reading.at(index)) ?? []),
    );
  });

/** The items, unless there are more than any list needs, which is a problem. */
export function atMost<T>(
  items: readonly T[],
  reading: Reading,
  most: number = limits.items,
): readonly T[] | undefined {
  if (items.length <= most) return items;
  const key = reading.path.findLast((step) => typeof step === 'string');
  reading.problem({
    code: 'too-much',
    message: `\`${key}\` has ${items.length} items, and ${most} are the most`,
    help: 'leave out what nobody looks for',
  });
  return undefined;
}

/** A list, or words with commas or else spaces between them. */
export const words = reader('list of words', (value, reading): readonly string[] | undefined => {
  if (typeof value !== 'string') return list(text)(value, reading);
  const found = value
    .split(value.includes(',') ? ',' : /\s+/)
    .map((word) => word.trim())
    .filter(Boolean);
  return atMost(found, reading);
});

export const record = reader('free fields', (value, reading): Readonly<Record<string, unknown>> | undefined =>
  isRecord(value)
    ? value
    : refuse(reading, 'a list of fields', value, 'put each on an indented line, as `name: value`'),
);

/** A value that must be resolved later, with the place where it was written. */
export interface Placed<T> {
  readonly value: T;
  readonly path: Path;
  /** Where the value is only a part of what stands at the path. */
  readonly within?: NonNullable<Problem['within']>;
}

/** An address or a file's path. */
export const address = reader('address or path', (value, reading): Placed<string> | undefined => {
  const read = text(value, reading);
  return read === undefined ? undefined : { value: read, path: reading.path };
});

/** The address of a website, never a path in this site. What has a host and no scheme is told where it is shown. */
export const website = reader('full address', (value, reading): Placed<string> | undefined => {
  const read = address(value, reading);
  if (read === undefined || /^(?:[a-z][a-z\d+.-]*:|\/\/|[^\s/?#]+\.[^\s/?#]+)/i.test(read.value)) return read;
  reading.problem({
    code: 'wrong-type',
    message: `\`${shortened(read.value)}\` is no address of a website`,
    help: 'write it in full: `https://example.org/name/`',
  });
  return undefined;
});

/** Names with commas between them, each with its place. */
export function splitNames(value: string, path: Path): Placed<string>[] {
  return [...value.matchAll(/[^,]+/g)].flatMap(({ 0: part, index }) => {
    const name = part.trim();
    const offset = index + part.length - part.trimStart().length;
    return name ? [{ value: name, path, within: { offset, length: name.length } }] : [];
  });
}

/** A list, or names with commas between them. */
export const names = reader('list of text', (value, reading): readonly Placed<string>[] | undefined =>
  typeof value === 'string' ? atMost(splitNames(value, reading.path), reading) : list(address)(value, reading),
);

export const prose = reader('Markdown', (value, reading): Placed<string> | undefined => {
  const lines = Array.isArray(value)
    ? list(text)(value, reading)
        ?.map((line) => `- ${line}`)
        .join('\n')
    : text(value, reading);
  return lines === undefined ? undefined : { value: lines, path: reading.path };
});

/** `true`, `false` or an address. */
export const flagOrAddress = reader(
  '`true`, `false` or an address',
  (value, reading): boolean | Placed<string> | undefined =>
    [...yes, ...no].includes(wordOf(value)) ? flag(value, reading) : address(value, reading),
  { takesFalse: true },
);

const degrees = (part: unknown): number =>
  typeof part === 'number' || (typeof part === 'string' && /^[+-]?\d+(?:\.\d+)?$/.test(part))
    ? Number(part)
    : Number.NaN;

export const geo = reader('latitude and longitude', (value, reading): readonly [number, number] | undefined => {
  const parts = isRecord(value)
    ? [value.latitude ?? value.lat, value.longitude ?? value.lng ?? value.lon ?? value.long]
    : typeof value === 'string'
      ? value.trim().split(/[,;\s]+/)
      : value;
  const [latitude = Number.NaN, longitude = Number.NaN, more] = Array.isArray(parts) ? parts.map(degrees) : [];
  if (Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 && more === undefined) return [latitude, longitude];
  return refuse(reading, 'a latitude and a longitude in degrees', value, 'write it as `50.9486, 6.9171`');
});
