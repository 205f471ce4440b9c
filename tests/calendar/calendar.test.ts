import { describe, expect, test } from 'vitest';
import { calendarOf, type Subscription } from '../../src/calendar/calendar.ts';
import { createZones } from '../../src/calendar/vtimezone.ts';
import type { Event, SavedDate, Target } from '../../src/model/values.ts';
import { type SiteOptions, siteOf } from '../support.ts';
import { fieldsOf, icsOf, origin, parseIcs, surroundings, textOf } from './reading.ts';

const config = `url: ${origin}\ntimezone: America/Halifax`;

/** The fields of one event's calendar by its front matter; `other` files are beside it. */
function fieldsOfEvent(
  fields: string,
  other: Readonly<Record<string, string>> = {},
  options: SiteOptions = { config },
) {
  const { value } = siteOf({ 'events/x.md': `---\n${fields}\n---\n`, ...other }, options);
  const event = value.events.find(({ url }) => url === '/events/x/')!;
  return { event, fields: fieldsOf(icsOf([event]))[0]! };
}

const shed = `---
name: Shed Nine
address: 9 Tarpot Wharf
city: Halifax
geo: "44.6421, -63.5688"
---
`;

const rich = `title: "Tides; names, and more"
description: Caching as the sea does it.
start: 2026-10-15 18:30
end: 20:30
updated: 2026-09-20 09:15
venue: shed-nine
online: https://meet.example.org/foghorn
rsvp: https://rsvp.example.org/1
tags: [caching, "data, big", naming]
talks:
  - title: The sea is a cache
    speakers: [Imani Okafor, Noor Haddadin]
  - title: Open floor`;

test('an event says all that there is to say', () => {
  const { event, fields } = fieldsOfEvent(rich, { 'venues/shed-nine.md': shed });
  expect(fields).toEqual({
    uid: event.uid,
    dtstamp: '2026-09-20T12:15:00Z',
    'last-modified': '2026-09-20T12:15:00Z',
    sequence: String(event.sequence),
    dtstart: '2026-10-15T18:30:00',
    dtend: '2026-10-15T20:30:00',
    summary: 'Tides; names, and more',
    description: [
      'Caching as the sea does it.',
      '',
      'The sea is a cache — Imani Okafor and Noor Haddadin',
      'Open floor',
      '',
      'RSVP: https://rsvp.example.org/1',
      'Join online: https://meet.example.org/foghorn',
      'https://meet.example/events/x/',
    ].join('\n'),
    location: 'Shed Nine, 9 Tarpot Wharf, Halifax',
    geo: '44.6421,-63.5688',
    url: 'https://meet.example/events/x/',
    status: 'CONFIRMED',
    categories: 'caching|data, big|naming',
    conference: 'https://meet.example.org/foghorn',
  });
  expect(event.uid).not.toBe('');
});

test('an event says nothing that is not known', () => {
  const { event, fields } = fieldsOfEvent('title: Tea\nstart: 2026-10-15 18:30');
  expect(Object.keys(fields)).toEqual([
    ...['uid', 'dtstamp', 'last-modified', 'sequence', 'dtstart', 'dtend', 'summary', 'description', 'url', 'status'],
  ]);
  expect(fields).toMatchObject({ uid: event.uid, description: 'https://meet.example/events/x/' });
});

test('without an address of the site, only links that lead elsewhere are there', () => {
  const { value } = siteOf({
    'events/x.md': '---\nstart: 2026-10-15\nonline: true\nrsvp: https://rsvp.example/\n---\n',
  });
  const absolute = (target: Target | string | undefined) => (typeof target === 'object' ? target.written : undefined);
  const text = calendarOf(value.events, { ...surroundings, absolute, summary: () => '' }, createZones());
  const { description, ...others } = fieldsOf(text)[0]!;
  expect(description).toBe('RSVP: https://rsvp.example/');
  expect(others).not.toHaveProperty('url');
  expect(others).not.toHaveProperty('location');
});

describe('the status', () => {
  test.each([
    ['scheduled', 'CONFIRMED', ''],
    ['rescheduled', 'CONFIRMED', 'Rescheduled. It was planned for 2026-10-08, 18:30.'],
    ['postponed', 'TENTATIVE', 'Postponed. It was planned for 2026-10-08, 18:30.'],
    ['cancelled', 'CANCELLED', 'Cancelled. It was planned for 2026-10-08, 18:30.'],
  ])('%s is %s', (status, expected, words) => {
    const { fields } = fieldsOfEvent(
      `start: 2026-10-15 18:30\nstatus: ${status}\nprevious_start: 2026-10-08 18:30\nrsvp: https://rsvp.example/`,
    );
    expect(fields.status).toBe(expected);
    expect(fields.description!.startsWith(words)).toBe(true);
    expect(fields.description!.includes('RSVP')).toBe(status.endsWith('scheduled'));
  });

  test('of one whose old date is not known is a word', () => {
    expect(fieldsOfEvent('start: 2026-10-15\nstatus: cancelled').fields.description).toMatch(/^Cancelled\.\n\n/);
    const day = 'start: 2026-10-15\nstatus: rescheduled\nprevious_start: 2026-10-08';
    expect(fieldsOfEvent(day).fields.description).toMatch(/^Rescheduled\. It was planned for 2026-10-08\.\n\n/);
  });
});

