import ICAL from 'ical.js';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { joinLines } from '../../src/calendar/content-line.ts';
import { isZoned } from '../../src/calendar/date-time.ts';
import { createZones } from '../../src/calendar/vtimezone.ts';

const linesOf = createZones();

/** A zone as ical.js reads it, which has nothing else to go by. */
const read = (...asked: Parameters<typeof linesOf>): ICAL.Timezone =>
  new ICAL.Timezone(new ICAL.Component(ICAL.parse(joinLines(linesOf(...asked)))));

const at = (time: string, zone: string) => Temporal.PlainDateTime.from(time).toZonedDateTime(zone);

/** Offset by the calendar, in nanoseconds, of a clock in its zone. */
function offsetBy(zone: ICAL.Timezone, { year, month, day, hour, minute, second }: Temporal.ZonedDateTime): number {
  return zone.utcOffset(new ICAL.Time({ year, month, day, hour, minute, second, isDate: false }, zone)) * 1e9;
}

/** Times of years at which a zone could be wrong: around each of its changes, and once a month. */
function* checkpoints(zone: string, first: number, last: number): Generator<Temporal.ZonedDateTime> {
  const end = at(`${last + 1}-01-01`, zone);
  let change = at(`${first}-01-01`, zone).getTimeZoneTransition('next');
  for (; change && change.epochMilliseconds < end.epochMilliseconds; change = change.getTimeZoneTransition('next'))
    for (const hours of [-30, -3, 3, 30]) yield change.add({ hours });
  for (let month = at(`${first}-01-03T12:00`, zone); month.year <= last; month = month.add({ months: 1 })) yield month;
}

/** Where a calendar's zone disagrees with the one of the machine. */
function wrongIn(zone: string, first: number, last: number): string[] {
  const known = read(zone, first, last);
  return [...checkpoints(zone, first, last)]
    .filter((time) => time.year >= first && time.year <= last && isZoned(time))
    .filter((time) => offsetBy(known, time) !== time.offsetNanoseconds)
    .map(String);
}

describe('a zone is right for all years that were asked for', () => {
  test.each([
    ['where the rule changed in 2007', 'America/Chicago', 2004, 2027],
    ['where clocks change by half an hour', 'Australia/Lord_Howe', 2004, 2027],
    ['where summer time was given up', 'America/Sao_Paulo', 2004, 2027],
    ['where the offset changed for good, twice', 'Europe/Moscow', 2004, 2027],
    ['where clocks stand still', 'Asia/Kolkata', 2004, 2027],
    ['where a rule is like no other', 'Asia/Jerusalem', 2004, 2027],
    ['where the moon decides', 'Africa/Casablanca', 2004, 2027],
    ['where a day was left out', 'Pacific/Apia', 2010, 2013],
    ['where nothing ever changed', 'Etc/GMT+5', 2004, 2027],
    ['within one year', 'Europe/Berlin', 2026, 2026],
    ['as far back as dates go', 'Europe/London', 1970, 1999],
    ['in years to come', 'America/New_York', 2030, 2034],
  ])('%s', (_, zone, first, last) => {
    expect(wrongIn(zone, first, last)).toEqual([]);
  });

  test('whichever it is', () => {
    const zones = Intl.supportedValuesOf('timeZone');
    expect(zones.length).toBeGreaterThan(400);
    expect(zones.flatMap((zone) => wrongIn(zone, 2015, 2026))).toEqual([]);
  });

  test('and is not where the years are others', () => {
    const known = read('America/Chicago', 2026, 2026);
    const before = at('2006-03-20T12:00', 'America/Chicago');
    expect(offsetBy(known, before)).not.toBe(before.offsetNanoseconds);
  });
});

test('a rule that goes on is one, without an end', () => {
  expect(linesOf('Europe/Berlin', 2026, 2026)).toEqual([
    'BEGIN:VTIMEZONE',
    'TZID:Europe/Berlin',
    'BEGIN:STANDARD',
    'DTSTART:20251026T030000',
    'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
    'TZOFFSETFROM:+0200',
    'TZOFFSETTO:+0100',
    'END:STANDARD',
    'BEGIN:DAYLIGHT',
    'DTSTART:20260329T020000',
    'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
    'TZOFFSETFROM:+0100',
    'TZOFFSETTO:+0200',
    'END:DAYLIGHT',
    'END:VTIMEZONE',
  ]);
});

test('a rule that ended says when, in UTC', () => {
  expect(linesOf('America/Chicago', 2005, 2008)).toEqual(
    expect.arrayContaining([
      'RRULE:FREQ=YEARLY;BYMONTH=4;BYDAY=1SU;UNTIL=20060402T080000Z',
      'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU;UNTIL=20061029T070000Z',
      'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU',
      'RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU',
    ]),
  );
});

test('a zone without changes has one offset', () => {
  expect(linesOf('Asia/Kolkata', 2026, 2026)).toEqual([
    'BEGIN:VTIMEZONE',
    'TZID:Asia/Kolkata',
    'BEGIN:STANDARD',
    'DTSTART:19700101T000000',
    'TZOFFSETFROM:+0530',
    'TZOFFSETTO:+0530',
    'END:STANDARD',
    'END:VTIMEZONE',
  ]);
});

test('an offset has seconds where it had', () => {
  expect(linesOf('Africa/Monrovia', 1971, 1973)).toEqual(
    expect.arrayContaining([
      'TZOFFSETFROM:-004430',
      'TZOFFSETTO:-004430',
      'DTSTART:19720107T000000',
      'TZOFFSETTO:+0000',
    ]),
  );
});

test('what was found is kept', () => {
  expect(linesOf('Europe/Berlin', 2020, 2021)).toBe(linesOf('Europe/Berlin', 2020, 2021));
  expect(linesOf('Europe/Berlin', 2020, 2021)).not.toBe(linesOf('Europe/Berlin', 2020, 2022));
});
