import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { escapeAttribute } from '../../src/markdown/escape.ts';
import { createMarkdown } from '../../src/markdown/markdown.ts';
import { fillBody } from '../../src/render/bodies.ts';
import type { Resolve } from '../../src/render/links.ts';
import { brief, entryOf } from '../support.ts';

const markdown = createMarkdown();
/** Finds what has `ok` in it, and nothing else. */
const resolve: Resolve = (written) =>
  written.includes('ok')
    ? { href: `/base/${written}` }
    : { href: '#', problem: { code: 'broken-link', message: `no ${written}` } };

function fill(text: string) {
  const entry = entryOf('a.md', text);
  const rendered = markdown(entry.body.text);
  const { html, diagnostics } = fillBody(rendered, rendered.html, { entry, ...entry.body }, resolve);
  return { html, said: brief(text, diagnostics), diagnostics };
}

test('addresses come into the HTML, escaped', () => {
  expect(fill('[a](ok.md) ![b](ok?x&y) <a href="ok&amp;z">c</a>').html).toMatch(
    /^<p><a href="\/base\/ok\.md">a<\/a> <img src="\/base\/ok\?x&amp;y" alt="b"[^>]*> <a href="\/base\/ok&amp;z">c<\/a><\/p>\n$/,
  );
  expect(escapeAttribute(`<a href="x">&'`)).toBe(`&lt;a href=&quot;x&quot;&gt;&amp;'`);
});

describe('what is wrong is marked in the file', () => {
  const front = '---\ntitle: x\n---\n';
  test.each([
    ['[a](gone.md)', ['broken-link 1:5 gone.md']],
    [`${front}\n[a](ok.md), [b](gone.md)\n`, ['broken-link 5:17 gone.md']],
    [`${front}one\ntwo [a](gone.md)`, ['broken-link 5:9 gone.md']],
    [`${front}日本 🎉 [a](gone.md)`, ['broken-link 4:11 gone.md']],
    [`${front}\n[a](gone.md)`.replaceAll('\n', '\r\n'), ['broken-link 5:5 gone.md']],
    [`${front}[a](weg/über.md)`, ['broken-link 4:5 weg/über.md']],
    [`${front}[a](<my file.md>)`, ['broken-link 4:6 my file.md']],
    ['[a][r]\n\n[r]: gone.md', ['broken-link 1:1 [a][r]']],
    ['<a href="gone&amp;x.md">', ['broken-link 1:1 <a href="gone&amp;x.md">']],
    ['[a](x.md)\n\n[b](y.md)', ['broken-link 1:5 x.md', 'broken-link 3:5 y.md']],
    ['[a](x.md) [b](x.md)', ['broken-link 1:5 x.md', 'broken-link 1:15 x.md']],
    ['*a*{.b}\n\n*a*{onclick=x}', ['dropped-attribute 3:4 {onclick=x}']],
  ])('%j', (text, said) => expect(fill(text).said).toEqual(said));

  test('and names the file', () => {
    const [found] = fill('[a](gone.md)').diagnostics as [Diagnostic];
    expect(found).toMatchObject({ severity: 'warning', message: 'no gone.md', at: { path: 'content/a.md' } });
  });
});

test('a stretch of the body brings only its own addresses', () => {
  const text = '[a](x.md)\n\n<!-- more -->\n\n[b](y.md)';
  const entry = entryOf('a.md', text);
  const rendered = markdown(text);
  const excerpt = rendered.html.slice(...rendered.excerpt);
  const { html, diagnostics } = fillBody(rendered, excerpt, { entry, ...entry.body }, resolve);
  expect(html).toBe('<p><a href="#">a</a></p>\n');
  expect(brief(text, diagnostics)).toEqual(['broken-link 1:5 x.md']);
});
