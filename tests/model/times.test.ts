import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { overOf } from '../../src/model/times.ts';

const dateIn = (zone: string, date: string) => ({
  at: Temporal.PlainDate.from(date).toZonedDateTime(zone),
  hasTime: false,
});

test.each([
  ['America/Sao_Paulo', '2018-11-04', '2018-11-05T00:00:00-02:00[America/Sao_Paulo]'],
  ['Europe/Berlin', '2026-10-25', '2026-10-26T00:00:00+01:00[Europe/Berlin]'],
  ['Asia/Kolkata', '2026-10-06', '2026-10-07T00:00:00+05:30[Asia/Kolkata]'],
])('a day in %s, %s, is over when the next begins', (zone, date, over) => {
  expect(overOf(dateIn(zone, date), undefined).toString()).toBe(over);
  expect(overOf(dateIn(zone, '2018-01-01'), dateIn(zone, date)).toString()).toBe(over);
});
