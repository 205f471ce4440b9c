import { hash } from 'node:crypto';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Temporal } from 'temporal-polyfill';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { createBuilder } from '../../src/builder.ts';
import type { Answer } from '../../src/dev/answer.ts';
import { createPreview, type RunningPreview } from '../../src/dev/preview.ts';
import { createFiles, type Files } from '../../src/files.ts';
import { packageRoot } from '../../src/package-root.ts';
import { filesOf } from '../support.ts';

const theme = createFiles(packageRoot);
const event = (words: string) => `---\ntitle: One\nstart: 2026-12-01 19:00\n---\n${words}\n`;
const first = {
  'site.yaml': 'title: Group\nurl: https://example.org/name/\n',
  'content/events/one.md': event('First words.'),
  'content/about.md': '# About\n',
  'assets/own.css': 'a {}',
};

let contents: Record<string, string>;
let preview: RunningPreview;

/** The files as they are now; what didn't change stays the same object. */
function mutable(): Files {
  const kept = new Map<string, { text: string; bytes: Uint8Array }>();
  const read = (path: string): Uint8Array => {
    const text = contents[path] as string;
    const known = kept.get(path);
    if (known?.text === text) return known.bytes;
    const bytes = Buffer.from(text);
    kept.set(path, { text, bytes });
    return bytes;
  };
  return {
    root: '/site',
    list(folder) {
      for (const path of kept.keys()) if (!(path in contents)) kept.delete(path);
      return filesOf(contents).list(folder);
    },
    read,
    readIfThere: (path) => (path in contents ? read(path) : undefined),
    readStart: (path, length) => read(path).subarray(0, length),
    hashOf: (path) => hash('sha1', read(path)),
  };
}

const change = (edits: Readonly<Record<string, string | undefined>>) => {
  for (const [path, text] of Object.entries(edits)) {
    if (text === undefined) delete contents[path];
    else contents[path] = text;
  }
  return preview.change(Object.keys(edits));
};
const textAt = (path: string): Answer & { kind: 'text' } => {
  const answer = preview.answer(path);
  if (answer.kind !== 'text') throw new Error(`${path} is ${answer.kind}`);
  return answer;
};
const view = (path: string) => {
  const { hash } = textAt(path);
  return { path, hash, revision: preview.revision };
};

beforeEach(() => {
  contents = { ...first };
  preview = createPreview({
    files: mutable(),
    builder: createBuilder(theme),
    options: () => ({ now: Temporal.Instant.from('2026-07-01T12:00Z'), drafts: true, overrides: {} }),
  });
});

describe('answers', () => {
  test.each([
    ['/', 'index.html', 200],
    ['/events/one/', 'events/one/index.html', 200],
    ['/events/one/index.html', 'events/one/index.html', 200],
    ['/events.ics', 'events.ics', 200],
    ['/nowhere/', '404.html', 404],
    ['/events/one/deeper', '404.html', 404],
  ])('%s is %s with status %i', (path, output, status) => {
    expect(textAt(path)).toMatchObject({ path: output, status });
  });
  test('a page without its slash is where the slash is', () => {
    expect(preview.answer('/events/one')).toEqual({ kind: 'moved', to: '/events/one/' });
  });
  test('a card is known before its page was asked for', () => {
    expect(preview.answer('/cards/events/one.png')).toMatchObject({ kind: 'derived', path: 'cards/events/one.png' });
    expect(textAt('/cards/events/two.png').status).toBe(404);
  });
  test.each([
    ['/favicon.ico', 0],
    ['/pagefind/pagefind.js', 0],
    ['/assets/none.png', 0],
    ['/cards/none.png', 1],
    ['/assets/img/none-640-0123456789.webp', 1],
  ])('%s is not there, for which each page is rendered %i times', (path, times) => {
    const about = preview.state.planned.routes.find(({ url }) => url === '/about/')!;
    const rendered = vi.spyOn(about, 'render');
    expect(textAt(path).status).toBe(404);
    expect(textAt(path).status).toBe(404);
    expect(rendered).toHaveBeenCalledTimes(times);
  });
  test('a file is named by its place', () => {
    expect(preview.answer('/assets/own.css')).toEqual({
      kind: 'file',
      path: 'assets/own.css',
      file: '/site/assets/own.css',
    });
  });
  test('the base path is that of the site', () => {
    expect(preview.basePath).toBe('/name/');
    change({ 'site.yaml': 'title: Group' });
    expect(preview.basePath).toBe('/');
  });
});

