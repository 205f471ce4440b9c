import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { daysAt, momentFor } from '../../src/announce/moments.ts';
import { siteOf } from '../support.ts';

const at = (zone: string) =>
  siteOf({ 'events/x.md': `---\ntitle: Lamp\nstart: 2026-07-09 19:00\ntimezone: ${zone}\n---\n` }).value.events[0]!;
const instant = (text: string) => Temporal.Instant.from(text);

test.each([
  ['2026-07-01T21:59Z', 'Europe/Berlin', 'announcement'],
  ['2026-07-01T22:00Z', 'Europe/Berlin', 'week'],
  ['2026-07-08T12:00Z', 'Europe/Berlin', 'day'],
  // There it is tomorrow already.
  ['2026-07-08T16:00Z', 'Asia/Tokyo', 'today'],
  ['2026-07-09T18:00Z', 'Europe/Berlin', 'today'],
  ['2026-07-09T19:00Z', 'Europe/Berlin', 'thanks'],
])('at %s, an event in %s (%s)', (now, zone, moment) => {
  expect(momentFor(at(zone), instant(now))).toBe(moment);
});

test('a reminder that is written ahead counts from the day for which it is', () => {
  const event = at('Europe/Berlin');
  const daysFrom = (now: string) =>
    (['week', 'day', 'today'] as const).map((each) => daysAt(each, event, instant(now)));
  expect(daysFrom('2026-05-01T12:00Z')).toEqual([7, 1, 0]);
  expect(daysFrom('2026-07-05T12:00Z')).toEqual([4, 1, 0]);
});
