import { expect, test } from 'vitest';
import { createHighlight } from '../../src/markdown/highlight.ts';
import { expectLinear } from '../growth.ts';

test.each([
  ['def f(): pass', 'python', '<span class="hljs-keyword">def</span>'],
  ['$ ls "$HOME"', 'shell', '<span class="hljs-variable">$HOME</span>'],
  ['<style>a { color: red }</style>', 'xml', '<span class="hljs-attribute">color</span>'],
  ['a < b && "c"', 'javascript', '&lt; b &amp;&amp; '],
])('%s', (text, grammar, part) => {
  expect(createHighlight()(text, grammar)).toContain(part);
});

test('the fields of a Markdown file are YAML, and its text is Markdown', () => {
  const highlight = createHighlight();
  const fields = '---\ntalks:\n    - title: Owls\nurl: https://a.example\n---\n';
  expect(highlight(`${fields}\n# Tea\n`, 'markdown')).toBe(
    `${highlight(fields, 'yaml')}${highlight('\n# Tea\n', 'markdown')}`,
  );
  expect(highlight('---\n\n# Tea\n', 'markdown')).toContain('hljs-section');
});

test('what was highlighted before changes nothing', () => {
  const texts = [
    ['HTTP/1.1 200 OK\nContent-Type: text/x\n\n{"a": [1, 2]}\nfn main() {}', 'http'],
    ['# a\n<b c="d">\n- e', 'markdown'],
    ['const a = html`<b>c</b>`; const d = css`e { f: g }`;', 'javascript'],
    ['a:\n  - <%= b %>\n', 'yaml'],
  ] as const;
  const alone = texts.map(([text, grammar]) => createHighlight()(text, grammar));
  const highlight = createHighlight();
  for (const grammar of ['ruby', 'rust', 'css', 'xml', 'json', 'graphql', 'python']) highlight('a { b: 1 }', grammar);
  expect(texts.map(([text, grammar]) => highlight(text, grammar))).toEqual(alone);
});

test.each([
  ['a long text', 'let a = 1;\n'.repeat(5000)],
  ['a long line', `let a = [${'1, '.repeat(500)}];`],
  ['much white space', `a${' '.repeat(200)}b`],
])('%s is left as it is', (_, text) => {
  expect(createHighlight()(text, 'javascript')).toBeUndefined();
});

test.each([
  ['markdown', '[a]('],
  ['javascript', '`${'],
  ['xml', '<a b="'],
  ['ini', 'a'],
  ['haskell', '\n'],
  ['json', '{"a":'],
  ['python', "f'{"],
])('%s takes little time over whatever it is given', (grammar, piece) => {
  const highlight = createHighlight();
  const line = `${piece.repeat(Math.floor(380 / piece.length))}\n`;
  expectLinear((times) => highlight(piece.repeat(times), grammar), 100_000);
  expectLinear((times) => highlight(line.repeat(times), grammar), 50);
  expectLinear((times) => highlight(`${piece}x\n`.repeat(times), grammar), 3000);
});
