import { describe, expect, test } from 'vitest';
import { createMarkdown } from '../../src/markdown/markdown.ts';

const render = createMarkdown();
const tableIn = (text: string) => /<nav[\s\S]*<\/nav>\n/.exec(render(text).html)?.[0];
const table = (inside: string, attributes = 'class="toc" aria-label="Contents"') =>
  `<nav ${attributes}>\n${inside}</nav>\n`;
const link = (id: string, text = id.toUpperCase()) => `<a href="#${id}">${text}</a>`;
const flat = table(`<ul>\n<li>${link('a')}</li>\n<li>${link('b')}</li>\n</ul>\n`);

describe('a table of the headings of two levels', () => {
  test.each([
    ['[TOC]\n\n## A\n\n## B', flat],
    ['## A\n\n[TOC]\n\n## B', flat],
    ['# Own\n\n[TOC]\n\n## A\n\n## B', flat],
    ['[TOC]\n\n# A\n\n# B', flat],
    ['[TOC]\n\n## A\n\n## Out {.no_toc}\n\n## B\n\n## Out\n{:.no_toc}\n\n#### Deep', flat],
    ['* TOC\n{:toc}\n\n## A\n\n## B', flat],
    ['1. TOC\n{:toc}\n\n## A', table(`<ol>\n<li>${link('a')}</li>\n</ol>\n`)],
    [
      '- TOC\n{:toc #t .x}\n\n## A',
      table(`<ul>\n<li>${link('a')}</li>\n</ul>\n`, 'id="t" class="x toc" aria-label="Contents"'),
    ],
    [
      '[TOC]\n\n## A\n\n### B\n\n### C\n\n#### No\n\n## D',
      table(
        `<ul>\n<li>${link('a')}\n<ul>\n<li>${link('b')}</li>\n<li>${link('c')}</li>\n</ul>\n</li>\n<li>${link('d')}</li>\n</ul>\n`,
      ),
    ],
    ['[TOC]\n\n### A\n\n## B', flat],
    [
      '[TOC]\n\n## *x* <b>&amp;</b> `y`[^1] {#a}\n\n[^1]: n',
      table(`<ul>\n<li>${link('a', 'x &amp; y')}</li>\n</ul>\n`),
    ],
  ])('%j', (text, html) => expect(tableIn(text)).toBe(html));
});

test.each([
  '[TOC]',
  '[TOC]\n\n# A {.no_toc}',
  'see [TOC]\n\n## A',
  '`[TOC]`\n\n## A',
  '[TOC]\n\n## A\n\n[TOC]: https://b.example',
])('%j has none', (text) => expect(tableIn(text)).toBeUndefined());

test('a body has one, and nothing is left of another', () => {
  const { html } = render('[TOC]\n\n## A\n\n[TOC]\n\n* b\n{:toc}\n');
  expect(html).toBe(`${table(`<ul>\n<li>${link('a')}</li>\n</ul>\n`)}<h2 id="a">A</h2>\n`);
});
