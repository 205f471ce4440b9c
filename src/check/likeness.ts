import { closest } from '../diagnostics/suggest.ts';

/** Without accents, in small letters; letters that have no accent apart are spelt out. */
const plain = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('ø', 'o')
    .replaceAll('ł', 'l')
    .replaceAll('æ', 'ae');

const wordsOf = (name: string): string[] => plain(name).match(/[\p{L}\p{N}+#]+/gu) ?? [];

/**
 * Whether two tags mostly mean one: they differ in spaces and hyphens, in the plural's ending, or, in a word of six
 * letters or more, in one letter that isn't the first. Numbers that differ tell tags apart.
 */
export function areLikeTags(a: string, b: string): boolean {
  const [one, other] = [wordsOf(a).join(''), wordsOf(b).join('')];
  if (one === other) return true;
  if (isPlural(one, other) || isPlural(other, one)) return true;
  return isSlip(one, other);
}

/** Of words of four letters or more: `new` and `news` are two things. */
const isPlural = (one: string, more: string): boolean =>
  one.length >= 4 && [`${one}s`, `${one}es`, one.replace(/y$/, 'ies')].includes(more) && one !== more;

/** A slip of the hand in one word. */
function isSlip(a: string, b: string): boolean {
  const digits = (word: string): string => word.replace(/\P{N}/gu, '');
  if (Math.min(a.length, b.length) < 6 || a[0] !== b[0] || digits(a) !== digits(b)) return false;
  return closest(a, [b], 1) !== undefined;
}

/**
 * Whether two names are mostly one person's: they differ in accents or in a middle initial, or in one letter of one of
 * their words. Which letters count is chosen so that `Jan` and `Jon`, or `Daniel` and `Daniela`, stay two.
 */
export function areLikeNames(a: string, b: string): boolean {
  const [one, other] = [essential(wordsOf(a)), essential(wordsOf(b))];
  if (one.join(' ') === other.join(' ')) return true;
  if (one.length !== other.length || one.length < 2)
    return one.length === 1 && other.length === 1 && isSlip(one[0]!, other[0]!);
  const differing = one.flatMap((word, index) => (word === other[index] ? [] : [[word, other[index]!] as const]));
  return differing.length === 1 && isVariant(...differing[0]!);
}

/** Without initials between the first name and the last. */
const essential = (words: readonly string[]): readonly string[] =>
  words.filter((word, index) => word.length > 1 || index === 0 || index === words.length - 1);

/** One letter added, dropped, swapped or replaced: not the first, nor a last one that makes another name. */
function isVariant(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (a[0] !== b[0] || closest(a, [b], 1) === undefined || short.length < 3) return false;
  if (short.length === long.length) return short.length >= 5 && short.slice(0, -1) !== long.slice(0, -1);
  // `Daniel` and `Daniela`, `Ann` and `Anna`
  return !(long.startsWith(short) && /[aio]$/.test(long));
}

/** Of one key no more are compared. */
const mostOfOneKey = 20;

/** Every two of a list that are alike; asked only of those that share a key. */
export function* alikePairs<T>(
  items: readonly T[],
  keysOf: (item: T) => readonly string[],
  areAlike: (a: T, b: T) => boolean,
): Generator<readonly [T, T]> {
  const byKey = new Map<string, T[]>();
  const paired = new Map<T, Set<T>>();
  for (const item of items)
    for (const key of new Set(keysOf(item))) {
      const others = byKey.get(key) ?? [];
      for (const other of others) {
        if (paired.get(other)?.has(item) || !areAlike(other, item)) continue;
        paired.set(other, (paired.get(other) ?? new Set()).add(item));
        yield [other, item];
      }
      if (others.length < mostOfOneKey) byKey.set(key, [...others, item]);
    }
}

/** A word and what is left of it without each of its letters: two that are one edit apart have one in common. */
const shortenings = (word: string): string[] =>
  word.length > 40
    ? [word]
    : [word, ...Array.from({ length: word.length }, (_, index) => word.slice(0, index) + word.slice(index + 1))];

/** What tags that are alike have in common. */
export function tagKeys(name: string): string[] {
  const word = wordsOf(name).join('');
  return [...shortenings(word), word.replace(/es$/, ''), word.replace(/ies$/, 'y')];
}

/** What names that are alike have in common: every word but for a letter of one. */
export function nameKeys(name: string): string[] {
  const words = essential(wordsOf(name));
  if (words.length > 6) return [words.join(' ')];
  return words.flatMap((word, index) => shortenings(word).map((short) => words.with(index, short).join(' ')));
}
