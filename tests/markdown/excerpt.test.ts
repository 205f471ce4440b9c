import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createMarkdown } from '../../src/markdown/markdown.ts';

const render = createMarkdown();
function excerptOf(text: string): string {
  const { html, excerpt } = render(text);
  return html.slice(...excerpt);
}

describe('without a marker, the excerpt is the first paragraph that says something', () => {
  test.each([
    ['One **b**.\n\nTwo', '<p>One <strong>b</strong>.</p>\n'],
    ['# Title\n\nOne', '<p>One</p>\n'],
    ['# Title\n\n## Part\n\nOne', '<p>One</p>\n'],
    ['![x](https://a.example/x.png)\n\nOne', '<p>One</p>\n'],
    ['- list\n\n> quote\n\nOne', '<p>One</p>\n'],
    ['```\ncode\n```\n\nOne', '<p>One</p>\n'],
    ['# Title', ''],
    ['- list', ''],
    ['', ''],
  ])('%j', (text, html) => expect(excerptOf(text)).toBe(html));
});

describe('with one, it is all before it, but for a heading that opens the body', () => {
  test.each([
    ['One\n\n- two\n\n<!-- more -->\n\nThree', '<p>One</p>\n<ul>\n<li>two</li>\n</ul>\n'],
    ['One\n<!--more-->\nThree', '<p>One</p>\n'],
    ['One\n\n<!--  MORE  -->', '<p>One</p>\n'],
    ['# Title\n\nOne\n\n<!-- more -->\n\n# Two', '<p>One</p>\n'],
    ['<!-- more -->\n\nOne', ''],
    ['# Title\n\n<!-- more -->\n\nOne', ''],
    ['One\n\n<!-- more -->\n\nTwo\n\n<!-- more -->', '<p>One</p>\n'],
  ])('%j', (text, html) => expect(excerptOf(text)).toBe(html));

  test.each(['One <!-- more --> two', '`<!-- more -->`\n\nTwo', '    <!-- more -->\n\nOne'])(
    '%j holds none',
    (text) => {
      expect(excerptOf(text)).toMatch(/^<p>.*<\/p>\n$/);
    },
  );
});

test('as plain text it has no markup', () => {
  const text =
    '# Title\n\nWe **meet** on `first`\n[Tuesdays](x.md) & drink ![tea](t.png)\n\n- at seven\n\n<!-- more -->\n\nMore';
  expect(render(text).excerptText).toBe('We meet on first Tuesdays & drink at seven');
});

test('it is a stretch of the HTML, whatever the body', () => {
  const block = fc.constantFrom(
    '# T',
    'text',
    '- a',
    '> q',
    '<!-- more -->',
    '![](a.png)',
    '```\nx\n```',
    '<b>',
    '---',
  );
  fc.assert(
    fc.property(fc.array(block), (blocks) => {
      const { html, excerpt } = render(blocks.join('\n\n'));
      const [start, end] = excerpt;
      expect(start).toBeLessThanOrEqual(end);
      expect(end).toBeLessThanOrEqual(html.length);
      expect(html.slice(start, end)).toMatch(/^(?:<(?!\/)[\s\S]*>\n)?$/);
    }),
  );
});
