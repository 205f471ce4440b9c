import { describe, expect, test } from 'vitest';
import type { Event } from '../../src/model/values.ts';
import { brief, codesOf, type SiteOptions, siteOf } from '../support.ts';

const front = (fields: string): string => `---\n${fields}\n---\n`;
const chicago: SiteOptions = { config: 'timezone: America/Chicago' };

/** The one event of a site, and what there is to say. */
function eventOf(fields: string, options = chicago, others: Readonly<Record<string, string>> = {}) {
  const text = front(fields);
  const { value, diagnostics } = siteOf({ 'events/tea.md': text, ...others }, options);
  return { event: value.events[0] as Event, said: brief(text, diagnostics), site: value };
}

const wall = (when: Event['start'] | undefined): string | undefined =>
  when && (when.hasTime ? when.at.toString({ timeZoneName: 'never' }) : when.at.toPlainDate().toString());

describe('start, end, and when it is over', () => {
  test.each([
    ['start: 2026-10-06 19:00', '2026-10-06T19:00:00-05:00', undefined, '2026-10-06T21:00:00-05:00'],
    ['start: 2026-10-06', '2026-10-06', undefined, '2026-10-07T00:00:00-05:00'],
    ['date: 2026-10-06\ntime: 7 pm', '2026-10-06T19:00:00-05:00', undefined, '2026-10-06T21:00:00-05:00'],
    ['date: 2026-10-06\ntime: 19:00-22:00', '2026-10-06T19:00:00-05:00', '2026-10-06T22:00:00-05:00', undefined],
    ['start: 2026-10-06 19:00\ntime: 18:00', '2026-10-06T19:00:00-05:00', undefined, '2026-10-06T21:00:00-05:00'],
    ['start: 2026-10-06 7:30 pm to 9:00 pm', '2026-10-06T19:30:00-05:00', '2026-10-06T21:00:00-05:00', undefined],
    ['start: 2026-10-06 22:00 – 01:00', '2026-10-06T22:00:00-05:00', '2026-10-07T01:00:00-05:00', undefined],
    ['start: 2026-10-06 19:00\nend: 21:30', '2026-10-06T19:00:00-05:00', '2026-10-06T21:30:00-05:00', undefined],
    ['start: 2026-10-06 19:00\nend: 1 am', '2026-10-06T19:00:00-05:00', '2026-10-07T01:00:00-05:00', undefined],
    [
      'start: 2026-10-06 19:00\nend: 2026-10-08 12:00',
      '2026-10-06T19:00:00-05:00',
      '2026-10-08T12:00:00-05:00',
      undefined,
    ],
    ['start: 2026-10-06\nend: 2026-10-08', '2026-10-06', '2026-10-08', '2026-10-09T00:00:00-05:00'],
    [
      'start: 2026-10-06 19:00\nend: 2026-10-06',
      '2026-10-06T19:00:00-05:00',
      '2026-10-06',
      '2026-10-07T00:00:00-05:00',
    ],
    ['start: 2026-10-06 19:00\nduration: 90 min', '2026-10-06T19:00:00-05:00', '2026-10-06T20:30:00-05:00', undefined],
    [
      'start: 2026-10-06 19:00-20:00\nduration: 3h',
      '2026-10-06T19:00:00-05:00',
      '2026-10-06T22:00:00-05:00',
      undefined,
    ],
    [
      'start: 2026-10-06 19:00\nend: 20:00\nduration: 3h',
      '2026-10-06T19:00:00-05:00',
      '2026-10-06T20:00:00-05:00',
      undefined,
    ],
    // The night in which the clocks go back has an hour more.
    ['start: 2026-10-31 23:00\nduration: 4h', '2026-10-31T23:00:00-05:00', '2026-11-01T02:00:00-06:00', undefined],
    ['start: 2026-10-31\nend: 2026-11-01', '2026-10-31', '2026-11-01', '2026-11-02T00:00:00-06:00'],
  ])('%j', (fields, start, end, over) => {
    const { event, said } = eventOf(fields);
    expect(said).toEqual([]);
    expect([wall(event.start), wall(event.end)]).toEqual([start, end]);
    expect(event.over.toString({ timeZoneName: 'never' })).toBe(over ?? end);
    expect(event.allDay).toBe(!start.includes('T'));
  });

  test.each([
    ['start: 2026-10-06 19:00\nend: 2026-10-06 18:00', 'ends-before-start 3:6 2026-10-06 18:00'],
    ['start: 2026-10-06\nended_at: 2026-10-05', 'ends-before-start 3:11 2026-10-05'],
  ])('%j ends before it starts', (fields, message) => expect(eventOf(fields).said).toEqual([message]));

  test.each([
    ['start: 2026-10-06 19:00\nend: soon', 'bad-date 3:6 soon'],
    ['start: 2026-10-06 19:00 XYZT\nend: 18:00', 'unknown-zone 2:25 XYZT'],
    ['start: 2026-10-06\ntime: later', 'bad-date 3:7 later'],
  ])('%j says nothing more than that', (fields, message) => expect(eventOf(fields).said).toEqual([message]));
});

