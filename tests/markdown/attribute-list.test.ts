import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { permit, readAttributeList } from '../../src/markdown/attribute-list.ts';
import { createMarkdown } from '../../src/markdown/markdown.ts';
import type { Remark } from '../../src/markdown/rendered.ts';
import { anyText } from '../diagnostics/arbitrary.ts';
import { expectLinear } from '../growth.ts';

const render = createMarkdown();
const pairsIn = (text: string) => readAttributeList(text, 0)?.pairs.map((pair) => pair.join('='));

describe('a list of attributes', () => {
  test.each([
    ['{.a}', ['class=a']],
    ['{: .a }', ['class=a']],
    ['{:.a}', ['class=a']],
    ['{ .md-button .md-button--primary }', ['class=md-button', 'class=md-button--primary']],
    ['{#talks .wide}', ['id=talks', 'class=wide']],
    ['{width=50%}', ['width=50%']],
    ['{: style="height:150px;width:150px"}', ['style=height:150px;width:150px']],
    ["{title='two words' lang=de}", ['title=two words', 'lang=de']],
    ['{title="it\'s"}', ["title=it's"]],
    ['{title=""}', ['title=']],
    ['{title="a } b"}', ['title=a } b']],
    ['{:target="_blank"}', ['target=_blank']],
    ['{data-x=1 aria-label="y"}', ['data-x=1', 'aria-label=y']],
    ['{TITLE=x}', ['title=x']],
    ['{reversed start=3}', ['reversed=', 'start=3']],
    ['{.a}{.b}', ['class=a']],
  ])('%s', (text, pairs) => expect(pairsIn(text)).toEqual(pairs));

  test('ends behind its brace', () => expect(readAttributeList('x {: .a } y', 2)).toMatchObject({ end: 9 }));

  test('may hold a name after a colon, where that was defined', () => {
    const defined = (name: string) => (name === 'btn' ? [['class', 'button'] as const] : undefined);
    expect(readAttributeList('{:btn .a}', 0, defined)?.pairs).toEqual([
      ['class', 'button'],
      ['class', 'a'],
    ]);
    for (const text of ['{btn}', '{:other}', '{:btn other}'])
      expect(readAttributeList(text, 0, defined)).toBeUndefined();
  });
});

test.each([
  '{}',
  '{ }',
  '{:}',
  '{1, 2, 3}',
  '{{ name }}',
  '{% if x %}',
  '{"a": 1}',
  '{a: 1}',
  '{.a, .b}',
  '{.a.b}',
  '{.a#b}',
  '{name}',
  '{prose in braces}',
  '{.a and more}',
  '{=a}',
  '{a=}',
  '{a = b}',
  '{title="never closed}',
  '{.a',
  '{.}',
  '{#}',
  '{.a "b"}',
  '{:: .a}',
  `{${'.a '.repeat(1000)}}`,
])('%j is text, and stays as it is', (text) => {
  expect(readAttributeList(text, 0)).toBeUndefined();
  const { html, remarks } = render(`![x](https://a.example/x.png)${text}`);
  expect(html).toContain(`>${text.replaceAll('"', '&quot;').trimEnd()}</p>`);
  expect(remarks.filter(({ code }) => code === 'dropped-attribute')).toEqual([]);
});

describe('what may be set', () => {
  const permitted = (...pairs: [string, string][]) => {
    const remarks: Remark[] = [];
    const kept = permit(pairs, '{…}', { remarks });
    return { kept: kept.map((pair) => pair.join('=')), said: remarks.map(({ code }) => code) };
  };

  test.each([
    ['class', 'a'],
    ['style', 'height:150px;width:150px'],
    ['data-x-1', 'y'],
    ['aria-hidden', 'true'],
    ['loading', 'lazy'],
  ])('%s="%s"', (...pair) => expect(permitted(pair)).toEqual({ kept: [pair.join('=')], said: [] }));

  test.each([
    ['onclick', 'alert(1)'],
    ['onload', ''],
    ['srcdoc', 'x'],
    ['formaction', 'x'],
    ['data-', 'x'],
    ['style', 'background: URL (x)'],
    ['style', 'width: expression(1)'],
    ['style', '@import "x"'],
    ['style', 'position : fixed'],
    ['style', 'p\\osition: fixed'],
    ['style', 'posi/**/tion: fixed'],
  ])('%s="%s" is dropped with a remark', (...pair) =>
    expect(permitted(['class', 'a'], pair)).toEqual({ kept: ['class=a'], said: ['dropped-attribute'] }),
  );

  test('a link into a new window does not tell where it came from', () => {
    expect(permitted(['target', '_blank']).kept).toEqual(['target=_blank', 'rel=noopener']);
    expect(permitted(['target', '_blank'], ['rel', 'me']).kept).toEqual(['target=_blank', 'rel=me']);
    expect(permitted(['target', '_self']).kept).toEqual(['target=_self']);
  });
});

