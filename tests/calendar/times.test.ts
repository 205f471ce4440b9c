import { describe, expect, onTestFinished, test } from 'vitest';
import { siteOf } from '../support.ts';
import { fieldsOf, icsOf, timesByIcal, timesByModel, timesByNodeIcal } from './reading.ts';

/** The calendar of one event by its fields, which both readers must take for what the model says. */
function calendarOfEvent(fields: string, zone: string): string {
  const { value, diagnostics } = siteOf({ 'events/x.md': `---\n${fields}\n---\n` }, { config: `timezone: ${zone}` });
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  const text = icsOf(value.events);
  expect(timesByIcal(text)).toEqual(value.events.map(timesByModel));
  expect(timesByNodeIcal(text)).toEqual(value.events.map(timesByModel));
  return text;
}

const linesOf = (text: string, name: string): string[] =>
  text
    .slice(text.indexOf('BEGIN:VEVENT'))
    .split('\r\n')
    .filter((line) => line.startsWith(name));

const timeLines = (fields: string, zone: string): string[] => linesOf(calendarOfEvent(fields, zone), 'DT').slice(1);

/** Clocks go from winter to summer and back on these nights, and stand still in Kolkata. */
const changes: readonly (readonly [zone: string, spring: string, autumn: string])[] = [
  ['America/Chicago', '2026-03-08', '2026-11-01'],
  ['America/Chicago', '2006-04-02', '2006-10-29'],
  ['Europe/Berlin', '2026-03-29', '2026-10-25'],
  ['Asia/Kolkata', '2026-03-29', '2026-10-25'],
  ['Australia/Lord_Howe', '2026-10-04', '2026-04-05'],
];

describe.each(changes)('in %s', (zone, ...nights) => {
  test.each([
    ['the evening before', '-1', 'T19:00', 'PT2H'],
    ['over the change', '-1', 'T23:30', 'PT5H'],
    ['into the change', '+0', 'T00:30', 'PT1H'],
    ['at the very change', '+0', 'T02:00', 'PT1H'],
    ['half an hour later', '+0', 'T02:30', 'PT1H'],
    ['after the change', '+0', 'T03:30', 'PT1H'],
    ['the evening after', '+0', 'T19:00', 'PT2H'],
    ['all of the days around it', '-2', 'T19:00', 'P4D'],
  ])('%s', (_, days, clock, duration) => {
    for (const night of nights) {
      const day = new Date(Date.parse(night) + Number(days) * 86_400_000).toISOString().slice(0, 10);
      calendarOfEvent(`start: ${day}${clock}\nduration: ${duration}`, zone);
    }
  });
});

test('a time is that of the clock on the wall, in its zone', () => {
  expect(timeLines('start: 2026-10-06 19:00\nend: 21:00', 'America/Chicago')).toEqual([
    'DTSTART;TZID=America/Chicago:20261006T190000',
    'DTEND;TZID=America/Chicago:20261006T210000',
  ]);
});

test('a time that clocks pass twice is written in UTC', () => {
  const zone = 'America/Chicago';
  expect(timeLines('start: 2026-11-01 01:30 CDT\nduration: 30m', zone)).toEqual([
    'DTSTART:20261101T063000Z',
    'DTEND:20261101T070000Z',
  ]);
  expect(timeLines('start: 2026-11-01 01:30 CST\nduration: 30m', zone)[0]).toBe('DTSTART:20261101T073000Z');
});

test('UTC needs no zone', () => {
  const text = calendarOfEvent('start: 2026-10-06 19:00\nend: 21:00', 'UTC');
  expect(text).toContain('DTSTART:20261006T190000Z\r\n');
  expect(text).not.toContain('VTIMEZONE');
});

