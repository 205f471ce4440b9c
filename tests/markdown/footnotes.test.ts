import { describe, expect, test } from 'vitest';
import { excerptHtml } from '../../src/markdown/excerpt.ts';
import { createMarkdown } from '../../src/markdown/markdown.ts';
import { expectLinear } from '../growth.ts';

const render = createMarkdown();
/** Numbers and places only: `1<1>` refers to note 1, `(1)` leads back to its first reference. */
function outlineOf(text: string): string {
  return render(text)
    .html.replace(
      /<sup class="footnote-ref"><a href="#fn-\w{6}-(\d+)" id="fnref-\w{6}-([\d-]+)" role="doc-noteref" aria-label="Footnote \1">(\d+)<\/a><\/sup>/g,
      '$3<$2>',
    )
    .replace(/ <a href="#fnref-\w{6}-([\d-]+)" role="doc-backlink" aria-label="[^"]+">↩︎<\/a>/g, '($1)')
    .replace(/<li id="fn-\w{6}-(\d+)">\n([\s\S]*?)<\/li>\n(?=<li id|<\/ol>\n<\/section>)/g, '[$1 $2]')
    .replace(
      /<section class="footnotes" role="doc-endnotes" aria-label="Footnotes">\n<ol>\n([\s\S]*)<\/ol>\n<\/section>\n/,
      '$1',
    );
}

describe('notes are numbered as they are first referred to', () => {
  test.each([
    ['a[^x]\n\n[^x]: b', '<p>a1<1></p>\n[1 <p>b(1)</p>\n]'],
    ['[^x]: b\n\na[^x]', '<p>a1<1></p>\n[1 <p>b(1)</p>\n]'],
    ['a[^y] b[^x] c[^y]\n\n[^x]: x\n[^y]: y', '<p>a1<1> b2<2> c1<1-2></p>\n[1 <p>y(1)(1-2)</p>\n][2 <p>x(2)</p>\n]'],
    ['a[^x]\n\n[^x]: b[^y]\n[^y]: c', '<p>a1<1></p>\n[1 <p>b2<2>(1)</p>\n][2 <p>c(2)</p>\n]'],
    ['a[^x]\n\n[^x]: b[^x]', '<p>a1<1></p>\n[1 <p>b1<1-2>(1)(1-2)</p>\n]'],
    ['a[^x]\n\n[^x]: b\n[^x]: c', '<p>a1<1></p>\n[1 <p>b(1)</p>\n]'],
    ['a[^x]\n\n[^y]: never[^x]\n[^x]: b', '<p>a1<1></p>\n[1 <p>b(1)</p>\n]'],
    ['**a[^x]**\n\n[^x]: b', '<p><strong>a1<1></strong></p>\n[1 <p>b(1)</p>\n]'],
    ['a[^__proto__]\n\n[^__proto__]: b', '<p>a1<1></p>\n[1 <p>b(1)</p>\n]'],
  ])('%j', (text, outline) => expect(outlineOf(text)).toBe(outline));
});

describe('a note holds the rest of its line, and what is indented by four below', () => {
  test.each([
    ['a[^x]\n\n[^x]:\n    b', '[1 <p>b(1)</p>\n]'],
    ['a[^x]\n\n[^x]: b\nc\n\n    d\n\nafter', '[1 <p>b\nc</p>\n<p>d(1)</p>\n]'],
    [
      'a[^x]\n\n[^x]: b\n\n        code',
      '[1 <p>b</p>\n<div class="code"><pre><code>code\n</code></pre></div>\n<p>(1)</p>\n]',
    ],
    ['a[^x]\n\n[^x]: - b', '[1 <ul>\n<li>b</li>\n</ul>\n<p>(1)</p>\n]'],
    ['a[^x]\n\n[^x]:\n\nafter', '[1 <p>(1)</p>\n]'],
    ['> a[^x]\n[^x]: b', '[1 <p>b(1)</p>\n]'],
    ['- a[^x]\n\n  [^x]: b', '[1 <p>b(1)</p>\n]'],
    ['!!! note\n    a[^x]\n\n    [^x]: b', '[1 <p>b(1)</p>\n]'],
  ])('%j', (text, note) => {
    const outline = outlineOf(text).replace(' tabindex="0"', '');
    expect(outline.slice(outline.indexOf('['))).toBe(note);
  });
});

test.each([
  ['a[^x]', '<p>a[^x]</p>\n'],
  ['a[^x]\n\n[^y]: b', '<p>a[^x]</p>\n'],
  ['`[^x]` \\[^x]\n\n[^x]: b', '<p><code>[^x]</code> [^x]</p>\n'],
  ['[a[^x]](https://b.example)\n\n[^x]: b', '<p><a href="https://b.example">a[^x]</a></p>\n'],
  ['[^x]: never', ''],
])('%j has no notes', (text, html) => expect(render(text).html).toBe(html));

test('every way leads somewhere, under an id that no other body has', () => {
  const bodies = ['a[^1] b[^1]\n\n[^1]: c', 'b[^1]\n\n[^1]: c'].map(render);
  const ids = bodies.flatMap((body) => body.ids);
  expect(ids).toHaveLength(5);
  expect(new Set(ids).size).toBe(ids.length);
  for (const body of bodies)
    for (const [, id] of body.html.matchAll(/href="#([^"]+)"/g)) expect(body.ids).toContain(id);
  expect(bodies.flatMap((body) => body.targets)).toEqual([]);
});

test('an excerpt refers to nothing that it does not hold', () => {
  const text = '- a\n{:toc #t .x}\n\nOne[^1] and **two[^2]**.\n\n<!-- more -->\n\n## Three\n\n[^1]: a\n[^2]: b';
  expect(excerptHtml(render(text))).toBe('<p>One and <strong>two</strong>.</p>\n');
  expect(render(text).excerptText).toBe('One and two.');
});

test('many notes take no longer than they must', () => {
  expectLinear((count) => {
    const many = Array.from({ length: count }, (_, index) => index);
    const text = `${many.map((index) => `[^${index}]: x\n`).join('')}\n${many.map((index) => `[^${index}] `).join('')}`;
    expect(render(text).ids).toHaveLength(2 * count);
  }, 20_000);
  expectLinear((count) => expect(render(`[^x]: y\n\n${'[^'.repeat(count)}`).ids).toEqual([]), 50_000);
});