describe('when it was last changed', () => {
  const stampOf = (fields: string, now = '2026-07-01T12:00Z') => {
    const { fields: read } = fieldsOfEvent(`start: 2026-10-15 18:30\n${fields}`, {}, { config, now });
    expect(read['last-modified']).toBe(read.dtstamp);
    return read.dtstamp;
  };

  test('is what it says, else when it was published', () => {
    expect(stampOf('updated: 2026-06-03 10:00\npublish: 2026-06-01')).toBe('2026-06-03T13:00:00Z');
    expect(stampOf('publish: 2026-06-01')).toBe('2026-06-01T03:00:00Z');
    expect(stampOf('updated: 2026-01-03')).toBe('2026-01-03T04:00:00Z');
  });

  test('is else a year before it begins, whenever the site is built', () => {
    expect(stampOf('')).toBe('2025-10-15T21:30:00Z');
    expect(stampOf('', '2027-07-01T12:00Z')).toBe('2025-10-15T21:30:00Z');
  });
});

describe('the location', () => {
  const locationOf = (fields: string, venue = '') =>
    fieldsOfEvent(`start: 2026-10-15 18:30\n${fields}`, venue ? { 'venues/hall.md': venue } : {}).fields.location;

  test('says nothing twice, in one line', () => {
    expect(locationOf('venue: Hall')).toBe('Hall');
    expect(locationOf('venue: hall', '---\nname: Hall\naddress: 1 Pier Road, Halifax\ncity: halifax\n---\n')).toBe(
      'Hall, 1 Pier Road, Halifax',
    );
    expect(
      locationOf('venue: hall', '---\nname: Hall\naddress: |\n  1 Pier Road\n  Floor 2\ncity: Halifax\n---\n'),
    ).toBe('Hall, 1 Pier Road, Floor 2, Halifax');
  });

  test('of what is online is where to join, else its page', () => {
    expect(locationOf('online: https://meet.example.org/x')).toBe('https://meet.example.org/x');
    expect(locationOf('online: true')).toBe('https://meet.example/events/x/');
    expect(locationOf('venue: Hall\nonline: true')).toBe('Hall');
  });

  test('is a point with no exponent', () => {
    const venue = '---\nname: Null Island\ngeo: [0, 0.00000012]\n---\n';
    const { value } = siteOf({ 'events/x.md': '---\nstart: 2026-10-15\nvenue: hall\n---\n', 'venues/hall.md': venue });
    expect(icsOf(value.events)).toContain('\r\nGEO:0;0\r\n');
  });
});

test('a saved date is tentative, and says that it is one', () => {
  const { value } = siteOf(
    {},
    {
      config: `${config}
series:
  - name: Soundings
    description: Two talks, with tea between them.
    rule: FREQ=MONTHLY;BYDAY=1TU
    start: 2026-01-06
    time: 19:00-21:00
    online: https://meet.example.org/soundings`,
    },
  );
  const [date] = value.dates as [SavedDate];
  const fields = fieldsOf(icsOf(value.dates))[0]!;
  expect(fields).toMatchObject({
    uid: date.uid,
    summary: date.title,
    dtstart: date.start.at.toPlainDateTime().toString(),
    dtend: date.over.toPlainDateTime().toString(),
    sequence: '0',
    status: 'TENTATIVE',
    description: [
      'Date saved, talk to be announced',
      'Two talks, with tea between them.',
      'Join online: https://meet.example.org/soundings',
    ].join('\n\n'),
    location: 'https://meet.example.org/soundings',
    conference: 'https://meet.example.org/soundings',
  });
  expect(fields.url).toBeUndefined();
});

describe('the calendar', () => {
  const { value } = siteOf({ 'events/x.md': '---\nstart: 2026-10-15 18:30\n---\n' });
  const [event] = value.events as [Event];
  const subscription: Subscription = {
    name: 'Foghorn, and more',
    description: 'Any language; any level.',
    color: '#0b6478',
    page: '/events/',
    source: '/events.ics',
  };

  test('says what it is, to those who come back', () => {
    const calendar = parseIcs(icsOf([event], subscription));
    const unescaped = (name: string) => textOf(calendar, name)?.replace(/\\([,;])/g, '$1');
    expect(textOf(calendar, 'version')).toBe('2.0');
    expect(textOf(calendar, 'prodid')).toBe('-//Meetpress//Meetpress//EN');
    expect(textOf(calendar, 'calscale')).toBe('GREGORIAN');
    expect([unescaped('name'), unescaped('x-wr-calname')]).toEqual([subscription.name, subscription.name]);
    expect([unescaped('description'), unescaped('x-wr-caldesc')]).toEqual(Array(2).fill(subscription.description));
    expect(textOf(calendar, 'url')).toBe('https://meet.example/events/');
    expect(textOf(calendar, 'source')).toBe('https://meet.example/events.ics');
    expect(textOf(calendar, 'refresh-interval')).toBe('PT12H');
    expect(textOf(calendar, 'x-published-ttl')).toBe('PT12H');
    expect(textOf(calendar, 'x-apple-calendar-color')).toBe('#0b6478');
    expect(icsOf([event], subscription)).toContain('\r\nREFRESH-INTERVAL;VALUE=DURATION:PT12H\r\n');
    expect(icsOf([event], subscription)).toContain('\r\nSOURCE;VALUE=URI:https://meet.example/events.ics\r\n');
  });

  test('of one event has no name, and is the same otherwise', () => {
    const calendar = parseIcs(icsOf([event]));
    expect(calendar.getAllProperties().map(({ name }) => name)).toEqual(['version', 'prodid', 'calscale']);
    expect(fieldsOf(icsOf([event]))).toEqual(fieldsOf(icsOf([event], subscription)));
  });
});
