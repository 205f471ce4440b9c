import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { closest, createAlike, listOf } from '../../src/diagnostics/suggest.ts';
import { expectLinear } from '../growth.ts';

describe('closest', () => {
  const fields = ['title', 'description', 'start', 'end', 'event_date', 'speakers', 'venue', 'url'];

  test.each([
    ['tilte', 'title'], // a swap is one edit
    ['discription', 'description'],
    ['starts', 'start'],
    ['spaekres', 'speakers'], // two swaps
    ['vnue', 'venue'],
    ['uri', 'url'],
  ])('%s -> %s', (word, expected) => {
    expect(closest(word, fields)).toBe(expected);
  });

  test.each(['EventDate', 'EVENT-DATE', 'event_date', '_eventdate_'])(
    '%s differs from event_date in spelling only',
    (word) => {
      expect(closest(word, fields, 0)).toBe('event_date');
    },
  );

  test('gives nothing beyond the limit', () => {
    expect(closest('sponsor', fields)).toBeUndefined();
    expect(closest('desktop', fields)).toBeUndefined();
    expect(closest('tilte', fields, 0)).toBeUndefined();
    expect(closest('title', [])).toBeUndefined();
  });

  test('allows more edits where asked', () => {
    expect(closest('descrptn', fields)).toBeUndefined();
    expect(closest('descrptn', fields, 3)).toBe('description');
  });

  test('allows a word of three letters one edit, and a single letter none', () => {
    expect(closest('a', ['b', 'ab'])).toBeUndefined();
    expect(closest('A', ['b', 'a'])).toBe('a');
    expect(closest('edn', fields)).toBe('end');
    expect(closest('eat', ['end'])).toBeUndefined();
    expect(closest('e-a-t', ['end'])).toBeUndefined();
    expect(closest('east', ['end'])).toBeUndefined();
    expect(closest('easd', ['end'])).toBe('end');
  });

  test('prefers the nearest, then the first', () => {
    expect(closest('tags', ['tangs', 'tag', 'tags'])).toBe('tags');
    expect(closest('post', ['host', 'cost'])).toBe('host');
    expect(closest('post', ['cost', 'host'])).toBe('cost');
    expect(closest('posts', ['hosts', 'post'])).toBe('hosts');
  });

  test('counts letters, not UTF-16 units', () => {
    expect(closest('a😀😃b', ['a😃😀b'], 1)).toBe('a😃😀b');
    expect(closest('cafe\u0301s', ['caf\u00e9s'], 0)).toBe('caf\u00e9s');
  });

  test('agrees with the textbook table', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 4, maxLength: 9 });
    fc.assert(
      fc.property(word, word, fc.nat(5), (a, b, max) => {
        expect(closest(a, [b], max)).toBe(tableDistance(a, b) <= max ? b : undefined);
      }),
      { numRuns: 2000 },
    );
  });

  test('is not slowed by long words', () => {
    expectLinear((times) => {
      const long = 'ab'.repeat(times);
      expect(closest(long, ['title', `${long}c`, `c${long.slice(1)}`, long])).toBe(long);
    }, 50_000);
  });
});

test.each([
  [[], ''],
  [['a'], 'a'],
  [['a', 'b'], 'a or b'],
  [['a', 'b', 'c'], 'a, b or c'],
  [['a', 'b', 'c', 'd'], 'a, b, c or d'],
])('listOf(%j) is "%s"', (names: readonly string[], expected) => {
  expect(listOf(names)).toBe(expected);
});

/** Optimal string alignment over the whole table, for comparison. */
function tableDistance(a: string, b: string): number {
  const table: number[][] = [];
  for (let i = 0; i <= a.length; i++) {
    table.push([]);
    for (let j = 0; j <= b.length; j++) {
      const swap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      table[i]![j] =
        i === 0 || j === 0
          ? i + j
          : Math.min(
              table[i - 1]![j]! + 1,
              table[i]![j - 1]! + 1,
              table[i - 1]![j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1),
              swap ? table[i - 2]![j - 2]! + 1 : Infinity,
            );
    }
  }
  return table[a.length]![b.length]!;
}

test('all that are alike are those that would be the closest if they stood alone', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'é', '-'), maxLength: 6 });
  fc.assert(
    fc.property(word, fc.array(word), (written, words) => {
      const alone = words.filter((other) => closest(written, [other]) !== undefined);
      expect(createAlike(words)(written)).toEqual(alone);
    }),
  );
});
