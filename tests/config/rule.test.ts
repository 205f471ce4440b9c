import { describe, expect, test } from 'vitest';
import { readRule } from '../../src/config/rule.ts';

/** The rule as text, or what is wrong: `the part that is meant: message; help`. */
function read(written: string): string {
  const result = readRule(written);
  if ('rule' in result) return result.rule.text;
  const { message, help, within } = result.problem;
  const part = within ? written.slice(within.offset, within.offset + within.length) : written;
  return `${part}: ${message}; ${help}`;
}

describe('rules', () => {
  test.each([
    ['FREQ=MONTHLY;BYDAY=1TU', 'FREQ=MONTHLY;BYDAY=1TU'],
    ['RRULE:FREQ=MONTHLY;BYDAY=-1TH', 'FREQ=MONTHLY;BYDAY=-1TH'],
    [' rrule:freq=monthly; byday = tu ;bysetpos=2; ', 'FREQ=MONTHLY;BYDAY=TU;BYSETPOS=2'],
    ['FREQ=MONTHLY;BYDAY=1TU, 3TU', 'FREQ=MONTHLY;BYDAY=1TU,3TU'],
    ['FREQ=WEEKLY;INTERVAL=2;WKST=SU', 'FREQ=WEEKLY;INTERVAL=2;WKST=SU'],
    ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29', 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29'],
    ['FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO', 'FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO'],
    ['FREQ=YEARLY;BYYEARDAY=-1,100', 'FREQ=YEARLY;BYYEARDAY=-1,100'],
    ['FREQ=DAILY;COUNT=10', 'FREQ=DAILY;COUNT=10'],
    ['FREQ=WEEKLY;UNTIL=20271231T225959Z', 'FREQ=WEEKLY;UNTIL=20271231'],
    ['FREQ=WEEKLY;UNTIL=2027-12-31', 'FREQ=WEEKLY;UNTIL=20271231'],
  ])('%j', (written, text) => expect(read(written)).toBe(text));

  test('say how long their period is', () => {
    expect(readRule('FREQ=WEEKLY')).toEqual({ rule: { frequency: 'WEEKLY', text: 'FREQ=WEEKLY' } });
  });
});

describe('what is no rule says what is wrong, and where', () => {
  const example = 'write it like `FREQ=MONTHLY;BYDAY=1TU`, which is the first Tuesday of each month';
  test.each([
    ['every first Tuesday', `every first Tuesday: \`every first Tuesday\` is no part of a rule; ${example}`],
    ['BYDAY=1TU', `BYDAY=1TU: a rule says how often with \`FREQ\`; ${example}`],
    ['', `: a rule says how often with \`FREQ\`; ${example}`],
    [
      'FREQ=MONTLY;BYDAY=1TU',
      'FREQ=MONTLY: `MONTLY` is no value of `FREQ`; `FREQ` takes `YEARLY`, `MONTHLY`, `WEEKLY` or `DAILY`',
    ],
    [
      'RRULE:FREQ=HOURLY',
      'FREQ=HOURLY: `HOURLY` is no value of `FREQ`; a series has one date a day at most: write `FREQ=DAILY`',
    ],
    [
      'FREQ=MONTHLY; BYDAY=1TUE',
      'BYDAY=1TUE: `1TUE` is no value of `BYDAY`; `BYDAY` takes weekdays: `TU`, `1TU` for the first Tuesday, `-1TH` for the last Thursday',
    ],
    ['FREQ=MONTHLY;BYDAYS=1TU', 'BYDAYS=1TU: `BYDAYS` is no part of a rule for days; did you mean `BYDAY`?'],
    ['FREQ=MONTHLY;BYHOUR=19', 'BYHOUR=19: `BYHOUR` is no part of a rule for days; write the time of day in `time`'],
    [
      'DTSTART:20260106T190000\nRRULE:FREQ=MONTHLY',
      'DTSTART:20260106T190000\nRRULE:FREQ=MONTHLY: `DTSTART` is no part of a rule for days; write the first date in `start`',
    ],
    ['FREQ=MONTHLY;BYMONTH=13', 'BYMONTH=13: `13` is no value of `BYMONTH`; `BYMONTH` takes months from 1 to 12'],
    [
      'FREQ=MONTHLY;INTERVAL=0',
      'INTERVAL=0: `0` is no value of `INTERVAL`; `INTERVAL` takes a number from 1: `INTERVAL=2` is every other time',
    ],
    [
      'FREQ=MONTHLY;BYDAY=',
      'BYDAY=: `` is no value of `BYDAY`; `BYDAY` takes weekdays: `TU`, `1TU` for the first Tuesday, `-1TH` for the last Thursday',
    ],
    ['FREQ=DAILY;FREQ=WEEKLY', 'FREQ=WEEKLY: `FREQ` is there twice; keep one of the two'],
    [
      'FREQ=MONTHLY;COUNT=3;UNTIL=20260401',
      'COUNT=3: `COUNT` cannot stand in this rule; keep one of `COUNT` and `UNTIL`',
    ],
    [
      'FREQ=WEEKLY;BYDAY=1TU',
      'BYDAY=1TU: `BYDAY` cannot stand in this rule; it goes with `FREQ=MONTHLY` or `FREQ=YEARLY` where it counts weekdays',
    ],
    [
      'FREQ=WEEKLY;BYMONTHDAY=13',
      'BYMONTHDAY=13: `BYMONTHDAY` cannot stand in this rule; it goes with `FREQ=MONTHLY` or `FREQ=YEARLY`',
    ],
    ['FREQ=MONTHLY;BYWEEKNO=3', 'BYWEEKNO=3: `BYWEEKNO` cannot stand in this rule; it goes with `FREQ=YEARLY`'],
    [
      'FREQ=MONTHLY;BYSETPOS=2',
      'BYSETPOS=2: `BYSETPOS` cannot stand in this rule; it picks from days that another part gives, as in `BYDAY=TU;BYSETPOS=2`',
    ],
    ['FREQ=MONTHLY;constructor=1', `constructor=1: \`CONSTRUCTOR\` is no part of a rule for days; ${example}`],
  ])('%j', (written, message) => expect(read(written)).toBe(message));
});
