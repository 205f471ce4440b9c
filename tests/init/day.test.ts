import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { dayAfter, ruleOf } from '../../src/init/day.ts';

test.each([
  ['second Thursday', 'FREQ=MONTHLY;BYDAY=2TH'],
  ['2nd thu', 'FREQ=MONTHLY;BYDAY=2TH'],
  ['the Last Friday of the month', 'FREQ=MONTHLY;BYDAY=-1FR'],
  ['first and third Mondays of each month', 'FREQ=MONTHLY;BYDAY=1MO,3MO'],
  ['1st, 3rd  Monday', 'FREQ=MONTHLY;BYDAY=1MO,3MO'],
  ['every Tuesday', 'FREQ=WEEKLY;BYDAY=TU'],
  ['Tuesdays', 'FREQ=WEEKLY;BYDAY=TU'],
  ['FREQ=MONTHLY;INTERVAL=2;BYDAY=2WE', 'FREQ=MONTHLY;INTERVAL=2;BYDAY=2WE'],
])('%s', (written, rule) => expect(ruleOf(written)?.text).toBe(rule));

test.each(['second', 'sixth Monday', 'second Thirsday', 'now and then', 'the 14th', 'FREQ=HOURLY', 'toString Monday'])(
  '%s is none',
  (written) => expect(ruleOf(written)).toBeUndefined(),
);

test('the next day is never today', () => {
  const after = (day: string) => dayAfter(ruleOf('second Thursday')!, Temporal.PlainDate.from(day));
  expect(after('2026-11-20')).toBe('2026-12-10');
  expect(after('2026-12-09')).toBe('2026-12-10');
  expect(after('2026-12-10')).toBe('2027-01-14');
  expect(dayAfter(ruleOf('fifth Friday')!, Temporal.PlainDate.from('2026-11-20'))).toBe('2027-01-29');
});

test('a rule that never comes has none', () => {
  const rule = ruleOf('FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30')!;
  expect(dayAfter(rule, Temporal.PlainDate.from('2026-11-20'))).toBeUndefined();
});
