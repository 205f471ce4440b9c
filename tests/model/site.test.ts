import { describe, expect, test } from 'vitest';
import { codesOf, siteOf } from '../support.ts';

const post = (fields = '', body = ''): string => `---\ndate: 2026-01-01\n${fields}\n---\n${body}`;
const event = (start: string, fields = ''): string => `---\nstart: ${start}\n${fields}\n---\n`;

describe('what is shown', () => {
  const files = {
    'posts/draft.md': post('draft: true'),
    'posts/unpublished.md': post('published: false'),
    'posts/status.md': post('status: draft'),
    'posts/later.md': post('publish: 2026-07-02'),
    'posts/today.md': post('publish: 2026-07-01 12:00'),
    'posts/shown.md': post(),
    'posts/broken.md': '---\ntitle: a: b\n---\n',
    'events/draft.md': event('2026-01-01', 'status: draft'),
    'events/broken.md': event('soon'),
  };
  test('no drafts, nothing too early, nothing broken', () => {
    const { posts, events } = siteOf(files).value;
    expect(posts.map(({ url }) => url)).toEqual(['/posts/shown/', '/posts/today/']);
    expect(events).toEqual([]);
  });

  test('drafts and what is to come, where they are asked for', () => {
    const { posts, events } = siteOf(files, { drafts: true }).value;
    expect(posts.map(({ url, draft }) => `${url} ${draft}`)).toEqual([
      '/posts/draft/ true',
      '/posts/later/ false',
      '/posts/shown/ false',
      '/posts/status/ true',
      '/posts/today/ false',
      '/posts/unpublished/ true',
    ]);
    expect(events.map(({ status, draft }) => [status, draft])).toEqual([['scheduled', true]]);
  });

  test('a time to publish is one of the site’s zone', () => {
    const shown = (timezone: string) =>
      siteOf({ 'posts/today.md': files['posts/today.md'] }, { config: `timezone: ${timezone}` }).value.posts.length;
    expect(shown('Asia/Tokyo')).toBe(1);
    expect(shown('America/Chicago')).toBe(0);
  });
});

describe('an entry that is left out brings no other message', () => {
  test.each([
    [
      'a broken one',
      { 'people/ada.md': '---\nname: a: b\n---\n', 'venues/hall.md': '---\na: [\n---\n' },
      ['bad-yaml', 'bad-yaml'],
    ],
    [
      'a draft',
      { 'people/al.md': '---\nname: Ada\ndraft: true\n---\n', 'venues/hall.md': '---\ndraft: true\n---\n' },
      [],
    ],
  ])('%s', (_, files, codes) => {
    const text = event('2026-12-01', 'venue: hall\nhosts: ada');
    expect(codesOf(siteOf({ ...files, 'events/x.md': text }).diagnostics)).toEqual(codes);
  });

  test('an event that a post reports on', () => {
    const report = { 'posts/x.md': post('event: tea') };
    expect(codesOf(siteOf({ ...report, 'events/tea.md': event('soon') }).diagnostics)).toEqual(['bad-date']);
    expect(codesOf(siteOf({ ...report, 'events/tea.md': event('2026-01-01', 'draft: true') }).diagnostics)).toEqual([]);
  });
});

describe('tags', () => {
  const { tags, posts } = siteOf({
    'posts/a.md': post('tags: [Python, "C++"]\ncategories: python PYTHON'),
    'posts/b.md': post('keywords: "web dev, python"'),
    'events/c.md': event('2026-01-01', 'tags: C'),
    'about.md': '---\ntags: web-dev\n---\n',
    'people/ada.md': '---\ntopics: python\n---\n',
  }).value;

  test('are one where they differ in case or punctuation only, sorted by name', () => {
    expect(tags.map(({ name, slug, url }) => [name, slug, url])).toEqual([
      ['C', 'c', '/tags/c/'],
      ['C++', 'c-plus-plus', '/tags/c-plus-plus/'],
      ['python', 'python', '/tags/python/'],
      ['web dev', 'web-dev', '/tags/web-dev/'],
    ]);
    expect(posts.map(({ tags: own }) => own.map(({ slug }) => slug))).toEqual([
      ['python', 'c-plus-plus'],
      ['web-dev', 'python'],
    ]);
  });

  test('know all that has them', () => {
    const all = tags.map((tag) => [...tag.posts, ...tag.events, ...tag.pages, ...tag.people].map(({ url }) => url));
    expect(all).toEqual([
      ['/events/c/'],
      ['/posts/a/'],
      ['/posts/a/', '/posts/b/', '/people/ada/'],
      ['/posts/b/', '/about/'],
    ]);
  });
});

