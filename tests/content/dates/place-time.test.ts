import { describe, expect, test } from 'vitest';
import { placeTime } from '../../../src/content/dates/place-time.ts';
import { readClock, readTime } from '../../../src/content/dates/written-time.ts';

function place(value: string, timeZone: string) {
  return placeTime(readTime(value).value!, timeZone);
}

function at(value: string, timeZone: string): string {
  return place(value, timeZone).value.at.toString({ timeZoneName: 'never' });
}

describe('the wall clock stands', () => {
  test.each([
    ['2026-10-06 19:00', 'America/Chicago', '2026-10-06T19:00:00-05:00'],
    ['2026-12-01 19:00', 'America/Chicago', '2026-12-01T19:00:00-06:00'],
    ['2026-07-01 19:15 MEZ', 'Europe/Berlin', '2026-07-01T19:15:00+02:00'],
    ['2026-10-06T19:00Z', 'Asia/Kolkata', '2026-10-06T19:00:00+05:30'],
    ['2026-01-06 19:00', 'Australia/Lord_Howe', '2026-01-06T19:00:00+11:00'],
  ])('%s in %s', (value, timeZone, expected) => {
    expect(at(value, timeZone)).toBe(expected);
    expect(place(value, timeZone).value.hasTime).toBe(true);
  });

  test('a date alone is the start of its day', () => {
    const { value, problems } = place('2026-10-06', 'Europe/Berlin');
    expect(value.hasTime).toBe(false);
    expect(value.at.toString()).toBe('2026-10-06T00:00:00+02:00[Europe/Berlin]');
    expect(problems).toEqual([]);
    // In Cairo the clocks went from 0:00 to 1:00 on that day.
    expect(at('2024-04-26', 'Africa/Cairo')).toBe('2024-04-26T01:00:00+03:00');
  });
});

describe('skipped times move on, of repeated ones the first is taken', () => {
  test.each([
    ['2026-03-08 02:30', 'America/Chicago', '2026-03-08T03:30:00-05:00'],
    ['2026-11-01 01:30', 'America/Chicago', '2026-11-01T01:30:00-05:00'],
    ['2026-03-29 02:30', 'Europe/Berlin', '2026-03-29T03:30:00+02:00'],
    ['2026-10-25 02:30', 'Europe/Berlin', '2026-10-25T02:30:00+02:00'],
    // Half an hour only.
    ['2026-10-04 02:15', 'Australia/Lord_Howe', '2026-10-04T02:45:00+11:00'],
    ['2026-04-05 01:45', 'Australia/Lord_Howe', '2026-04-05T01:45:00+11:00'],
    ['2026-03-29 02:30', 'Asia/Kolkata', '2026-03-29T02:30:00+05:30'],
  ])('%s in %s', (value, timeZone, expected) => expect(at(value, timeZone)).toBe(expected));

  test.each([
    ['2026-10-25 02:30 CET', 'Europe/Berlin', '2026-10-25T02:30:00+01:00'],
    ['2026-10-25 02:30 CEST', 'Europe/Berlin', '2026-10-25T02:30:00+02:00'],
    ['2026-11-01 01:30 CST', 'America/Chicago', '2026-11-01T01:30:00-06:00'],
    ['2026-11-01 01:30 CT', 'America/Chicago', '2026-11-01T01:30:00-05:00'],
    ['2026-04-05 01:45 +10:30', 'Australia/Lord_Howe', '2026-04-05T01:45:00+10:30'],
  ])('%s is told apart by its zone', (value, timeZone, expected) => {
    expect(at(value, timeZone)).toBe(expected);
    expect(place(value, timeZone).problems).toEqual([]);
  });

  test.each(['CET', 'CEST', 'Z'])('a skipped time has no right zone, so %s is not wrong', (zone) => {
    const { value, problems } = place(`2026-03-29 02:30 ${zone}`, 'Europe/Berlin');
    expect(value.at.toPlainTime().toString()).toBe('03:30:00');
    expect(problems).toEqual([]);
  });
});

describe('a zone that agrees is no problem', () => {
  test.each([
    ['2026-03-06 19:15 MEZ', 'Europe/Berlin'],
    ['2026-07-06 19:15 MESZ', 'Europe/Berlin'],
    ['2026-07-06 19:15 MEST', 'Europe/Berlin'],
    ['2026-07-06 19:15 +0200', 'Europe/Berlin'],
    ['2026-07-06 19:15 Europe/Paris', 'Europe/Berlin'],
    ['2026-07-06 19:15 CT', 'America/Chicago'],
    ['2026-01-06 19:15 CT', 'America/Chicago'],
    ['2026-01-06 19:15 CST', 'Asia/Shanghai'],
    ['2026-01-06 19:15 IST', 'Asia/Kolkata'],
    ['2026-07-06 19:15 IST', 'Europe/Dublin'],
    ['2026-01-06 19:15 PST', 'Asia/Manila'],
    ['2026-01-06 19:15 AEDT', 'Australia/Sydney'],
    ['2026-01-06 19:15Z', 'Europe/London'],
  ])('%s in %s', (value, timeZone) => expect(place(value, timeZone).problems).toEqual([]));
});

describe('a zone that disagrees is one warning', () => {
  test.each([
    [
      '2024-03-06 19:15 MEST',
      'Europe/Berlin',
      '`MEST` is UTC+02:00, but Europe/Berlin is at UTC+01:00 on 6 March 2024; the time stays 19:15',
      'leave `MEST` out, or write `MEZ`',
    ],
    [
      '2024-07-06 7 pm CST',
      'America/Chicago',
      '`CST` is UTC-06:00 or UTC+08:00, but America/Chicago is at UTC-05:00 on 6 July 2024; the time stays 19:00',
      'leave `CST` out, or write `CDT`',
    ],
    [
      '2024-07-06 19:00Z',
      'Europe/Berlin',
      '`Z` is UTC, but Europe/Berlin is at UTC+02:00 on 6 July 2024; the time stays 19:00',
      'leave `Z` out, or write `2024-07-06 21:00` if `Z` is right',
    ],
    [
      '2024-07-06 19:00 +02:00',
      'Asia/Kolkata',
      '`+02:00` is written, but Asia/Kolkata is at UTC+05:30 on 6 July 2024; the time stays 19:00',
      'leave `+02:00` out, or write `2024-07-06 22:30` if `+02:00` is right',
    ],
    [
      '2024-07-06 19:00 America/Chicago',
      'Europe/Berlin',
      '`America/Chicago` is UTC-05:00, but Europe/Berlin is at UTC+02:00 on 6 July 2024; the time stays 19:00',
      'leave `America/Chicago` out, or write `2024-07-07 02:00` if `America/Chicago` is right',
    ],
    [
      '2024-07-06 19:00 ET',
      'Europe/London',
      '`ET` is UTC-05:00 or UTC-04:00, but Europe/London is at UTC+01:00 on 6 July 2024; the time stays 19:00',
      'leave `ET` out',
    ],
  ])('%s in %s', (value, timeZone, message, help) => {
    const { problems } = place(value, timeZone);
    expect(problems).toMatchObject([{ code: 'zone-mismatch', message, help }]);
    const { offset, length } = problems[0]!.within!;
    expect(value.slice(offset, offset + length)).toBe(readTime(value).value?.zone?.written);
  });

  test('it points into the value only where the date and the time are one', () => {
    const written = { ...readTime('2024-07-06').value!, ...readClock('19:00 CET').value! };
    const { problems } = placeTime(written, 'Europe/Berlin');
    expect(problems).toHaveLength(1);
    expect(problems[0]).not.toHaveProperty('within');
  });
});