describe('directly after an element', () => {
  test.each([
    ['[a](https://a.example){.b}', '<a href="https://a.example" class="b">a</a>'],
    ['[a](https://a.example){:target="_blank"}', '<a href="https://a.example" target="_blank" rel="noopener">a</a>'],
    ['*a*{.b}', '<em class="b">a</em>'],
    ['**a**{: .b #c}', '<strong class="b" id="c">a</strong>'],
    ['`a`{.b}', '<code class="b">a</code>'],
    ['~~a~~{.b}', '<del class="b">a</del>'],
    ['*a*{.b .c}{.d} e', '<em class="b c d">a</em> e'],
    ['\\{.b}', '{.b}'],
    ['a{.b} c', 'a{.b} c'],
    ['`{.b}`', '<code>{.b}</code>'],
    ['*a*{onclick=x}', '<em>a</em>'],
  ])('%s', (text, html) => expect(render(text).html).toBe(`<p>${html}</p>\n`));

  test('a picture', () => {
    const { html } = render('![x](https://a.example/x.png){: style="height:150px;width:150px" align=left}');
    expect(html).toMatch(/<img[^>]* style="height:150px;width:150px"/);
    expect(html).toMatch(/<img[^>]* class="align-left"/);
    expect(html).not.toContain('{');
  });
});

test('at the end of a heading', () => {
  expect(render('## Talks {#talks .wide}').html).toBe('<h2 id="talks" class="wide">Talks</h2>\n');
  expect(render('## Talks {: #talks }').headings).toEqual([{ level: 2, id: 'talks', text: 'Talks', line: 0 }]);
});

test('whatever is in braces, nothing is thrown and what is refused stays', () => {
  const piece = fc.constantFrom('.a', '#b', 'c=d', 'e="f"', ' ', ':', '{', '}', '"', "'", '=', 'open', '\n', '.', 'x');
  const inside = fc.oneof(
    fc.array(piece).map((pieces) => pieces.join('')),
    anyText,
  );
  fc.assert(
    fc.property(inside, (text) => {
      const braces = `{${text}}`;
      const list = readAttributeList(braces, 0);
      if (list) {
        expect(list.pairs.length).toBeGreaterThan(0);
        expect(braces[list.end - 1]).toBe('}');
      }
      expect(typeof render(`a *b*${braces} c`).html).toBe('string');
    }),
    { numRuns: 1000 },
  );
  const word = fc.constantFrom('.a', 'b', '1,', '#c', 'd=e', '"f"');
  fc.assert(
    fc.property(fc.array(word, { minLength: 1 }), (words) => {
      const braces = `{${words.join(' ')}}`;
      const { html } = render(`x ${braces}`);
      if (!readAttributeList(braces, 0)) expect(html).toBe(`<p>x ${braces.replaceAll('"', '&quot;')}</p>\n`);
    }),
  );
});

test.each([
  ['lists in a paragraph', '', '*a*{.b} ', 20_000],
  ['lists one after the other', '*a*', '{.b}', 20_000],
  ['opening braces', '', '{', 100_000],
  ['braces that begin like lists', '', '{.a ', 100_000],
  ['values that never end', '', '{a="', 20_000],
])('%s take time in line with their number', (_, first, piece, count) => {
  expectLinear((times) => render(first + piece.repeat(times)), count);
});
