import { describe, expect, test } from 'vitest';
import { looksLikeClock, readClock } from '../../../src/content/dates/written-time.ts';

describe('readClock', () => {
  test.each([
    ['19:00', '19:00:00', undefined],
    [' 7 pm ', '19:00:00', undefined],
    ['7:30 pm to 9:00 pm', '19:30:00', '21:00:00'],
    ['19:00-21:00', '19:00:00', '21:00:00'],
    ['09:00-12:00', '09:00:00', '12:00:00'],
    ['22:00-02:00', '22:00:00', '02:00:00'],
    ['7-9 pm', '19:00:00', '21:00:00'],
  ])('%s', (value, time, end) => {
    const read = readClock(value);
    expect(read.problems).toEqual([]);
    expect(read.value?.time.toString()).toBe(time);
    expect(read.value?.end?.toString()).toBe(end);
  });

  test.each([
    ['19:00 CEST', { written: 'CEST', offsets: ['+02:00'] }],
    ['19:00 – 21:00 CT', { written: 'CT', offsets: ['-06:00', '-05:00'] }],
    ['19:00:00-05:00', { written: '-05:00', offsets: ['-05:00'] }],
    ['19:00-0500', { written: '-0500', offsets: ['-05:00'] }],
    ['19:00 Asia/Kolkata', { written: 'Asia/Kolkata', timeZone: 'Asia/Kolkata' }],
  ])('%s has a zone, which points into no other field', (value, zone) => {
    expect(readClock(value).value?.zone).toEqual(zone);
  });

  test.each([
    [1930, '`1930` is not a time of day that can be read', 'write `19:30`'],
    [7, '`7` is not a time of day that can be read', 'write it like `19:00` or `7:30 pm`'],
    [false, '`false` is not a time of day', 'write it like `19:00` or `7:30 pm`'],
    [undefined, 'an empty value is not a time of day', 'write it like `19:00` or `7:30 pm`'],
    ['noon', '`noon` is not a time of day that can be read', 'write it like `19:00` or `7:30 pm`'],
    ['2026-10-06', '`2026-10-06` is not a time of day that can be read', 'write it like `19:00` or `7:30 pm`'],
    ['10-12', '`10` is not a whole time of day', 'write `10 am`, `10 pm` or `10:00`'],
    ['10-12 pm', '`10` could be am or pm', 'write `10 am` or `10 pm`'],
    ['19:00 (Tue)', '`(Tue)` is more than can be read', 'write it like `19:00` or `7:30 pm`'],
    ['19:00 to 21:5', '`21:5` is not a time of day that can be read', 'write it like `19:00` or `7:30 pm`'],
  ])('%s is refused', (value, message, help) => {
    expect(readClock(value)).toMatchObject({ problems: [{ code: 'bad-date', message, help }] });
    expect(readClock(value).value).toBeUndefined();
  });
});

test.each([
  ['21:00', true],
  ['9 pm', true],
  ['25:99', true],
  ['7:30 pm to 9:00 pm', true],
  ['2026-10-06', false],
  ['6 October 2026', false],
  ['06.10.2026', false],
  [2100, false],
  [null, false],
])('looksLikeClock(%j) is %s', (value, expected) => expect(looksLikeClock(value)).toBe(expected));
