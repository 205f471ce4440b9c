import { describe, expect, test } from 'vitest';
import type { Renderer } from '../../src/render/renderer.ts';
import { calendarRoutes } from '../../src/routes/calendars.ts';
import { fieldsOf, parseIcs, surroundings, textOf } from '../calendar/reading.ts';
import { type Contents, type SiteOptions, siteOf } from '../support.ts';

const front = (fields: string): string => `---\n${fields}\n---\n`;
const routesOf = (content: Contents, options?: SiteOptions) => calendarRoutes(siteOf(content, options).value);

/** The calendars by their addresses. */
const calendarsOf = (content: Contents, options?: SiteOptions): Map<string, string> =>
  new Map(routesOf(content, options).map(({ url, render }) => [url, render(surroundings as Renderer).value as string]));

const summariesOf = (text: string | undefined) => fieldsOf(text!).map(({ summary }) => summary);

test('without events there are none', () => {
  expect(routesOf({ 'about.md': '', 'posts/2026-01-01.md': front('tags: tea') })).toEqual([]);
});

describe('there is one', () => {
  const events = {
    'events/b.md': front('title: B\nstart: 2026-10-06 19:00\nseries: Soundings & more\ntags: [tea]'),
    'events/a.md': front('title: A\nstart: 2020-10-06 19:00\ntags: [tea, talks]\nstatus: cancelled'),
    'posts/2026-01-01.md': front('tags: news'),
  };
  const calendars = calendarsOf(events);

  test('of everything, of each series, of each tag with events, and a file for each event', () => {
    expect([...calendars.keys()].sort()).toEqual([
      '/events.ics',
      '/events/a/event.ics',
      '/events/b/event.ics',
      '/series/soundings-and-more.ics',
      '/tags/talks/events.ics',
      '/tags/tea/events.ics',
    ]);
  });

  test('with the events that belong there, earliest first, past and cancelled ones too', () => {
    expect(summariesOf(calendars.get('/events.ics'))).toEqual(['A', 'B']);
    expect(summariesOf(calendars.get('/tags/tea/events.ics'))).toEqual(['A', 'B']);
    expect(summariesOf(calendars.get('/tags/talks/events.ics'))).toEqual(['A']);
    expect(summariesOf(calendars.get('/series/soundings-and-more.ics'))).toEqual(['B']);
    expect(summariesOf(calendars.get('/events/a/event.ics'))).toEqual(['A']);
  });

  test('that says the same of an event wherever it is', () => {
    const [a, b] = fieldsOf(calendars.get('/events.ics')!);
    expect(fieldsOf(calendars.get('/events/a/event.ics')!)).toEqual([a]);
    expect(fieldsOf(calendars.get('/tags/tea/events.ics')!)).toEqual([a, b]);
    expect(fieldsOf(calendars.get('/series/soundings-and-more.ics')!)).toEqual([b]);
  });
});

test('each has a name, a page and its own address', () => {
  const config =
    'title: Foghorn\ndescription: Tea for all.\naccent: "#0b6478"\nseries: [{name: Foghorn Soundings, description: Talks.}, {name: Short Blasts}]';
  const calendars = calendarsOf(
    {
      'events/a.md': front('start: 2026-10-06 19:00\nseries: Foghorn Soundings\ntags: tea'),
      'events/b.md': front('start: 2026-10-07 19:00\nseries: Short Blasts'),
    },
    { config },
  );
  const shown = [
    '/events.ics',
    '/series/foghorn-soundings.ics',
    '/series/short-blasts.ics',
    '/tags/tea/events.ics',
  ].map((url) => {
    const calendar = parseIcs(calendars.get(url)!);
    return ['x-wr-calname', 'x-wr-caldesc', 'url', 'source', 'x-apple-calendar-color'].map((name) =>
      textOf(calendar, name),
    );
  });
  expect(shown).toEqual([
    ['Foghorn', 'Tea for all.', 'https://meet.example/events/', 'https://meet.example/events.ics', '#0b6478'],
    [
      'Foghorn Soundings',
      'Talks.',
      'https://meet.example/series/foghorn-soundings/',
      'https://meet.example/series/foghorn-soundings.ics',
      '#0b6478',
    ],
    [
      'Foghorn: Short Blasts',
      'Tea for all.',
      'https://meet.example/series/short-blasts/',
      'https://meet.example/series/short-blasts.ics',
      '#0b6478',
    ],
    [
      'Foghorn: tea',
      'Tea for all.',
      'https://meet.example/tags/tea/',
      'https://meet.example/tags/tea/events.ics',
      '#0b6478',
    ],
  ]);
});

test('saved dates are in the calendar of everything and in that of their series, until an event takes their place', () => {
  const config =
    'timezone: Europe/Berlin\nseries: [{name: Tea, rule: FREQ=MONTHLY;BYDAY=1TU, start: 2026-01-06, time: 19:00-21:00}]';
  const before = calendarsOf({}, { config });
  expect([...before.keys()]).toEqual(['/events.ics', '/series/tea.ics']);
  const saved = fieldsOf(before.get('/events.ics')!);
  expect(saved.length).toBeGreaterThan(3);
  expect(fieldsOf(before.get('/series/tea.ics')!)).toEqual(saved);

  const event = front('title: Green tea\nstart: 2026-08-04 19:00\nend: 21:00\nseries: Tea');
  const after = fieldsOf(calendarsOf({ 'events/a.md': event }, { config }).get('/events.ics')!);
  expect(after.map(({ uid }) => uid).sort()).toEqual(saved.map(({ uid }) => uid).sort());
  const taken = saved.find(({ dtstart }) => dtstart === '2026-08-04T19:00:00')!;
  expect(taken.status).toBe('TENTATIVE');
  expect(after.find(({ uid }) => uid === taken.uid)).toMatchObject({
    summary: 'Green tea',
    status: 'CONFIRMED',
    dtstart: taken.dtstart,
    dtend: taken.dtend,
  });
});

test('each has a path, and what it comes from', () => {
  const routes = routesOf({
    'events/köln.md': front('start: 2026-10-06\ntags: Bücher'),
    'index.md': front('layout: event\nstart: 2026-10-07'),
    'events/x.md': front('start: 2026-10-08\npermalink: /2026/x.html'),
  });
  expect(routes.map(({ url, path, origin, file }) => `${url} | ${path} | ${origin} | ${file ?? '-'}`)).toEqual([
    '/events.ics | events.ics | the calendar /events.ics | -',
    '/tags/b%C3%BCcher/events.ics | tags/bücher/events.ics | the calendar /tags/b%C3%BCcher/events.ics | -',
    '/events/k%C3%B6ln/event.ics | events/köln/event.ics | the calendar of content/events/köln.md | content/events/köln.md',
    '/event.ics | event.ics | the calendar of content/index.md | content/index.md',
    '/2026/x.ics | 2026/x.ics | the calendar of content/events/x.md | content/events/x.md',
  ]);
  expect(routes.some(({ indexed }) => indexed)).toBe(false);
});
