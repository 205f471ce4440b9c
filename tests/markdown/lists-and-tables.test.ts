import { describe, expect, test } from 'vitest';
import { createMarkdown } from '../../src/markdown/markdown.ts';

const render = createMarkdown();
const todo = '<input type="checkbox" disabled aria-label="To do">';
const done = '<input type="checkbox" disabled aria-label="Done" checked>';

describe('task lists', () => {
  test.each([
    ['- [ ] a\n- [x] b', `<ul>\n<li class="task">${todo} a</li>\n<li class="task">${done} b</li>\n</ul>\n`],
    ['1. [X] *a*', `<ol>\n<li class="task">${done} <em>a</em></li>\n</ol>\n`],
    ['- [ ] a\n\n- b', `<ul>\n<li class="task">\n<p>${todo} a</p>\n</li>\n<li>\n<p>b</p>\n</li>\n</ul>\n`],
    ['- [ ] [a](https://b.example)', `<ul>\n<li class="task">${todo} <a href="https://b.example">a</a></li>\n</ul>\n`],
    ['- [ ] a {.b}', `<ul>\n<li class="task b">${todo} a</li>\n</ul>\n`],
    ['- a\n  - [x] b', `<ul>\n<li>a\n<ul>\n<li class="task">${done} b</li>\n</ul>\n</li>\n</ul>\n`],
  ])('%j', (text, html) => expect(render(text).html).toBe(html));

  test.each([
    '[ ] a',
    '- [] a',
    '- [y] a',
    '- [x]a',
    '- [x](https://b.example) a',
    '- `[x]` a',
    '- a\n\n  [ ] b',
    '- \\[ ] a',
  ])('%j has none', (text) => expect(render(text).html).not.toContain('<input'));
});

describe('definition lists', () => {
  test.each([
    ['A\n: b', '<dl>\n<dt>A</dt>\n<dd>b</dd>\n</dl>\n'],
    ['A\n: b\n: c\n\nD\n: e', '<dl>\n<dt>A</dt>\n<dd>b</dd>\n<dd>c</dd>\n<dt>D</dt>\n<dd>e</dd>\n</dl>\n'],
    ['A\n\n: b\n\n    c', '<dl>\n<dt>A</dt>\n<dd>\n<p>b</p>\n<p>c</p>\n</dd>\n</dl>\n'],
    ['A\n:b', '<p>A\n:b</p>\n'],
  ])('%j', (text, html) => expect(render(text).html).toBe(html));
});

test('a table scrolls by itself; its attributes and alignments are its own', () => {
  const { html } = render('| a | b |\n|---|--:|\n| 1 | 2 |\n{: .wide #t}');
  expect(html).toBe(
    '<div class="table" role="group" tabindex="0" aria-label="Table">\n<table class="wide" id="t">\n' +
      '<thead>\n<tr>\n<th>a</th>\n<th class="align-right">b</th>\n</tr>\n</thead>\n' +
      '<tbody>\n<tr>\n<td>1</td>\n<td class="align-right">2</td>\n</tr>\n</tbody>\n</table>\n</div>\n',
  );
});
