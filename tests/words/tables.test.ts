import { describe, expect, test } from 'vitest';
import { en, type WordKey } from '../../src/words/en.ts';
import { tableOf, tables } from '../../src/words/languages.ts';
import { placeholdersOf } from '../../src/words/message.ts';

const keys = Object.keys(en) as WordKey[];
/** What stands between two words. */
const isBetween = (key: WordKey): boolean => key === 'comma' || key === 'colon';

test('the nine languages are there, by the shortest tag', () => {
  expect(Object.keys(tables).sort()).toEqual(['de', 'en', 'es', 'fa', 'fr', 'hi', 'ja', 'pl', 'pt']);
});

describe.each(Object.entries(tables))('%s', (language, table) => {
  test('has every word, and no other', () => {
    expect(Object.keys(table).sort()).toEqual(keys.toSorted());
  });

  test('has the placeholders of the English words', () => {
    const wrong = keys.filter((key) => `${placeholdersOf(table[key])}` !== `${placeholdersOf(en[key])}`);
    expect(wrong).toEqual([]);
  });

  test('has just the forms that its numbers need', () => {
    const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
    const forms = keys.flatMap((key) => {
      const message = table[key];
      return typeof message === 'string' ? [] : [[key, Object.keys(message).sort()]];
    });
    expect(forms).toEqual(forms.map(([key]) => [key, [...pluralCategories].sort()]));
  });

  test('has no word that begins or ends with a blank, but for what stands between two', () => {
    const texts = keys.flatMap((key) => (typeof table[key] === 'string' ? [[key, table[key]] as const] : []));
    expect(texts.filter(([key, text]) => !isBetween(key) && (text === '' || text !== text.trim()))).toEqual([]);
  });
});

/** Words of other languages that are the same in English, or a name. */
const shared = {
  de: 'meetup links online isOnline website workshop video code agenda infoTitle',
  es: 'meetup errorTitle',
  fr: 'meetup pages page agenda code places noteTitle infoTitle importantTitle questionTitle attentionTitle dangerTitle',
  pl: 'meetup online isOnline diagram',
  pt: 'meetup links slides',
} as Readonly<Record<string, string>>;

test.each(Object.keys(tables).filter((language) => language !== 'en'))('%s is no English', (language) => {
  const allowed = shared[language]?.split(' ') ?? [];
  const same = keys.filter(
    (key) => !isBetween(key) && JSON.stringify(tables[language]![key]) === JSON.stringify(en[key]),
  );
  expect(same.filter((key) => !allowed.includes(key))).toEqual([]);
});

test.each([
  ['pt-BR', 'pt'],
  ['de-AT', 'de'],
  ['fa-u-ca-gregory', 'fa'],
  ['ja-Latn-JP', 'ja'],
])('%s has the words of %s', (variety, language) => {
  expect(tableOf(variety)).toBe(tables[language]);
});

test.each(['fi', 'zh-Hant', 'dea'])('%s has none', (language) => {
  expect(tableOf(language)).toBeUndefined();
});
