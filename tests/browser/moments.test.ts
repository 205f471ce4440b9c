import { describe, expect, test } from 'vitest';
import { serve } from './serve.ts';
import { built } from './site.ts';
import { listing, shown, visits } from './visit.ts';

/** Sixty days before the evening on which most of these pages are viewed. */
const visit = visits(async () => serve(await built('2026-08-16T10:00:00Z')));

/** What takes place, in order. */
const coming = ['Bridges', 'Open house', 'Camp', 'Sprint', 'Locks', 'Night walk', 'Breakfast', 'December', 'Far call'];

describe('the next event on the home page', () => {
  test.each([
    ['as built', '2026-08-16T10:00:00Z', 'Bridges'],
    ['the day before at 23:59', '2026-09-02T21:59:00Z', 'Bridges'],
    ['a minute before its end', '2026-09-03T18:59:00Z', 'Bridges'],
    ['at its end', '2026-09-03T19:00:00Z', 'Open house'],
    ['in the last minute of an all-day event', '2026-09-26T21:59:00Z', 'Open house'],
    ['after an all-day event', '2026-09-26T22:00:00Z', 'Camp'],
    ['on the last of several days', '2026-10-04T21:59:00Z', 'Camp'],
    ['after several days', '2026-10-04T22:00:00Z', 'Sprint'],
    ['sixty days after the build', '2026-10-15T10:00:00Z', 'Locks'],
    ['after midnight, while it goes on', '2026-11-01T00:59:00Z', 'Night walk'],
    ['a saved date, as what is before it is postponed', '2026-11-01T01:00:00Z', 'Breakfast'],
    ['after the saved date', '2026-11-14T09:00:00Z', 'December'],
    ['before the end that nobody wrote', '2026-12-03T19:59:00Z', 'December'],
    ['the last', '2026-12-03T20:00:00Z', 'Far call'],
  ])('%s (%s): %s', async (_, at, title) => {
    const { next, upcoming, past, none } = await listing(await visit('/', at));
    const over = coming.slice(0, coming.indexOf(title));
    expect(next).toEqual([title]);
    expect(none).toBe(false);
    expect(upcoming.filter((each) => over.includes(each))).toEqual([]);
    // The others have moved; a saved date leaves nothing.
    const last = over.filter((each) => each !== 'Breakfast').at(-1);
    expect(past.filter((each) => each !== 'Kites' && each !== 'Ferries')[0]).toBe(last ?? 'Lanterns');
    expect(past.length).toBeLessThanOrEqual(3);
  });

  test('is none when all is over, and the page says so', async () => {
    const page = await visit('/', '2027-01-14T12:00:00Z');
    expect(await listing(page)).toEqual({
      next: [],
      upcoming: [],
      past: ['Far call', 'December', 'Kites'],
      none: true,
    });
    expect(await shown(page, 'h2')).toEqual(['Past events', 'With thanks to']);
  });
});

test('events move into their year, in order', async () => {
  const page = await visit('/events/', '2027-01-14T12:00:00Z');
  expect(await shown(page, 'h2')).toEqual(['2027', '2026', '2025']);
  expect(await shown(page, '[data-past="2027"] .row-title')).toEqual(['Far call']);
  expect(await shown(page, '[data-past="2026"] .row-title')).toEqual(
    'December, Kites, Night walk, Locks, Sprint, Camp, Open house, Bridges, Ferries, Lanterns'.split(', '),
  );
});

test.each([
  ['/tags/iron/', 'Locks, Bridges'],
  ['/venues/the-meadow/', 'Kites, Night walk, Sprint, Camp'],
  ['/people/ilse-grote/', 'Locks, Bridges'],
  ['/series/breakfast/', ''],
])('on %s, too', async (path, past) => {
  const page = await visit(path, '2026-12-01T12:00:00Z');
  expect(await listing(page)).toEqual({ next: [], upcoming: [], past: past ? past.split(', ') : [], none: false });
});

