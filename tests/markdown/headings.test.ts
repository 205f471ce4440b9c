import { expect, test } from 'vitest';
import { createMarkdown } from '../../src/markdown/markdown.ts';

const render = createMarkdown();
const idsOf = (text: string) => render(text).headings.map(({ id }) => id);

test.each([
  ['# Who *we* `are` & [what](x.md) we do!', ['who-we-are--what-we-do']],
  ['## Was wir ändern', ['was-wir-ändern']],
  ['## 日本語', ['日本語']],
  ['## Tea\n## Tea\n## Tea-1\n## Tea', ['tea', 'tea-1', 'tea-1-1', 'tea-2']],
  ['## 🎉\n## ???', ['section', 'section-1']],
  ['## Tea\n## Pots {#tea}', ['tea-1', 'tea']],
  ['Tea\n===\n\nPots\n---', ['tea', 'pots']],
  ['> ## Quoted\n\n- # Listed', ['quoted', 'listed']],
  ['```\n# code\n```\n\n    # code', []],
])('the ids in %j', (text, ids) => expect(idsOf(text)).toEqual(ids));

test('headings are listed with their level, their words and their line', () => {
  expect(render('# A **b** `c`\n\ntext\n\n### [d](e.md) ![f](g.png)').headings).toEqual([
    { level: 1, id: 'a-b-c', text: 'A b c', line: 0 },
    { level: 3, id: 'd', text: 'd', line: 4 },
  ]);
});

test('each body counts anew', () => {
  expect(idsOf('# Tea')).toEqual(['tea']);
  expect(idsOf('# Tea')).toEqual(['tea']);
});

test('every id that a link can lead to is known, also those in HTML', () => {
  const { ids } = render(
    '# One\n\n<p id="two"><a name=three></a></p>\n\nx <b id=\'four\'>y</b> *z*{#five}\n\n```\nid="six"\n```',
  );
  expect(ids).toEqual(['one', 'two', 'three', 'four', 'five']);
});

test.each([
  ['# Tea', true],
  ['\n\n# Tea\n\ntext', true],
  ['Tea\n===', true],
  ['## Tea', false],
  ['text\n\n# Tea', false],
  ['> # Tea', false],
  ['', false],
])('%j opens with a heading of its own: %s', (text, own) => expect(render(text).ownHeading).toBe(own));
