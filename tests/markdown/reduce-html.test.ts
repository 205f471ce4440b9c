import { describe, expect, test } from 'vitest';
import { createMarkdown } from '../../src/markdown/markdown.ts';
import { expectLinear } from '../growth.ts';

const careful = createMarkdown({ untrusted: true });
const trusting = createMarkdown();
const removedFrom = (text: string): string[] =>
  careful(text).remarks.map(({ code, message, near }) => `${code} ${near}: ${message}`);

describe('what our own Markdown gives survives', () => {
  test.each([
    '# Title {#t .wide}\n\nA *b* **c** ~~d~~ ==e== ^f^ ~g~ `h`  \ni',
    '- [x] done\n- [ ] to do\n\n3. three\n4. four',
    '| a | b |\n|:--|--:|\n| c | d |',
    '!!! note "Title"\n    body\n\n??? tip\n    more\n\n> [!NOTE]\n> that',
    '=== "A"\n    a\n\n=== "B"\n    b',
    'a[^1] and b[^1]\n\n[^1]: the note',
    'Term\n: what it is\n\nThe HTML\n\n*[HTML]: a language',
    '```js title="a.js" hl_lines="1" linenums="1"\nlet a = "<b>";\n```\n\n```mermaid\ngraph LR\n```',
    ':fontawesome-brands-discord: [:material-account:](/x){title="Us"} :smile:',
    '[a](https://a.example "b"){target=_blank .md-button} https://b.example us@a.example',
    '![a](a.png){align=left width=9} ![b](b.png "c"){style="height:150px;width:150px"}',
    '[TOC]\n\n## One\n\n## Two',
    '<div markdown="1" class="grid">\n\n*a*\n\n</div>',
    '<details open><summary>a</summary><kbd>b</kbd></details>\n\n<br clear=all>\n\n<center><font color="red">a</font></center>',
    '<figure><img src="a.png" alt="a"><figcaption>b</figcaption></figure>',
    '<iframe width="560" height="315" src="https://www.youtube.com/embed/x" title="a" frameborder="0" ' +
      'allow="accelerometer; autoplay; clipboard-write; encrypted-media; gyroscope; picture-in-picture; web-share" ' +
      'referrerpolicy="strict-origin-when-cross-origin" allowfullscreen></iframe>',
    '<iframe src="https://www.openstreetmap.org/export/embed.html?bbox=1&amp;layer=mapnik"></iframe>',
    '<video controls poster="a.png"><source src="a.mp4" type="video/mp4"></video>',
  ])('%j', (text) => {
    const [reduced, whole] = [careful(text), trusting(text)];
    // Quotes are written as they are where they mean nothing.
    const plain = (html: string): string =>
      html.replaceAll('&quot;', '"').replace(/<(path|circle|rect)([^>]*)\/>/g, '<$1$2></$1>');
    expect(reduced.remarks).toEqual([]);
    if (!/style=|=all|=left|ampp/.test(text)) expect(plain(reduced.html)).toBe(plain(whole.html));
    expect(reduced.targets).toEqual(whole.targets);
  });
});

describe('each removal is said, and why', () => {
  const list = 'it is not on the list of what strangers may use';
  test.each([
    ['<script>a</script>', ['<script: `<script>` was removed: it runs code, or is made for it']],
    ['<b onclick="a">c</b>', ['onclick: `onclick` was removed from `<b>`: it runs code']],
    [
      '<a href="JavaScript:a">b</a>',
      ['JavaScript:a: `href` was removed from `<a>`: an address with `javascript:` is none to link to'],
    ],
    [
      '<p style="background: url(x)">a</p>',
      ['background: url(x): `style` was removed from `<p>`: this style loads something'],
    ],
    [
      '<p style="position: absolute">a</p>',
      ['position: absolute: `style` was removed from `<p>`: this style leaves its place'],
    ],
    ['<p contenteditable>a</p>', [`contenteditable: \`contenteditable\` was removed from \`<p>\`: ${list}`]],
    ['<marquee>a</marquee>', [`<marquee: \`<marquee>\` was removed: ${list}`]],
    ['<input type="text">', ['<input: `<input>` was removed: it asks visitors for something']],
    [
      '<iframe src="https://a.example"></iframe>',
      [
        'https://a.example: `<iframe>` was removed: only frames of YouTube, Vimeo, PeerTube and OpenStreetMap may stay, over `https://`',
      ],
    ],
  ])('%j', (text, said) => expect(removedFrom(text)).toEqual(said.map((each) => `removed-html ${each}`)));

  test('what stays of it', () => {
    expect(careful('a <b onclick="x">b</b> <blink>c</blink> <script>d</script>e').html).toBe('<p>a <b>b</b> c e</p>\n');
  });
});

test('a frame of a host that anybody may run is fenced in', () => {
  expect(careful('<iframe src="https://tube.example/videos/embed/a1" sandbox="allow-top-navigation">').html).toContain(
    ' data-sandbox="allow-scripts allow-same-origin allow-popups"',
  );
});

test('a comment of words stays, and no other', () => {
  const { html } = careful('a <!-- by Ada, CC BY 4.0 --> b <!-- <script> --> <b title="<!-- c -->">d</b>');
  expect(html).toMatch(/^<p>a <!-- by Ada, CC BY 4.0 --> b {2}<b title=/);
  expect(html.match(/<!--/g)?.length).toBe(1);
});

test('the excerpt is the same stretch', () => {
  const text = '# T\n\nThe *first* <b onclick=a>one</b>.\n\n<div>\n\nThe second.\n\n</div>';
  const { html, excerpt } = careful(text);
  expect(html.slice(...excerpt)).toBe('<p>The <em>first</em> <b>one</b>.</p>\n');
});

test('where a tag is never finished there is no excerpt', () => {
  const { html, excerpt } = careful('<div>\n<a title="\n\nfirst\n\n<!-- more -->\n\n" >last');
  expect(html.slice(...excerpt)).not.toMatch(/^[^<]*>/);
});

test('a mark that was written as a reference is none', () => {
  const { html } = careful('<b title="&#1;9&#2;" data-size="&#x5;9&#X2;">a</b> &#1;9&#2; [b](c.md)');
  expect(html.match(/[\u0001-\u0005]/g)).toEqual(['\u0001', '\u0002']);
});

test.each([
  '<div>',
  '<b onclick=a>',
  '<script>',
  '<svg><title>',
  '<iframe src=x>',
  '<b ',
  '&#1;',
  '<b>x</b>',
  '<i onx></i>',
])('many of %j take no time', (piece) => {
  expectLinear((times) => careful(piece.repeat(times)), 20_000);
});
