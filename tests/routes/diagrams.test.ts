import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { withoutFingerprints } from '../../src/fingerprints.ts';
import { diagramLibrary } from '../../src/routes/diagrams.ts';
import { plan } from '../../src/routes/plan.ts';
import { filesOf, siteOf } from '../support.ts';

const drawn = '```mermaid\ngraph TD\n```\n';
const libraryFor = (files: Record<string, string>, find?: () => string | undefined) =>
  diagramLibrary(siteOf(files).value, find);

test.each([
  ['a fence', drawn],
  ['a fence in a list', `- a\n\n  ${drawn.replaceAll('\n', '\n  ')}`],
  ['tildes and a space', '~~~~  Mermaid title="x"\na\n~~~~\n'],
  ['a class', '``` {.mermaid}\na\n```\n'],
  ['a class on a line of its own', '    a\n{: .language-mermaid}\n'],
])('%s asks for the library', (_, text) => {
  const { value, diagnostics } = libraryFor({ 'about.md': text });
  expect(existsSync(value!)).toBe(true);
  expect(diagnostics).toEqual([]);
});

test('so does a field of Markdown', () => {
  const abstract = `      ${drawn.replaceAll('\n', '\n      ')}`.trimEnd();
  const event = `---\ntitle: A\nstart: 2026-08-01\ntalks:\n  - title: B\n    abstract: |\n${abstract}\n---\n`;
  expect(libraryFor({ 'events/a.md': event }).value).toBeDefined();
});

test.each([
  ['words', 'A mermaid and `mermaid`.\n'],
  ['another language', '```mermaids\na\n```\n'],
  ['a draft', `---\ndraft: true\n---\n${drawn}`],
])('%s does not', (_, text) => {
  const never = () => expect.unreachable();
  expect(libraryFor({ 'about.md': text }, never)).toEqual({ value: undefined, diagnostics: [] });
});

test('a library that is not there is noted once, at the first diagram', () => {
  const files = { 'about.md': `---\ntitle: A\n---\r\nb\r\n> ${drawn}`, 'zebra.md': drawn };
  const { value, diagnostics } = libraryFor(files, () => undefined);
  expect(value).toBeUndefined();
  expect(diagnostics).toMatchObject([
    {
      code: 'no-diagram-library',
      severity: 'note',
      at: { path: 'content/about.md', line: 5, column: 3, length: 10 },
    },
  ]);
});

const theme = filesOf({ 'assets/theme/mermaid.js': '', 'assets/theme/copy.js': '' }, '/theme');
const assetsOf = (content: Record<string, string>, files: Record<string, string> = {}) =>
  plan({
    site: siteOf(content).value,
    contentFiles: [],
    files: filesOf(files),
    theme,
    trusted: undefined,
    search: false,
  })
    .value.routes.map(({ path }) => path)
    .map(withoutFingerprints)
    .filter((path) => path.startsWith('assets/') && !path.endsWith('colours.css'))
    .sort();

test('what draws diagrams is published where there is one', () => {
  const names = ['copy.js', 'mermaid.js', 'mermaid.tiny.js'].map((name) => `assets/theme/${name}`);
  expect(assetsOf({ 'about.md': 'words' })).toEqual(names.slice(0, 1));
  expect(assetsOf({ 'about.md': drawn })).toEqual(names);
  // A site's own wins, under either of its names.
  expect(assetsOf({ 'about.md': drawn }, { 'assets/theme/mermaid.tiny.js': '' })).toEqual([...names, names[2]]);
});
