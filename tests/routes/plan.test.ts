import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { withoutFingerprints } from '../../src/fingerprints.ts';
import type { Renderer } from '../../src/render/renderer.ts';
import { plan } from '../../src/routes/plan.ts';
import { type Contents, filesOf, type SiteOptions, siteOf, underlined } from '../support.ts';

const front = (fields: string): string => `---\n${fields}\n---\n`;

/** The outputs of a site. `content` is Markdown by path in `content/`; `files` are all other files, by path in the site. */
function planned(content: Contents, files: Contents = {}, options: SiteOptions = {}, theme: Contents = {}) {
  const { value: site } = siteOf(content, options);
  const contentFiles = Object.keys(files).filter((path) => path.startsWith('content/'));
  const { value, diagnostics } = plan({
    site,
    contentFiles,
    files: filesOf(files),
    theme: filesOf(theme, '/theme'),
    trusted: undefined,
    search: false,
  });
  return { value: value.routes, diagnostics };
}

const urlsOf = (...call: Parameters<typeof planned>) =>
  planned(...call).value.map(({ url }) => withoutFingerprints(url));
const always = ['/', '/404.html', '/assets/theme/colours.css', '/robots.txt'];

test('a site of nothing has a home page, a page for what is not there, and robots.txt', () => {
  expect(urlsOf({}).sort()).toEqual(always);
});

test('all that one event gives', () => {
  const fields = 'start: 2026-01-01\nvenue: Hall\nsponsors: Acme\ntags: tea\ntalks: [{title: x, speaker: Ada}]';
  expect(urlsOf({ 'events/tea.md': front(fields) }).sort()).toEqual(
    [
      ...always,
      ...['/events/', '/events/tea/', '/people/', '/people/ada/', '/sponsors/', '/sponsors/acme/', '/talks/'],
      ...['/talks/2026/', '/talks/tags/tea/', '/tags/', '/tags/tea/', '/venues/', '/venues/hall/'],
      ...['/events.json', '/events.schema.json'],
      ...['/events.ics', '/events/tea/event.ics', '/tags/tea/events.ics'],
    ].sort(),
  );
});

test('a list of nothing has no page, but for the words that somebody wrote for it', () => {
  expect(urlsOf({ 'posts.md': '# Posts', 'about.md': '' }).sort()).toEqual([...always, '/about/', '/posts/'].sort());
});

test('posts are listed by the page', () => {
  const posts = Object.fromEntries(['01', '02', '03', '04', '05'].map((day) => [`posts/2026-01-${day}.md`, '']));
  const lists = (size: number) =>
    urlsOf(posts, {}, { config: `posts_per_page: ${size}` }).filter((url) => /^\/posts\/(?:page|$)/.test(url));
  expect(lists(2)).toEqual(['/posts/', '/posts/page/2/', '/posts/page/3/']);
  expect(lists(5)).toEqual(['/posts/']);
});

test('a sitemap needs to know where the site will live', () => {
  const config = 'url: https://a.example/meet/';
  expect(urlsOf({}, {}, { config }).sort()).toEqual([...always, '/sitemap.xml'].sort());
});

test('old addresses redirect', () => {
  expect(urlsOf({ 'about.md': front('aliases: [/we, /2020/about.html]') })).toEqual(
    expect.arrayContaining(['/about/', '/we/', '/2020/about.html']),
  );
});

test('each output has an address, a path and what it comes from', () => {
  const { value } = planned(
    { 'index.md': '', 'köln.md': '', 'events/x.md': front('start: 2026-01-01\nhosts: Ada') },
    { 'content/köln/dom 1.jpg': 'x', 'assets/logo.svg': 'x' },
  );
  const shown = value.map(({ url, path, origin, file }) => `${url} | ${path} | ${origin} | ${file ?? '-'}`);
  expect(shown).toEqual(
    expect.arrayContaining([
      '/ | index.html | content/index.md | content/index.md',
      '/k%C3%B6ln/ | köln/index.html | content/köln.md | content/köln.md',
      '/k%C3%B6ln/dom%201.jpg | köln/dom 1.jpg | content/köln/dom 1.jpg | content/köln/dom 1.jpg',
      '/assets/logo.svg | assets/logo.svg | assets/logo.svg | assets/logo.svg',
      '/people/ada/ | people/ada/index.html | a mention of Ada | -',
      '/events/ | events/index.html | the list /events/ | -',
      '/robots.txt | robots.txt | the file robots.txt | -',
    ]),
  );
});

