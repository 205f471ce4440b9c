import { expect, test, vi } from 'vitest';
import { createSpanOf } from '../../src/render/places.ts';
import { entryOf } from '../support.ts';

const spanOf = (text: string) => {
  const find = createSpanOf({ entry: entryOf('a.md', text), text, line: 5 });
  return (near: string, lines?: readonly [number, number]): string => {
    const { path, line, column, length } = find(near, lines);
    expect(path).toBe('content/a.md');
    return `${line}:${column} ${length}`;
  };
};

test('the first, then the next, then the first again', () => {
  const at = spanOf('a b\r\nb b\rc');
  expect([at('b'), at('b'), at('b'), at('b'), at('b')]).toEqual(['5:3 1', '6:1 1', '6:3 1', '5:3 1', '5:3 1']);
});

test('between the lines that are given', () => {
  const at = spanOf('b\na\nb b\nb');
  expect([at('b', [1, 3]), at('b', [1, 3]), at('b', [3, 4]), at('b', [0, 1])]).toEqual([
    '7:1 1',
    '7:3 1',
    '8:1 1',
    '5:1 1',
  ]);
});

test('what is percent-encoded was perhaps not written so', () => {
  expect(spanOf('[a](<ü b.md>)')('%C3%BC%20b.md')).toBe('5:6 6');
  expect(spanOf('[a](%C3%BC.md)')('%C3%BC.md')).toBe('5:5 9');
  expect(spanOf('100%')('100%')).toBe('5:1 4');
});

test('what is not there is the first of the lines', () => {
  expect(spanOf('a\nbcd')('x', [1, 2])).toBe('6:1 3');
  expect(spanOf('')('x')).toBe('5:1 1');
});

test('a text is searched a few times, however often it is asked about', () => {
  const text = 'x '.repeat(50_000);
  const at = spanOf(text);
  const { indexOf } = String.prototype;
  let searched = 0;
  const spy = vi.spyOn(String.prototype, 'indexOf').mockImplementation(function (this: string, part, from = 0) {
    const found = indexOf.call(this, part, from);
    searched += (found < 0 ? this.length : found) - from;
    return found;
  });
  for (let count = 0; count < 50_000; count += 1) at('x');
  for (let count = 0; count < 50_000; count += 1) at('y', [0, 1]);
  for (let count = 0; count < 50_000; count += 1) at('x x', [0, 1]);
  spy.mockRestore();
  expect(searched).toBeLessThan(10 * text.length);
});
