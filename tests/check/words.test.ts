import { expect, test } from 'vitest';
import { checkWords } from '../../src/check/words.ts';
import { en } from '../../src/words/en.ts';
import { brief, siteOf } from '../support.ts';

const checked = (config: string) => checkWords({ site: siteOf({}, { config }).value });
const all = Object.keys(en).length;

test('a site in a language without a table is told how many words are missing, once', () => {
  const config = 'title: Tee\nlanguage: fi\nwords: {talks: Puheet, nextEvent: Pian}\n';
  const found = checked(config);
  expect(brief(config, found)).toEqual(['missing-words 2:11 fi']);
  expect(found[0]!.message).toBe(`${all - 2} of the theme’s ${all} words are missing in \`fi\` and stand in English`);
});

test.each(['', 'language: pt-BR', 'language: fa-u-ca-gregory'])('"%s" lacks nothing', (config) => {
  expect(checked(config)).toEqual([]);
});

test('one that brings all of them lacks nothing', () => {
  expect(checked(`language: fi\nwords: ${JSON.stringify(en)}`)).toEqual([]);
});
