import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { BuildFlags } from '../../src/commands/options.ts';
import { again, build, made, picture, record, root, site } from './again.ts';
import { readTree, runBuild, writeFiles } from './run.ts';

// Only what is compiled has a name, and without one no build is remembered.
vi.mock(import('../../src/program-name.ts'), () => ({ nameOfProgram: () => 'program' }));

// Compiling the same templates for each build would take longer than all else.
vi.mock(import('../../src/render/template-code.ts'), async (importOriginal) => {
  const original = await importOriginal();
  const known = new Map<string, object>();
  return {
    ...original,
    templateOf(text, name) {
      const key = `${name}\0${text}`;
      const template = known.get(key) ?? original.templateOf(text, name);
      known.set(key, template);
      return template;
    },
  };
});

vi.mock(import('../../src/commands/make-site.ts'), async (importOriginal) => {
  const original = await importOriginal();
  return {
    makeSite(...call) {
      made.sites += 1;
      return original.makeSite(...call);
    },
  };
});

test('a build where nothing has changed says the same, and makes nothing', async () => {
  expect(await again()).toBe(true);
  // Which was written down by a build that changed nothing.
  for (const format of ['text', 'json', 'github']) expect(await again({ format }), format).toBe(true);
  expect(await again({ quiet: true })).toBe(true);
});

type Change = () => unknown;
const write =
  (path: string, text: string): Change =>
  () =>
    writeFiles(root, { [path]: text });
const remove =
  (path: string): Change =>
  () =>
    rmSync(join(root, path), { recursive: true });

/** Puts a link to what was there in the place of a file or folder. */
const link =
  (path: string): Change =>
  () => {
    const moved = join(root, '..', 'moved');
    rmSync(moved, { recursive: true, force: true });
    renameSync(join(root, path), moved);
    symlinkSync(moved, join(root, path));
  };

test.each<[string, Change]>([
  ['a file that is no part of it', write('notes.txt', 'Hm.\n')],
  ['a file beside what was published', write('dist/other.html', 'Mine.\n')],
  ['an empty folder', () => mkdirSync(join(root, 'content/empty'))],
  ['the time stamp of a file', () => writeFileSync(join(root, 'content/index.md'), site['content/index.md'])],
  ['what was kept of bodies', () => rmSync(join(root, '.meetpress/bodies'), { force: true })],
])('%s changes nothing', async (_, change) => {
  change();
  expect(await again()).toBe(true);
});

test.each<[string, Change]>([
  ['a mistake', write('content/people/mara.md', '---\nname: [\n---\n')],
  ['a new text', write('content/about.md', '# About\n')],
  ['a text that is gone', remove('content/people/mara.md')],
  ['a kind of text that is gone', remove('content/posts')],
  ['a template', write('templates/person.njk', '<b>{{ person.name }}</b>\n')],
  ['a template of one’s own', write('templates/post.njk', '<b>{{ post.title }}</b>\n')],
  ['a template that is gone', remove('templates/person.njk')],
  ['a template that nothing uses', write('templates/none.njk', '{% if %}\n')],
  ['a file that is copied', write('assets/plan.svg', '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 2"/>\n')],
  ['styles', write('assets/site.css', 'p { color: navy }\n')],
  ['a new file to be copied', write('assets/more.txt', 'More.\n')],
  ['a picture', () => writeFileSync(join(root, 'content/bank.jpg'), picture.subarray(0, -9))],
  ['settings', write('site.yaml', `${site['site.yaml']}description: We row.\n`)],
  ['whom it is for', write('site.yaml', `${site['site.yaml']}untrusted: true\n`)],
  ['a page that was edited', () => writeFileSync(join(root, 'dist/people/index.html'), 'x')],
  [
    'a page of the same length',
    () => {
      const path = join(root, 'dist/people/index.html');
      writeFileSync(path, readFileSync(path, 'utf8').replace('M', 'm'));
    },
  ],
  ['a page that is gone', remove('dist/index.html')],
  ['a folder that is gone', remove('dist/people')],
  ['all that was made', remove('dist')],
  [
    'a folder in the place of a page',
    () => [rmSync(join(root, 'dist/404.html')), mkdirSync(join(root, 'dist/404.html'))],
  ],
  ['a file in the place of a folder', () => [remove('dist/people')(), writeFileSync(join(root, 'dist/people'), '')]],
  ['a link in the place of a page', link('dist/404.html')],
  ['a link in the place of a folder', link('dist/people')],
  ['the list of what was made', write('dist/.meetpress/manifest.json', '{}\n')],
  ['a list that is gone', remove('dist/.meetpress')],
  [
    'a page of which that list knows nothing',
    () => {
      const path = join(root, 'dist/.meetpress/manifest.json');
      writeFileSync(path, readFileSync(path, 'utf8').replace(' "index.html",\n', ''));
      writeFileSync(join(root, 'dist/index.html'), 'Mine.\n');
    },
  ],
  ['what a build left that was stopped', write('dist/.meetpress/tmp-1', 'Half')],
  ['pictures that were made before', remove('.meetpress/made')],
  [
    'a picture that was made before',
    () => {
      const folder = join(root, '.meetpress/made');
      writeFileSync(join(folder, readdirSync(folder)[0]!), 'x');
    },
  ],
  ['a record of something else', write(record, 'x')],
])('%s is noticed', async (_, change) => {
  change();
  expect(await again()).toBe(false);
});

