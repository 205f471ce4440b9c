import { describe, expect, test } from 'vitest';
import { createMarkdown } from '../../src/markdown/markdown.ts';
import { quotesOf } from '../../src/markdown/typography.ts';

const html = (text: string, quotes?: string): string =>
  createMarkdown({ quotes })(text).html.replace(/<\/?p>|\n$/g, '');
const text = `"It's 'so'", she said (c) -- ...`;

test.each([
  [undefined, "&quot;It's 'so'&quot;, she said (c) -- ..."],
  ['en', '“It’s ‘so’”, she said (c) -- ...'],
  ['de', '„It’s ‚so‘“, she said (c) -- ...'],
  ['fr', '«\u00a0It’s “so”\u00a0», she said (c) -- ...'],
])('in %s', (language, expected) => expect(html(text, language)).toBe(expected));

describe('the nearest that is known', () => {
  test.each([
    ['de-AT', '„“‚‘'],
    ['de-CH', '«»‹›'],
    ['pt-BR', '“”‘’'],
    ['pt', '«»“”'],
    ['zh-Hant-TW', '「」『』'],
    ['tlh', '“”‘’'],
  ])('%s', (language, quotes) => expect(quotesOf(language).join('')).toBe(quotes));
});

test('code, addresses and attributes keep theirs', () => {
  expect(html('`"a"` [b](https://a.example "e") {{ "f" }}', 'en')).toBe(
    '<code>&quot;a&quot;</code> <a href="https://a.example" title="e">b</a> {{ &quot;f&quot; }}',
  );
  expect(html('```\n"a"\n```', 'en')).toContain('&quot;a&quot;');
  expect(html('*a*{title="b"}', 'en')).toBe('<em title="b">a</em>');
});
