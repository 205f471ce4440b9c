/**
 * The candidate nearest to a misspelt word, at most `max` edits away; of equally near ones the first.
 * Case, `-` and `_` don't count. A word of three letters or fewer is allowed one edit only, and a single letter none,
 * as more would make nearly anything of it.
 */
export function closest(word: string, candidates: Iterable<string>, max = 2): string | undefined {
  const plain = plainOf(word);
  const letters = [...plain];
  const kinds = kindsIn(plain);
  let limit = letters.length <= 3 ? Math.min(max, letters.length <= 1 ? 0 : 1) : max;
  let best: string | undefined;
  for (const candidate of candidates) {
    if (limit < 0) break;
    const other = plainOf(candidate);
    // An edit takes one kind of letter out at most, and brings one in: most candidates are out of reach at a glance.
    if (bitsIn(kinds ^ kindsIn(other)) > 2 * limit) continue;
    const edits = distance(letters, [...other], limit);
    if (edits > limit) continue;
    best = candidate;
    // From here on only a nearer one will do.
    limit = edits - 1;
  }
  return best;
}

/** Names in a row for a sentence: `a`, `a or b`, `a, b or c`. Empty for none. */
export function listOf(names: readonly string[]): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
}

const plainOf = (word: string): string => word.normalize('NFC').toLowerCase().replace(/[-_]/g, '');

/** The kinds of letters in a word, as bits: all that share their last five bits are one kind. */
function kindsIn(word: string): number {
  let kinds = 0;
  for (const letter of word) kinds |= 1 << (letter.codePointAt(0)! & 31);
  return kinds;
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
