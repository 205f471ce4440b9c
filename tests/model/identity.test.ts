import { describe, expect, test } from 'vitest';
import type { Site } from '../../src/model/values.ts';
import { codesOf, siteOf } from '../support.ts';

const front = (fields: string): string => `---\n${fields}\n---\nWords.\n`;
const rule = 'series: [{name: Tea, rule: FREQ=MONTHLY;BYDAY=1TU, start: 2026-01-06, time: 19:00, venue: Mill}]';

const site = (events: Readonly<Record<string, string>>, config = ''): ReturnType<typeof siteOf> =>
  siteOf(Object.fromEntries(Object.entries(events).map(([name, fields]) => [`events/${name}.md`, front(fields)])), {
    config,
  });
const uids = ({ events }: Site): string[] => events.map(({ uid }) => uid);

describe('the uid', () => {
  test.each([
    ['2026-10-06-tides', 'event.tides@meetpress'],
    ['Tides & names', 'event.tides-and-names@meetpress'],
    ['2026-10-06', 'event.meetup@meetpress'],
    ['2026/october', 'event.october@meetpress'],
  ])('of %s is %s', (name, uid) => expect(uids(site({ [name]: 'start: 2026-10-06' }).value)).toEqual([uid]));

  test('of a file that is named by its date alone is by its series', () => {
    expect(uids(site({ '2026-10-06': 'start: 2026-10-06\nseries: Tea' }).value)).toEqual(['event.tea@meetpress']);
  });

  test.each([
    ['https://tea.example', 'event.x@tea.example'],
    ['https://tea.example:8080/', 'event.x@tea.example:8080'],
    ['https://org.example/tea/', 'tea.event.x@org.example'],
  ])('on %s is %s', (url, uid) => expect(uids(site({ x: 'start: 2026-10-06' }, `url: ${url}`).value)).toEqual([uid]));

  test('of two files of one name differ, and stay when the next one is written or the first one is renamed', () => {
    const last = { '2025-11-13-blasts': 'start: 2025-11-13' };
    const next = { '2026-11-12-blasts': 'start: 2026-11-12' };
    const moved = { '2026-12-03-blasts': 'start: 2026-12-03\nprevious_start: 2026-11-12' };
    const between = { '2026-11-19-blasts': 'start: 2026-11-19' };
    const [one, two, three] = ['event.blasts@meetpress', 'event.blasts.2@meetpress', 'event.blasts.3@meetpress'];
    expect(uids(site(last).value)).toEqual([one]);
    expect(uids(site({ ...last, ...next }).value)).toEqual([one, two]);
    expect(uids(site({ ...last, ...moved }).value)).toEqual([one, two]);
    expect(uids(site({ ...last, ...moved, ...between }).value)).toEqual([one, three, two]);
  });

  test('as written stands, and of two that are the same the later one’s does not', () => {
    const { value, diagnostics } = site({
      a: 'start: 2026-10-06\nuid: x@meetup.example\nseries: Tea',
      b: 'start: 2026-11-03\nuid: x@meetup.example',
    });
    expect(uids(value)).toEqual(['x@meetup.example', 'event.b@meetpress']);
    expect(diagnostics).toMatchObject([
      { code: 'repeated-uid', at: { path: 'content/events/b.md', line: 3, column: 6 } },
    ]);
  });

  test('of a date is the one of the event that takes its place', () => {
    const before = site({}, rule).value;
    const { value } = site({ '2026-08-11-moved': 'start: 2026-08-11\nseries: tea' }, rule);
    expect(before.dates[1]?.start.at.toPlainDate().toString()).toBe('2026-08-04');
    expect(uids(value)).toEqual([before.dates[1]?.uid]);
  });
});

describe('the sequence', () => {
  const sequence = (fields: string, config = ''): number | undefined =>
    site({ x: fields }, config).value.events[0]?.sequence;

  test('rises with each step from planned to postponed to moved to cancelled', () => {
    const steps = [
      'start: 2026-10-06',
      'start: 2026-10-06\nstatus: postponed',
      'start: 2026-11-03\nprevious_start: 2026-10-06\nstatus: rescheduled',
      'start: 2026-11-03\nprevious_start: 2026-10-06\nstatus: cancelled',
    ];
    expect(steps.map((fields) => sequence(fields))).toEqual([0, 1, 2, 3]);
  });

  test('counts a new date that nobody says', () => {
    expect(sequence('start: 2026-11-03\nstatus: rescheduled')).toBe(2);
  });

  test.each([
    ['start: 2026-08-04 19:00\nvenue: mill', 0],
    ['start: 2026-08-04 19:00', 2],
    ['start: 2026-08-04 19:30\nvenue: mill', 2],
    ['start: 2026-08-05 19:00\nvenue: mill', 2],
    ['start: 2026-08-04 19:00\nvenue: shed\nstatus: cancelled', 3],
    ['start: 2025-08-04 19:00\nvenue: shed', 0],
  ])('counts what differs from the date that was saved: %j', (fields, expected) =>
    expect(sequence(`${fields}\nseries: Tea`, rule)).toBe(expected),
  );

  test('as written stands', () => {
    expect(sequence('start: 2026-10-06\nsequence: 7\nstatus: cancelled')).toBe(7);
    expect(sequence('start: 2026-10-06\nsequence: 0\nstatus: cancelled')).toBe(0);
  });
});

test('when it was changed is known as written', () => {
  const { value, diagnostics } = site({ x: 'start: 2026-10-06\nlast_modified_at: 2026-09-30 10:00' }, 'timezone: UTC');
  expect(value.events[0]?.updated?.at.toString()).toBe('2026-09-30T10:00:00+00:00[UTC]');
  expect(codesOf(diagnostics)).toEqual([]);
});
