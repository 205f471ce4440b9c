import fc from 'fast-check';
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest';
import { createMarkdown } from '../../src/markdown/markdown.ts';
import { fillTargets, type Rendered } from '../../src/markdown/rendered.ts';
import { anyText } from '../diagnostics/arbitrary.ts';

const signs =
  '* ** _ ` `` ``` ~ ~~ = == ^ ^^ [ ] [] ( ) ]( ![ [^ < > </ { } {: {. {# : :: | \\ # > - + 1. & " \' ! ???';
const lists =
  '{.a} {: .a } {:.a} {#b} {c=d} {e="f g"} {title=\'h i\'} {:n} {:n: .a #b} {:toc} {:.no_toc} {onclick=x} {colspan=2} ' +
  '{rowspan=9} {href=javascript:x} {style="a:url(b)"} {1,2} {} {{x}} {%x%} <%x%> {.a .b} {.a}{.b} {alt=x} {width=9}';
const inline =
  'a b3 *a* **b** `c` ~~d~~ ==e== ^f^ ~g~ ^^h^^ [i](j.md) [k] [k] [l] ![m](n.png) [^1] [^2] :smile: :material-home: ' +
  ':material-hoem: https://o.example www.p.example q@r.example <s@t.example> https://u.example:80/:v:/ HTML &amp; &#0; 10:20:30';
const blocks = [
  '# a',
  '## a {.b}',
  'a\n===',
  '- a',
  '- [ ] b',
  '1. {.a} c',
  '> d',
  '> [!NOTE]\n> e',
  '!!! note "f"\n    g',
  '??? h\n\n    i',
  '=== "j"\n    k',
  '```js {.a hl_lines="1"}\nl\n```',
  '``` mermaid\nm',
  '    code',
  'n\n: o',
  '| p | q |\n|---|--:|\n| r {.a} | s {colspan=2} |',
  '[^1]: t\n\n    u',
  '*[HTML]: v',
  '[k]: w.md "x"',
  '{:n: .a}',
  '[TOC]',
  '<!-- more -->',
  '---',
  '##y',
];
const html = [
  '<b>',
  '</b>',
  '<br>',
  '<br clear=all>',
  '<a href="a.md">',
  '</a>',
  '<img src="b.png" alt="">',
  '<div markdown="1">',
  '<div markdown>\n',
  '</div>',
  '<table><tr><td markdown="span">',
  '<iframe src="//player.vimeo.com/video/1"></iframe>',
  '<script>',
  '</script>',
  '<p onclick="x">',
  '<!--',
  '-->',
  '<![CDATA[',
  '<?x',
  '<svg><title>',
  '<details><summary>',
];
const words = (text: string) => text.split(' ');
const between = fc.constantFrom('', '', ' ', '\n', '\n\n', '\n    ', '\r\n', '\t', '\n> ', '\n  ');

/** Markdown of all forms, also where they don't belong. */
function bodyOf(pieces: readonly string[]): fc.Arbitrary<string> {
  const piece = fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom(...pieces) },
    { weight: 1, arbitrary: anyText },
    { weight: 1, arbitrary: fc.constantFrom('\0', '\u0001', '\u0003', '\ufeff', '\u2028', '\ud800') },
  );
  return fc.array(fc.tuple(piece, between), { maxLength: 25 }).map((parts) => parts.flat().join(''));
}

const markdown = [...words(signs), ...words(lists), ...words(inline), ...words(inline), ...blocks, ...blocks];
const anything = bodyOf([...markdown, ...html]);

// The engine of attribute lists catches what is thrown in it, and prints it.
const printed = vi.spyOn(console, 'error');
afterEach(() => expect(printed).not.toHaveBeenCalled());
afterAll(() => printed.mockRestore());

describe.each([
  ['of a site', createMarkdown()],
  ['of a stranger', createMarkdown({ untrusted: true })],
  ['with quotes', createMarkdown({ quotes: 'de' })],
  ['without extensions', createMarkdown({ extensions: false })],
])('any text %s', (_, render) => {
  test('is rendered, and what is said about it agrees with itself', () => {
    fc.assert(
      fc.property(anything, (text) => expectSound(render(text), text)),
      { numRuns: 150 },
    );
  });
});

function expectSound(rendered: Rendered, text: string): void {
  const { html, targets, headings, mutePictures, ids, excerpt, remarks } = rendered;
  expect(structuredClone(rendered)).toEqual(rendered);
  // Every mark leads to a target, and no other sign of ours is left.
  fillTargets(
    html,
    (index) => targets[index]!.written,
    (index) => targets[index]!.written,
  );
  expect(html.replace(/\u0001\d+\u0002|\u0005\d+\u0002/g, '')).not.toMatch(/[\0-\u0008\u000e-\u001f]/);
  for (const { id } of headings) expect(ids).toContain(id);
  expect(0 <= excerpt[0] && excerpt[0] <= excerpt[1] && excerpt[1] <= html.length).toBe(true);
  const count = text.split(/\r\n|\r|\n/).length;
  for (const { line } of headings) expect(0 <= line && line < count).toBe(true);
  for (const { lines } of [...targets, ...remarks, ...mutePictures])
    if (lines) expect(0 <= lines[0] && lines[0] < lines[1] && lines[1] <= count).toBe(true);
}

test('Markdown alone gives elements that are closed in order', () => {
  const render = createMarkdown();
  const pieces = markdown.filter((piece) => !piece.includes('<'));
  fc.assert(
    fc.property(bodyOf(pieces.concat('<https://a.example>')), (text) => {
      fc.pre(!/<[a-z/!?]/i.test(text.replaceAll('<https:', '')));
      expect(unclosedIn(render(text).html)).toEqual([]);
    }),
    { numRuns: 150 },
  );
});

const empty = new Set(words('br hr img input path circle rect'));

/** Elements that are open at the end, or closed where another one is open. */
function unclosedIn(html: string): string[] {
  const open: string[] = [];
  for (const [, slash, name] of html.replace(/<!--.*?-->/gs, '').matchAll(/<(\/?)([a-z]\w*)[^<>]*>/g)) {
    if (!slash && !empty.has(name!)) open.push(name!);
    else if (slash && open.pop() !== name) return [...open, `/${name}`];
  }
  return open;
}
