import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { createBuilder, renderAll } from '../../src/builder.ts';
import { scan } from '../../src/content/scan.ts';
import { createFiles, type Files, type Listed } from '../../src/files.ts';
import { extentOf, limits } from '../../src/limits.ts';
import { packageRoot } from '../../src/package-root.ts';
import type { Route } from '../../src/routes/route.ts';
import { filesOf } from '../support.ts';
import { now, reportBuild, temporaryFolder, writeFiles } from './run.ts';

const theme = createFiles(packageRoot);
const strangers = { now: Temporal.Instant.from(now), drafts: false, overrides: { untrusted: true } };

const many = (count: number, item: (index: number) => string, between = ', '): string =>
  Array.from({ length: count }, (_, index) => item(index)).join(between);
const event = (fields: string): Record<string, string> => ({
  'content/events/a.md': `---\ntitle: A\nstart: 2026-12-01 19:00\n${fields}\n---\n`,
});
const settings = (yaml: string): Record<string, string> => ({ 'content/index.md': '# A\n', 'site.yaml': yaml });

const bomb = ['x0: &x0 [a, a, a, a, a, a, a, a, a]']
  .concat(Array.from({ length: 9 }, (_, i) => `x${i + 1}: &x${i + 1} [${many(9, () => `*x${i}`)}]`))
  .join('\n');

/** What is one more than may be, the line at which it is said, and the same with what may just be. */
const tooMuch: Record<
  string,
  readonly [files: Record<string, string>, place: string, allowed: Record<string, string>]
> = {
  'a long file': [
    { 'content/a.md': 'a'.repeat(limits.text + 1) },
    'content/a.md:1:1',
    { 'content/a.md': 'a'.repeat(limits.text) },
  ],
  'a text that becomes far more': [
    { 'content/a.md': `${'[^1]'.repeat(20_000)}\n\n[^1]: a\n` },
    'content/a.md:1:1',
    { 'content/a.md': `${'[^1]'.repeat(99)}\n\n[^1]: a\n` },
  ],
  'a long site.yaml': [
    settings(`# ${'a'.repeat(limits.yaml)}`),
    'site.yaml:1:1',
    settings(`# ${'a'.repeat(limits.yaml - 2)}`),
  ],
  'long front matter': [event(`# ${'a'.repeat(limits.yaml)}`), 'content/events/a.md:1:1', event(`# ${'a'.repeat(9)}`)],
  'an alias bomb': [event(bomb), 'content/events/a.md:1:1', event('extra: {x: &x [a, a], y: [*x, *x]}')],
  'an alias of a long text': [
    event(`extra: {x: &x ${'a'.repeat(20_000)}, y: [${many(9, () => '*x')}]}`),
    'content/events/a.md:1:1',
    event(`extra: {x: &x ${'a'.repeat(20_000)}, y: [*x]}`),
  ],
  'a circle of aliases': [event('extra: &x [*x]'), 'content/events/a.md:1:1', event('extra: [x]')],
  tags: [
    event(`tags: [${many(limits.items + 1, (i) => `t${i}`)}]`),
    'content/events/a.md:4:7',
    event(`tags: [${many(limits.items, (i) => `t${i}`)}]`),
  ],
  'tags in a text': [
    event(`tags: ${many(limits.items + 1, (i) => `t${i}`, ' ')}`),
    'content/events/a.md:4:7',
    event('tags: a b c'),
  ],
  'old addresses': [
    event(`aliases: [${many(limits.items + 1, (i) => `/t${i}/`)}]`),
    'content/events/a.md:4:10',
    event('aliases: [/a/]'),
  ],
  speakers: [
    event(`talks: [{title: B, speakers: [${many(limits.items + 1, (i) => `P${i}`)}]}]`),
    'content/events/a.md:4:30',
    event('talks: [{title: B, speakers: [P]}]'),
  ],
  'speakers in a text': [
    event(`talks: [{title: B, speakers: "${many(limits.items + 1, (i) => `P${i}`)}"}]`),
    'content/events/a.md:4:30',
    event('talks: [{title: B, speakers: "P, Q"}]'),
  ],
  talks: [
    event(`talks:\n${many(limits.items + 1, (i) => `  - {title: T${i}, speakers: P}`, '\n')}`),
    'content/events/a.md:5:3',
    event(`talks:\n${many(9, (i) => `  - {title: T${i}, speakers: P}`, '\n')}`),
  ],
  links: [
    event(`links: [${many(limits.items + 1, () => 'https://a.example/')}]`),
    'content/events/a.md:4:8',
    event('links: [https://a.example/]'),
  ],
  navigation: [
    settings(`nav: [${many(limits.links + 1, () => '/')}]`),
    'site.yaml:1:6',
    settings(`nav: [${many(limits.links, () => '/')}]`),
  ],
  series: [
    settings(`series: [${many(limits.series + 1, (i) => `S${i}`)}]`),
    'site.yaml:1:9',
    settings(`series: [${many(limits.series, (i) => `S${i}`)}]`),
  ],
  'days of a rule': [
    settings('series: [{name: S, rule: FREQ=DAILY, start: 1970-01-01}]'),
    'site.yaml:1:26',
    settings('series: [{name: S, rule: FREQ=DAILY, start: 2026-11-01}]'),
  ],
  'days of all rules': [
    settings(`series: [${many(limits.series, (i) => `{name: S${i}, rule: FREQ=DAILY, start: 2020-01-01}`)}]`),
    expect.stringMatching(/^site\.yaml:1:\d+$/) as unknown as string,
    settings(`series: [${many(9, (i) => `{name: S${i}, rule: FREQ=WEEKLY, start: 2020-01-01}`)}]`),
  ],
};

