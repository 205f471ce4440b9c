import { existsSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readFrontMatter } from '../../src/content/front-matter.ts';
import { createMarkdown } from '../../src/markdown/markdown.ts';
import { createFactsOf } from '../../src/pictures/facts.ts';
import { filesOf, parsed, sourceOf } from '../support.ts';
import { readTree, reportBuild, temporaryFolder, writeFiles } from './run.ts';

// Each class is one that a public advisory, or a fix, of another generator or of a library in one was about.

type Files = Readonly<Record<string, string | Uint8Array>>;

/** A site in a folder that has another one beside it, which nothing may read or write. */
async function build(files: Files, links: Readonly<Record<string, string>> = {}) {
  const parent = temporaryFolder();
  const root = join(parent, 'site');
  writeFiles(parent, {
    'beside/secret.md': 'the secret',
    'beside/page.njk': 'the secret',
    'beside/a.png': 'the secret',
  });
  writeFiles(root, { 'content/index.md': '# Hello\n', ...files });
  for (const [path, target] of Object.entries(links)) {
    mkdirSync(join(root, path, '..'), { recursive: true });
    symlinkSync(target, join(root, path));
  }
  const built = await reportBuild({ root, out: join(root, 'dist'), untrusted: true });
  const outside = [...readTree(parent)].filter(([path]) => !path.startsWith('site/'));
  expect(outside.map(([path, bytes]) => `${path} ${bytes}`)).toEqual(
    ['a.png', 'page.njk', 'secret.md'].map((name) => `beside/${name} the secret`),
  );
  const published = existsSync(join(root, 'dist')) ? [...readTree(join(root, 'dist'))] : [];
  expect(published.filter(([, bytes]) => bytes.includes('the secret'))).toEqual([]);
  return { ...built, codes: built.lines.map((line) => /\[([\w-]+)\]/.exec(line)?.[1]), published, root };
}

describe('code in front matter', () => {
  test.each(['js', 'javascript', 'JS', 'coffee', 'cson', 'json', 'toml'])(
    '---%s is refused, trusted or not',
    (language) => {
      const run = 'globalThis.ran = true';
      const { diagnostics } = parsed('x.md', `---${language}\n{ title: ((${run}), "x") }\n---\n`);
      expect(diagnostics.map(({ code }) => code)).toEqual(['front-matter-language']);
      expect('ran' in globalThis).toBe(false);
    },
  );

  test.each([
    '!!js/function "function () { return 1 }"',
    '!!js/regexp /a/',
    '!!js/undefined ""',
    '!<tag:yaml.org,2002:js/function> "x"',
  ])('the YAML tag %s is refused', (value) => {
    expect(parsed('x.md', `---\ntitle: ${value}\n---\n`).diagnostics.map(({ code }) => code)).toEqual(['bad-yaml']);
  });
});

test('cached bad YAML: the second reading of the same text says the same', () => {
  const source = sourceOf('x.md', '---\ntitle: "unclosed\n---\n');
  const [first, second] = [readFrontMatter(source), readFrontMatter(source)];
  expect(first.diagnostics).toHaveLength(1);
  expect(second.diagnostics).toEqual(first.diagnostics);
});

describe('traversal by permalink', () => {
  const paths = [
    '../beside/x',
    '/../beside/x',
    'a/../../beside/x',
    '..',
    './x',
    '..\\beside\\x',
    'C:\\x',
    '\\\\host\\x',
    '/.git/x/',
    '/.meetpress/x',
  ];

  test.each(paths.flatMap((path) => [`permalink: '${path}'`, `aliases: ['${path}']`]))('%s', async (field) => {
    const { codes, published } = await build({ 'content/a.md': `---\n${field}\n---\n` });
    expect(codes).toContain('bad-permalink');
    expect(published).toEqual([]);
  });

  test.each([
    'id: ../../x',
    'slug: ../../x',
    'layout: ../../x',
    'tags: [../../x]',
    'series: ../../x',
    'event: ../../x',
  ])('by another field: %s', async (field) => {
    const { published } = await build({ 'content/events/a.md': `---\ntitle: A\nstart: 2026-12-01\n${field}\n---\n` });
    for (const [path] of published) expect(path.split('/')).not.toContain('..');
  });
});