test('the output folder is left as it is', async () => {
  const seen = () => [...readTree(join(root, 'dist')).keys()].map((path) => statSync(join(root, 'dist', path)).mtimeMs);
  const before = seen();
  made.sites = 0;
  await runBuild({ root });
  expect(made.sites).toBe(0);
  expect(seen()).toEqual(before);
});

test.each<BuildFlags>([
  { drafts: true },
  { baseUrl: 'https://other.example/' },
  { images: false },
  { strict: true },
  { untrusted: true },
  { shard: '1/2' },
  { out: 'elsewhere' },
])('the option %j is noticed', async ({ out, ...flags }) => {
  expect(await again({ ...flags, ...(out && { out: join(root, out) }) })).toBe(false);
});

test.each([
  ['MEETPRESS_URL', 'https://other.example/'],
  ['SOURCE_DATE_EPOCH', '1796083200'],
])('what %s says is noticed', async (name, value) => {
  await build({ now: undefined as never }, { 'site.yaml': 'title: Reeds\ncards: false\nsearch: false\n' });
  vi.stubEnv(name, value);
  onTestFinished(() => void vi.unstubAllEnvs());
  const flags = name === 'SOURCE_DATE_EPOCH' ? { now: undefined as never } : {};
  expect(await again(flags)).toBe(false);
  await runBuild({ root, ...flags });
  expect(await again(flags)).toBe(true);
});

const start = '2026-11-20T12:00:00Z';
test.each([
  [start, '2026-11-20T17:59:59Z', true, 'before it starts'],
  [start, '2026-11-20T18:00:00Z', false, 'an event starts'],
  ['2026-11-20T18:00:00Z', '2026-11-20T19:59:59Z', true, 'while it lasts'],
  ['2026-11-20T18:00:00Z', '2026-11-20T20:00:00Z', false, 'an event ends'],
  ['2026-11-20T20:00:00Z', '2026-11-20T22:59:59Z', true, 'until midnight'],
  ['2026-11-20T20:00:00Z', '2026-11-20T23:00:00Z', false, 'midnight'],
  ['2026-11-25T06:59:59Z', '2026-11-25T07:00:00Z', false, 'something is published'],
  [start, '2026-11-20T11:00:00Z', true, 'earlier, on the same day'],
  [start, '2026-11-19T22:59:59Z', false, 'the day before'],
])('from %s to %s: %s (%s)', async (first, second, same) => {
  await build({ now: first });
  expect(await again({ now: second })).toBe(same);
});

test('a template that shows the time is made anew each time', async () => {
  await build({}, { 'templates/person.njk': '{{ site.now }}\n' });
  expect(await again()).toBe(true);
  expect(await again({ now: '2026-11-20T12:00:00.001Z' })).toBe(false);
});

test('one that may not warn says the same where there is nothing to warn of', async () => {
  await build({}, { 'content/index.md': '# Home\n', 'content/venues/boathouse.md': '---\nname: Boathouse\n---\n' });
  expect(await again({ strict: true })).toBe(true);
});

test('what fails is not remembered, and what was remembered stays true', async () => {
  const page = join(root, 'content/people/mara.md');
  writeFileSync(page, '---\nname: [\n---\n');
  expect((await runBuild({ root })).status).toBe(1);
  expect(await again()).toBe(false);
  writeFileSync(page, site['content/people/mara.md']);
  await runBuild({ root });
  expect(await again()).toBe(true);
});

test('after an edit, a build gives what it would give for the first time', async () => {
  appendFileSync(join(root, 'content/people/mara.md'), '!\n');
  expect(await again({}, true)).toBe(false);
});

test('of what strangers send, and of parts of a site, nothing is remembered', async () => {
  for (const flags of [{ untrusted: true }, { shard: '1/2' }]) {
    await build(flags);
    expect(existsSync(join(root, record)), JSON.stringify(flags)).toBe(false);
  }
  await build({}, { 'site.yaml': `${site['site.yaml']}untrusted: true\n` });
  expect(existsSync(join(root, record))).toBe(false);
});
