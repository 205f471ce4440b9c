import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createMarkdown } from '../../src/markdown/markdown.ts';
import { anyText } from '../diagnostics/arbitrary.ts';

const render = createMarkdown();

describe('what every site writes', () => {
  test.each([
    ['One\ntwo  \nthree', '<p>One\ntwo<br>\nthree</p>\n'],
    ['a https://b.example. c', '<p>a <a href="https://b.example">https://b.example</a>. c</p>\n'],
    ['a word.with a dot', '<p>a word.with a dot</p>\n'],
    ['~~a~~', '<p><del>a</del></p>\n'],
    ['{{ page.title }} and {% raw %}', '<p>{{ page.title }} and {% raw %}</p>\n'],
    ['<br clear=all>', '<br clear=all>'],
  ])('%j', (text, html) => expect(render(text).html).toBe(html));
});

test('line ends of every kind give the same', () => {
  const text = '# Tea\n\nOne\ntwo\n\n- a\n- b\n\n```\ncode\n```\n';
  const { html } = render(text);
  expect(render(text.replaceAll('\n', '\r\n')).html).toBe(html);
  expect(render(text.replaceAll('\n', '\r')).html).toBe(html);
});

test('the same text gives the same, whatever came before', () => {
  const body = fc.array(fc.constantFrom('# T', '[a](b.md)', '*a*{.b}', '[r]: x', '[r]', '{:x: .y}', '*a*{:x}', 'text'));
  fc.assert(
    fc.property(body, body, (before, blocks) => {
      const text = blocks.join('\n\n');
      const first = render(text);
      render(before.join('\n\n'));
      expect(render(text)).toEqual(first);
      expect(createMarkdown()(text)).toEqual(first);
    }),
    { numRuns: 30 },
  );
});

test('any text is rendered, as plain data', () => {
  const piece = fc.constantFrom(
    '*',
    '_',
    '`',
    '[',
    '](',
    ')',
    '<',
    '>',
    '!',
    '{',
    '}',
    ':',
    '\n',
    '\n\n',
    '- ',
    '|',
    '#',
    'a',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        anyText,
        fc.array(piece).map((pieces) => pieces.join('')),
      ),
      (text) => {
        const rendered = render(text);
        expect(structuredClone(rendered)).toEqual(rendered);
        for (const { lines } of rendered.targets) expect(lines[0]).toBeLessThan(lines[1]);
      },
    ),
    { numRuns: 500 },
  );
});
