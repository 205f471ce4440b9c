import { describe, expect, test } from 'vitest';
import { clock, duration, time, timeOrClock, timeZone } from '../../../src/content/schema/time-readers.ts';
import { readBy } from '../../support.ts';

test('the readers of dates report what the dates say', () => {
  expect(readBy(time, '2026-10-06 19:00').value?.date.toString()).toBe('2026-10-06');
  expect(readBy(clock, '19:00-21:00').value?.end?.toString()).toBe('21:00:00');
  expect(readBy(duration, '2h 15m').value?.toString()).toBe('PT2H15M');
  expect(readBy(time, '2026-10-36').problems).toEqual([expect.stringContaining('bad-date at field: ')]);
  expect(readBy(clock, ['19:00']).problems).toEqual([expect.stringContaining('bad-date at field: ')]);
  expect(readBy(duration, 'long').problems).toEqual([expect.stringContaining('bad-duration at field: ')]);
});

describe('a field for a time or a time of day', () => {
  test.each([
    ['21:00', undefined, '21:00:00'],
    ['9 pm', undefined, '21:00:00'],
    ['2026-10-07', '2026-10-07', undefined],
    ['2026-10-07 01:00', '2026-10-07', '01:00:00'],
  ])('%s', (written, date, at) => {
    const { value, problems } = readBy(timeOrClock, written);
    expect(problems).toEqual([]);
    expect(value && 'date' in value ? value.date.toString() : undefined).toBe(date);
    expect(value?.time?.toString()).toBe(at);
  });

  test.each(['25:00', 'soon', 1765566000, {}])('%j is refused once', (written) => {
    expect(readBy(timeOrClock, written)).toEqual({
      value: undefined,
      problems: [expect.stringContaining('bad-date at field: ')],
    });
  });
});

describe('a time zone', () => {
  test.each([
    ['Europe/Berlin', 'Europe/Berlin'],
    [' europe/berlin ', 'Europe/Berlin'],
    ['UTC', 'UTC'],
  ])('%s', (written, id) => expect(readBy(timeZone, written)).toEqual({ value: id, problems: [] }));

  test.each(['Europe/Berln', 'CET-1', '+02:00', 'Berlin, Germany'])('%s is refused', (written) => {
    expect(readBy(timeZone, written)).toEqual({
      value: undefined,
      problems: [`unknown-zone at field: \`${written}\` is no time zone`],
    });
  });

  test('what is no text is refused once', () => {
    expect(readBy(timeZone, ['UTC']).problems).toEqual(['wrong-type at field: `field` is text, and this is a list']);
  });
});
