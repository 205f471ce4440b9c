import { expect, test } from 'vitest';
import { dateInFileName } from '../../../src/content/dates/file-date.ts';

test.each([
  ['2026-01-24-january-2026-meetup', '2026-01-24', 'january-2026-meetup'],
  ['2026-04-07', '2026-04-07', ''],
  ['2026-4-7-agents', '2026-04-07', 'agents'],
  ['2026-04-07_agents', '2026-04-07', 'agents'],
  ['2026-04-07-', '2026-04-07', ''],
  ['2026-04-07-2026-04-08', '2026-04-07', '2026-04-08'],
])('%s begins with a date', (name, date, rest) => {
  const found = dateInFileName(name);
  expect(found?.date.toString()).toBe(date);
  expect(found?.rest).toBe(rest);
});

test.each([
  'agents',
  '',
  '2026-02-30-leap',
  '2026-13-01',
  '1969-12-31',
  '2201-01-01',
  '2026-04-075',
  '2026-04',
  '26-04-07',
  'on-2026-04-07',
  '2026-04-07agents',
])('%j does not', (name) => expect(dateInFileName(name)).toBeUndefined());
