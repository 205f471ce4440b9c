import { HtmlValidate } from 'html-validate';
import { expect, test } from 'vitest';
import { createMarkdown } from '../../src/markdown/markdown.ts';
import { expectLinear } from '../growth.ts';

const render = createMarkdown();
const fence = (info: string, text = 'a\n'): string => `\`\`\`${info}\n${text}\`\`\`\n`;
const block = (attributes: string, code: string): string => `<div ${attributes}><pre>${code}</pre></div>\n`;

test.each<[name: string, text: string, html: string]>([
  ['no language', fence(''), block('class="code"', '<code>a\n</code>')],
  ['nothing inside', fence('js', ''), block('class="code"', '<code class="language-js"></code>')],
  ['indented', '    a < b\n', block('class="code"', '<code>a &lt; b\n</code>')],
  [
    'no grammar',
    fence('klingon', '"a" < b\n'),
    block('class="code"', '<code class="language-klingon">&quot;a&quot; &lt; b\n</code>'),
  ],
  [
    'a language',
    fence('json', '1\n'),
    block('class="code"', '<code class="language-json"><span class="hljs-number">1</span>\n</code>'),
  ],
  [
    'a language in capitals',
    fence('JSON', '1\n'),
    block('class="code"', '<code class="language-JSON"><span class="hljs-number">1</span>\n</code>'),
  ],
  [
    'tildes',
    '~~~ json\n1\n~~~\n',
    block('class="code"', '<code class="language-json"><span class="hljs-number">1</span>\n</code>'),
  ],
  ['no end', '```text\na', block('class="code"', '<code class="language-text">a</code>')],
  [
    'an attribute list',
    fence('text {.wide #it data-x=1}'),
    block('class="wide code" id="it" data-x="1"', '<code class="language-text">a\n</code>'),
  ],
  [
    'the language in an attribute list',
    fence('{.json .wide}', '1\n'),
    block('class="wide code"', '<code class="language-json"><span class="hljs-number">1</span>\n</code>'),
  ],
  ['a class that is no language', fence('{.wide}'), block('class="wide code"', '<code>a\n</code>')],
  [
    'a list on a line of its own',
    `${fence('text')}{: .wide}\n`,
    block('class="wide code"', '<code class="language-text">a\n</code>'),
  ],
  [
    'the language on a line of its own',
    '    1\n{: .language-json}\n',
    block('class="code"', '<code class="language-json"><span class="hljs-number">1</span>\n</code>'),
  ],
  [
    'lines pointed out',
    fence('text {2}', 'a\nb\n'),
    block('class="code"', '<code class="language-text">a\n<mark>b\n</mark></code>'),
  ],
  [
    'numbers',
    fence('text linenums="7"'),
    block('class="code"', '<code class="language-text"><span data-line="7">a\n</span></code>'),
  ],
  [
    'a title',
    fence('text title="<x> &amp; y"'),
    '<figure class="code"><figcaption>&lt;x&gt; &amp; y</figcaption><pre><code class="language-text">a\n</code></pre></figure>\n',
  ],
  [
    'what may be too wide for a phone',
    fence('', `${'a'.repeat(28)}\n`),
    block('class="code"', `<code>${'a'.repeat(28)}\n</code>`).replace('<pre>', '<pre tabindex="0">'),
  ],
  [
    'a diagram',
    fence('mermaid', 'graph TD\n'),
    block('class="diagram"', '<code class="language-mermaid">graph TD\n</code>'),
  ],
  [
    'a diagram by class',
    fence('{.mermaid .wide}', 'graph TD\n'),
    block('class="wide diagram"', '<code class="language-mermaid">graph TD\n</code>'),
  ],
  [
    'a diagram by a line of its own',
    '    graph TD\n{: .language-mermaid}\n',
    block('class="diagram"', '<code class="language-mermaid">graph TD\n</code>'),
  ],
  [
    'a diagram with a title',
    fence('mermaid title="t"'),
    '<figure class="diagram"><figcaption>t</figcaption><pre><code class="language-mermaid">a\n</code></pre></figure>\n',
  ],
])('%s', (_, text, html) => {
  expect(render(text).html).toBe(html);
});

test.each([
  ['quotes', 'a"><b>'],
  ['an entity', 'a&quot;onload'],
])('a language with %s stays a class', (_, info) => {
  expect(render(fence(info)).html).toMatch(
    /^<div class="code"><pre><code class="language-a&quot;[^"<>]*">a\n<\/code><\/pre><\/div>\n$/,
  );
});

test.each<[text: string, needs: readonly string[]]>([
  ['words and `code`', []],
  [fence('js'), ['copy']],
  ['    indented', ['copy']],
  [fence('mermaid'), ['mermaid']],
  [fence('mermaid') + fence('js'), ['mermaid', 'copy']],
])('%j needs %j', (text, needs) => {
  expect(render(text).needs).toEqual(needs);
});

test('ids of code are where links can lead', () => {
  expect(render(`${fence('js {#a}')}${fence('mermaid')}{: #b}\n`).ids).toEqual(['a', 'b']);
});

test('what a list may not set is left out, with a warning', () => {
  const { html, remarks } = render(fence('js {onclick="x" .wide}'));
  expect(html).toContain('<div class="wide code">');
  expect(remarks).toMatchObject([{ code: 'dropped-attribute', near: 'js {onclick="x" .wide}' }]);
});

test('a misspelt language is shown without colours, and noted at its fence', () => {
  const { html, remarks } = render(`pyhton is a language\n\n${fence('pyhton', '"a"\n')}\n${fence('klingon')}`);
  expect(html).toContain('<code class="language-pyhton">&quot;a&quot;\n</code>');
  expect(remarks).toEqual([
    {
      code: 'unknown-language',
      message: 'there are no colours for the language `pyhton`',
      help: 'did you mean `python`?',
      near: 'pyhton',
      lines: [2, 5],
    },
  ]);
});

test('all of it is what strangers may use', () => {
  const text = fence('py {#a .b hl_lines="1"} title="c" linenums="2"', `"""${'d'.repeat(30)}\ne"""\n`);
  const { html, remarks } = createMarkdown({ untrusted: true })(text);
  const same = (of: string): string => of.replaceAll('&quot;', '"');
  expect(same(html)).toBe(same(render(text).html));
  expect(remarks).toEqual([]);
});

test('every form is valid HTML', () => {
  const forms = [
    ...[fence('py', '"""a\nb"""\n'), fence('js {1} title="x" linenums="3"', 'a\n\nb\n'), fence('mermaid title="m"')],
    ...[
      `- item\n\n      indented ${'wide-'.repeat(9)}\n`,
      `> ${fence('text').replaceAll('\n', '\n> ')}\n`,
      fence('a"b'),
    ],
  ];
  const page = `<!DOCTYPE html><html lang="en"><head><title>x</title></head><body>${render(forms.join('\n')).html}</body></html>`;
  const report = new HtmlValidate({ root: true, extends: ['html-validate:recommended'] }).validateStringSync(page);
  expect(report.results.flatMap(({ messages }) => messages)).toEqual([]);
});

test.each([
  ['fences', '```\n', 100_000],
  ['fences with a list', '```js {.a}\n', 50_000],
  ['misspelt languages', '```pyhtonn\n```\n', 10_000],
])('a body of nothing but %s takes little time', (_, piece, times) => {
  expectLinear((some) => render(piece.repeat(some)), times);
});