describe('the zone', () => {
  const hall = { 'venues/hall.md': front('timezone: Europe/Berlin') };
  test.each([
    ['start: 2026-10-06 19:00', 'America/Chicago'],
    ['start: 2026-10-06 19:00\nvenue: hall', 'Europe/Berlin'],
    ['start: 2026-10-06 19:00 Asia/Tokyo\nvenue: hall', 'Asia/Tokyo'],
    ['start: 2026-10-06 19:00\nvenue: hall\ntz: Asia/Kolkata', 'Asia/Kolkata'],
    ['start: 2026-10-06 19:00\nvenue: {name: Elsewhere, timezone: Asia/Tokyo}', 'Asia/Tokyo'],
  ])('of %j is %s', (fields, zone) => {
    const { event, said } = eventOf(fields, chicago, hall);
    expect(said).toEqual([]);
    expect([event.timezone, event.start.at.timeZoneId, event.start.at.hour]).toEqual([zone, zone, 19]);
  });

  test('a written one that disagrees is marked, and the wall-clock time stands', () => {
    const fields = 'title: x\nevent_date: "2026-10-06 19:00 CET"\nend: 2026-10-06 21:00 CEST\nvenue: hall';
    const { event, said } = eventOf(fields, chicago, hall);
    expect(said).toEqual(['zone-mismatch 3:31 CET']);
    expect(wall(event.start)).toBe('2026-10-06T19:00:00+02:00');
  });
});

describe('now', () => {
  const at = (fields: string, now: string) => eventOf(fields, { ...chicago, now }).event.moment;
  test.each([
    ['start: 2026-10-06 19:00', '2026-10-06T04:59:59Z', 'upcoming'],
    ['start: 2026-10-06 19:00', '2026-10-06T05:00Z', 'today'],
    ['start: 2026-10-06 19:00', '2026-10-06T23:59:59Z', 'today'],
    ['start: 2026-10-06 19:00', '2026-10-07T00:00Z', 'now'],
    ['start: 2026-10-06 19:00', '2026-10-07T01:59:59Z', 'now'],
    ['start: 2026-10-06 19:00', '2026-10-07T02:00Z', 'past'],
    ['start: 2026-10-06\nend: 2026-10-08', '2026-10-09T04:59Z', 'today'],
    ['start: 2026-10-06\nend: 2026-10-08', '2026-10-09T05:00Z', 'past'],
  ])('%j at %s is %s', (fields, now, moment) => expect(at(fields, now)).toBe(moment));

  test('the next event is the first that is not over and will take place', () => {
    const { value } = siteOf({
      'events/a.md': front('start: 2026-06-01'),
      'events/b.md': front('start: 2026-07-02\nstatus: cancelled'),
      'events/c.md': front('start: 2026-07-03\nstatus: postponed'),
      'events/d.md': front('start: 2026-07-04\nstatus: rescheduled'),
      'events/e.md': front('start: 2026-07-05'),
    });
    expect(value.nextEvent?.url).toBe('/events/d/');
    expect(value.events.map(({ older, newer }) => [older?.entry.id, newer?.entry.id])).toEqual([
      [undefined, 'b'],
      ['a', 'c'],
      ['b', 'd'],
      ['c', 'e'],
      ['d', undefined],
    ]);
  });
});

test('the order is that of the instants, then of the addresses', () => {
  const { value } = siteOf({
    'events/b.md': front('start: 2026-10-06 19:00\ntimezone: Europe/Berlin'),
    'events/a.md': front('start: 2026-10-06 19:00\ntimezone: America/Chicago'),
    'events/d.md': front('start: 2026-10-06'),
    'events/c.md': front('start: 2026-10-06'),
  });
  expect(value.events.map(({ entry }) => entry.id)).toEqual(['c', 'd', 'b', 'a']);
});

