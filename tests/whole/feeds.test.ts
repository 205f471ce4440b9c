import { parseAtomFeed, parseRssFeed } from 'feedsmith';
import { describe, expect, test } from 'vitest';
import { filesOf } from '../support.ts';
import { type ReadFeed, readers, xmlErrors } from './feeds.ts';
import { parsePage } from './pages.ts';
import { exampleSite, render } from './render.ts';
import { now } from './run.ts';

const files = ['', 'events/'].flatMap((folder) => Object.keys(readers).map((file) => [folder, file] as const));
const rfc3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)$/;
const rfc822 =
  /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d\d:\d\d:\d\d GMT$/;

/** Everything that leads somewhere in a feed. */
const targetsOf = ({ self, home, items }: ReadFeed): (string | undefined)[] => [
  self,
  home,
  ...items.flatMap(({ id, link, image, html }) => [id, link, ...(image ? [image] : []), ...parsePage(html).targets]),
];

test('the parser is awake', () => {
  expect(xmlErrors('<a>\u0001</a>')).not.toEqual([]);
  expect(xmlErrors('<a><b></a>')).not.toEqual([]);
  expect(xmlErrors('<a x:y="1"/>')).not.toEqual([]);
  expect(xmlErrors('<a>&nbsp;</a>')).not.toEqual([]);
});

const texts = Object.entries({
  'at the root of its host': 'https://meetup.example/',
  'below a path': 'https://org.example/name/',
}).map(([where, url]) => ({ where, url, ...render(exampleSite(), url) }));

describe.each(texts)('the example site, $where', ({ url, outputs }) => {
  const text = (path: string): string => outputs.get(path) ?? '';
  const feedAt = (folder: string, file: string): ReadFeed => readers[file]!(text(folder + file));

  test.each(files)('%s%s', (folder, file) => {
    const path = folder + file;
    const feed = feedAt(folder, file);
    if (file.endsWith('.xml')) expect(xmlErrors(text(path))).toEqual([]);
    expect(feed).toMatchObject({ self: url + path, home: `${url}${folder || 'posts/'}`, language: 'en-CA' });
    expect(feed.items.length).toBeGreaterThan(4);
    for (const { id, link, title, html, updated, published } of feed.items) {
      expect(id).toBe(link);
      expect(id).toMatch(url);
      expect(title).toBeTruthy();
      expect(html).toMatch(/<p>/);
      if (file === 'feed.xml') expect(published ?? 'Mon, 01 Jan 2024 00:00:00 GMT').toMatch(rfc822);
      else for (const date of [updated, published]) if (date !== undefined) expect(date).toMatch(rfc3339);
      if (file === 'atom.xml') expect(updated).toBeDefined();
      for (const date of [updated, published])
        if (date !== undefined) expect(Date.parse(date)).toBeLessThanOrEqual(Date.parse(now));
    }
    expect(new Set(feed.items.map(({ id }) => id)).size).toBe(feed.items.length);
    expect(targetsOf(feed).filter((target) => !target || !/^(?:https?|mailto):/.test(target))).toEqual([]);
  });

  test('every address of its own in a feed is published', () => {
    const own = files
      .flatMap(([folder, file]) => targetsOf(feedAt(folder, file)))
      .filter((each) => each?.startsWith(url));
    const broken = own.filter((each) => {
      const path = decodeURIComponent(new URL(each!).pathname.slice(new URL(url).pathname.length));
      return !outputs.has(path.replace(/(^|\/)$/, '$1index.html'));
    });
    expect(broken).toEqual([]);
    expect(own.length).toBeGreaterThan(300);
  });

  test('all formats say the same', () => {
    for (const folder of ['', 'events/']) {
      const [first, ...others] = Object.keys(readers).map((file) =>
        feedAt(folder, file).items.map(({ id, title, html, tags, authors }) => ({ id, title, html, tags, authors })),
      );
      for (const other of others) expect(other).toEqual(first);
    }
  });

  test('JSON Feed 1.1 knows every key', () => {
    const ofFeed = [
      'version',
      'title',
      'home_page_url',
      'feed_url',
      'description',
      'icon',
      'authors',
      'language',
      'items',
    ];
    const ofItem = ['id', 'url', 'title', 'content_html', 'summary', 'image', 'date_published', 'date_modified'];
    for (const folder of ['', 'events/']) {
      const feed = JSON.parse(text(`${folder}feed.json`));
      expect(feed.version).toBe('https://jsonfeed.org/version/1.1');
      expect(ofFeed).toEqual(expect.arrayContaining(Object.keys(feed)));
      for (const item of feed.items)
        expect([...ofItem, 'authors', 'tags', 'language']).toEqual(expect.arrayContaining(Object.keys(item)));
    }
  });

  test('RSS and Atom have all that is required', () => {
    for (const folder of ['', 'events/']) {
      const rss = parseRssFeed(text(`${folder}feed.xml`));
      expect(rss).toMatchObject({
        title: expect.any(String),
        link: expect.any(String),
        description: expect.any(String),
      });
      const enclosures = rss.items!.flatMap((item) => item.enclosures ?? []);
      expect(enclosures.length).toBeGreaterThan(1);
      for (const enclosure of enclosures) expect(enclosure).toMatchObject({ length: 0, type: 'image/svg+xml' });
      const atom = parseAtomFeed(text(`${folder}atom.xml`));
      expect(atom).toMatchObject({ id: `${url}${folder}atom.xml`, authors: [{ name: 'Foghorn', uri: url }] });
      expect(atom.updated).toMatch(rfc3339);
      const dates = atom.entries!.map(({ updated }) => Date.parse(updated as string));
      expect(Date.parse(atom.updated as string)).toBe(Math.max(...dates));
    }
  });

  test('every page names the feeds', () => {
    for (const page of ['index.html', 'about/index.html', 'events/index.html', '404.html']) {
      const alternates = [
        ...text(page).matchAll(/<link rel="alternate" type="(application\/.*?)" title=".*?" href="(.*?)">/g),
      ];
      expect(alternates.map(([, type, href]) => `${type} ${href}`)).toEqual(
        files.map(([folder, file]) => {
          const type = { 'feed.xml': 'rss+xml', 'atom.xml': 'atom+xml', 'feed.json': 'feed+json' }[file];
          return `application/${type} ${new URL(url).pathname}${folder}${file}`;
        }),
      );
    }
  });
});

