import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { isBarren, occurrencesOf, periodOf } from '../../src/model/occurrences.ts';
import { configOf } from '../support.ts';

const seriesOf = (fields: string) => configOf(`series: {name: Tea, ${fields}}`).series[0]!;

/** The days until one, those left out in brackets. */
const days = (fields: string, last: string): string =>
  occurrencesOf(seriesOf(fields), Temporal.PlainDate.from(last))
    .map(({ day, leftOut }) => (leftOut ? `(${day})` : day))
    .join(' ');

describe('rules', () => {
  test.each([
    ['FREQ=MONTHLY;BYDAY=1TU', '2026-01-06', '2026-04-30', '2026-01-06 2026-02-03 2026-03-03 2026-04-07'],
    // The rule counts from a day that it does not have itself.
    ['FREQ=MONTHLY;BYDAY=1TU', '2026-01-01', '2026-02-03', '2026-01-06 2026-02-03'],
    ['FREQ=MONTHLY;BYDAY=-1TH', '2026-01-29', '2026-04-30', '2026-01-29 2026-02-26 2026-03-26 2026-04-30'],
    ['FREQ=MONTHLY;BYDAY=TU;BYSETPOS=2', '2026-01-01', '2026-03-31', '2026-01-13 2026-02-10 2026-03-10'],
    ['FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1', '2026-01-01', '2026-02-28', '2026-01-30 2026-02-27'],
    ['FREQ=MONTHLY;BYDAY=1TU,3TU', '2026-01-01', '2026-02-28', '2026-01-06 2026-01-20 2026-02-03 2026-02-17'],
    ['FREQ=MONTHLY;BYDAY=5WE', '2026-01-01', '2026-08-01', '2026-04-29 2026-07-29'],
    ['FREQ=MONTHLY;INTERVAL=3;BYDAY=2TH', '2025-03-13', '2025-10-01', '2025-03-13 2025-06-12 2025-09-11'],
    ['FREQ=WEEKLY;INTERVAL=2', '2026-03-10', '2026-04-30', '2026-03-10 2026-03-24 2026-04-07 2026-04-21'],
    ['FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH', '2026-01-06', '2026-01-22', '2026-01-06 2026-01-08 2026-01-20 2026-01-22'],
    ['FREQ=WEEKLY;COUNT=3', '2026-01-06', '2027-01-01', '2026-01-06 2026-01-13 2026-01-20'],
    ['FREQ=WEEKLY;UNTIL=20260113', '2026-01-06', '2027-01-01', '2026-01-06 2026-01-13'],
    // What a month does not have is passed over (RFC 5545, 3.3.10).
    ['FREQ=MONTHLY', '2026-01-31', '2026-05-31', '2026-01-31 2026-03-31 2026-05-31'],
    ['FREQ=YEARLY', '2024-02-29', '2032-12-31', '2024-02-29 2028-02-29 2032-02-29'],
    ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1', '2026-01-01', '2028-12-31', '2026-02-28 2027-02-28 2028-02-29'],
  ])('%s from %s to %s', (rule, start, last, expected) =>
    expect(days(`rule: "${rule}", start: ${start}`, last)).toBe(expected),
  );

  test('give every day of a long life', () => {
    const daily = seriesOf('rule: FREQ=DAILY, start: 1970-01-01');
    expect(occurrencesOf(daily, Temporal.PlainDate.from('2200-12-31'))).toHaveLength(84371);
  });
});

test('nothing lies behind the last day of a series', () => {
  expect(days('rule: FREQ=WEEKLY, start: 2026-01-06, until: 2026-01-13', '2027-01-01')).toBe('2026-01-06 2026-01-13');
});

test('a day that is left out keeps its number', () => {
  const series = seriesOf('rule: FREQ=WEEKLY, start: 2026-01-06, except: [2026-01-13]');
  const occurrences = occurrencesOf(series, Temporal.PlainDate.from('2026-01-20'));
  expect(occurrences.map(({ ordinal, leftOut }) => [ordinal, leftOut])).toEqual([
    [1, false],
    [2, true],
    [3, false],
  ]);
});

describe('changes', () => {
  test('take over on their day, and the numbers go on', () => {
    const series = seriesOf(
      'rule: FREQ=MONTHLY;BYDAY=1TU, start: 2026-01-06, changes: [{from: 2026-03-01, rule: FREQ=MONTHLY;BYDAY=2TH}]',
    );
    const occurrences = occurrencesOf(series, Temporal.PlainDate.from('2026-04-30'));
    expect(occurrences.map(({ ordinal, day }) => `${ordinal} ${day}`)).toEqual([
      '1 2026-01-06',
      '2 2026-02-03',
      '3 2026-03-12',
      '4 2026-04-09',
    ]);
  });

  test('of the time alone leave the rule counting from its start', () => {
    const fields = 'rule: FREQ=WEEKLY;INTERVAL=2, start: 2026-01-06, changes: [{from: 2026-01-12, time: 18:00}]';
    expect(days(fields, '2026-02-04')).toBe('2026-01-06 2026-01-20 2026-02-03');
  });
});

test.each([
  ['FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30', true],
  ['FREQ=MONTHLY;BYDAY=6TU', true],
  ['FREQ=MONTHLY;UNTIL=20251231', true],
  ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29', false],
  ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;BYDAY=MO', false],
])('%s never gives a day: %s', (rule, barren) =>
  expect(isBarren(seriesOf(`rule: "${rule}", start: 2026-01-01`).terms[0]!)).toBe(barren),
);

test.each([
  ['2026-12-31', 'YEARLY', '2026'],
  ['2026-12-31', 'MONTHLY', '2026-12'],
  // Weeks begin on Monday (ISO 8601).
  ['2027-01-03', 'WEEKLY', '2026-12-28'],
  ['2027-01-04', 'WEEKLY', '2027-01-04'],
  ['2026-12-31', 'DAILY', '2026-12-31'],
] as const)('%s lies %s in %s', (day, frequency, period) => expect(periodOf(day, frequency)).toBe(period));
