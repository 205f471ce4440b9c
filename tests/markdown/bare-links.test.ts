import { expect, test } from 'vitest';
import { createMarkdown } from '../../src/markdown/markdown.ts';
import { expectLinear } from '../growth.ts';

const render = createMarkdown();
/** The HTML of one paragraph, its links as `(address|text)`. */
const linked = (text: string): string =>
  render(text)
    .html.replace(/^<p>|<\/p>\n$/g, '')
    .replace(/<a href="([^"]*)">(.*?)<\/a>/g, '($1|$2)');
const link = (address: string, text = address): string => `(${address}|${text})`;

test.each([
  ['https://a.example', link('https://a.example')],
  ['see http://a.example/b?c=d#e now', `see ${link('http://a.example/b?c=d#e')} now`],
  ['www.a.example', link('https://www.a.example', 'www.a.example')],
  ['WWW.a.example/b', link('https://WWW.a.example/b', 'WWW.a.example/b')],
  ['us@a.example', link('mailto:us@a.example', 'us@a.example')],
  ['a_b.c+d@a.b.example', link('mailto:a_b.c+d@a.b.example', 'a_b.c+d@a.b.example')],
  ['us@www.a.example', link('mailto:us@www.a.example', 'us@www.a.example')],
  ['**https://a.example**', `<strong>${link('https://a.example')}</strong>`],
  ['_https://a.example/b_c_', `<em>${link('https://a.example/b_c')}</em>`],
  ['http://localhost:8000/x', link('http://localhost:8000/x')],
])('%j is a link', (text, html) => expect(linked(text)).toBe(html));

test.each([
  ['https://a.example/b.', `${link('https://a.example/b')}.`],
  ['https://a.example/b: c', `${link('https://a.example/b')}: c`],
  ['https://a.example?!', `${link('https://a.example')}?!`],
  ['(https://a.example/b)', `(${link('https://a.example/b')})`],
  ['(https://a.example/b_(c)).', `(${link('https://a.example/b_(c)')}).`],
  ['https://a.example/b*', `${link('https://a.example/b')}*`],
  ['https://a.example/b_', `${link('https://a.example/b')}_`],
  ['https://a.example/~b/', link('https://a.example/~b/')],
  ['https://a.example/?b&copy;', `${link('https://a.example/?b')}©`],
  ['"https://a.example/b"', `&quot;${link('https://a.example/b')}&quot;`],
  ['www.a.example, b', `${link('https://www.a.example', 'www.a.example')}, b`],
  ['us@a.example.', `${link('mailto:us@a.example', 'us@a.example')}.`],
])('where %j ends', (text, html) => expect(linked(text)).toBe(html));

test.each([
  'a.example, a.b and node.js',
  'www.a',
  'x.www.a.example',
  '//a.example/b',
  '@us and 5@home',
  '[www.a.example](/b)',
  '<a href="/b">us@a.example</a>',
])('%j is no link of its own', (text) => expect(linked(text)).not.toMatch(/\((?:https|mailto):/));

test.each(['https://a.example/(', '(a@', 'www.', 'http://', ':', '@', 'a@a.', '&a;'])(
  'many of %j take no time',
  (piece) => {
    expectLinear((times) => render(piece.repeat(times)), 20_000);
    expectLinear((times) => render(`https://a.example/${piece.repeat(times)}`), 20_000);
  },
);
