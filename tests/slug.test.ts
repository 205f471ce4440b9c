import fc from 'fast-check';
import { expect, test } from 'vitest';
import { slugify } from '../src/slug.ts';
import { anyText } from './diagnostics/arbitrary.ts';

test.each([
  ['Ada Lovelace', 'ada-lovelace'],
  ['  Ada   LOVELACE! ', 'ada-lovelace'],
  ['ada_lovelace', 'ada-lovelace'],
  ["O’Brien & O'Brien", 'obrien-and-obrien'],
  ['C', 'c'],
  ['C++', 'c-plus-plus'],
  ['C#', 'c-sharp'],
  ['R&D @ Home', 'r-and-d-at-home'],
  ['Köln', 'köln'],
  ['Ko\u0308ln', 'köln'],
  ['ΚΌΣΜΟΣ', 'κόσμος'],
  ['東京 Python', '東京-python'],
  ['हिन्दी', 'हिन्दी'],
  ['İstanbul', 'i\u0307stanbul'],
  ['2026-10-06', '2026-10-06'],
  // Without a letter, its signs tell a name apart.
  ['🦀', '1f980'],
  [' !? ', '21-3f'],
  ['', ''],
])('%j gives %j', (name, slug) => expect(slugify(name)).toBe(slug));

test('a slug of a slug is itself, and holds only letters, digits and single hyphens', () => {
  const marked = fc.string({ unit: fc.constantFrom('e', "'", '\u0301', '\u0323', 'İ', 'Σ', ' ', '+', '-') });
  fc.assert(
    fc.property(fc.oneof(anyText, marked), (name) => {
      const slug = slugify(name);
      expect(slugify(slug)).toBe(slug);
      expect(slug).toMatch(/^(?:[\p{L}\p{M}\p{N}]+(?:-[\p{L}\p{M}\p{N}]+)*)?$/u);
    }),
    { numRuns: 1000 },
  );
});
