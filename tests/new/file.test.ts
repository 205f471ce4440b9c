import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from '../../src/content/parse.ts';
import { kinds } from '../../src/content/source.ts';
import { fileText, idOf } from '../../src/new/file.ts';
import { readData } from '../../src/new/read.ts';
import { makings } from '../../src/new/things.ts';
import { sourceOf } from '../support.ts';

describe('what a file is called', () => {
  test.each([
    ['Tea & Cake', 'tea-and-cake'],
    ['../../.env', 'env'],
    ['/etc/passwd', 'etc-passwd'],
    ['C:\\Windows', 'c-windows'],
    ['Index', 'index-page'],
    ['nul', 'nul-page'],
    ['Über uns', 'über-uns'],
    ['日本語', '日本語'],
    ['?!', '3f-21'],
    [`${'long '.repeat(20)}`, 'long-long-long-long-long-long-long-long-long-long'],
    ['x'.repeat(80), 'x'.repeat(50)],
  ])('%j', (name, id) => {
    expect(idOf('page', name)).toBe(id);
  });

  test('a date comes first', () => {
    expect(idOf('event', 'Con', '2026-10-06')).toBe('2026-10-06-con');
  });

  test('is one name, whatever it is made of', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (name) => {
        fc.pre(name.trim() !== '');
        const id = idOf('page', name);
        expect(id).not.toMatch(/[/\\:*?"<>|\p{Cc}]|^[._]|^$/u);
        expect(Buffer.byteLength(id)).toBeLessThan(240);
      }),
    );
  });
});

test('fields stand in the order of the reference, and the body below them', () => {
  const data = { venue: 'mill', body: '\n# Soup\n\n', start: '2026-10-06 19:00', title: 'Tea: green', capacity: 40 };
  expect(fileText('event', data)).toBe(
    "---\ntitle: 'Tea: green'\nstart: 2026-10-06 19:00\nvenue: mill\ncapacity: 40\n---\n\n# Soup\n",
  );
});

const value = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    'true',
    'no',
    '~',
    '0x1F',
    '1_000',
    '.inf',
    '---',
    'a\n---\nb',
    'x\u2028---\u2028y',
    '2026-10-06',
    '19:00',
    '*a',
  ),
  fc.boolean(),
  fc.double(),
  fc.array(fc.string({ maxLength: 10 }), { maxLength: 3 }),
  fc.dictionary(fc.string({ minLength: 1, maxLength: 8 }), fc.string({ maxLength: 10 }), { maxKeys: 3 }),
);

test.each(kinds)('a %s’s file gives back the fields that it was made of', (kind) => {
  const { schema } = makings[kind];
  const names = fc.constantFrom(...Object.keys(schema).filter((name) => name !== 'layout'));
  const needed = kind === 'event' ? { start: '2026-10-06' } : {};
  let accepted = 0;
  fc.assert(
    fc.property(fc.dictionary(names, value, { maxKeys: 4 }), fc.string({ unit: 'binary' }), (some, body) => {
      const data = { ...some, ...needed };
      const { values, mistakes } = readData(kind, data);
      if (mistakes.length > 0) return;
      accepted += 1;
      const entry = parse(sourceOf(`${makings[kind].folder || 'x'}/y.md`, fileText(kind, { ...data, body }))).value;
      expect(JSON.parse(JSON.stringify(entry.fields))).toEqual(JSON.parse(JSON.stringify(values)));
      expect(entry.body.text.trim()).toBe(body.trim());
      expect(entry.unknown).toEqual({});
    }),
    { numRuns: 300 },
  );
  expect(accepted).toBeGreaterThan(20);
});
