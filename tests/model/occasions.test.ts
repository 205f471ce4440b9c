import { describe, expect, test } from 'vitest';
import { isOpen, isSeveralDays, nextOf, past, upcoming } from '../../src/model/occasions.ts';
import type { Event } from '../../src/model/values.ts';
import { siteOf } from '../support.ts';

const event = (fields: string): string => `---\n${fields}\n---\n`;
const titles = (events: readonly Event[]): string[] => events.map(({ url }) => url.slice('/events/'.length, -1));

describe('at noon of 1 July 2026', () => {
  const { events } = siteOf({
    'events/old.md': event('start: 2026-05-01'),
    'events/older.md': event('start: 2026-04-01\nstatus: cancelled'),
    'events/off.md': event('start: 2026-07-02\nstatus: postponed'),
    'events/on.md': event('start: 2026-07-01 11:30\nstatus: rescheduled'),
    'events/later.md': event('start: 2026-08-01'),
  }).value;

  test('what is to come is sorted by what is soonest, what is over by what is newest', () => {
    expect(titles(upcoming(events.toReversed()))).toEqual(['on', 'off', 'later']);
    expect(titles(past(events))).toEqual(['old', 'older']);
  });

  test('what is called off or over is not open, and never the next', () => {
    expect(titles(events.filter(isOpen))).toEqual(['on', 'later']);
    expect(nextOf(events)?.url).toBe('/events/on/');
    expect(nextOf(events.filter((each) => !isOpen(each)))).toBeUndefined();
  });
});

test.each([
  ['start: 2026-07-01', false],
  ['start: 2026-07-01 19:00\nend: 21:00', false],
  ['start: 2026-07-01 22:00\nend: 02:00', false],
  ['start: 2026-07-01 20:00\nend: 2026-07-02 08:00', false],
  ['start: 2026-07-01 20:00\nend: 2026-07-02 08:01', true],
  ['start: 2026-07-01 18:00\nend: 2026-07-03 15:00', true],
  ['start: 2026-07-01\nend: 2026-07-02', true],
  ['start: 2026-07-01 19:00\nend: 2026-07-02', true],
])('%s takes several days: %s', (fields, several) => {
  const [made] = siteOf({ 'events/x.md': event(fields) }).value.events;
  expect(isSeveralDays(made!)).toBe(several);
});
