import { expect, test } from 'vitest';
import { createMarkdown } from '../../src/markdown/markdown.ts';
import { expectLinear } from '../growth.ts';

const render = createMarkdown();
const inline = (text: string): string =>
  render(text)
    .html.trim()
    .replace(/^<p>|<\/p>$/g, '');

test.each([
  ['Hello :smile:', 'Hello 😄'],
  [':+1: :-1: :100: :white_check_mark:', '👍 👎 💯 ✅'],
  [':smile::heart:', '😄❤️'],
  ['(:tada:)', '(🎉)'],
  ['**:tada:** _:snake:_', '<strong>🎉</strong> <em>🐍</em>'],
  ['[:tada: Party](https://x.example)', '<a href="https://x.example">🎉 Party</a>'],
  ['こんにちは:smile:。', 'こんにちは😄。'],
  [
    '![Cake :cake:](https://x.example/c.png)',
    '<img src="https://x.example/c.png" alt="Cake 🍰" class="held" referrerpolicy="no-referrer">',
  ],
])('%s', (text, html) => {
  // Images may be given more attributes by others.
  expect(inline(text).replace(/ (?:loading|decoding)="\w+"/g, '')).toBe(html);
});

test.each([
  'doors at 19:00:30, talk at 10:30: be there',
  'from :00: to :30:',
  'a:b:c and a:x:c',
  '12:100:30',
  'std::vector and std::x::y',
  'aspect 16:9: wide',
  ':no_such_emoji: :constructor: :Smile: : smile : :smile :x',
  ':smile:s',
  '\\:smile:',
  ':smile\\:',
  ':',
  '::',
  ':::',
  'www.example.org/:smile:/a',
  'git+ssh://example.org/:smile:',
])('stays as it is: %s', (text) => {
  const { excerptText, remarks } = render(text);
  expect(excerptText).toBe(text.replaceAll('\\', ''));
  expect(remarks).toEqual([]);
});

test.each([
  ['`:smile:`', '<code>:smile:</code>'],
  ['<b title=":smile:">x</b>', '<b title=":smile:">x</b>'],
  ['<https://x.example/:smile:>', '<a href="https://x.example/:smile:">https://x.example/:smile:</a>'],
  ['https://x.example/:smile:/', '<a href="https://x.example/:smile:/">https://x.example/:smile:/</a>'],
  ['[a](https://x.example/:smile: ":smile:")', '<a href="https://x.example/:smile:" title=":smile:">a</a>'],
])('not in code, HTML or addresses: %s', (text, html) => {
  expect(inline(text)).toBe(html);
});

test('nothing happens in blocks of code and of HTML', () => {
  const text = '    :smile:\n\n```\n:smile:\n```\n\n<div>\n:smile:\n</div>\n';
  expect(render(text).html.match(/:smile:/g)).toHaveLength(3);
});

test('a heading of nothing else has an anchor', () => {
  expect(render('# :tada:').headings).toEqual([{ level: 1, id: 'section', text: '🎉', line: 0 }]);
  expect(render('# Party :tada: time').headings[0]!.text).toBe('Party 🎉 time');
});

test.each([':', ':smile:', ':smile', ':x ', '[:smile:', '::smile:'])('100,000 times "%s" is soon done', (piece) => {
  expectLinear((times) => render(piece.repeat(times)), piece.startsWith('[') ? 10_000 : 100_000);
});
