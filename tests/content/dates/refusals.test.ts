import { describe, expect, test } from 'vitest';
import { readClock, readTime } from '../../../src/content/dates/written-time.ts';
import type { Problem } from '../../../src/diagnostics/diagnostic.ts';

/** The one problem of a refused value. */
function refusal(value: unknown): Problem {
  const read = readTime(value);
  expect(read.value).toBeUndefined();
  expect(read.problems).toHaveLength(1);
  return read.problems[0]!;
}

/** The words that a problem points at; the whole value where it points at no part. */
function pointedAt(value: string, { within }: Problem): string {
  return within ? value.slice(within.offset, within.offset + within.length) : value;
}

describe('each refusal points at the fault and says what to write', () => {
  test.each([
    ['2017-18-12', '18', 'there is no month 18', 'did you mean `2017-12-18`?'],
    ['2017-13-40', '13', 'there is no month 13', 'write the month as a number from 1 to 12'],
    ['2017-00-10', '00', 'there is no month 00', 'write the month as a number from 1 to 12'],
    ['2017-02-30', '30', 'February 2017 has 28 days and no day 30', 'write a day from 1 to 28'],
    ['29 Feb 2100', '29', 'February 2100 has 28 days and no day 29', 'write a day from 1 to 28'],
    ['2026-10-00', '00', 'October 2026 has 31 days and no day 00', 'write a day from 1 to 31'],
    ['1969-12-31', '1969', 'the year 1969 is not from 1970 to 2200', 'check the year'],
    ['January 1, 2201', '2201', 'the year 2201 is not from 1970 to 2200', 'check the year'],
    ['26-10-06', '26-10-06', '`26-10-06` has a year of two digits', 'write all four digits, as in `2026-10-06`'],
    ['10/6/26 19:00', '10/6/26', '`10/6/26` has a year of two digits', 'write all four digits, as in `2026-10-06`'],
    ["Oct 6, '26", "'26", "`'26` has a year of two digits", 'write all four digits, as in `2026-10-06`'],
    ['6 Oct 26', '26', '`26` has a year of two digits', 'write all four digits, as in `2026-10-06`'],
    [
      '06/10/2026',
      '06/10/2026',
      '`06/10/2026` could be 6 October 2026 or 10 June 2026',
      'write `2026-10-06` or `2026-06-10`',
    ],
    [
      '06.10.2026 19:00',
      '06.10.2026',
      '`06.10.2026` could be 6 October 2026 or 10 June 2026',
      'write `2026-10-06` or `2026-06-10`',
    ],
    ['25.12.2026', '25.12.2026', '`25.12.2026` is not in the order year-month-day', 'write `2026-12-25`'],
    ['6-6-2026', '6-6-2026', '`6-6-2026` is not in the order year-month-day', 'write `2026-06-06`'],
    ['2026/10/06', '2026/10/06', '`2026/10/06` is not in the order year-month-day', 'write `2026-10-06`'],
    [
      '6 Oktober 2026',
      'Oktober',
      '`Oktober` is not the English name of a month',
      'write the month in English or as a number, as in `2026-10-06`',
    ],
    ['20261006', '20261006', '`20261006` is a number and not a date', 'write `2026-10-06`'],
    ['19:00', '19:00', '`19:00` does not begin with a day', 'write the day first, as in `2026-10-06 19:00`'],
    [
      'October 6, 2026 at 7 pm',
      'at',
      '`at` stands between the day and the time',
      'put only a space between them, as in `2026-10-06 19:00`',
    ],
    [
      '2026-10-06, 19:00',
      ',',
      '`,` stands between the day and the time',
      'put only a space between them, as in `2026-10-06 19:00`',
    ],
    [
      '2026-10-06 24:00',
      '24:00',
      '`24:00` is not a time of day: the last one is 23:59',
      'write `0:00` and the day after',
    ],
    [
      '2026-10-06 25:00',
      '25:00',
      '`25:00` is not a time of day: hours go from 0 to 23',
      'write it like `19:00` or `7:30 pm`',
    ],
    [
      '2026-10-06 19:60',
      '19:60',
      '`19:60` is not a time of day: minutes go from 0 to 59',
      'write it like `19:00` or `7:30 pm`',
    ],
    [
      '2026-10-06 23:59:60',
      '23:59:60',
      '`23:59:60` is not a time of day: seconds go from 0 to 59',
      'write it like `19:00` or `7:30 pm`',
    ],
    [
      '2026-10-06 13 pm',
      '13 pm',
      '`13 pm` is not a time of day: hours with am and pm go from 1 to 12',
      'write `13:00`',
    ],
    ['2026-10-06 0 am', '0 am', '`0 am` is not a time of day: hours with am and pm go from 1 to 12', 'write `0:00`'],
    ['2026-10-06 19', '19', '`19` is not a whole time of day', 'write `19:00`'],
    ['2026-10-06 7', '7', '`7` is not a whole time of day', 'write `7 am`, `7 pm` or `7:00`'],
    ['2026-10-06 1930', '1930', '`1930` is not a time of day that can be read', 'write `19:30`'],
    ['2026-10-06 19.30', '19.30', '`19.30` is not a time of day that can be read', 'write `19:30`'],
    [
      '2026-10-06T17:00:00.000Z',
      '17:00:00.000Z',
      '`17:00:00.000Z` is not a time of day that can be read',
      'write `17:00:00Z`',
    ],
    ['2026-10-06 11-1 pm', '11', '`11` could be am or pm', 'write `11 am` or `11 pm`'],
    ['2026-10-06 7 pm to 9:00', '9:00', '`9:00` could be am or pm', 'write `9:00 am` or `9:00 pm`'],
  ])('%s', (value, part, message, help) => {
    const problem = refusal(value);
    expect(problem).toMatchObject({ code: 'bad-date', message, help });
    expect(pointedAt(value, problem)).toBe(part);
  });

  test.each([
    ['2026-10-06 19:00 BST', 'BST', 'an offset like `+02:00` or a name like `Europe/Berlin`'],
    ['2026-10-06 19:00 UTC+2', 'UTC+2', '`+02:00`'],
    ['2026-10-06 19:00 GMT-05:30', 'GMT-05:30', '`-05:30`'],
    ['2026-10-06 19:00 +15:00', '+15:00', 'an offset like `+02:00` or a name like `Europe/Berlin`'],
    ['2026-10-06 19:00:00-13:00', '-13:00', 'an offset like `+02:00` or a name like `Europe/Berlin`'],
    ['2026-10-06 19:00 +02:75', '+02:75', 'an offset like `+02:00` or a name like `Europe/Berlin`'],
    ['2026-10-06 19:00 Mars/Olympus', 'Mars/Olympus', 'an offset like `+02:00` or a name like `Europe/Berlin`'],
  ])('%s', (value, part, better) => {
    const problem = refusal(value);
    expect(problem).toMatchObject({
      code: 'unknown-zone',
      message: `\`${part}\` is not a known time zone`,
      help: `leave it out, as times are those of the place, or write ${better}`,
    });
    expect(pointedAt(value, problem)).toBe(part);
  });

  test.each([
    ['2026-10-06 19:00 CET CEST', 'CEST'],
    ['2026-10-06 19:00 (CET)', '(CET)'],
    ['2026-10-06T19:00-05:00[America/Chicago]', '[America/Chicago]'],
    ['Tue 2026-10-06 (Tue)', '(Tue)'],
    ['2026-10-06/08', '/08'],
    ['2026-10-06T', 'T'],
    ['2026-10-06 (Tue', '(Tue'],
  ])('%s holds too much', (value, part) => {
    const problem = refusal(value);
    expect(problem).toMatchObject({ code: 'bad-date', message: `\`${part}\` is more than can be read` });
    expect(pointedAt(value, problem)).toBe(part);
  });
});

