import { expect, test } from 'vitest';
import { createHighlight } from '../../src/markdown/highlight.ts';
import { grammarFor, grammarNames, grammarOf, meantLanguage } from '../../src/markdown/languages.ts';

test.each([
  ['py', 'python'],
  ['Python3', 'python'],
  ['pycon', 'python-repl'],
  ['console', 'shell'],
  ['shell-session', 'shell'],
  ['shell', 'bash'],
  ['sh', 'bash'],
  ['zsh', 'bash'],
  ['toml', 'ini'],
  ['cfg', 'ini'],
  ['Dockerfile', 'dockerfile'],
  ['docker', 'dockerfile'],
  ['YAML', 'yaml'],
  ['yml', 'yaml'],
  ['c++', 'cpp'],
  ['c#', 'csharp'],
  ['f#', 'fsharp'],
  ['html', 'xml'],
  ['html+jinja', 'django'],
  ['jsonc', 'json'],
  ['tsx', 'typescript'],
  ['rs', 'rust'],
  ['golang', 'go'],
  ['ps1', 'powershell'],
  ['postgresql', 'pgsql'],
  ['make', 'makefile'],
  ['viml', 'vim'],
])('%s has the grammar %s', (name, grammar) => {
  expect(grammarOf(name)).toBe(grammar);
});

test.each(['', 'text', 'txt', 'plain', 'output', 'mermaid', 'klingon', 'constructor', '__proto__'])(
  '%j has no grammar',
  (name) => {
    expect(grammarOf(name)).toBeUndefined();
  },
);

test('every grammar can be loaded, with those that it embeds, and leaves the text as it is', () => {
  const highlight = createHighlight();
  const text = '<a b="c">\n$ d \'e\' && f() { /* g */ } // h\n<style>i</style>\n# j\n';
  const written = (html: string): string => html.replace(/<[^>]*>/g, '');
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const expected = escaped.replaceAll('"', '&quot;').replaceAll("'", '&#x27;');
  for (const grammar of grammarNames) expect(written(highlight(text, grammar) ?? ''), grammar).toBe(expected);
});

test.each([
  ['bash', '$ ls\na', 'shell'],
  ['sh', '  $ ls', 'shell'],
  ['bash', 'ls $HOME\n$ ls', 'bash'],
  ['bash', '$HOME/bin/x', 'bash'],
  ['python', '>>> 1\n1', 'python-repl'],
  ['python', '1 >>> 2', 'python'],
  ['js', '$ x', 'javascript'],
])('as %s, %j is read with the grammar %s', (language, text, grammar) => {
  expect(grammarFor(language, text)).toBe(grammar);
});

test.each([
  ['pyhton', 'python'],
  ['phyton', undefined],
  ['pythn', 'python'],
  ['Pythonn', 'python'],
  ['javscript', 'javascript'],
  ['yalm', 'yaml'],
  ['bahs', 'bash'],
  ['dockerfiles', 'dockerfile'],
  ['consle', 'console'],
  // may be languages of their own
  ['ru', undefined],
  ['abc', undefined],
  ['zig', undefined],
  ['solidity', undefined],
  // known, be it as a wish for no colours
  ['python', undefined],
  ['Text', undefined],
  ['mermaid', undefined],
])('%s is a misspelling of %s', (word, meant) => {
  expect(meantLanguage(word)).toBe(meant);
});