test.each([
  ['over midnight', 'start: 2026-10-06 22:00\nend: 01:00', '20261006T220000', '20261007T010000'],
  ['over the year', 'start: 2026-12-31 22:00\nend: 2027-01-01 02:00', '20261231T220000', '20270101T020000'],
  ['on a leap day', 'start: 2028-02-29 19:00\nend: 21:00', '20280229T190000', '20280229T210000'],
  ['over a leap day', 'start: 2028-02-28 19:00\nduration: P2D', '20280228T190000', '20280301T190000'],
  ['with seconds', 'start: 2026-10-06 19:00:30\nend: 21:00:15', '20261006T190030', '20261006T210015'],
  ['to the end of a day', 'start: 2026-10-06 19:00\nend: 2026-10-08', '20261006T190000', '20261009T000000'],
  ['without an end, as the site takes it', 'start: 2026-10-06 19:00', '20261006T190000', '20261006T210000'],
])('an event %s', (_, fields, start, end) => {
  expect(timeLines(fields, 'Europe/Berlin')).toEqual([
    `DTSTART;TZID=Europe/Berlin:${start}`,
    `DTEND;TZID=Europe/Berlin:${end}`,
  ]);
});

test('an event that ends as it begins has no end', () => {
  expect(timeLines('start: 2026-10-06 19:00\nend: 2026-10-06 19:00', 'Europe/Berlin')).toEqual([
    'DTSTART;TZID=Europe/Berlin:20261006T190000',
  ]);
});

test.each([
  ['one day', 'start: 2026-10-06', '20261006', '20261007'],
  ['a leap day', 'start: 2028-02-29', '20280229', '20280301'],
  ['several', 'start: 2026-10-06\nend: 2026-10-08', '20261006', '20261009'],
  ['the days of a change', 'start: 2026-10-24\nend: 2026-10-26', '20261024', '20261027'],
  ['until midnight', 'start: 2026-10-06\nend: 2026-10-08 00:00', '20261006', '20261008'],
  ['until an evening', 'start: 2026-10-06\nend: 2026-10-08 18:00', '20261006', '20261009'],
])('all day, for %s', (_, fields, start, end) => {
  const text = calendarOfEvent(fields, 'Europe/Berlin');
  expect(linesOf(text, 'DT').slice(1)).toEqual([`DTSTART;VALUE=DATE:${start}`, `DTEND;VALUE=DATE:${end}`]);
  expect(text).not.toContain('VTIMEZONE');
});

test('all day, where the day has no midnight', () => {
  expect(timeLines('start: 2018-11-04', 'America/Sao_Paulo')).toEqual([
    'DTSTART;VALUE=DATE:20181104',
    'DTEND;VALUE=DATE:20181105',
  ]);
});

test('each zone is told once, for all its years', () => {
  const event = (start: string, zone: string) => `---\nstart: ${start} 19:00\ntimezone: ${zone}\n---\n`;
  const { value } = siteOf({
    'events/a.md': event('2006-03-20', 'America/Chicago'),
    'events/b.md': event('2026-03-20', 'America/Chicago'),
    'events/c.md': event('2026-03-20', 'Europe/Berlin'),
    'events/d.md': event('2026-03-20', 'UTC'),
  });
  const text = icsOf(value.events);
  expect(text.match(/^TZID:.*(?=\r$)/gm)).toEqual(['TZID:America/Chicago', 'TZID:Europe/Berlin']);
  expect(timesByIcal(text)).toEqual(value.events.map(timesByModel));
  expect(timesByNodeIcal(text)).toEqual(value.events.map(timesByModel));
});

test('nothing depends on the zone of the machine', () => {
  const { value } = siteOf({
    'events/a.md': '---\nstart: 2026-10-31 23:00\nend: 2026-11-01 01:30\n---\n',
    'events/b.md': '---\nstart: 2026-10-06\nend: 2026-10-07\nupdated: 2026-09-01 10:00\n---\n',
  });
  const here = process.env.TZ;
  onTestFinished(() => {
    process.env.TZ = here;
  });
  const offsets = new Set<number>();
  const texts = ['UTC', 'America/Chicago', 'Pacific/Kiritimati'].map((zone) => {
    process.env.TZ = zone;
    offsets.add(new Date(0).getTimezoneOffset());
    const text = icsOf(value.events);
    expect(timesByIcal(text)).toEqual(value.events.map(timesByModel));
    expect(timesByNodeIcal(text)).toEqual(value.events.map(timesByModel));
    return text;
  });
  expect(offsets.size).toBe(3);
  expect(new Set(texts).size).toBe(1);
  expect(fieldsOf(texts[0]!)).toHaveLength(2);
});
