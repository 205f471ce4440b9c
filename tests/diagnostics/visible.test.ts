import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cellsOf, visible } from '../../src/diagnostics/visible.ts';
import { anyText } from './arbitrary.ts';

test.each([
  ['\x1b[31m', '␛[31m'],
  ['a\0b', 'a␀b'],
  ['a\r\n\tb', 'a␍␊␉b'],
  ['\x7f', '␡'],
  ['\u009b2J', '<U+009B>2J'],
  ['\u202eabc', '<U+202E>abc'],
  ['\u2028', '<U+2028>'],
  ['19:00\u200b', '19:00<U+200B>'],
  ['\ud83d!', '<U+D83D>!'],
])('%j is shown as %s', (text, expected) => {
  expect(visible(text)).toBe(expected);
});

test.each(['plain', 'Grüße', '日本語', '👩‍👩‍👧 🏴󠁧󠁢󠁥󠁮󠁧󠁿', 'می‌خواهم', 'e\u0301', 'a\u00a0b'])('%s stays as it is', (text) => {
  expect(visible(text)).toBe(text);
});

test.each([
  ['a', 1],
  ['é', 1],
  ['e\u0301\u0323', 1],
  ['\u0301', 0],
  ['日', 2],
  ['한', 2],
  ['\u1112\u1161\u11ab', 2], // the same syllable, decomposed
  ['ｱ', 1], // halfwidth
  ['Ａ', 2], // fullwidth
  ['𠮷', 2],
  ['🎉', 2],
  ['👩‍👩‍👧', 2],
  ['🇩🇪', 2],
  ['❤️', 2],
  ['❤', 1],
  ['\t', 4],
  ['\x1b', 1],
  ['\u202e', 8],
])('%j takes %i columns as one cell', (text, width) => {
  const cells = cellsOf(text);
  expect(cells).toHaveLength(1);
  expect(cells[0]).toMatchObject({ width, start: 0, end: text.length });
});

test('cells cover the whole line, in order', () => {
  fc.assert(
    fc.property(anyText, (line) => {
      let end = 0;
      for (const cell of cellsOf(line)) {
        expect(cell.start).toBe(end);
        end = cell.end;
      }
      expect(end).toBe(line.length);
    }),
  );
});