/** The moments in the life of an evening event: 15 October, 19:00 to 21:00 in Berlin. */
describe.each(['Europe/Berlin', 'America/Los_Angeles', 'Asia/Tokyo'])('an event seen from %s', (zone) => {
  test.each([
    ['2026-10-14T21:59:59Z', '', true],
    ['2026-10-14T22:00:00Z', 'today', true],
    ['2026-10-15T16:59:59Z', 'today', true],
    ['2026-10-15T17:00:00Z', 'happening now', true],
    ['2026-10-15T18:59:59Z', 'happening now', true],
    ['2026-10-15T19:00:00Z', 'past', false],
  ])('at %s: %s', async (at, label, open) => {
    const page = await visit('/events/locks/', at, { zone });
    const labels = [...(open ? ['rescheduled'] : []), label || 'tomorrow'];
    expect(await shown(page, '.kicker .badge')).toEqual(labels);
    expect(await shown(page, '.button')).toEqual(open ? ['RSVP', 'Join online'] : ['Watch the recording']);
    const terms = ['Price', 'Places', 'Calendar'];
    expect((await shown(page, 'dt')).filter((term) => terms.includes(term))).toEqual(open ? terms : []);
    expect(await shown(page, '.yours')).toEqual(
      open && zone !== 'Europe/Berlin'
        ? [zone === 'Asia/Tokyo' ? 'Your time: Friday 02:00' : 'Your time: Thursday 10:00']
        : [],
    );
  });
});

test.each([
  ['all-day', '/events/open-house/', '2026-09-26T12:00:00Z', 'today'],
  ['the last of several days', '/events/camp/', '2026-10-04T12:00:00Z', 'today'],
  ['between the days', '/events/sprint/', '2026-10-11T02:00:00Z', 'happening now'],
  ['past midnight', '/events/night-walk/', '2026-11-01T00:30:00Z', 'happening now'],
  ['in a zone of its own', '/events/far-call/', '2027-01-13T15:00:00Z', 'today'],
  ['cancelled', '/events/ferries/', '2026-08-20T17:30:00Z', 'cancelled'],
  ['postponed', '/events/kites/', '2026-11-06T12:00:00Z', 'postponed'],
])('%s: %s at %s is %s', async (_, path, at, label) => {
  expect(await shown(await visit(path, at), '.kicker .badge')).toEqual([label]);
});

describe('without scripts', () => {
  test('stands what the build wrote', async () => {
    const page = await visit('/', '2026-10-15T10:00:00Z', { scripts: false });
    expect(await listing(page)).toEqual({
      next: ['Bridges'],
      upcoming: ['Ferries', 'Open house', 'Camp'],
      past: ['Lanterns', 'Herons'],
      none: false,
    });
  });

  test('an event is what it was', async () => {
    const page = await visit('/events/locks/', '2026-10-20T10:00:00Z', { scripts: false });
    expect(await shown(page, '.kicker .badge')).toEqual(['rescheduled']);
    expect(await shown(page, '.button')).toEqual(['RSVP', 'Join online']);
  });

  test('talks are filtered by links', async () => {
    const page = await visit('/talks/', '2026-10-15T10:00:00Z', { scripts: false });
    expect(await shown(page, '.filters a')).toEqual(['2026 (3)', 'iron (2)', 'water (1)']);
    await page.click('text=water');
    expect(await shown(page, 'h1')).toEqual(['Talks about water']);
    expect(await shown(page, '.item h3')).toEqual(['Gates']);
    expect(await shown(page, 'main [aria-current=page]')).toEqual(['water (1)']);
  });
});

describe('while a page is open', () => {
  test('it changes at the next boundary', async () => {
    const page = await visit('/', '2026-10-15T16:59:50Z', { running: true });
    expect(await shown(page, '.next .badge')).toEqual(['rescheduled', 'today']);
    await page.clock.runFor(10_000);
    expect(await shown(page, '.next .badge')).toEqual(['rescheduled', 'happening now']);
    await page.clock.runFor('02:00:00');
    expect(await listing(page)).toMatchObject({ next: ['Night walk'], past: ['Locks', 'Sprint', 'Camp'] });
  });

  test('it notices within a minute that the clock has jumped, as when a machine wakes up', async () => {
    const page = await visit('/', '2026-08-17T10:00:00Z', { running: true });
    await page.clock.setSystemTime('2026-10-16T10:00:00Z');
    expect(await shown(page, '.next .row-title')).toEqual(['Bridges']);
    await page.clock.runFor(60_000);
    expect(await shown(page, '.next .row-title')).toEqual(['Night walk']);
  });

  test('it looks again when it is shown again', async () => {
    const page = await visit('/', '2026-10-15T10:00:00Z');
    await page.clock.setFixedTime('2026-10-16T10:00:00Z');
    await page.evaluate(`document.dispatchEvent(new Event('visibilitychange'))`);
    expect(await listing(page)).toMatchObject({ next: ['Night walk'], past: ['Locks', 'Sprint', 'Camp'] });
  });
});
