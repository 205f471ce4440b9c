import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import { escapeAttribute } from '../../src/markdown/escape.ts';
import { createMarkdown, type RenderMarkdown } from '../../src/markdown/markdown.ts';
import { fillTargets } from '../../src/markdown/rendered.ts';

interface Example {
  readonly number: number;
  readonly markdown: string;
  readonly html: string;
}

const { tests } = createRequire(import.meta.url)('commonmark-spec') as { readonly tests: readonly Example[] };
const examples = tests.map(({ number, markdown, html }) => ({
  number,
  markdown: markdown.replaceAll('→', '\t'),
  html: plain(html.replaceAll('→', '\t')),
}));

/** What the specification leaves open: how an element without a content, an empty quotation and a letter are written. */
function plain(html: string): string {
  return html
    .replaceAll(' />', '>')
    .replaceAll('<blockquote>\n</blockquote>', '<blockquote></blockquote>')
    .replaceAll('&ouml;', 'ö');
}

/** The frames that every heading and every piece of code are given. */
function withoutFrames(html: string): string {
  return html
    .replace(/(?<=<h[1-6]) id="[^"]*"/g, '')
    .replace(/<div class="code"><pre(?: tabindex="0")?>(.*?)<\/pre><\/div>/gs, '<pre>$1</pre>');
}

function htmlBy(render: RenderMarkdown, markdown: string): string {
  const { html, targets } = render(markdown);
  const filled = fillTargets(
    html,
    (index) => escapeAttribute(targets[index]!.written),
    () => '',
  );
  return plain(filled);
}

describe('without extensions, each example of the specification gives what it says there', () => {
  const render = createMarkdown({ extensions: false });
  test.each(examples)('$number', ({ markdown, html }) => expect(htmlBy(render, markdown)).toBe(html));
});

/** Where a site gets something else, and why. The same table is in docs/markdown.md. */
const different: readonly (readonly [numbers: readonly number[], reason: string])[] = [
  [[142, 143], 'code in a known language is coloured'],
  [[542], '`[foo] [bar]` with a space is one link where only `bar` is defined'],
  [[602, 608, 611, 612], 'a bare address is a link'],
];

test('with them, all but the listed ones do', () => {
  const render = createMarkdown();
  const found = examples.filter(({ markdown, html }) => withoutFrames(htmlBy(render, markdown)) !== html);
  expect(found.map(({ number }) => number)).toEqual(different.flatMap(([numbers]) => numbers));
});

test('the documentation says so', () => {
  const documentation = readFileSync(new URL('../../docs/markdown.md', import.meta.url), 'utf8');
  for (const [numbers, reason] of different) expect(documentation).toContain(`| ${numbers.join(', ')} | ${reason} |\n`);
});
