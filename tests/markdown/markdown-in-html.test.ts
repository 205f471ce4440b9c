import { describe, expect, test } from 'vitest';
import { createMarkdown } from '../../src/markdown/markdown.ts';
import { expectLinear } from '../growth.ts';

const render = createMarkdown();
const html = (text: string): string => render(text).html;

describe('blocks are read between the tags', () => {
  test.each([
    ['<div markdown="1">\n*a*\n</div>', '<div>\n<p><em>a</em></p>\n</div>\n'],
    ['<div class="x" markdown>\n*a*\n</div>', '<div class="x">\n<p><em>a</em></p>\n</div>\n'],
    ['<section markdown=block id=x>\n*a*\n</section>', '<section id=x>\n<p><em>a</em></p>\n</section>\n'],
    ['<div markdown="1">*a*</div>', '<div>\n<p><em>a</em></p>\n</div>\n'],
    ['<div markdown="1">*a*\n*b*</div>', '<div>\n<p><em>a</em>\n<em>b</em></p>\n</div>\n'],
    ['<div markdown="1">\n\n- a\n- b\n\n</div>', '<div>\n<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n</div>\n'],
    ['<div markdown="1"></div>', '<div>\n</div>\n'],
    ['<dd markdown="block">*a*</dd>', '<dd>\n<p><em>a</em></p>\n</dd>\n'],
    ['a\n<div markdown="1">\n*b*\n</div>\nc', '<p>a</p>\n<div>\n<p><em>b</em></p>\n</div>\n<p>c</p>\n'],
    ['> <div markdown="1">\n> *a*\n> </div>', '<blockquote>\n<div>\n<p><em>a</em></p>\n</div>\n</blockquote>\n'],
    ['<div markdown="1">\n```\n</div>\n```\n*a*\n</div>', '<p><em>a</em></p>\n</div>\n'],
    ['<div markdown="1">\n`<div>` *a*\n</div>', '<p><code>&lt;div&gt;</code> <em>a</em></p>\n</div>\n'],
  ])('%j', (text, expected) => expect(html(text).endsWith(expected)).toBe(true));
});

describe('one in the other, indented as HTML is', () => {
  test.each([
    [
      '<div markdown="1">\n    <div class="x" markdown="1">\n        ## T\n\n        - a\n    </div>\n    *b*\n</div>',
      '<div>\n<div class="x">\n<h2 id="t">T</h2>\n<ul>\n<li>a</li>\n</ul>\n</div>\n<p><em>b</em></p>\n</div>\n',
    ],
    [
      '<section>\n  <div markdown="1">\n  *a*\n  </div>\n  <p>*raw*</p>\n</section>\n\n*b*',
      '<section>\n<div>\n<p><em>a</em></p>\n</div>\n  <p>*raw*</p>\n</section>\n<p><em>b</em></p>\n',
    ],
    [
      '<table>\n<tr>\n<td markdown="1">*a*</td>\n<td markdown="span">\n  *b*\n</td>\n</tr>\n</table>',
      '<table>\n<tr>\n<td><em>a</em></td>\n<td><em>b</em></td>\n</tr>\n</table>',
    ],
    [
      '- a\n\n  <div markdown="1">\n  *b*\n  </div>\n- c',
      '<ul>\n<li>\n<p>a</p>\n<div>\n<p><em>b</em></p>\n</div>\n</li>\n<li>\n<p>c</p>\n</li>\n</ul>\n',
    ],
  ])('%j', (text, expected) => expect(html(text)).toBe(expected));
});

describe('lines of text are read where no block can stand', () => {
  test.each([
    ['<p markdown="1">a *b*\nc</p>', '<p>a <em>b</em>\nc</p>\n'],
    ['<div markdown="span">*a*\n\n*b*</div>', '<div><em>a</em>\n\n<em>b</em></div>\n'],
    ['<h2 class="x" markdown>*a*</h2>', '<h2 class="x"><em>a</em></h2>\n'],
    ['<span markdown="1">*a*</span>', '<p><span><em>a</em></span></p>\n'],
  ])('%j', (text, expected) => expect(html(text)).toBe(expected));
});

describe('other HTML stays', () => {
  test.each([
    ['<div markdown="0">*a*</div>', '<div>*a*</div>'],
    ['<div>*a*</div>', '<div>*a*</div>'],
    ['<div data-markdown="1">*a*</div>', '<div data-markdown="1">*a*</div>'],
    ['<div title=" markdown ">*a*</div>', '<div title=" markdown ">*a*</div>'],
    ['<!-- <div markdown="1"> -->\n*a*', '<!-- <div markdown="1"> -->\n<p><em>a</em></p>\n'],
    ['<div markdown="1">\nnever *closed*', '<div>\nnever *closed*'],
  ])('%j', (text, expected) => expect(html(text)).toBe(expected));
});

test('what is inside keeps its lines', () => {
  const { targets } = render('a\n\n<div markdown="1">\n\n  [b](c.md)\n</div>\n\n[d](e.md)');
  expect(targets.map(({ lines }) => lines)).toEqual([
    [4, 5],
    [7, 8],
  ]);
});

test.each(['<div markdown="1">\n', '<div markdown="1">', '<div>\n', '</div>\n', '<!--', '`<div>', '<p markdown\n'])(
  'many of %j take no time',
  (piece) => {
    expectLinear((times) => render(`${piece.repeat(times)}<p markdown="1">a</p>`), 20_000);
    expectLinear((times) => render(`a\n${piece.repeat(times)}x\n${'</div>\n'.repeat(times)}`), 5_000);
  },
);