describe('values that are no text', () => {
  test.each([
    [20261006, '`20261006` is a number and not a date', 'write `2026-10-06`'],
    [
      1791313200,
      '`1791313200` is a number and not a date',
      'write the date and time of the place; as Unix time this is `2026-10-06 19:00 UTC`',
    ],
    [
      1791313200000,
      '`1791313200000` is a number and not a date',
      'write the date and time of the place; as Unix time this is `2026-10-06 19:00 UTC`',
    ],
    [2026, '`2026` is a number and not a date', expect.stringContaining('write it like `2026-10-06`')],
    [Number.NaN, '`NaN` is a number and not a date', expect.stringContaining('write it like `2026-10-06`')],
    [true, '`true` is not a date', expect.stringContaining('write it like `2026-10-06`')],
    [null, 'an empty value is not a date', expect.stringContaining('write it like `2026-10-06`')],
    [' ', 'an empty value is not a date', expect.stringContaining('write it like `2026-10-06`')],
    [['2026-10-06'], 'a list is not a date', expect.stringContaining('write it like `2026-10-06`')],
    [{ year: 2026 }, 'a group of fields is not a date', expect.stringContaining('write it like `2026-10-06`')],
  ])('%j', (value, message, help) => expect(refusal(value)).toMatchObject({ code: 'bad-date', message, help }));

  test('a text longer than any date is refused by its length alone', () => {
    expect(refusal(`2026-10-06${' '.repeat(191)}`).message).toBe('a text of 201 characters is not a date');
    expect(readTime(`2026-10-06${' '.repeat(190)}`).value).toBeDefined();
    expect(readClock('7 pm'.repeat(1e6)).problems[0]?.message).toBe(
      'a text of 4000000 characters is not a time of day',
    );
  });

  test('long words are shortened in the message', () => {
    expect(refusal('x'.repeat(150)).message).toBe(`\`${'x'.repeat(59)}…\` is not a date that can be read`);
  });
});
