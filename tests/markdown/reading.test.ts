import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createMarkdown } from '../../src/markdown/markdown.ts';
import { fillBody } from '../../src/render/bodies.ts';
import { createResolve } from '../../src/render/links.ts';
import { brief, parsed } from '../support.ts';

const render = createMarkdown();
const resolve = createResolve({
  basePath: '/',
  urls: new Set(['/']),
  byFile: new Map(),
  ids: () => undefined,
  pictureAt: () => undefined,
});

const front = '---\ntitle: Tides\n---\n';
const body = [
  '# Tides',
  '',
  'One [gone](gone.md) and',
  '{{ two }} *x*{onclick=y}.',
  '',
  '```',
  'code',
  '',
  '```',
  '',
  '##NoSpace',
  '',
  '<div markdown="1">',
  '',
  '\t- a',
  '\t- [lost](lost.png)',
  '',
  '</div>',
  '',
  '| a |',
  '|---|',
  '| {{ three }} |',
].join('\n');

/** The HTML of a file, and what is said about it with its places. */
function read(text: string) {
  const { value: entry, diagnostics: found } = parsed('a.md', text);
  const rendered = render(entry.body.text);
  const { html, diagnostics } = fillBody(rendered, rendered.html, { entry, ...entry.body }, resolve);
  return { html: html.trimEnd(), said: brief(text.replace(/^\ufeff/, ''), [...found, ...diagnostics]) };
}

const usual = read(front + body);

test('what is said stands where it was written', () => {
  expect([...usual.said].sort()).toEqual([
    'broken-link 19:11 lost.png',
    'broken-link 6:12 gone.md',
    'dropped-attribute 7:14 {onclick=y}',
    'template-tag 25:3 {{ three }}',
    'template-tag 7:1 {{ two }}',
    'unspaced-heading 14:1 ##NoSpace',
  ]);
});

describe('the same is read, and found in the same places', () => {
  test.each([
    ['Windows', (text: string) => text.replaceAll('\n', '\r\n')],
    ['old Macs', (text: string) => text.replaceAll('\n', '\r')],
    ['a byte order mark', (text: string) => `\ufeff${text}`],
    ['a byte order mark on Windows', (text: string) => `\ufeff${text.replaceAll('\n', '\r\n')}`],
    ['a last line end', (text: string) => `${text}\n`],
    ['some last line ends', (text: string) => `${text}\r\n\r\n`],
  ])('with %s', (_, change) => expect(read(change(front + body))).toEqual(usual));

  test('whatever the line ends are', () => {
    // `\r` before `\n` would be one.
    const ends = fc
      .constantFrom(['\n', '\r\n'], ['\r', '\r\n'])
      .chain((some) => fc.infiniteStream(fc.constantFrom(...some)));
    fc.assert(
      fc.property(ends, (some) => {
        const text = (front + body).replace(/\n/g, () => some.next().value!);
        expect(read(text)).toEqual(usual);
      }),
      { numRuns: 200 },
    );
  });
});

test('a body may begin with a byte order mark of its own', () => {
  expect(render('\ufeff# Tides').html).toBe(render('# Tides').html);
});

test('tabs are four columns', () => {
  expect(render('-\ta\n\n\tb').html).toBe(render('-   a\n\n    b').html);
  expect(render('\tcode').html).toBe(render('    code').html);
  expect(render('!!! note\n\ta').html).toBe(render('!!! note\n    a').html);
});
