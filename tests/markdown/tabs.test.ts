import { describe, expect, test } from 'vitest';
import { createMarkdown } from '../../src/markdown/markdown.ts';

const render = createMarkdown();
/** With the part of each name that depends on the whole text taken out. */
const htmlOf = (text: string) => render(text).html.replace(/tabs-[\da-f]{6}-/g, 'tabs-');
const tab = (line: number, title: string, inside: string, open = '') =>
  `<details name="tabs-${line}"${open}>\n<summary>${title}</summary>\n${inside}</details>\n`;
const group = (...tabs: string[]) => `<div class="tabs">\n${tabs.join('')}</div>\n`;

describe('consecutive tabs are a group, of which the first is open', () => {
  test.each([
    ['=== "A"\n    a', group(tab(1, 'A', '<p>a</p>\n', ' open'))],
    [
      '=== "A"\n    a\n=== "B *c*"\n\n    b\n\nafter',
      `${group(tab(1, 'A', '<p>a</p>\n', ' open'), tab(1, 'B <em>c</em>', '<p>b</p>\n'))}<p>after</p>\n`,
    ],
    ['=== "A"\n    a\n\n\n=== "B"\n    b', group(tab(1, 'A', '<p>a</p>\n', ' open'), tab(1, 'B', '<p>b</p>\n'))],
    ['=== "A"\n    a\n===+ "B"\n    b', group(tab(1, 'A', '<p>a</p>\n'), tab(1, 'B', '<p>b</p>\n', ' open'))],
    [
      '=== "A"\n    a\n===! "B"\n    b',
      group(tab(1, 'A', '<p>a</p>\n', ' open')) + group(tab(3, 'B', '<p>b</p>\n', ' open')),
    ],
    [
      '=== "A"\n    a\n\nx\n\n=== "B"\n    b',
      `${group(tab(1, 'A', '<p>a</p>\n', ' open'))}<p>x</p>\n${group(tab(6, 'B', '<p>b</p>\n', ' open'))}`,
    ],
    ['x\n=== "A"\n    a\nlazy', `<p>x</p>\n${group(tab(2, 'A', '<p>a</p>\n', ' open'))}<p>lazy</p>\n`],
    [
      '=== "A"\n    === "B"\n        b\n    === "C"\n        c',
      group(tab(1, 'A', group(tab(2, 'B', '<p>b</p>\n', ' open'), tab(2, 'C', '<p>c</p>\n')), ' open')),
    ],
    [
      '!!! note ""\n    === "A"\n        a',
      `<div class="admonition note" role="note">\n${group(tab(2, 'A', '<p>a</p>\n', ' open'))}</div>\n`,
    ],
    [
      '- === "A"\n      a\n  === "B"\n      b\n- c',
      `<ul>\n<li>\n${group(tab(1, 'A', '<p>a</p>\n', ' open'), tab(1, 'B', '<p>b</p>\n'))}</li>\n<li>c</li>\n</ul>\n`,
    ],
    [
      '- === "A"\n      a\n\n=== "B"\n    b',
      `<ul>\n<li>\n${group(tab(1, 'A', '<p>a</p>\n', ' open'))}</li>\n</ul>\n${group(tab(4, 'B', '<p>b</p>\n', ' open'))}`,
    ],
    ['> === "A"\n>     a\nx', `<blockquote>\n${group(tab(1, 'A', '<p>a</p>\n', ' open'))}</blockquote>\n<p>x</p>\n`],
  ])('%j', (text, html) => expect(htmlOf(text)).toBe(html));
});

test.each(['=== A\n    a', '===\n    "A"', 'a\n===', '=== ""\n    a', '==== "A"\n    a', '===++! "A"\n    a'])(
  '%j is none',
  (text) => expect(render(text).html).not.toContain('<details'),
);

test('one without a body is text, and worth a word', () => {
  const { html, remarks } = render('=== "A"\nb');
  expect(html).toBe('<p>=== &quot;A&quot;\nb</p>\n');
  expect(remarks).toEqual([expect.objectContaining({ code: 'missing-body', near: '=== "A"', lines: [0, 1] })]);
});

test('groups of two bodies never share a name', () => {
  const names = ['=== "A"\n    a', '=== "A"\n    b'].map((text) => /name="([^"]+)"/.exec(render(text).html)?.[1]);
  expect(names[0]).not.toBe(names[1]);
});
