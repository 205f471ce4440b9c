import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { eventDates } from '../../src/routes/feed-dates.ts';
import { eventNews, postNews } from '../../src/routes/feed-items.ts';
import { feedsOf } from '../../src/routes/feed-list.ts';
import { siteOf } from '../support.ts';

const front = (fields: string): string => `---\n${fields}\n---\n`;
const zone = 'timezone: Europe/Berlin';

/** The dates of one event on 1 July 2026. */
function datesOf(fields: string, now = '2026-07-01T12:00Z') {
  const { value: site } = siteOf({ 'events/x.md': front(fields) }, { config: zone, now });
  const { published, updated, assumed } = eventDates(site.events[0]!, site);
  const shown = (at: Temporal.ZonedDateTime | undefined) => at?.toPlainDateTime().toString({ smallestUnit: 'minute' });
  return { published: shown(published?.at), updated: shown(updated.at), assumed };
}

describe('an event', () => {
  test('is news on the day of its `publish`', () => {
    expect(datesOf('start: 2026-09-01 19:00\npublish: 2026-06-01 08:00')).toEqual({
      published: '2026-06-01T08:00',
      updated: '2026-06-01T08:00',
      assumed: false,
    });
  });

  test('is news again when it was updated', () => {
    expect(datesOf('start: 2026-09-01\npublish: 2026-06-01\nupdated: 2026-06-20')).toEqual({
      published: '2026-06-01T00:00',
      updated: '2026-06-20T00:00',
      assumed: false,
    });
    expect(datesOf('start: 2026-09-01\nupdated: 2026-06-20')).toMatchObject({
      published: undefined,
      updated: '2026-06-20T00:00',
      assumed: false,
    });
  });

  test('that is over counts as announced four weeks before', () => {
    expect(datesOf('start: 2026-03-10 19:00')).toEqual({
      published: '2026-02-10T19:00',
      updated: '2026-02-10T19:00',
      assumed: false,
    });
  });

  test.each([
    ['2026-07-02 14:00', '2026-06-04T14:00'],
    ['2026-07-29 14:00', '2026-07-01T14:00'],
    ['2026-07-29 14:01', '2026-06-03T14:01'],
    ['2027-02-11', '2026-06-04T01:00'],
  ])('that is to come on %s without more has an assumed date, in the four weeks before', (start, updated) => {
    expect(datesOf(`start: ${start}`)).toEqual({ published: undefined, updated, assumed: true });
  });

  test('never has a date in the future, nor one that jumps with the clock', () => {
    const start = Temporal.Instant.from('2027-03-30T17:00Z');
    const seen = new Set<string>();
    for (let day = 0; day < 365; day += 1) {
      const now = start.subtract({ hours: 24 * day + 1 });
      const { updated } = datesOf('start: 2027-03-30 19:00', now.toString());
      const at = Temporal.PlainDateTime.from(updated!).toZonedDateTime('Europe/Berlin').toInstant();
      const age = at.until(now).total('hours');
      expect(age).toBeGreaterThanOrEqual(0);
      expect(age).toBeLessThan(28 * 24);
      seen.add(updated!);
    }
    expect(seen.size).toBeLessThanOrEqual(14);
  });
});

describe('feeds hold', () => {
  const many = (folder: string, field: string) =>
    Object.fromEntries(
      Array.from({ length: 28 }, (_, index) => {
        const day = `2026-02-${`${index + 1}`.padStart(2, '0')}`;
        return [`${folder}/${day}.md`, front(`title: Day ${index + 1}\n${field}: ${day}`)];
      }),
    );
  const newestFirst = Array.from({ length: 20 }, (_, index) => `Day ${28 - index}`);

  test('the newest twenty posts, newest first, none without a date', () => {
    const { value: site } = siteOf({ ...many('posts', 'date'), 'posts/no-date.md': front('title: Undated') });
    expect(postNews(site).map(({ content }) => content.title)).toEqual(newestFirst);
    const { value: few } = siteOf({ 'posts/no-date.md': '', 'posts/2026-01-01.md': front('title: Dated') });
    expect(postNews(few).map(({ content }) => content.title)).toEqual(['Dated']);
  });

  test('the newest twenty events', () => {
    const { value: site } = siteOf(many('events', 'start'));
    expect(eventNews(site).map(({ content }) => content.title)).toEqual(newestFirst);
  });

  test('events as they were announced, before when they take place', () => {
    const { value: site } = siteOf({
      'events/a.md': front('title: Early news\nstart: 2026-09-01\npublish: 2026-01-01'),
      'events/b.md': front('title: Late news\nstart: 2026-07-02\npublish: 2026-06-30'),
      'events/c.md': front('title: Over\nstart: 2026-05-01'),
    });
    expect(eventNews(site).map(({ content }) => content.title)).toEqual(['Late news', 'Over', 'Early news']);
  });
});

describe('there are feeds', () => {
  const config = 'url: https://a.example/';
  const urlsOf = (content: Parameters<typeof siteOf>[0], options: Parameters<typeof siteOf>[1] = { config }) =>
    feedsOf(siteOf(content, options).value).map(({ url }) => url);
  const post = { 'posts/2026-01-01.md': '' };
  const event = { 'events/x.md': front('start: 2026-01-01') };

  test('of what there is', () => {
    expect(urlsOf(post)).toEqual(['/feed.xml', '/atom.xml', '/feed.json']);
    expect(urlsOf(event)).toEqual(['/events/feed.xml', '/events/atom.xml', '/events/feed.json']);
    expect(urlsOf({ ...post, ...event })).toHaveLength(6);
    expect(urlsOf({ 'posts/no-date.md': '' })).toEqual([]);
  });

  test('only where the site knows its address', () => {
    expect(urlsOf({ ...post, ...event }, {})).toEqual([]);
  });
});