test('the other fields', () => {
  const fields = `start: 2026-10-06 19:00
online: https://meet.example/x
status: Rescheduled
previous_start: 2026-09-29 19:00
number: "#12"
capacity: 40
price: free
rsvp: /join/
recording: rec.mp4
photos: album
links: {Stream: https://live.example/x}
image: tea.jpg
image_alt: A pot`;
  const { event, said } = eventOf(fields);
  expect(said).toEqual([]);
  expect(event).toMatchObject({
    online: true,
    joinUrl: { written: 'https://meet.example/x', path: ['online'], picture: false },
    status: 'rescheduled',
    number: 12,
    capacity: 40,
    price: 'free',
    rsvp: { written: '/join/' },
    recording: { written: 'rec.mp4' },
    photos: { written: 'album' },
    links: [{ label: 'Stream', target: { written: 'https://live.example/x', path: ['links', 'Stream'] } }],
    image: { written: 'tea.jpg', picture: true },
    imageAlt: 'A pot',
  });
  expect(wall(event.previousStart)).toBe('2026-09-29T19:00:00-05:00');
  expect(eventOf('start: 2026-10-06').event).toMatchObject({ online: false, joinUrl: undefined, status: 'scheduled' });
  expect(eventOf('start: 2026-10-06\nonline: yes').event).toMatchObject({ online: true, joinUrl: undefined });
  expect(eventOf('start: 2026-10-06\nonline: No').event).toMatchObject({ online: false, joinUrl: undefined });
});

test('a series holds its events by start, whatever its case', () => {
  const { value } = siteOf({
    'events/a.md': front('start: 2026-02-01\nseries: Tea Talks'),
    'events/b.md': front('start: 2026-01-01\nseries: tea-talks'),
    'events/c.md': front('start: 2026-01-01\nseries: Maps'),
  });
  expect(value.series.map(({ slug, events }) => [slug, events.map(({ entry }) => entry.id)])).toEqual([
    ['maps', ['c']],
    ['tea-talks', ['b', 'a']],
  ]);
});

describe('talks', () => {
  test('have an address of their own on the event’s page', () => {
    const { event } = eventOf('start: 2026-10-06\ntalks: [{title: Tea!}, {title: tea}, {title: 茶}, {title: Tea 1}]');
    expect(event.talks.map(({ url }) => url)).toEqual([
      '/events/tea/#talk-tea',
      '/events/tea/#talk-tea-1',
      '/events/tea/#talk-茶',
      '/events/tea/#talk-tea-1-1',
    ]);
  });

  test('hold what was written', () => {
    const { event, said } = eventOf(`start: 2026-10-06
talks:
  - title: Leaves
    kind: Lightning
    abstract: |
      About *leaves*.
    slides: leaves.pdf
    code: https://code.example/leaves
    duration: 20 min
    lang: de
  - title: Pots
    speaker: {name: Ada}`);
    expect(said).toEqual([]);
    expect(event.talks).toMatchObject([
      {
        kind: 'lightning',
        abstract: { text: 'About *leaves*.', path: ['talks', 0, 'abstract'] },
        slides: [{ target: { written: 'leaves.pdf', path: ['talks', 0, 'slides'] } }],
        code: [{ target: { written: 'https://code.example/leaves' } }],
        lang: 'de',
        speakers: [],
      },
      { kind: 'talk', abstract: undefined, slides: [], videos: [], code: [], links: [] },
    ]);
    expect(event.talks[0]?.duration?.total('minutes')).toBe(20);
  });

  test('are none where that is said', () => {
    const { event, said } = eventOf('start: 2026-10-06\ntalks: false\nvenue: false\nimage: false\nonline: false');
    expect(said).toEqual([]);
    expect(event).toMatchObject({ talks: [], venue: undefined, image: undefined, online: false });
  });

  test('without a title are an error, and the others stay', () => {
    const { event, said } = eventOf(
      'start: 2026-10-06\ntalks:\n  - abstract: x\n  - {title: Pots, kind: break}\n  - {tilte: y}',
    );
    expect(said).toEqual(['missing-field 4:5 abstract: x', 'missing-field 6:6 tilte']);
    expect(event.talks.map(({ title }) => title)).toEqual(['Pots']);
  });

  test('of the site are the newest first, in the order of their evening', () => {
    const { value } = siteOf({
      'events/a.md': front('start: 2026-01-01\ntalks: [{title: a}, {title: b}]'),
      'events/b.md': front('start: 2026-02-01\ntalks: [{title: c}, {title: d}]'),
    });
    expect(value.talks.map(({ title }) => title)).toEqual(['c', 'd', 'a', 'b']);
  });
});

test('an event without a readable start is no part of the site', () => {
  const { value, diagnostics } = siteOf({
    'events/a.md': front('start: soon'),
    'events/b.md': front('start: 2026-10-06'),
  });
  expect(value.events.map(({ entry }) => entry.id)).toEqual(['b']);
  expect(codesOf(diagnostics)).toEqual(['bad-date']);
});
