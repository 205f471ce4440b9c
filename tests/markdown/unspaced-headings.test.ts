import { expect, test } from 'vitest';
import { createMarkdown } from '../../src/markdown/markdown.ts';
import { expectLinear } from '../growth.ts';

const render = createMarkdown();
const remarksOn = (text: string): string[] =>
  render(text).remarks.map(({ code, help, lines }) => `${code} ${lines?.[0]}: ${help}`);

test.each([
  ['#October 2026 Meetup', 0, '# October 2026 Meetup'],
  ['##Talks', 0, '## Talks'],
  ['a\n\n   ###What to bring?', 2, '### What to bring?'],
  ['#Über uns\nand more', 0, '# Über uns'],
  ['one line\n##Another', 1, '## Another'],
  ['#Title words\r\n\r\n##Deep', 0, '# Title words'],
])('%j is text, and worth a remark', (text, line, meant) => {
  const { html } = render(text);
  expect(html).not.toMatch(/<h\d/);
  expect(remarksOn(text)[0]).toBe(`unspaced-heading ${line}: write \`${meant}\``);
});

test.each([
  '#hashtag',
  '#one #two #three',
  '#rustlang meetups are fun.',
  '#123 is fixed',
  '#!/bin/sh',
  'see\n#this one',
  '- #general channel',
  '> #general channel',
  '# Title',
  '```\n#Title words\n```',
  '    #Title words',
  '\\#Title words',
])('%j is not', (text) => expect(remarksOn(text)).toEqual([]));

test('many take no time', () => {
  for (const piece of ['#a b\n\n', '##a\n']) expectLinear((times) => render(piece.repeat(times)), 20_000);
});
