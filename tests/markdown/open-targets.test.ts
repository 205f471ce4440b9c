import { describe, expect, test } from 'vitest';
import { createMarkdown } from '../../src/markdown/markdown.ts';
import { fillTargets } from '../../src/markdown/rendered.ts';

const render = createMarkdown();
const targetsOf = (text: string) => render(text).targets.map(({ use, written, lines }) => `${use} ${written} ${lines}`);
/** The HTML with each target in it as `(written)`. */
function filled(text: string): string {
  const { html, targets } = render(text);
  return fillTargets(
    html,
    (index) => `(${targets[index]!.written})`,
    () => '',
  );
}

describe('what leads into the site is left open', () => {
  test.each([
    ['[a](b.md)', ['link b.md 0,1']],
    ['one\n\n[a](../b.md?c#d "t")', ['link ../b.md?c#d 2,3']],
    ['[a](#here)', ['link #here 0,1']],
    ['[a](/b/) ![c](<d e.png>)', ['link /b/ 0,1', 'image d%20e.png 0,1']],
    ['[![a](b.png)](c.md)', ['link c.md 0,1', 'image b.png 0,1']],
    ['[a][r] and\n[r]\n\n[r]: b.md', ['link b.md 0,2', 'link b.md 0,2']],
    ['| [a](b.md) |\n|---|\n| [c](d.md) |', ['link b.md 0,1', 'link d.md 2,3']],
    ['- x\n- [a](b.md)', ['link b.md 1,2']],
    ['<a href="b.md">a</a> <img src=c.png alt="">', ['link b.md 0,1', 'image c.png 0,1']],
    [
      '<video src="v.mp4" poster=\'p.png\'><source src=w.webm></video>',
      ['file v.mp4 0,1', 'image p.png 0,1', 'file w.webm 0,1'],
    ],
    ['<A class="x" HREF = b&amp;c.md>', ['link b&c.md 0,1']],
    ['<iframe src="/map/"></iframe>', ['link /map/ 0,1']],
    ['*a*{.b} [c](d.md){.e}', ['link d.md 0,1']],
    ['![<img src="b.png"> [c](d.md)](e.png)', ['image e.png 0,1']],
  ])('%j', (text, targets) => expect(targetsOf(text)).toEqual(targets));
});

test.each([
  '[a](https://b.example) [a](mailto:a@b.example) [a](//b.example/c) <https://c.example>',
  'https://b.example/c and a bare word.with a dot',
  '<a href="https://b.example"> <a name="x"> <img alt="y"> <p href="z.md">',
  '<!-- <a href="b.md"> -->\n\n`[a](b.md)`\n\n```html\n<a href="b.md">\n```',
  '[a]()',
  '<script>var a = "<a href=\'b.md\'>";</script>',
])('%j leads nowhere in the site', (text) => expect(targetsOf(text)).toEqual([]));

test('the addresses come back where they were', () => {
  expect(filled('[a](b.md "t") <a class="x" href=\'c.md\'>c</a>')).toBe(
    '<p><a href="(b.md)" title="t">a</a> <a class="x" href="(c.md)">c</a></p>\n',
  );
});

test('raw HTML is otherwise kept character by character', () => {
  const html = '<p  CLASS=a\n data-x=\'"\'>&nbsp;<br clear=all><a href="https://b.example?x&y">c</a\n></p>\n';
  expect(render(html).html).toBe(html);
});

test('no text can forge a mark', () => {
  const { html, targets } = render('\u00010\u0002 `\u00010\u0002` <a href="\u00010\u0002"> [a](b.md)');
  expect(html.match(/\u0001/g)?.length).toBe(targets.length);
  expect(html).toContain('\ufffd0\ufffd');
});

test.each([
  ['[a](b){href="javascript:c"}', 'javascript:c'],
  ['![a](b.png){src="data:text/html,c"}', 'data:text/html,c'],
])('%j is refused', (text, near) => {
  const { html, remarks } = render(text);
  expect(html).toMatch(/(?:href|src)="#"/);
  expect(remarks).toMatchObject([{ code: 'unsafe-link', near, lines: [0, 1] }]);
});
