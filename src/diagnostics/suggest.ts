/**
 * The candidate nearest to a misspelt word, at most `max` edits away; of equally near ones the first.
 * Case, `-` and `_` don't count. A word of three letters or fewer is allowed one edit only, and a single letter none,
 * as more would make nearly anything of it.
 */
export function closest(word: string, candidates: Iterable<string>, max = 2): string | undefined {
  const read = readWord(word);
  let limit = limitFor(read, max);
  let best: string | undefined;
  for (const candidate of candidates) {
    if (limit < 0) break;
    const edits = editsBetween(read, readWord(candidate), limit);
    if (edits > limit) continue;
    best = candidate;
    // From here on only a nearer one will do.
    limit = edits - 1;
  }
  return best;
}

/** For many words and the same candidates: gives all that are near to a word, as near as for `closest`. */
export function createAlike(candidates: Iterable<string>): (word: string) => string[] {
  const known = [...candidates].map((candidate) => [candidate, readWord(candidate)] as const);
  return (word) => {
    const read = readWord(word);
    const limit = limitFor(read, 2);
    return known.flatMap(([candidate, other]) => (editsBetween(read, other, limit) <= limit ? candidate : []));
  };
}

interface Word {
  readonly letters: readonly string[];
  /** The kinds of letters in it, as bits: all that share their last five bits are one kind. */
  readonly kinds: number;
}

function readWord(word: string): Word {
  const letters = [...word.normalize('NFC').toLowerCase().replace(/[-_]/g, '')];
  let kinds = 0;
  for (const letter of letters) kinds |= 1 << (letter.codePointAt(0)! & 31);
  return { letters, kinds };
}

const limitFor = ({ letters: { length } }: Word, max: number): number =>
  length <= 3 ? Math.min(max, length <= 1 ? 0 : 1) : max;

/** An edit takes one kind of letter out at most, and brings one in: most words are out of reach at a glance. */
const editsBetween = (a: Word, b: Word, limit: number): number =>
  limit < 0 || bitsIn(a.kinds ^ b.kinds) > 2 * limit ? Infinity : distance(a.letters, b.letters, limit);

/** Names in a row for a sentence: `a`, `a or b`, `a, b or c`. Empty for none. */
export function listOf(names: readonly string[]): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
}

function bitsIn(number: number): number {
  let count = 0;
  for (let rest = number; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

/**
 * Edits that make `a` into `b`: a letter added, dropped, replaced, or swapped with its neighbour, no letter being
 * touched twice (optimal string alignment). `Infinity` beyond the limit.
 *
 * Only cells within `limit` of the diagonal can matter, so a row holds just those: `row[k]` is the distance between
 * the first `i` letters of `a` and the first `i + k - limit` of `b`.
 */
function distance(a: readonly string[], b: readonly string[], limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return Infinity;
  let before: readonly number[] = [];
  let above: readonly number[] = [];
  for (let i = 0; i <= a.length; i++) {
    const row: number[] = [];
    for (let k = 0; k <= 2 * limit; k++) {
      const j = i + k - limit;
      row.push(j < 0 || j > b.length ? Infinity : i === 0 ? j : cell(i, j, k, row));
    }
    if (Math.min(...row) > limit) return Infinity;
    before = above;
    above = row;
  }
  return above[b.length - a.length + limit] ?? Infinity;

  function cell(i: number, j: number, k: number, row: readonly number[]): number {
    const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
    return Math.min(
      (row[k - 1] ?? Infinity) + 1,
      (above[k + 1] ?? Infinity) + 1,
      (above[k] ?? Infinity) + (a[i - 1] === b[j - 1] ? 0 : 1),
      swapped ? (before[k] ?? Infinity) + 1 : Infinity,
    );
  }
}
