import { expect, test } from 'vitest';
import { createIgnored } from '../../src/check/ignored.ts';

test.each([
  ['https://a.example/old/', 'https://a.example/old/page', true],
  ['https://a.example/old/', 'https://a.example/new', false],
  ['https://a.example/*.pdf', 'https://a.example/x/y.pdf?z', true],
  ['a.example', 'https://a.example', true],
  ['a.example', 'http://www.a.example/x', true],
  ['a.example', 'https://a.example.org/', false],
  ['a.example', 'https://other.example/a.example', false],
  ['*.example', 'https://b.example/', true],
  ['testing', 'testing', true],
  ['testing', 'Testing', true],
  ['testing', 'testings', false],
  ['Ann *', 'Ann Lee', true],
  ['node.js', 'node.js', true],
  ['c++', 'c++', true],
  ['(', '(', true],
])('%s ignores %s: %s', (pattern, words, expected) => {
  expect(createIgnored([pattern])(words)).toBe(expected);
});

test('nothing is ignored unasked', () => expect(createIgnored([])('anything')).toBe(false));

test('many stars take no time', () => {
  expect(createIgnored(['*a'.repeat(5_000)])(`${'a'.repeat(20_000)}b`)).toBe(false);
});