describe('files', () => {
  test('are copied from where they lie', () => {
    const { value } = planned(
      {},
      { 'content/cv.pdf': 'x' },
      {},
      { 'assets/theme/theme.css': 'a {\n}\n', 'assets/theme/scheme.js': 'x' },
    );
    const renderer = { pictures: { original: () => undefined } } as unknown as Renderer;
    const copyOf = (wanted: string) =>
      value.find(({ path }) => withoutFingerprints(path) === wanted)?.render(renderer).value;
    expect(copyOf('cv.pdf')).toEqual({ copy: '/site/content/cv.pdf' });
    expect(copyOf('assets/theme/scheme.js')).toEqual({ copy: '/theme/assets/theme/scheme.js' });
    expect(copyOf('assets/theme/theme.css')).toBe('a{}');
  });

  test('of the site stand in for those of the theme, and for what would be made', () => {
    const { value, diagnostics } = planned(
      {},
      { 'assets/theme/theme.css': 'own', 'content/robots.txt': 'own', 'content/404.html': 'own' },
      {},
      { 'assets/theme/theme.css': 'x', 'assets/theme/more.css': 'x', 'assets/other.css': 'x' },
    );
    expect(diagnostics).toEqual([]);
    const listed = value.filter(({ path }) => !path.startsWith('assets/theme/colours.'));
    expect(listed.map(({ path, origin }) => `${path} of ${origin}`).sort()).toEqual([
      '404.html of content/404.html',
      'assets/theme/more.11f6ad8ec5.css of assets/theme/more.css',
      'assets/theme/theme.css of assets/theme/theme.css',
      'assets/theme/theme.fbf63c6adb.css of assets/theme/theme.css',
      'index.html of the home page',
      'robots.txt of content/robots.txt',
    ]);
  });
});

describe('two that would be one file are an error that names both', () => {
  test.each<[string, Contents, Contents, string, string]>([
    [
      'two pages',
      { 'about.md': '', 'about/index.md': '' },
      {},
      'content/about/index.md and content/about.md both give /about/',
      'content/about/index.md 1:1',
    ],
    [
      'a permalink',
      { 'a.md': '', 'b.md': front('permalink: /a') },
      {},
      'content/b.md and content/a.md both give /a/',
      'content/b.md 2:12 /a',
    ],
    [
      'a second alias, and a name',
      { 'z.md': '', 'a.md': front('permalink: /c/\naliases: [/b/, /z/]') },
      {},
      'an alias in content/a.md and content/z.md both give /z/',
      'content/a.md 3:16 /z/',
    ],
    [
      'an alias',
      { 'a.md': '', 'b.md': front('aliases: /a/') },
      {},
      'an alias in content/b.md and content/a.md both give /a/',
      'content/b.md 2:10 /a/',
    ],
    [
      'a file',
      { 'a.md': front('permalink: /a.txt') },
      { 'content/a.txt': '' },
      'content/a.txt and content/a.md both give /a.txt',
      'content/a.md 2:12 /a.txt',
    ],
    [
      'a home page',
      { 'index.md': '', 'b.md': front('permalink: /') },
      {},
      'content/index.md and content/b.md both give /',
      'content/b.md 2:12 /',
    ],
    [
      'names that differ in case',
      { 'About.md': '', 'about.md': '' },
      {},
      'content/about.md gives /about/ and content/About.md gives /About/, which differ only in case',
      'content/about.md 1:1',
    ],
    [
      'a file and a folder',
      { 'a.md': front('permalink: /a.x'), 'b.md': front('permalink: /a.x/b/') },
      {},
      'content/b.md gives /a.x/b/ and content/a.md gives /a.x: one name cannot be a file and a folder',
      'content/b.md 2:12 /a.x/b/',
    ],
    [
      'a folder far below, and a file beside another folder',
      {
        'a.md': front('permalink: /k/a.x'),
        'b.md': front('permalink: /k/b/'),
        'c.md': front('permalink: /k/A.x/c/d/'),
      },
      {},
      'content/a.md gives /k/a.x and content/c.md gives /k/A.x/c/d/: one name cannot be a file and a folder',
      'content/a.md 2:12 /k/a.x',
    ],
    [
      'a file far above',
      { 'a.md': front('permalink: /k/A.x'), 'b.md': front('permalink: /k/a.x/c/d/') },
      {},
      'content/b.md gives /k/a.x/c/d/ and content/a.md gives /k/A.x: one name cannot be a file and a folder',
      'content/b.md 2:12 /k/a.x/c/d/',
    ],
    [
      'a folder of two, and a file',
      {
        'a.md': front('permalink: /K.x/a/b/'),
        'b.md': front('permalink: /K.x/a/c/'),
        'c.md': front('permalink: /k.x'),
      },
      {},
      'content/c.md gives /k.x and content/a.md gives /K.x/a/b/: one name cannot be a file and a folder',
      'content/c.md 2:12 /k.x',
    ],
  ])('%s', (_, content, files, message, place) => {
    const { value, diagnostics } = planned(content, files);
    expect(diagnostics.map(({ code, message: said }) => [code, said])).toEqual([['url-collision', message]]);
    const [{ at }] = diagnostics as [Diagnostic];
    const text = content[at!.path.slice('content/'.length)] as string;
    expect(`${at!.path} ${at!.line}:${at!.column} ${underlined(text, at!)}`.trimEnd()).toBe(place);
    expect(new Set(value.map(({ path }) => path.toLowerCase())).size).toBe(value.length);
  });

  test('all of them are said', () => {
    const { diagnostics } = planned({ 'a.md': '', 'a/index.md': '', 'b.md': '', 'b/index.md': '' });
    expect(diagnostics.map(({ at }) => at?.path)).toEqual(['content/a/index.md', 'content/b/index.md']);
  });
});

test('what search engines should find', () => {
  const { value } = planned(
    { 'about.md': front('aliases: /old/'), 'posts/2026-01-01.md': '' },
    { 'content/x.pdf': '' },
  );
  expect(value.filter(({ indexed }) => indexed).map(({ url }) => url)).toEqual([
    '/',
    '/posts/',
    '/about/',
    '/posts/2026-01-01/',
  ]);
});
