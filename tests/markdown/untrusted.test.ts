import fc from 'fast-check';
import { expect, test } from 'vitest';
import { excerptHtml } from '../../src/markdown/excerpt.ts';
import { createMarkdown, type RenderMarkdown } from '../../src/markdown/markdown.ts';
import { fillBody } from '../../src/render/bodies.ts';
import { createResolve } from '../../src/render/links.ts';
import { anyText } from '../diagnostics/arbitrary.ts';
import { entryOf } from '../support.ts';
import { dangersIn, everyVector, hostile } from './hostile.ts';

const resolve = createResolve({
  basePath: '/',
  urls: new Set(['/', '/x/', '/a.png']),
  byFile: new Map(),
  ids: () => new Set(),
  pictureAt: () => ({ show: () => ({ ...{ width: 4, height: 3 }, also: [] }) }),
});
const entry = entryOf('x.md', '');

const trusting = createMarkdown();
const german = createMarkdown({ quotes: 'de' });
const careful = createMarkdown({ untrusted: true });

/** A body, and its excerpt, as a page shows them. */
function pagesOf(text: string, render: RenderMarkdown): string[] {
  const rendered = render(text);
  return [rendered.html, excerptHtml(rendered)].map(
    (html) => fillBody(rendered, html, { entry, text, line: 1 }, resolve).html,
  );
}
const untrusted = (text: string) => pagesOf(text, careful);

test('the test would notice', () => {
  const noticed = everyVector.filter((text) => dangersIn(pagesOf(text, trusting)[0]!).length > 0);
  expect(noticed.length).toBeGreaterThan(40);
});

test.each(everyVector)('%j does nothing', (text) => {
  for (const html of untrusted(text)) expect(dangersIn(html)).toEqual([]);
});

test('whatever is made of them does nothing', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      for (const html of untrusted(text)) {
        expect(dangersIn(html)).toEqual([]);
        expect(dangersIn(`<div class="prose">${html}</div><p title="a">b</p>`)).toEqual([]);
      }
    }),
    { numRuns: 3_000 },
  );
});

test('no text is too much, trusted or not', () => {
  fc.assert(
    fc.property(fc.oneof(anyText, hostile), (text) => {
      for (const render of [trusting, german, careful]) expect(pagesOf(text, render)).toHaveLength(2);
    }),
    { numRuns: 1_000 },
  );
});

test('what was reduced stays as it is when it is reduced again', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const { html, targets } = careful(`<div>\n${text}\n</div>`);
      fc.pre(targets.length === 0 && !/\n\n/.test(html));
      // What stands for a frame nobody may write.
      const again = careful(html.replace(/ data-frame="[^"]*"/g, ''));
      expect(again.remarks.filter(({ code }) => code === 'removed-html')).toEqual([]);
    }),
    { numRuns: 500 },
  );
});
