import { expect, test } from 'vitest';
import { initials, shorten } from '../../src/render/text.ts';

test.each([
  ['short', 10, 'short'],
  ['exactly 10', 10, 'exactly 10'],
  ['one two three', 10, 'one two…'],
  ['one two, three', 12, 'one two,…'],
])('%j in %d characters is %j', (text, longest, expected) => expect(shorten(text, longest)).toBe(expected));

test.each([
  ['Ada Lovelace', 'AL'],
  ['ada', 'A'],
  ['Jean-Luc van Picard', 'JP'],
  ['  bo   li ', 'BL'],
  ['山田 太郎', '山太'],
  ['e\u0301mile zola', 'E\u0301Z'],
  ['Ada (she) 🦀', 'AS'],
  ['🦀', ''],
  ['', ''],
])('%j stands as %j', (name, letters) => expect(initials(name).normalize()).toBe(letters.normalize()));
