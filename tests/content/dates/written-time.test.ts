import { describe, expect, test } from 'vitest';
import { readTime } from '../../../src/content/dates/written-time.ts';

/** What was read, on one line: the date, the time, the end, the weekday and the zone. */
function read(value: string): string {
  const { value: written, problems } = readTime(value);
  if (!written) return problems.map((problem) => problem.message).join('; ');
  const { date, time, end, weekday, zone } = written;
  const meaning = zone && ('offsets' in zone ? zone.offsets.join(' ') : zone.timeZone);
  return [date, time, end && `to ${end}`, weekday && `#${weekday}`, zone && `${zone.written} = ${meaning}`]
    .filter((part) => part !== undefined)
    .join(' ');
}

describe('dates', () => {
  test.each([
    ['2026-10-06', '2026-10-06'],
    ['2026-10-6', '2026-10-06'],
    ['2026-1-2', '2026-01-02'],
    ['  2026-10-06\t', '2026-10-06'],
    ['October 6, 2026', '2026-10-06'],
    ['October 6 2026', '2026-10-06'],
    ['oct 6,2026', '2026-10-06'],
    ['Oct. 6th, 2026', '2026-10-06'],
    ['Sept 1, 2026', '2026-09-01'],
    ['6 October 2026', '2026-10-06'],
    ['6th OCT, 2026', '2026-10-06'],
    ['1st May 2026', '2026-05-01'],
    ['29 February 2024', '2024-02-29'],
    ['1970-01-01', '1970-01-01'],
    ['2200-12-31', '2200-12-31'],
  ])('%s', (value, expected) => expect(read(value)).toBe(expected));
});

describe('times', () => {
  test.each([
    ['2026-10-06 19:00', '2026-10-06 19:00:00'],
    ['2026-10-06T19:00', '2026-10-06 19:00:00'],
    ['2026-10-06 9:05', '2026-10-06 09:05:00'],
    ['2026-10-06  19:00:30', '2026-10-06 19:00:30'],
    ['2026-10-06 7 pm', '2026-10-06 19:00:00'],
    ['2026-10-06T7:30PM', '2026-10-06 19:30:00'],
    ['2026-10-06 12 am', '2026-10-06 00:00:00'],
    ['2026-10-06 12:30 am', '2026-10-06 00:30:00'],
    ['2026-10-06 12 pm', '2026-10-06 12:00:00'],
    ['2026-10-06 11:59 pm', '2026-10-06 23:59:00'],
    ['2026-10-06 0:00', '2026-10-06 00:00:00'],
    ['October 6, 2026 7 pm', '2026-10-06 19:00:00'],
    ['6 Oct 2026 19:00', '2026-10-06 19:00:00'],
    ['20261006T190000', '2026-10-06 19:00:00'],
  ])('%s', (value, expected) => expect(read(value)).toBe(expected));
});

describe('ranges', () => {
  test.each([
    ['2026-10-06 7:30 pm to 9:00 pm', '2026-10-06 19:30:00 to 21:00:00'],
    ['2026-10-06 19:00 – 21:00', '2026-10-06 19:00:00 to 21:00:00'],
    ['2026-10-06 19:00—21:00', '2026-10-06 19:00:00 to 21:00:00'],
    ['2026-10-06T19:00 - 21:00', '2026-10-06 19:00:00 to 21:00:00'],
    ['2026-10-06 22:00 – 1:00', '2026-10-06 22:00:00 to 01:00:00'],
    ['2026-10-06 7-9 pm', '2026-10-06 19:00:00 to 21:00:00'],
    ['2026-10-06 7:30-9 pm', '2026-10-06 19:30:00 to 21:00:00'],
    ['2026-10-06 9 – 11:30 am', '2026-10-06 09:00:00 to 11:30:00'],
    ['2026-10-06 12-2 pm', '2026-10-06 12:00:00 to 14:00:00'],
    ['2026-10-06 11 am-1 pm', '2026-10-06 11:00:00 to 13:00:00'],
    ['2026-10-06 19:00-9 pm', '2026-10-06 19:00:00 to 21:00:00'],
    ['2026-10-06 7-9 pm CT', '2026-10-06 19:00:00 to 21:00:00 CT = -06:00 -05:00'],
  ])('%s', (value, expected) => expect(read(value)).toBe(expected));
});