test.each([
  '..%2fbeside%2fx',
  '..%2Fbeside',
  'a%2f..%2f..%2fx',
  '%2e%2e/x',
  '%2e%2e%2fx',
  'a%5c..%5cx',
  '%252e%252e%252fx',
  'a%00b',
  '/%',
])('encoded slashes and dots: %s', async (path) => {
  const { codes, published } = await build({ 'content/a.md': `---\npermalink: '${path}'\n---\n` });
  expect(codes).toContain('bad-permalink');
  expect(published).toEqual([]);
});

test.each(['//evil.example/', 'https://evil.example/', '/\\evil.example', 'javascript:run()', '/\t/evil.example'])(
  'open redirect by an old address: %s',
  async (path) => {
    const { codes } = await build({ 'content/a.md': `---\naliases: [${JSON.stringify(path)}]\n---\n` });
    expect(codes).toContain('bad-permalink');
  },
);

describe('symlinks out of the site', () => {
  test.each([
    ['in content', 'content/a.md', '../../beside/secret.md'],
    ['in content, a folder', 'content/a', '../../beside'],
    ['in content, through another link', 'content/a.md', 'b.md'],
    ['in place of content, a folder below', 'content/a', '../../../beside'],
    ['in assets', 'assets/a.png', '../../beside/a.png'],
    ['in assets, a folder', 'assets/a', '../../beside'],
    ['in templates', 'templates/page.njk', '../../beside/page.njk'],
    ['in templates, a folder', 'templates/macros', '../../beside'],
    ['site.yaml', 'site.yaml', '../beside/secret.md'],
    ['to a hidden file', 'content/a.txt', '../.git/config'],
  ])('%s', async (_, path, target) => {
    const { codes, published } = await build(
      { '.git/config': 'the secret' },
      { [path]: target, ...(target === 'b.md' && { 'content/b.md': '../../beside/secret.md' }) },
    );
    expect(codes).toContain('unreadable-file');
    expect(published).toEqual([]);
  });

  test('in the output folder: nothing is written through them', async () => {
    const { codes } = await build({ 'content/a.md': 'A' }, { 'dist/a': '../../beside' });
    expect(codes).toEqual(['foreign-file']);
  });
});

describe('template from content', () => {
  test.each([
    '{{ 7 * 6 }}',
    '{% set x = 1 %}',
    '{% include "../../beside/page.njk" %}',
    '{% raw %}',
    '<%= 7 * 6 %>',
    '#{7 * 6}',
  ])('a body is never run: %s', async (text) => {
    const { published } = await build({
      'content/a.md': `---\ntitle: '${text}'\ndescription: '${text}'\n---\n\nx ${text}\n`,
    });
    const page = published.find(([path]) => path === 'a/index.html')?.[1].toString() ?? '';
    expect(page).not.toContain('42');
    expect(page).toContain('x ');
  });

  test('a template in content/ is no template', async () => {
    const { published } = await build({
      'content/templates/page.njk': 'the secret',
      'content/a.md': '---\nlayout: ../content/templates/page\n---\nA\n',
    });
    expect(published.find(([path]) => path === 'a/index.html')?.[1].toString()).toContain('<p>A</p>');
  });
});

test.each([
  '<script>run()</script>',
  '<g onclick="run()"/>',
  '<foreignObject/>',
  '<a href="javascript:run()"/>',
  '<use href="//evil.example#x"/>',
])('SVG script: %s', async (inside) => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg">${inside}</svg>`;
  const { codes, published } = await build({
    'content/a.svg': svg,
    'assets/a.svg': svg,
    'content/b.md': `before ${svg} after\n`,
  });
  expect(codes.filter((code) => code === 'untrusted-file')).toHaveLength(2);
  expect(codes).toContain('removed-html');
  expect(published.filter(([path]) => path.endsWith('.svg'))).toEqual([]);
  expect(published.map(([, bytes]) => `${bytes}`).join('')).not.toMatch(
    /<script>run|onclick|javascript:|evil\.example/,
  );
});

