import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { createFonts } from '../../src/cards/fonts.ts';
import { charactersIn } from '../../src/cards/woff.ts';
import * as tables from '../../src/words/languages.ts';

const require = createRequire(import.meta.url);
const fonts = createFonts(require);

test('a font says which characters it has', () => {
  const file = require.resolve('@fontsource/inter/files/inter-latin-500-normal.woff');
  const codes = charactersIn(readFileSync(file));
  expect([...'AzäÖ–…€'].filter((each) => !codes.has(each.codePointAt(0)!))).toEqual([]);
  expect([...'Жलあ→🎉'].filter((each) => codes.has(each.codePointAt(0)!))).toEqual([]);
});

test('what is no font is refused', () => {
  expect(() => charactersIn(Buffer.from('<!doctype html>'))).toThrow('no WOFF file');
});

test.each(['en', 'de', 'fr', 'es', 'pt', 'pl', 'ja', 'hi', 'fa'])(
  'every word and date of the theme in %s',
  (language) => {
    const words = Object.values(tables.tableOf(language) ?? {}).flatMap((each) =>
      typeof each === 'string' ? each : Object.values(each as Record<string, string>),
    );
    expect(words.length).toBeGreaterThan(50);
    const format = new Intl.DateTimeFormat(language, { dateStyle: 'full', timeStyle: 'short', timeZone: 'UTC' });
    const dates = Array.from({ length: 12 }, (_, month) =>
      format.format(Date.UTC(2026, month, 2 * month + 1, 2 * month)),
    );
    expect([...words, ...dates].filter((each) => !fonts.covers(each))).toEqual([]);
  },
);

test.each(['Встреча ёлок', 'Συνάντηση', 'Đặng Thị Hằng', 'İstanbul’da şölen'])('%s', (text) => {
  expect(fonts.covers(text)).toBe(true);
  expect(fonts.drawable(text)).toBe(text);
});

test('scripts without a font are known as such', () => {
  expect(['พบปะ', '서울', 'שלום', 'தமிழ்'].filter(fonts.covers)).toEqual([]);
});

test('what has no shape is left out, and what joins letters stays', () => {
  expect(fonts.drawable('Tea 🎉👩‍💻 and ✓ cake')).toBe('Tea and cake');
  expect(fonts.drawable('سه\u200cشنبه')).toBe('سه\u200cشنبه');
  expect(fonts.drawable('e\u0301')).toBe('é');
});

test('only what a text needs is loaded, once for all texts that need the same', () => {
  const families = (text: string) => [...new Set(fonts.of(text).map(({ name }) => name))];
  expect(families('Tea')).toEqual(['inter latin']);
  expect(families('Łódź 東京')).toEqual(['inter latin', 'inter latin-ext', 'sawarabi-gothic japanese']);
  expect(fonts.of('Tea')).toBe(fonts.of('Cake'));
});

test('a family that is not installed is left out', () => {
  const paths = (name: string) => (name.includes('sawarabi') ? [] : require.resolve.paths(name));
  const resolve = Object.assign((name: string) => require.resolve(name), { paths });
  const fewer = createFonts({ resolve } as NodeJS.Require);
  expect(fewer.covers('東京')).toBe(false);
  expect(fewer.covers('Tea')).toBe(true);
  expect(fewer.version).not.toBe(fonts.version);
});