describe('a hyphen begins a range or an offset', () => {
  test.each([
    ['2026-10-06 19:00-21:00', '2026-10-06 19:00:00 to 21:00:00'],
    ['2026-10-06 19:15-20:45', '2026-10-06 19:15:00 to 20:45:00'],
    ['2026-10-06 8:15-9:45', '2026-10-06 08:15:00 to 09:45:00'],
    ['2026-10-06 19:00 - 05:00', '2026-10-06 19:00:00 to 05:00:00'],
    ['2026-10-06 7 pm-09 pm', '2026-10-06 19:00:00 to 21:00:00'],
    ['2026-10-06 19:00-05:00', '2026-10-06 19:00:00 -05:00 = -05:00'],
    ['2026-10-06 19:00 -05:00', '2026-10-06 19:00:00 -05:00 = -05:00'],
    ['2026-10-06 09:00:00-11:00', '2026-10-06 09:00:00 -11:00 = -11:00'],
    ['2026-10-06T03:00-05:00', '2026-10-06 03:00:00 -05:00 = -05:00'],
    ['2026-10-06 03:00-0500', '2026-10-06 03:00:00 -0500 = -05:00'],
    ['2026-10-06 03:00-05', '2026-10-06 03:00:00 -05 = -05:00'],
    ['2026-10-06 09:00-12:00', '`-12:00` could be the end of a range or an offset'],
    ['2026-10-06 7 pm-09:00', '`-09:00` could be the end of a range or an offset'],
    ['2026-10-06T19:00-21:00', '`-21:00` is not a known time zone'],
  ])('%s', (value, expected) => expect(read(value)).toBe(expected));
});

describe('zones', () => {
  test.each([
    ['2026-10-06 19:00 MESZ', '2026-10-06 19:00:00 MESZ = +02:00'],
    ['2026-10-06 19:00 mest', '2026-10-06 19:00:00 mest = +02:00'],
    ['2026-10-06 7pm ET', '2026-10-06 19:00:00 ET = -05:00 -04:00'],
    ['2026-10-06 19:00 IST', '2026-10-06 19:00:00 IST = +05:30 +01:00 +02:00'],
    ['2026-10-06T19:00Z', '2026-10-06 19:00:00 Z = +00:00'],
    ['20261006T190000Z', '2026-10-06 19:00:00 Z = +00:00'],
    ['2026-10-06 19:00:00 +0200', '2026-10-06 19:00:00 +0200 = +02:00'],
    ['2026-10-06 19:00+05:30', '2026-10-06 19:00:00 +05:30 = +05:30'],
    ['2026-10-06 19:00 +02', '2026-10-06 19:00:00 +02 = +02:00'],
    ['2026-10-06 19:00 -00:00', '2026-10-06 19:00:00 -00:00 = +00:00'],
    ['2026-10-06 19:00 +14:00', '2026-10-06 19:00:00 +14:00 = +14:00'],
    ['2026-10-06 19:00 america/chicago', '2026-10-06 19:00:00 america/chicago = America/Chicago'],
    ['2026-10-06 19:00 Etc/GMT+5', '2026-10-06 19:00:00 Etc/GMT+5 = Etc/GMT+5'],
    ['2026-10-06 19:00 America/Port-au-Prince', '2026-10-06 19:00:00 America/Port-au-Prince = America/Port-au-Prince'],
    ['2026-10-06 19:00 – 21:00 Europe/Berlin', '2026-10-06 19:00:00 to 21:00:00 Europe/Berlin = Europe/Berlin'],
  ])('%s', (value, expected) => expect(read(value)).toBe(expected));

  test('a zone knows where it stands', () => {
    expect(readTime('2015-10-28 19:30:00 MEST').value?.zone?.within).toEqual({ offset: 20, length: 4 });
  });
});

describe('weekdays', () => {
  test.each([
    ['Tuesday, October 6, 2026', '2026-10-06 #2'],
    ['tue 6 Oct 2026 19:00', '2026-10-06 19:00:00 #2'],
    ['2026-10-06 (Tue)', '2026-10-06 #2'],
    ['2026-10-06, Tuesday', '2026-10-06 #2'],
    ['2026-10-06 (Tuesday) 19:00', '2026-10-06 19:00:00 #2'],
    ['2026-10-06 19:00 (Tue)', '2026-10-06 19:00:00 #2'],
    ['2026-10-06 19:00 CEST (Tue)', '2026-10-06 19:00:00 #2 CEST = +02:00'],
    ['Sunday 2026-10-11', '2026-10-11 #7'],
  ])('%s', (value, expected) => {
    expect(read(value)).toBe(expected);
    expect(readTime(value).problems).toEqual([]);
  });

  test.each([
    ['Monday, October 6, 2026', 'Monday', 'write `Tuesday`, or correct the date'],
    ['  Sat 2026-10-06', 'Sat', 'write `Tue`, or correct the date'],
    ['2026-10-06 19:00 (Sun)', 'Sun', 'write `Tue`, or correct the date'],
  ])('%s is the wrong weekday', (value, word, help) => {
    const { value: written, problems } = readTime(value);
    expect(written?.date.toString()).toBe('2026-10-06');
    expect(problems).toMatchObject([{ code: 'weekday-mismatch', help }]);
    expect(problems[0]?.message).toMatch(/^6 October 2026 is a Tuesday, not a (Monday|Saturday|Sunday)$/);
    const { offset, length } = problems[0]!.within!;
    expect(value.slice(offset, offset + length)).toBe(word);
  });
});
