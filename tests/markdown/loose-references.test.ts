import { expect, test } from 'vitest';
import { createMarkdown } from '../../src/markdown/markdown.ts';
import { expectLinear } from '../growth.ts';

const render = createMarkdown();
const defined = '\n\n[us]: https://a.example "We"\n[map]: https://b.example';
const html = (text: string): string => render(text + defined).html.replace(/^<p>|<\/p>\n$/g, '');
const us = (text: string): string => `<a href="https://a.example" title="We">${text}</a>`;
const map = (text: string): string => `<a href="https://b.example">${text}</a>`;

test.each([
  ['[Who we are] [us]', us('Who we are')],
  ['[*Who* we are] [US], and', `${us('<em>Who</em> we are')}, and`],
  ['[a] [map] [b] [us]', `${map('a')} ${us('b')}`],
])('%j is a link', (text, expected) => expect(html(text)).toBe(expected));

test.each([
  ['[us] [map]', `${us('us')} ${map('map')}`],
  ['[a] [nobody]', '[a] [nobody]'],
  ['[a]  [us]', `[a]  ${us('us')}`],
  ['[a]\n[us]', `[a]\n${us('us')}`],
  ['[x] [us]', `[x] ${us('us')}`],
  ['[^1] [us]', `[^1] ${us('us')}`],
  ['![a] [us]', `![a] ${us('us')}`],
  ['[a] [us](https://c.example)', '[a] <a href="https://c.example">us</a>'],
  ['[a] [b][us]', `[a] ${us('b')}`],
  ['`[a] [us]`', '<code>[a] [us]</code>'],
])('%j stays what CommonMark makes of it', (text, expected) => expect(html(text)).toBe(expected));

test('a checkbox stays one', () => {
  expect(html('- [x] [us]')).toContain('type="checkbox"');
});

test.each(['[', '[a] [', '] [', '[a] [us', '[a] [b] '])('many of %j take no time', (piece) => {
  expectLinear((times) => render(piece.repeat(times) + defined), 20_000);
});
