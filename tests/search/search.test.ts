import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { createBuilder, renderAll } from '../../src/builder.ts';
import { createFiles } from '../../src/files.ts';
import { textOf } from '../../src/output/output.ts';
import { packageRoot } from '../../src/package-root.ts';
import { searchIndex } from '../../src/search/search-index.ts';
import { now, readTree, reportBuild, temporaryFolder, writeFiles } from '../whole/run.ts';
import { harbour } from './site.ts';

/** A build of a site, and what is below its `/pagefind/`. */
async function built(root: string, flags: { readonly drafts?: boolean } = {}) {
  const out = join(root, 'dist');
  const { status, lines } = await reportBuild({ root, out, ...flags });
  const files = readTree(out);
  const index = new Map([...files].filter(([path]) => path.startsWith('pagefind/')));
  const fragments = [...index].flatMap(([path, bytes]) => (path.endsWith('.pf_fragment') ? [fragment(bytes)] : []));
  return { status, lines, files, index, fragments };
}

interface Fragment {
  readonly url: string;
  readonly content: string;
  readonly meta: Readonly<Record<string, string>>;
}

const fragment = (bytes: Buffer): Fragment =>
  JSON.parse(
    gunzipSync(bytes)
      .toString()
      .replace(/^pagefind_dcd/, ''),
  ) as Fragment;

function siteOf(files: Readonly<Record<string, string>> = {}): string {
  const root = temporaryFolder();
  writeFiles(root, { ...harbour, ...files });
  return root;
}

describe('an index', () => {
  test('holds each page by its kind, and each talk', async () => {
    const { status, lines, fragments } = await built(siteOf());
    expect([status, lines]).toEqual([0, []]);
    const found = fragments.map(({ url, meta }) => [url, meta.kind, meta.title, meta.lang]);
    expect(found.sort()).toEqual([
      ['/', 'page', 'Reed Bank', 'en-GB'],
      ['/about/', 'page', 'About us', 'en-GB'],
      ['/de/', 'page', 'Über uns', 'de'],
      ['/events/lanterns/#talk-glas-und-licht', 'talk', 'Glas und Licht', 'de'],
      ['/events/lanterns/#talk-wicks-and-b-wax-b', 'talk', 'Wicks & <b>wax</b>', 'en-GB'],
      ['/events/lanterns/', 'event', 'Evening of lanterns', 'en-GB'],
      ['/people/mara-lund/', 'person', 'Mara Lund', 'en-GB'],
      ['/posts/report/', 'post', 'What we saw', 'en-GB'],
      ['/venues/the-boathouse/', 'venue', 'The Boathouse', 'en-GB'],
    ]);
    const talk = fragments.find(({ url }) => url.endsWith('b-wax-b'));
    expect(talk?.content).toContain('as every heron knows');
    expect(talk?.meta.on).toBe('4 June 2026');
  });

  test('holds drafts only where they are shown', async () => {
    const root = siteOf();
    const urls = async (drafts: boolean) => (await built(root, { drafts })).fragments.map(({ url }) => url);
    expect(await urls(false)).not.toContain('/events/kites/');
    expect(await urls(true)).toContain('/events/kites/');
  });

  test('holds neither the navigation nor what leads to calendars', async () => {
    const { fragments } = await built(
      siteOf({ 'content/events/soon.md': '---\ntitle: Soon\nstart: 2027-01-01 19:00\n---\n' }),
    );
    const soon = fragments.find(({ url }) => url === '/events/soon/');
    expect(soon?.content).toContain('Soon');
    expect(soon?.content).not.toMatch(/Google|Outlook|Older|Skip/);
  });

  test('is the same on each machine, and no user interface is in it', async () => {
    const [one, other] = [await built(siteOf()), await built(siteOf())];
    expect([...other.index]).toEqual([...one.index]);
    expect([...one.index.keys()].filter((path) => !/\/(?:fragment|index)\/|\.pf_meta$/.test(path))).toEqual([
      'pagefind/kinds.json',
      'pagefind/pagefind-entry.json',
      'pagefind/pagefind-worker.js',
      'pagefind/pagefind.js',
      'pagefind/wasm.en-gb.pagefind',
      'pagefind/wasm.unknown.pagefind',
    ]);
  });

  test('follows the pages, and is taken again as it was where they are', async () => {
    const root = siteOf();
    const first = await built(root);
    const made = () => readdirSync(join(root, '.meetpress/made')).sort();
    const kept = made();
    expect([...(await built(root)).index]).toEqual([...first.index]);
    expect(made()).toEqual(kept);
    writeFileSync(join(root, 'content/about.md'), '# About us\n\nWe like oars.\n');
    const second = await built(root);
    const about = (of: typeof first) => of.fragments.find(({ url }) => url === '/about/')?.content;
    expect([about(first), about(second)]).toEqual([
      'About us. We like lanterns, ropes and C++.',
      'About us. We like oars.',
    ]);
    expect(second.index.size).toBe(first.index.size);
    const stale = [...first.index.keys()].filter((path) => !second.index.has(path));
    expect(stale.some((path) => path.includes('/fragment/'))).toBe(true);
  });

  test('goes when the site has no search', async () => {
    const root = siteOf();
    const ofSearch = (files: ReadonlyMap<string, unknown>) => [...files.keys()].filter((path) => /search/.test(path));
    expect(ofSearch((await built(root)).files)).toHaveLength(2);
    writeFileSync(join(root, 'site.yaml'), `${harbour['site.yaml']}search: false\n`);
    const { lines, index, files } = await built(root);
    expect([lines, [...index.keys()], ofSearch(files)]).toEqual([[], [], []]);
    expect(files.get('index.html')!.toString()).not.toMatch(/data-pagefind-body|class="(?:find|search)"|search\./);
  });
});

test('a site with nothing to find has no search', async () => {
  const root = temporaryFolder();
  writeFiles(root, { 'site.yaml': 'title: Reed Bank\n', 'content/note.txt': 'x' });
  const { index, files } = await built(root);
  expect(index.size).toBe(0);
  expect(files.get('index.html')!.toString()).not.toContain('class="find"');
});

test('without the library there is no search, and one note', () => {
  const root = siteOf();
  const builder = createBuilder(createFiles(packageRoot), undefined, () => undefined);
  const options = { now: Temporal.Instant.from(now), drafts: false, overrides: {} };
  const planned = builder.plan(createFiles(root), options);
  expect(planned.diagnostics.map(({ code }) => code)).toEqual(['no-search-library']);
  const pages = renderAll(planned.value).value.filter(({ path }) => path.endsWith('.html'));
  expect(pages.length).toBeGreaterThan(5);
  for (const { content } of pages) expect(textOf(content as Uint8Array)).not.toMatch(/class="find"|data-pagefind-body/);
  rmSync(join(root, 'content'), { recursive: true });
  expect(builder.plan(createFiles(root), options).diagnostics.map(({ code }) => code)).not.toContain(
    'no-search-library',
  );
});

test('an index that cannot be made is an error', async () => {
  const broken = { version: '1', load: () => Promise.reject(new Error('no such program')) };
  const pages = [{ url: '/', html: '<main data-pagefind-body>x</main>' }];
  const { value, diagnostics } = await searchIndex(pages, 'en', broken)!.make();
  expect(value).toBeUndefined();
  expect(diagnostics).toMatchObject([
    { code: 'no-search-index', severity: 'error', message: 'the search index could not be made: no such program' },
  ]);
});
