import { expect, test } from 'vitest';
import { parseInput } from '../../src/new/input.ts';

test('blank fields are left out, lines end in one way, and what cannot be seen is dropped', () => {
  const input = {
    title: ' Tea\u0000\u001b[31m',
    abstract: 'a\r\nb\rc\td',
    empty: '',
    nothing: null,
    talks: [{ title: 'x', code: ' ' }],
  };
  expect(parseInput(JSON.stringify(input))).toEqual({
    title: ' Tea[31m',
    abstract: 'a\nb\nc\td',
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
  ['null', /has to be an object/],
  ['"x"', /has to be an object/],
  [`${'{"a":'.repeat(30)}1${'}'.repeat(30)}`, /nested more than 20/],
])('%j is refused', (text, message) => {
  expect(() => parseInput(text)).toThrow(message);
});
