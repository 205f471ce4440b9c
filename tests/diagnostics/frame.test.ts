import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { frame } from '../../src/diagnostics/frame.ts';
import { cellsOf } from '../../src/diagnostics/visible.ts';
import { expectLinear } from '../growth.ts';
import { anyText } from './arbitrary.ts';

/** The frame of the first occurrence of `word`. */
const frameOf = (line: string, word: string) => frame(line, line.indexOf(word) + 1, word.length);

/** What stands above the carets, found by counting columns. */
function aboveCarets({ text, offset, width }: ReturnType<typeof frame>): string {
  let column = 0;
  return cellsOf(text)
    .filter((cell) => {
      column += cell.width;
      return column > offset && column <= offset + width;
    })
    .map((cell) => cell.text)
    .join('');
}

describe('a line that fits', () => {
  test.each([
    ['start: 2017-18-12', '2017-18-12', 7, 10],
    ['\tstart: x', 'x', 11, 1],
    ['名前: 日本 x', '日本', 6, 4],
    ['名前: 日本 x', 'x', 11, 1],
    ['🎉👩‍👩‍👧 party', 'party', 5, 5],
    ['e\u0301te\u0301: x', 'x', 5, 1],
    ['\x1b[2J x', 'x', 5, 1],
    ['a\u202eb x', 'x', 11, 1],
  ])('%j: carets under %j', (line, word, offset, width) => {
    const drawn = frameOf(line, word);
    expect(drawn).toMatchObject({ offset, width });
    expect(aboveCarets(drawn)).toBe(word);
  });

  test('a span of nothing gets one caret', () => {
    expect(frame('abc', 2, 0)).toEqual({ text: 'abc', offset: 1, width: 1 });
  });

  test('a span at or past the end is behind the last character', () => {
    expect(frame('日本', 3, 1)).toEqual({ text: '日本', offset: 4, width: 1 });
    expect(frame('abc', 99, 5)).toEqual({ text: 'abc', offset: 3, width: 1 });
    expect(frame('', 1, 0)).toEqual({ text: '', offset: 0, width: 1 });
  });

  test('a span that runs on past the end stops there', () => {
    expect(frame('abc', 2, 99)).toEqual({ text: 'abc', offset: 1, width: 2 });
  });

  test('half a character marks all of it', () => {
    expect(frame('a🎉b', 3, 1)).toEqual({ text: 'a🎉b', offset: 1, width: 2 });
  });

  test('a lone accent still gets a caret', () => {
    expect(frame('\u0301', 1, 1)).toMatchObject({ offset: 0, width: 1 });
  });

  test('a line of exactly the room is whole', () => {
    const line = `${'a'.repeat(99)}b`;
    expect(frameOf(line, 'b').text).toBe(line);
    expect(frame(line, 1, 1).text).toBe(line);
  });
});

describe('a line too long', () => {
  test('is cut after', () => {
    expect(frame('a'.repeat(101), 1, 1)).toEqual({ text: `${'a'.repeat(100)}…`, offset: 0, width: 1 });
  });

  test('is cut before', () => {
    const drawn = frameOf(`${'a'.repeat(500)}b`, 'b');
    expect(drawn).toEqual({ text: `…${'a'.repeat(99)}b`, offset: 100, width: 1 });
  });

  test('is cut on both sides, the span in the middle', () => {
    const drawn = frameOf(`${'a'.repeat(500)}bcd${'e'.repeat(500)}`, 'bcd');
    expect(drawn.text).toBe(`…${'a'.repeat(48)}bcd${'e'.repeat(49)}…`);
    expect(aboveCarets(drawn)).toBe('bcd');
  });

  test('shows the start of a span that is itself too long', () => {
    const drawn = frameOf(`${'a'.repeat(500)}${'b'.repeat(500)}c`, 'b'.repeat(500));
    expect(drawn).toEqual({ text: `…${'b'.repeat(100)}…`, offset: 1, width: 100 });
  });

  test('keeps wide characters whole', () => {
    const drawn = frameOf(`${'日'.repeat(300)}x${'👩‍👩‍👧'.repeat(300)}`, 'x');
    expect(drawn.text).toMatch(/^…日+x(👩‍👩‍👧)+…$/u);
    expect(aboveCarets(drawn)).toBe('x');
  });

  test('says that there is more where a few columns hold a great many accents', () => {
    const accented = `a${'\u0301'.repeat(99)}`;
    const drawn = frameOf(`${accented.repeat(50)}x${accented.repeat(50)}`, 'x');
    expect(drawn.text).toMatch(/^….*x.*…$/u);
    expect(aboveCarets(drawn)).toBe('x');
  });

  test('costs little at any length', () => {
    expectLinear((times) => {
      const line = `${'日a'.repeat(times)}x${'b'.repeat(times)}`;
      expect(aboveCarets(frame(line, 2 * times + 1, 1))).toBe('x');
    }, 2_000_000);
  });
});

test('any line and span give one line of about the room, the carets within it', () => {
  const line = anyText.map((text) => text.repeat(20).replace(/[\r\n]/g, ' '));
  fc.assert(
    fc.property(
      line,
      fc.integer({ min: -5, max: 2000 }),
      fc.integer({ min: -5, max: 2000 }),
      (text, column, length) => {
        const drawn = frame(text, column, length);
        const width = cellsOf(drawn.text).reduce((sum, cell) => sum + cell.width, 0);
        expect(width).toBeLessThanOrEqual(110);
        expect(drawn.width).toBeGreaterThanOrEqual(1);
        expect(drawn.offset + drawn.width).toBeLessThanOrEqual(102);
      },
    ),
  );
});
