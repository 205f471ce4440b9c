import { expect, test } from 'vitest';
import { parseInput } from '../../src/new/input.ts';

test('blank fields are left out, lines end in one way, and what cannot be seen is dropped', () => {
  const input = {
    title: ' Tea\u0000\u001b[31m \u202edlo\u2066 \u0646\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645 👩\u200d💻',
    abstract: 'a\r\nb\rc\td\u2028e',
    empty: '',
    nothing: null,
    talks: [{ title: 'x', code: ' ' }],
  };
  expect(parseInput(JSON.stringify(input))).toEqual({
    title: ' Tea[31m dlo \u0646\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645 👩\u200d💻',
    abstract: 'a\nb\nc\td\ne',
    talks: [{ title: 'x' }],
  });
});

test('half a character becomes a whole one', () => {
  expect(parseInput('{"title": "\\ud83d"}')).toEqual({ title: '\ufffd' });
});

test('a field named as what every object has is a field', () => {
  expect(Object.keys(parseInput('{"__proto__": {"title": "x"}}'))).toEqual(['__proto__']);
});

test.each([
  ['', /no JSON/],
  ['\u001b[2J\n::error::x', /no JSON \([^\p{Cc}]*\)$/u],
  ['null', /has to be an object/],
  ['"x"', /has to be an object/],
  [`${'{"a":'.repeat(30)}1${'}'.repeat(30)}`, /nested more than 20/],
])('%j is refused', (text, message) => {
  expect(() => parseInput(text)).toThrow(message);
});
