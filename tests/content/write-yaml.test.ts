import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readFrontMatter } from '../../src/content/front-matter.ts';
import { writeContent, writeYaml } from '../../src/content/write-yaml.ts';
import { sourceOf } from '../support.ts';

test.each([
  ['2026-10-06 19:00'],
  ['19:00-21:00'],
  ['Ada O’Neill, Bo'],
  ["L'atelier"],
  ['https://example.org/#top'],
  ['no'],
  ['🎉'],
])('%s stands there as it is', (text) => expect(writeYaml({ a: text })).toBe(`a: ${text}\n`));

test.each([
  ['Tea: green', "'Tea: green'"],
  ['C# # 5', "'C# # 5'"],
  ['- dash', "'- dash'"],
  ["L'atelier: #5", '"L\'atelier: #5"'],
  [`it's: "both"`, `'it''s: "both"'`],
  ['2026', "'2026'"],
  ['true', "'true'"],
  ['', "''"],
  ['a\u2028b', '"a\\Lb"'],
  ['one\n\n  two\n', '|\n  one\n\n    two'],
])('%j is written %s', (text, written) => expect(writeYaml({ a: text })).toBe(`a: ${written}\n`));

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.string({ unit: 'grapheme', maxLength: 10 }),
  fc.stringMatching(/^[-#:'"[\]{}|>&*!%@`,?=<~. \t\n\ra0n\u2028\u0085\ufeff]{0,12}$/),
  fc.constantFrom('---', 'a\n---\nb', '...', '19:00', '<<'),
);
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    text,
    fc.boolean(),
    fc.integer(),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(text, tie('value'), { maxKeys: 3 }),
  ),
}));
const plain = (read: unknown): unknown => JSON.parse(JSON.stringify(read));

test('whatever fields and body a file is made of, they are found again in it', () => {
  fc.assert(
    fc.property(fc.dictionary(text, value, { maxKeys: 3 }), text, (fields, body) => {
      const { data, body: read, diagnostics } = readFrontMatter(sourceOf('x.md', writeContent(fields, body)));
      expect({ data: plain(data), body: read.text.trim(), diagnostics }).toEqual({
        data: plain(fields),
        body: body.trim(),
        diagnostics: [],
      });
    }),
    { numRuns: 1000 },
  );
});
