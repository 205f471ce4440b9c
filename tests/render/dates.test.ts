import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { createDateFilters } from '../../src/render/dates.ts';

const when = (at: string, hasTime = true) => ({ at: Temporal.ZonedDateTime.from(at), hasTime });
const evening = when('2026-10-06T19:05[America/Chicago]');
const day = when('2026-10-06[Europe/Berlin]', false);
const english = createDateFilters(() => 'en');
const german = createDateFilters(() => 'de');

/** ICU writes narrow and other spaces as it likes. */
const plain = (text: string): string => text.replace(/\s/gu, ' ');

describe('a date', () => {
  test.each([
    [undefined, 'Tuesday, October 6, 2026', 'Dienstag, 6. Oktober 2026'],
    ['full', 'Tuesday, October 6, 2026', 'Dienstag, 6. Oktober 2026'],
    ['long', 'October 6, 2026', '6. Oktober 2026'],
    ['medium', 'Oct 6, 2026', '6. Okt. 2026'],
    ['short', 'Oct 6', '6. Okt.'],
    ['year', '2026', '2026'],
    ['month', 'Oct', 'Okt'],
    ['day', '6', '6'],
    ['weekday', 'Tuesday', 'Dienstag'],
  ])('in the style %s', (style, en, de) => {
    expect(plain(english.date(evening, style))).toBe(en);
    expect(plain(german.date(day, style))).toBe(de);
  });

  test('in a style that does not exist is a mistake of the template, and says what does', () => {
    expect(() => english.date(evening, 'fulll')).toThrow(/knows full, long, .* and not `fulll`/);
  });
});

test('the wall clock is that of the place, wherever the machine stands', () => {
  for (const zone of ['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Asia/Kathmandu']) {
    const late = when(`2026-12-31T23:59[${zone}]`);
    expect(plain(english.date(late, 'long'))).toBe('December 31, 2026');
    expect(plain(english.clock(late))).toBe('11:59 PM');
    expect(german.clock(late)).toBe('23:59');
    expect(english.iso(late)).toMatch(/^2026-12-31T23:59:00[+-]/);
  }
});

test('a time of day is shown where there is one', () => {
  expect(plain(english.clock(evening))).toBe('7:05 PM');
  expect(german.clock(evening)).toBe('19:05');
  expect(english.clock(day)).toBe('');
});

test('a zone is named as on that day', () => {
  expect(english.zone(evening)).toBe('CDT');
  expect(english.zone(when('2026-12-06T19:00[America/Chicago]'))).toBe('CST');
  expect(german.zone(when('2026-07-01T19:00[Europe/Berlin]'))).toBe('MESZ');
});

test.each([
  ['2026-10-06T19:05:00-05:00', evening],
  ['2026-10-06', day],
  ['2026-10-06T19:05:30+00:00', when('2026-10-06T19:05:30.25[UTC]')],
  // Of the hour that comes twice, the second.
  ['2026-11-01T01:30:00-06:00', when('2026-11-01T01:30:00-06:00[America/Chicago]')],
])('for machines it is %s', (iso, at) => expect(english.iso(at)).toBe(iso));

test.each([
  ['PT90M', '1 hour 30 minutes'],
  ['PT2H', '2 hours'],
  ['PT20M', '20 minutes'],
  ['P1DT1H', '25 hours'],
  ['PT0S', '0 minutes'],
])('%s lasts %s', (written, words) => {
  expect(plain(english.duration(Temporal.Duration.from(written)))).toBe(words);
});

test('a duration is in the language of the site', () => {
  expect(plain(german.duration(Temporal.Duration.from('PT2H')))).toBe('2 Stunden');
});

test('nothing is written as nothing', () => {
  const { date, clock, zone, iso, duration } = english;
  expect([date(undefined), clock(undefined), zone(undefined), iso(undefined), duration(undefined)].join('')).toBe('');
});

test.each([
  ['en', 'Europe/Berlin', 'CEST'],
  ['en-GB', 'America/Chicago', 'CDT'],
  ['de', 'Europe/Berlin', 'MESZ'],
  ['fa', 'Asia/Kolkata', 'IST'],
  ['pl', 'Asia/Tokyo', 'JST'],
  ['en', 'Asia/Tehran', 'GMT+3:30'],
])('in %s, %s is %s', (language, zone, name) => {
  expect(createDateFilters(() => language).zone(when(`2026-07-01T12:00[${zone}]`))).toBe(name);
});

test('Persian dates are of the Solar Hijri calendar, unless another is asked for; years of lists are not', () => {
  const persian = createDateFilters(() => 'fa');
  expect(persian.date(when('2026-07-01T12:00[Asia/Tehran]'))).toBe('چهارشنبه ۱۰ تیر ۱۴۰۵');
  expect(persian.year(2026)).toBe('۲۰۲۶');
  expect(createDateFilters(() => 'fa-u-ca-gregory').date(when('2026-07-01T12:00[Asia/Tehran]'))).toContain('۲۰۲۶');
});