async function lines(files: Record<string, string>, untrusted: boolean): Promise<string[]> {
  const root = temporaryFolder();
  writeFiles(root, files);
  const built = await reportBuild({ root, out: join(root, 'dist'), untrusted });
  return built.lines.filter((line) => line.includes('too-much'));
}

test.each(Object.entries(tooMuch))(
  '%s: more than a site may hold is an error at its place',
  async (_, [files, place]) => {
    const found = await lines(files, true);
    expect(found).toHaveLength(1);
    expect(found[0]!.split(' ')[0]).toEqual(place);
    expect(await lines(files, false)).toEqual(found);
  },
);

test.each(Object.entries(tooMuch))('%s: what a site may hold is fine', async (_, [, , allowed]) => {
  expect(await lines(allowed, true)).toEqual([]);
});

test('all Markdown together', () => {
  const file = Buffer.alloc(limits.text, 'a');
  const most = extentOf(true);
  const count = most.allText / limits.text;
  const paths = Array.from({ length: count + 2 }, (_, index) => `content/${String(index).padStart(3, '0')}.md`);
  let reads = 0;
  const files: Files = {
    ...filesOf({}),
    list: () => paths.map((path) => ({ path, type: 'file' })),
    read() {
      reads += 1;
      return file;
    },
  };
  const { diagnostics } = scan(files, undefined, most);
  expect(diagnostics.map(({ code, at }) => `${code} ${at?.path}`)).toEqual([`too-much ${paths[count]}`]);
  expect(reads).toBe(count + 1);
});

test('folders that double with each link', async () => {
  const root = temporaryFolder();
  writeFiles(root, { 'content/index.md': '# A\n', 'd20/a.txt': 'a' });
  for (let depth = 0; depth < 20; depth += 1) {
    mkdirSync(join(root, `d${depth}`), { recursive: true });
    for (const name of ['a', 'b', 'c']) symlinkSync(`../d${depth + 1}`, join(root, `d${depth}/${name}`));
  }
  symlinkSync('../d0', join(root, 'content/x'));
  const { lines: found } = await reportBuild({ root, out: join(root, 'dist') });
  expect(found.length).toBeGreaterThan(0);
  for (const line of found) expect(line).toContain(`error[too-much] there are more than ${limits.files} files`);
}, 600_000);

test('pages together: rendering ends when there is more than a site may hold', () => {
  // Two bytes each.
  const page = 'é'.repeat(extentOf(true).rendered / 16);
  let rendered = 0;
  const route = (index: number): Route => ({
    url: `/${index}/`,
    path: `${index}/index.html`,
    origin: `page ${index}`,
    file: undefined,
    indexed: true,
    render() {
      rendered += 1;
      return { value: page, diagnostics: [] };
    },
  });
  const planned = createBuilder(theme).plan(filesOf({ 'content/index.md': 'a' }), strangers).value;
  const routes = Array.from({ length: 20 }, (_, index) => route(index));
  const { diagnostics } = renderAll({ ...planned, routes });
  expect(diagnostics.map(({ code, message }) => `${code}: ${message}`)).toEqual([
    'too-much: with page 8, there are more than 256 MB of pages',
  ]);
  expect(rendered).toBe(9);
});

test('files of a site', () => {
  const list = () =>
    Array.from(
      { length: extentOf(true).routes / 2 + 1 },
      (_, i): Listed => ({ path: `content/${i}.png`, type: 'file' }),
    );
  const assets = () =>
    Array.from(
      { length: extentOf(true).routes / 2 + 1 },
      (_, i): Listed => ({ path: `assets/${i}.png`, type: 'file' }),
    );
  const files: Files = {
    ...filesOf({}),
    list: (folder) => (folder === 'content' ? list() : folder === 'assets' ? assets() : undefined),
  };
  const { value, diagnostics } = createBuilder(theme).plan(files, strangers);
  expect(diagnostics.map(({ code }) => code)).toContain('too-much');
  expect(value.routes).toEqual([]);
});