test.each(['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf', '__defineGetter__'])(
  'prototype keys: %s',
  async (key) => {
    const { lines, published } = await build({
      'content/a.md': `---\ntitle: A\n${key}: { polluted: true }\nextra: { ${key}: { polluted: true } }\ntags: [${key}]\n---\n`,
      [`content/people/${key}.md`]: `---\nname: ${key}\nlinks: { ${key}: 'https://a.example/' }\n---\n`,
      'content/events/e.md': `---\ntitle: ${key}\nstart: 2026-12-01\nseries: ${key}\nvenue: ${key}\nhosts: ${key}\n---\n:${key}: {.${key}} \`\`\`${key}\`\`\`\n\n\`\`\`${key}\nx\n\`\`\`\n\n!!! ${key}\n    x\n`,
      'site.yaml': `${key}: { polluted: true }\nextra: { ${key}: { polluted: true } }\nseries: { ${key}: { rule: FREQ=MONTHLY, start: 2026-12-01 } }\n`,
    });
    expect(lines.filter((line) => line.includes('error['))).toEqual([]);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(published.map(([path]) => path)).toContain('a/index.html');
  },
);

describe('ReDoS-like inputs', () => {
  const lengths = 20_000;
  const render = createMarkdown({ untrusted: true });

  // A pattern that tries every way takes hours for these; the test's own limit is what ends it then.
  test.each([
    'a',
    ' ',
    '\t',
    '[',
    '![',
    '](',
    '*',
    '_',
    '`',
    '~',
    '<',
    '<!--',
    '<a ',
    '="',
    '&',
    '{',
    '{:',
    '{{',
    '|',
    ':',
    '::',
    '#',
    '-',
    '>',
    '\\',
    'a@',
    'a.',
    'http://',
    '/',
    '%',
    '0',
    '-0',
    '\u00a0',
    '\u200b',
  ])('a body of %j', (piece) => {
    const text = piece.repeat(lengths / piece.length);
    for (const body of [text, `${text}!`, `a ${text}\nb`]) expect(typeof render(body).html).toBe('string');
  });

  test.each([
    'title',
    'start',
    'end',
    'duration',
    'timezone',
    'permalink',
    'tags',
    'image',
    'rsvp',
    'links',
    'geo',
    'series',
    'price',
    'lang',
    'layout',
    'uid',
  ])('the field %s', (field) => {
    for (const piece of ['1', '1 ', 'a', '/', '../', ' ', ':', '-', '1:', 'a.', '@', '%2', ',', '1h', 'Mon '])
      for (const end of ['', '!', '\u0001'])
        parsed('events/x.md', `---\n${field}: ${JSON.stringify(piece.repeat(lengths / piece.length) + end)}\n---\n`);
  });
});

/** Headers that say that nothing follows, and that other readers walked in circles for. */
test.each([
  ['JXL', Buffer.concat([Buffer.from('0000000c4a584c200d0a870a', 'hex'), Buffer.alloc(64)])],
  ['HEIF', Buffer.concat([Buffer.from('0000001866747970617669660000000061766966', 'hex'), Buffer.alloc(64)])],
  ['JP2', Buffer.concat([Buffer.from('0000000c6a5020200d0a870a', 'hex'), Buffer.alloc(64)])],
  ['ICNS', Buffer.concat([Buffer.from('69636e7300000100', 'hex'), Buffer.alloc(64)])],
  ['TIFF', Buffer.concat([Buffer.from('49492a0008000000', 'hex'), Buffer.alloc(64, 0xff)])],
  ['JPEG', Buffer.concat([Buffer.from('ffd8ffe00000', 'hex'), Buffer.alloc(64)])],
  ['SVG', Buffer.from(`<svg ${'width="1'.repeat(5_000)}`)],
])('picture header without an end: %s', (name, bytes) => {
  const factsOf = createFactsOf(filesOf({ 'content/a.png': bytes }), new Map([['/a.png', 'content/a.png']]));
  expect([name, factsOf('/a.png')]).toEqual([name, undefined]);
});