describe('news', () => {
  test('nothing has changed', () => {
    expect(preview.news(view('/about/'))).toEqual({
      revision: preview.revision,
      files: [],
      everything: false,
      problems: [],
    });
  });
  test('only the pages whose bytes differ have changed', () => {
    const [one, about] = [view('/events/one/'), view('/about/')];
    change({ 'content/events/one.md': event('Second words.') });
    expect(preview.news(one)).toMatchObject({ page: 'changed', revision: preview.revision });
    expect(preview.news(about)).not.toHaveProperty('page');
  });
  test('published files are named since the revision that is known, pages are not', () => {
    const about = view('/about/');
    change({ 'assets/own.css': 'b {}' });
    const later = view('/about/');
    change({ 'content/events/one.md': event('Second words.') });
    expect(preview.news(about).files).toEqual(['/assets/own.css']);
    expect(preview.news(later).files).toEqual([]);
  });
  test.each([
    ['another run, that ended before', -1e9],
    ['a clock that was ahead', 1e9],
  ])('a revision of %s means that everything may differ', (_, offset) => {
    change({ 'assets/own.css': 'b {}' });
    const { path, hash, revision } = view('/about/');
    expect(preview.news({ path, hash, revision: revision + offset }).everything).toBe(true);
    expect(preview.news({ path, hash, revision }).everything).toBe(false);
  });
  test('a page has gone where its file went', () => {
    const one = view('/events/one/');
    change({ 'content/events/one.md': undefined, 'content/events/two.md': event('First words.') });
    expect(preview.news(one)).toMatchObject({ page: 'gone', to: '/events/two/' });
  });
  test('a page has gone where its permalink says', () => {
    const about = view('/about/');
    change({ 'content/about.md': '---\npermalink: /us/\n---\n# About\n' });
    expect(preview.news(about)).toMatchObject({ page: 'gone', to: '/us/' });
  });
  test('a page has gone for good, and comes back', () => {
    const about = view('/about/');
    change({ 'content/about.md': undefined });
    expect(preview.news(about)).toMatchObject({ page: 'gone' });
    expect(preview.news(about)).not.toHaveProperty('to');
    const missing = view('/about/');
    expect(preview.news(missing)).not.toHaveProperty('page');
    change({ 'content/about.md': '# About\n' });
    expect(preview.news(missing)).toMatchObject({ page: 'changed' });
    expect(preview.news(about)).not.toHaveProperty('page');
  });
});

describe('errors', () => {
  const broken = '---\ntitle: One\nstart: 2026-18-12\n---\n';

  test.each([
    ['front matter', { 'content/events/one.md': broken }, 'bad-date'],
    ['the settings', { 'site.yaml': 'title: [' }, 'bad-yaml'],
    ['a template', { 'templates/event.njk': '{% if %}' }, 'template-error'],
  ])('in %s: what was shown stays, and the error is told', (_, edits, code) => {
    const one = view('/events/one/');
    change(edits);
    expect(preview.news(one)).toMatchObject({ problems: [{ code }] });
    expect(preview.news(one)).not.toHaveProperty('page');
    expect(textAt('/events/one/').hash).toBe(one.hash);
    change({ 'templates/event.njk': undefined, ...first, 'content/events/one.md': event('Second words.') });
    expect(preview.news(one)).toMatchObject({ page: 'changed', problems: [] });
  });
  test('a page that was never shown without its error is broken', () => {
    change({ 'templates/event.njk': '{% if %}' });
    expect(preview.answer('/events/one/').kind).toBe('broken');
    expect(textAt('/about/').status).toBe(200);
  });
  test('an error in a template is no news to pages that do without it', () => {
    const about = view('/about/');
    change({ 'templates/event.njk': '{% if %}' });
    expect(preview.news(about)).toMatchObject({ problems: [] });
  });
  test('a page whose file moved while there was an error is found', () => {
    const about = view('/about/');
    change({ 'content/events/one.md': broken });
    change({ 'content/about.md': undefined, 'content/us.md': '# About\n' });
    change({ 'content/events/one.md': event('First words.') });
    expect(preview.news(about)).toMatchObject({ page: 'gone', to: '/us/' });
  });
});

test('listeners are called after each change until they end it', () => {
  let calls = 0;
  const end = preview.subscribe(() => {
    calls += 1;
  });
  change({ 'content/about.md': '# Us\n' });
  end();
  change({ 'content/about.md': '# Them\n' });
  expect(calls).toBe(1);
});

test('thousands of edits leave no more in memory than a few did', () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const edit = (count: number): number => {
    for (let index = 0; index < count; index += 1) {
      change({
        'content/events/one.md': event(`Words ${index}, and more of them. `.repeat(400)),
        'templates/page.njk': `{{ page.title }} ${index}`,
        [`content/p${index}.md`]: `# Page ${index}\n`,
        [`content/p${index - 1}.md`]: undefined,
      });
      for (const path of ['/', '/events/one/', `/p${index}/`, '/nowhere/']) preview.answer(path);
      preview.news({ path: '/events/one/', hash: '', revision: preview.revision - 1 });
    }
    // What is only weakly held takes a few rounds.
    for (let round = 0; round < 4; round += 1) collect();
    return process.memoryUsage().heapUsed;
  };
  // Until all that is bounded is full.
  edit(500);
  const [few, many] = [
    [100, 100],
    [100, 100],
  ].map((rounds) => Math.min(...rounds.map(edit)));
  // A text has twelve; code that was made faster takes a few hundred bytes.
  expect((many! - few!) / 200).toBeLessThan(6 * 1024);
}, 600_000);
