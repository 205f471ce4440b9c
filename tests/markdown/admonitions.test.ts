import { describe, expect, test } from 'vitest';
import { createMarkdown } from '../../src/markdown/markdown.ts';

const render = createMarkdown();
const note = (inside: string, types = 'note') => `<div class="admonition ${types}" role="note">\n${inside}</div>\n`;
const title = (text: string) => `<p class="admonition-title">${text}</p>\n`;
const body = '<p>Body</p>\n';

describe('the header says type, classes and title', () => {
  test.each([
    ['!!! note\n    Body', note(title('Note') + body)],
    ['!!! Note\n    Body', note(title('Note') + body)],
    ['!!!note\n    Body', note(title('Note') + body)],
    ['!!! code-of-conduct\n    Body', note(title('Code of conduct') + body, 'code-of-conduct')],
    ['!!! note "A *b* "c" <d>"  \n    Body', note(title('A <em>b</em> &quot;c&quot; <d>') + body)],
    ['!!! note ""\n    Body', note(body)],
    ['!!! tip inline end "T"\n    Body', note(title('T') + body, 'tip inline end')],
    ['!!! note "Alone"', note(title('Alone'))],
    ['!!! "T"\n    Body', note(title('T') + body)],
    [
      '??? note\n    Body',
      `<details class="admonition note">\n<summary class="admonition-title">Note</summary>\n${body}</details>\n`,
    ],
    [
      '???+ tip "T"\n    Body',
      `<details class="admonition tip" open>\n<summary class="admonition-title">T</summary>\n${body}</details>\n`,
    ],
    [
      '??? "T"\n    Body',
      `<details class="admonition note">\n<summary class="admonition-title">T</summary>\n${body}</details>\n`,
    ],
    [
      '??? note ""\n    Body',
      `<details class="admonition note">\n<summary class="admonition-title">Note</summary>\n${body}</details>\n`,
    ],
  ])('%j', (text, html) => expect(render(text).html).toBe(html));
});

describe('the body is what is indented by four', () => {
  const after = '<p>after</p>\n';
  test.each([
    ['!!! note\n\n    Body\n\n\nafter', note(title('Note') + body) + after],
    ['!!! note\n    Body\nafter', note(title('Note') + body) + after],
    ['!!! note\n\tBody\n\nafter', note(title('Note') + body) + after],
    ['before\n!!! note\n    Body', `<p>before</p>\n${note(title('Note') + body)}`],
    ['!!! note\n    - a\n\n        b', note(`${title('Note')}<ul>\n<li>\n<p>a</p>\n<p>b</p>\n</li>\n</ul>\n`)],
    ['!!! note\n    !!! tip\n        Body\n    Body', note(title('Note') + note(title('Tip') + body, 'tip') + body)],
    ['!!! note\n    Body\n!!! tip\n    Body', note(title('Note') + body) + note(title('Tip') + body, 'tip')],
    ['- a\n\n    !!! note\n        Body', `<ul>\n<li>\n<p>a</p>\n${note(title('Note') + body)}</li>\n</ul>\n`],
    ['- a\n\n  !!! note\n      Body', `<ul>\n<li>\n<p>a</p>\n${note(title('Note') + body)}</li>\n</ul>\n`],
    ['- a\n!!! note\n    Body', `<ul>\n<li>a</li>\n</ul>\n${note(title('Note') + body)}`],
    ['> !!! note\n>     Body\nafter', `<blockquote>\n${note(title('Note') + body)}</blockquote>\n${after}`],
    ['> a\n!!! note\n    Body', `<blockquote>\n<p>a</p>\n</blockquote>\n${note(title('Note') + body)}`],
    ['!!! note\n    > a\nafter', note(`${title('Note')}<blockquote>\n<p>a</p>\n</blockquote>\n`) + after],
    [
      '!!! note\n    Body\n{: .x #y}',
      note(title('Note') + body)
        .replace('note"', 'note x"')
        .replace('>', ' id="y">'),
    ],
  ])('%j', (text, html) => expect(render(text).html).toBe(html));
});

describe('anything else is text', () => {
  test.each([
    '??? what',
    '???',
    '!!!',
    '!!! and so on!\n    more',
    '!!! note "open\n    more',
    'Really??? "yes"',
    '    !!! note "T"',
    '!! note\n    more',
    '???? note\n    more',
    '\\!!! note\n    more',
  ])('%j', (text) => expect(render(text).html).not.toContain('admonition'));

  test('a known type without a body is worth a word', () => {
    expect(render('a\n\n!!! warning\nBody').remarks).toEqual([
      expect.objectContaining({ code: 'missing-body', near: '!!! warning', lines: [2, 3] }),
    ]);
    expect(render('!!! so what\n\n!!! note "Alone"\n\n!!! tip\n    Body').remarks).toEqual([]);
  });
});

describe("GitHub's alerts are the same", () => {
  test.each([
    ['> [!NOTE]\n> Body', note(title('Note') + body)],
    ['> [!warning]  \n> Body\n>\n> Body', note(title('Warning') + body + body, 'warning')],
    ['> [!TIP]\n>\n> Body', note(title('Tip') + body, 'tip')],
    ['> [!IMPORTANT]', note(title('Important'), 'important')],
    [
      '> [!CAUTION]\n> > [!NOTE]\n> > Body\n>\n> Body',
      note(title('Caution') + note(title('Note') + body) + body, 'caution'),
    ],
    ['- > [!NOTE]\n  > Body', `<ul>\n<li>\n${note(title('Note') + body)}</li>\n</ul>\n`],
    [
      '> a\n> > [!NOTE]\n> > Body\n\n> b',
      `<blockquote>\n<p>a</p>\n${note(title('Note') + body)}</blockquote>\n<blockquote>\n<p>b</p>\n</blockquote>\n`,
    ],
    ['> [!NOTE]\n> Body\n{: .x}', note(title('Note') + body, 'note x')],
  ])('%j', (text, html) => expect(render(text).html).toBe(html));

  test.each(['> [!OTHER]\n> a', '> [!NOTE] a', '> a\n> [!NOTE]', '[!NOTE]\n\na', '> `[!NOTE]`', '> - [!NOTE]'])(
    '%j is none',
    (text) => expect(render(text).html).not.toContain('admonition'),
  );
});
