import { describe, expect, test } from 'vitest';
import { brief, codesOf, siteOf } from '../support.ts';

const front = (fields: string): string => `---\n${fields}\n---\n`;
const chicago = { config: 'timezone: America/Chicago' };

describe('the date', () => {
  test.each([
    ['posts/2026-04-07-tea.md', '', '2026-04-07T00:00:00-05:00', []],
    ['posts/2026-04-07.md', '', '2026-04-07T00:00:00-05:00', []],
    ['posts/2026-04-07-tea/index.md', 'title: x', '2026-04-07T00:00:00-05:00', []],
    ['posts/tea.md', 'date: 2026-04-07 08:30', '2026-04-07T08:30:00-05:00', []],
    ['posts/2026-04-07-tea.md', 'date: 2026-04-07 08:30', '2026-04-07T08:30:00-05:00', []],
    [
      'posts/2026-04-07-tea.md',
      'title: x\ndate: 2026-04-08',
      '2026-04-08T00:00:00-05:00',
      ['file-date-mismatch 3:7 2026-04-08'],
    ],
    ['posts/tea.md', 'title: x', undefined, ['no-date 2:1 t']],
    ['posts/tea.md', '', undefined, ['no-date 2:1']],
    ['posts/2026-02-30-tea.md', 'title: x', undefined, ['no-date 2:1 t']],
    // What is wrong with a date is said once.
    ['posts/tea.md', 'date: 2017-18-12', undefined, ['bad-date 2:12 18']],
    ['posts/2026-04-07-tea.md', 'date: 2017-18-12', '2026-04-07T00:00:00-05:00', ['bad-date 2:12 18']],
    ['posts/tea.md', 'date: 2026-04-07 08:30 CET', '2026-04-07T08:30:00-05:00', ['zone-mismatch 2:24 CET']],
    ['posts/tea.md', 'date: Monday, April 7, 2026', '2026-04-07T00:00:00-05:00', ['weekday-mismatch 2:7 Monday']],
  ])('of %s with %j', (path, fields, date, said) => {
    const text = front(fields);
    const { value, diagnostics } = siteOf({ [path]: text }, chicago);
    expect(value.posts[0]?.date?.at.toString({ timeZoneName: 'never' })).toBe(date);
    expect(brief(text, diagnostics)).toEqual(said);
  });
});

test('the newest are first, those without a date last', () => {
  const { value } = siteOf({
    'posts/b.md': '',
    'posts/2026-01-02-y.md': '',
    'posts/2026-01-02-x.md': '',
    'posts/c.md': front('date: 2026-01-02 08:00'),
    'posts/a.md': '',
    'posts/2026-02-01-z.md': '',
  });
  const ids = ['2026-02-01-z', 'c', '2026-01-02-x', '2026-01-02-y', 'a', 'b'];
  expect(value.posts.map(({ entry }) => entry.id)).toEqual(ids);
  expect(value.posts.map(({ newer }) => newer?.entry.id)).toEqual([undefined, ...ids.slice(0, -1)]);
  expect(value.posts.map(({ older }) => older?.entry.id)).toEqual([...ids.slice(1), undefined]);
});

describe('the event that a post reports on', () => {
  const event = { 'events/2026/2026-10-06-tea.md': front('start: 2026-10-06') };
  test.each(['2026-10-06-tea', '2026-10-06-tea.md', 'events/2026/2026-10-06-tea.md', '/events/2026/2026-10-06-tea'])(
    'by %s',
    (written) => {
      const { value, diagnostics } = siteOf({ ...event, 'posts/2026-10-07-x.md': front(`event: ${written}`) });
      expect(diagnostics).toEqual([]);
      expect(value.posts[0]?.event?.entry.id).toBe('2026-10-06-tea');
      expect(value.events[0]?.posts.map(({ url }) => url)).toEqual(['/posts/2026-10-07-x/']);
    },
  );

  test('that does not exist is a warning with a suggestion', () => {
    const text = front('title: x\nevent: 2026-10-06-tae');
    const { value, diagnostics } = siteOf({ ...event, 'posts/2026-10-07-x.md': text });
    expect(brief(text, diagnostics)).toEqual(['unknown-event 3:8 2026-10-06-tae']);
    expect(diagnostics[0]?.help).toBe('did you mean `2026-10-06-tea`?');
    expect(value.posts[0]?.event).toBeUndefined();
  });
});

test('the other fields', () => {
  const text = front(
    'authors: [Ada, ada]\nfeatured: true\nlast_modified_at: 2026-05-01\nlang: de\nmood: calm\nextra: {a: 1}',
  );
  const [post] = siteOf({ 'posts/2026-04-07-x.md': text, 'people/ada.md': '' }).value.posts;
  expect(post).toMatchObject({
    title: 'X',
    authors: [{ name: 'Ada' }],
    featured: true,
    event: undefined,
    lang: 'de',
    extra: { mood: 'calm', a: 1 },
    draft: false,
    layout: undefined,
  });
  expect(post?.updated?.at.toPlainDate().toString()).toBe('2026-05-01');
  expect(post?.authors[0]?.posts.map(({ url }) => url)).toEqual(['/posts/2026-04-07-x/']);
});

describe('pages', () => {
  test('are sorted by address', () => {
    const { value } = siteOf({ 'z.md': '', 'a/b.md': '', 'index.md': '', 'a.md': front('order: 2\nnav: no') });
    expect(value.pages.map(({ url, order, nav }) => [url, order, nav])).toEqual([
      ['/', undefined, undefined],
      ['/a/', 2, false],
      ['/a/b/', undefined, undefined],
      ['/z/', undefined, undefined],
    ]);
  });

  test.each([
    ['about.md', 'layout: wide', 'wide'],
    ['about.md', 'layout: wide.njk', 'wide'],
    ['about.md', 'layout: wide.html', 'wide'],
    ['about.md', 'layout: page', undefined],
    ['about.md', 'layout: Page', undefined],
    ['about.md', 'layout:', undefined],
  ])('%s with %j has the layout %s', (path, fields, layout) =>
    expect(siteOf({ [path]: front(fields) }).value.pages[0]?.layout).toBe(layout),
  );
});

describe('aliases', () => {
  const text = front(
    'title: x\naliases: [/old, /old/, /about/, "../up"]\nredirect_from: "2020/old.html, https://a.example/"',
  );
  const { value, diagnostics } = siteOf({ 'about.md': text });

  test('are addresses that are not its own, each once', () => {
    expect(value.pages[0]?.aliases).toEqual(['/old/', '/2020/old.html']);
  });

  test('that cannot be are marked, each where it stands', () => {
    expect(brief(text, diagnostics)).toEqual(['bad-permalink 3:33 "../up"', 'bad-permalink 4:32 https://a.example/']);
  });

  test('of a person may be names', () => {
    const site = siteOf({ 'people/ada.md': front('aliases: [Countess, /old/]') });
    expect(codesOf(site.diagnostics)).toEqual([]);
    expect(site.value.people[0]?.aliases).toEqual(['/old/']);
  });
});