describe('a hostile title', () => {
  const hostile = 'a ]]> b </script> <b>c</b> & "d" \'e\' &amp; é 😀 \\';
  // What XML can't hold is left out of it, and JSON escapes it.
  const written = JSON.stringify(`${hostile}\u0001\u000b\ufffe\ud800`).replace(
    /[\u0001\u000b\ufffe]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  const body = `Words ]]> \`</content:encoded>\` <b>bold</b> &amp;lt; \u0001\ufffe 😀

![a](room.svg) [b](../../about.md#us "T") [c](#d) <https://e.example/?x=1&y=2> [^1] <a href="/about/">raw</a>

<img src="room.svg" alt="" srcset="room.svg 1x, /assets/room.svg 2x"> <q cite="/about/">q</q>

## D

[^1]: A note.
`;
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>';
  const fields = `title: ${written}\nimage: room.svg\ntags: [${written}]\ndescription: ${written}`;
  const { outputs } = render(
    filesOf({
      'site.yaml': `title: ${written}\nurl: https://a.example/meet/`,
      'assets/room.svg': svg,
      'content/about.md': '# About\n\n## Us\n',
      'content/posts/x/index.md': `---\n${fields}\ndate: 2026-01-01\nauthors: [{name: ${written}}]\n---\n\n${body}`,
      'content/posts/x/room.svg': svg,
      'content/events/x/index.md': `---
${fields}
start: 2026-12-01 19:00
status: postponed
online: true
talks: [{title: ${written}, slides: room.svg, abstract: "[z](../../about.md)"}]
---

${body}`,
      'content/events/x/room.svg': svg,
    }),
  );

  test.each(files)('%s%s', (folder, file) => {
    const text = outputs.get(folder + file)!;
    if (file.endsWith('.xml')) expect(xmlErrors(text)).toEqual([]);
    const feed = readers[file]!(text);
    const [item] = feed.items;
    const plain = (read: string | undefined) => read?.replace(/[\u0001\u000b\ufffe\ufffd\ud800]/g, '');
    expect(plain(item!.title)).toBe(hostile);
    expect(plain(feed.title)).toBe(`${folder ? 'Events' : 'Posts'} · ${hostile}`);
    expect(item!.tags.map(plain)).toEqual([hostile]);
    expect(plain(item!.summary)).toBe(hostile);
    if (!folder) expect(item!.authors.map(plain)).toEqual([hostile]);
    expect(item!.html).toContain('<b>bold</b>');
    expect(item!.html).toContain(']]&gt;');
    expect(item!.html).toContain('😀');
    const page = `https://a.example/meet/${folder ? 'events' : 'posts'}/x/`;
    expect(item).toMatchObject({ id: page, link: page, image: `${page}room.svg` });
    const targets = parsePage(item!.html).targets;
    expect(targets.filter((target) => !target.startsWith('https://'))).toEqual([]);
    expect(targets).toEqual(
      expect.arrayContaining([
        `${page}room.svg`,
        'https://a.example/meet/about/#us',
        `${page}#d`,
        'https://e.example/?x=1&y=2',
        'https://a.example/about/',
      ]),
    );
  });
});
