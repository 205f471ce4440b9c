import { expect, test } from 'vitest';
import { rewriteTags } from '../../src/markdown/html-tags.ts';

const rewritten = (html: string): string =>
  rewriteTags(html, ({ name, get }) =>
    name === 'img'
      ? [
          ['src', `(${get('src')})`],
          ['width', '3'],
          ['hidden', ''],
          ['old', undefined],
        ]
      : [],
  );

test.each([
  ['<img src="a">', '<img width="3" hidden src="(a)">'],
  ['<img src=a>', '<img width="3" hidden src="(a)">'],
  ["<IMG\n SRC = 'a\"b' alt>", '<IMG width="3" hidden\n src="(a&quot;b)" alt>'],
  ['<img src="a&amp;b" width=9 />', '<img hidden src="(a&amp;b)" width="3" />'],
  ['<img src=a old="x" alt="y">', '<img width="3" hidden src="(a)" alt="y">'],
  ['<img src=a src=b>', '<img width="3" hidden src="(a)" src=b>'],
  ['<img alt="a > b" src=c>d', '<img width="3" hidden alt="a > b" src="(c)">d'],
])('%j', (html, expected) => expect(rewritten(html)).toBe(expected));

test.each([
  'a < b <p src="a">',
  '<!-- <img src=a> -->',
  '<script>"<img src=a>"</script>',
  '<textarea><img src=a></textarea>',
  '</img>',
  '<img src="a',
])('%j stays', (html) => expect(rewritten(html)).toBe(html));
