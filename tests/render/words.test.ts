import nunjucks from 'nunjucks';
import { expect, test } from 'vitest';
import { createLanguageFilters } from '../../src/render/languages.ts';
import { createT } from '../../src/render/words.ts';
import { english, wordsOf } from '../../src/words/words.ts';

const html = (text: string) => new nunjucks.runtime.SafeString(text);
const t = createT(() => english);

test('text stays text, which the template escapes', () => {
  expect(t('talksAbout', { tag: '<b>' })).toBe('Talks about <b>');
});

test('around HTML, all else is escaped', () => {
  const own = createT(wordsOf({ language: 'en', words: { pageOf: '<i>{number}</i> & {count}' } }));
  const made = own('pageOf', { number: html('<b>1</b>'), count: '<2>' });
  expect(made).toBeInstanceOf(nunjucks.runtime.SafeString);
  expect(String(made)).toBe('&lt;i&gt;<b>1</b>&lt;/i&gt; &amp; &lt;2&gt;');
});

test('what is in another language says so, and what is not does not', () => {
  const { inLanguage, linksTo, languageName } = createLanguageFilters(() => 'pt');
  const said = (language?: string) => [inLanguage(language), linksTo(language), languageName(language)].map(String);
  expect(said('pt')).toEqual(['', '', '']);
  expect(said(undefined)).toEqual(['', '', '']);
  expect(said('pt-BR')).toEqual([' lang="pt-BR"', ' hreflang="pt-BR"', '']);
  expect(said('en-GB')).toEqual([' lang="en-GB"', ' hreflang="en-GB"', 'English']);
  expect(said('fa')).toEqual([' lang="fa" dir="rtl"', ' hreflang="fa"', 'فارسی']);
});
