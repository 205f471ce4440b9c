import { expect, test } from 'vitest';
import { dressLines, splitLines } from '../../src/markdown/code-lines.ts';

test.each<[html: string, lines: readonly string[]]>([
  ['a\nb\n', ['a', 'b']],
  ['a', ['a']],
  ['\n\n', ['', '']],
  [
    '<span class="s">a\n\nb</span> c\n',
    ['<span class="s">a</span>', '<span class="s"></span>', '<span class="s">b</span> c'],
  ],
  [
    '<span class="a">1<span class="b">2\n3</span>4\n5</span>',
    [
      '<span class="a">1<span class="b">2</span></span>',
      '<span class="a"><span class="b">3</span>4</span>',
      '<span class="a">5</span>',
    ],
  ],
])('%j is cut into lines that stand alone', (html, lines) => {
  expect(splitLines(html)).toEqual(lines);
});

test('spans nested without measure are not copied onto every line', () => {
  expect(splitLines(`${'<span class="a">\n'.repeat(5000)}${'</span>'.repeat(5000)}`)).toBeUndefined();
});

test.each<[highlighted: readonly [number, number][], first: number | undefined, html: string]>([
  [[], undefined, 'a\nb\nc\n'],
  [[[2, 2]], undefined, 'a\n<mark>b\n</mark>c\n'],
  [
    [
      [1, 1],
      [3, 9],
    ],
    undefined,
    '<mark>a\n</mark>b\n<mark>c\n</mark>',
  ],
  [[[7, 9]], undefined, 'a\nb\nc\n'],
  [[[3, 1]], undefined, 'a\nb\nc\n'],
  [[], 9, '<span data-line="9">a\n</span><span data-line="10">b\n</span><span data-line="11">c\n</span>'],
  // Lines are pointed out by their place, not by their number.
  [[[2, 2]], 9, '<span data-line="9">a\n</span><mark data-line="10">b\n</mark><span data-line="11">c\n</span>'],
])('lines %j pointed out, numbered from %s', (highlighted, first, html) => {
  expect(dressLines(['a', 'b', 'c'], highlighted, first)).toBe(html);
});