describe('the title of the site', () => {
  test.each([
    ['title: Larkspur', '# Home', 'Larkspur', 'Larkspur'],
    ['title: Larkspur', '---\ntitle: Welcome\n---\n', 'Larkspur', 'Welcome'],
    ['', '---\ntitle: Welcome\n---\n', 'Welcome', 'Welcome'],
    ['', '# Home', 'Home', 'Home'],
    ['', 'text', undefined, ''],
  ])('%j and a home page of %j', (config, home, title, homeTitle) => {
    const site = siteOf({ 'index.md': home }, { config }).value;
    expect([site.config.title, site.pages[0]?.title]).toEqual([title, homeTitle]);
  });
});

test('sponsors: as site.yaml lists them, then by tier, then by name', () => {
  const sponsor = (name: string, tier: string): string => `---\nname: ${name}\ntier: ${tier}\n---\n`;
  const { value, diagnostics } = siteOf(
    {
      'sponsors/a.md': sponsor('Acme', 'gold'),
      'sponsors/b.md': sponsor('Bell', 'silver'),
      'sponsors/c.md': sponsor('Crane', 'gold'),
      'sponsors/d.md': sponsor('Dune', 'bronze'),
      'sponsors/e.md': sponsor('Elm', 'silver'),
      'sponsors/f.md': sponsor('Fern', 'gold'),
    },
    { config: 'sponsors: [CRANE, b]' },
  );
  expect(value.sponsors.map(({ name }) => name)).toEqual(['Crane', 'Bell', 'Acme', 'Fern', 'Elm', 'Dune']);
  expect(diagnostics).toEqual([]);
});

test('a sponsor that site.yaml puts into an order and that there is not', () => {
  const sponsor = { 'sponsors/paper-crane.md': '', 'sponsors/bell.md': '---\ndraft: true\n---\n' };
  const site = siteOf(sponsor, { config: 'sponsors: [paper-crane, Bell, papr-crane, Dune]' });
  expect(site.diagnostics).toMatchObject([
    {
      code: 'no-file-for-sponsor',
      at: { path: 'site.yaml', line: 1, column: 31, length: 10 },
      help: 'did you mean `paper-crane`? If not, a file `content/sponsors/papr-crane.md` would describe it',
    },
    { code: 'no-file-for-sponsor', message: '`Dune` has no file' },
  ]);
});

test('all of it is frozen, and the same again from the same', () => {
  const files = {
    'index.md': '# Home',
    'posts/a.md': post('authors: Ada\ntags: x\nevent: c'),
    'events/c.md': event('2026-01-01', 'talks: [{title: Tea, speaker: Ada}]\nvenue: Hall\nsponsors: Acme\nseries: S'),
  };
  const options = { config: 'series: [{name: S, rule: FREQ=YEARLY, start: 2026-01-01}]' };
  const { value } = siteOf(files, options);
  const { config, clock, now, nextEvent, ...lists } = value;
  for (const list of Object.values(lists)) {
    expect(list.length).toBe(1);
    for (const item of [list, ...list]) {
      expect(Object.isFrozen(item)).toBe(true);
      for (const part of Object.values(item)) if (Array.isArray(part)) expect(Object.isFrozen(part)).toBe(true);
    }
  }
  expect(siteOf(files, options).value.talks.map(({ url }) => url)).toEqual(value.talks.map(({ url }) => url));
});
