import { expect, test } from 'vitest';
import { english, wordsOf } from '../../src/words/words.ts';

const wordsIn = (language: string, words = {}) => wordsOf({ language, words });

test('values stand where the words say', () => {
  expect(english.t('pageOf', { number: 2, count: 30 })).toBe('Page 2 of 30');
  expect(wordsIn('ja')().t('pageOf', { number: 2, count: 30 })).toBe('30ページ中2ページ目');
  expect(english.t('talksAbout', { tag: '{year} $& tea' })).toBe('Talks about {year} $& tea');
});

test.each([
  ['en', 1, 'and 1 more talk'],
  ['en', 2, 'and 2 more talks'],
  ['pl', 1, 'i jeszcze 1 prelekcja'],
  ['pl', 3, 'i jeszcze 3 prelekcje'],
  ['pl', 5, 'i jeszcze 5 prelekcji'],
  ['pl', 22, 'i jeszcze 22 prelekcje'],
  ['ja', 1, 'ほか1件の発表'],
  ['fa', 5, 'و ۵ ارائهٔ دیگر'],
])('in %s, %d is counted rightly', (language, count, text) => {
  expect(wordsIn(language)().t('moreTalks', { count })).toBe(text);
});

test('a year is no quantity', () => {
  expect(wordsIn('de')().t('talksIn', { year: 2026 })).toBe('Vorträge 2026');
  expect(english.t('talksIn', { year: 2026 })).toBe('Talks in 2026');
});

test.each([
  ['de', 'Ada, Bo und Cy'],
  ['ja', 'Ada、Bo、Cy'],
  ['pl', 'Ada, Bo i Cy'],
])('in %s names are listed', (language, text) => {
  const words = wordsIn(language)();
  const names = ['Ada', 'Bo', 'Cy'];
  expect(words.list(names)).toBe(text);
  expect(names.map((name, index) => name + words.gap(index, names.length)).join('')).toBe(text);
});

test('nothing stands behind a name alone', () => {
  expect(english.gap(0, 1)).toBe('');
});

test("a site's own words outweigh the built-in ones, and what is missing is English", () => {
  expect(wordsIn('de', { talks: 'Talks' })().t('talks')).toBe('Talks');
  expect(wordsIn('de', { talks: 'Talks' })().t('posts')).toBe('Beiträge');
  expect(wordsIn('fi', { talks: 'Puheet' })().t('talks')).toBe('Puheet');
  expect(wordsIn('fi', { talks: 'Puheet' })().t('posts')).toBe('Posts');
});

test('a page in another language has the words of that language, else those of the site', () => {
  const words = wordsIn('de-AT', { talks: 'Vortragerl' });
  expect(words('fr').t('talks')).toBe('Présentations');
  expect(words('fi').t('talks')).toBe('Vortragerl');
  expect(words('de-CH').t('talks')).toBe('Vortragerl');
  expect(words('fi').language).toBe('fi');
});

test('words that there are not are an error that says which are meant', () => {
  expect(() => english.pattern('nextEvnet')).toThrow('there are no words `nextEvnet`; did you mean `nextEvent`?');
  expect(() => english.pattern('constructor')).toThrow('there are no words `constructor`');
});
