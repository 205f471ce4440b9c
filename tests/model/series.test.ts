import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SavedDate, Site } from '../../src/model/values.ts';
import { codesOf, siteOf } from '../support.ts';

const now = '2026-11-20T12:00Z';
const first = 'rule: FREQ=MONTHLY;BYDAY=1TU, start: 2026-01-06';
const front = (fields: string): string => `---\n${fields}\n---\nWords.\n`;

/** A site with one series, `Tea`, and events by their file's name. */
function tea(fields: string, events: Readonly<Record<string, string>> = {}) {
  const content = Object.entries(events).map(([name, lines]) => [`events/${name}.md`, front(`series: Tea\n${lines}`)]);
  return siteOf(
    { 'index.md': '# Tea', ...Object.fromEntries(content) },
    { now, config: `timezone: Europe/Berlin\nseries: [{name: Tea, ${fields}}]` },
  );
}

const days = (site: Site): string[] => site.dates.map(({ start }) => start.at.toPlainDate().toString());
const uids = (site: Site): Record<string, string> =>
  Object.fromEntries(site.events.map(({ entry, uid }) => [entry.id, uid.replace(/@meetpress$/, '')]));
const shown = ({ start, end, over }: SavedDate): (string | undefined)[] =>
  [start.at, end?.at, over].map((at) => at?.toString({ timeZoneName: 'never' }));

describe('saved dates', () => {
  test('are those of the next twelve months, from today on', () => {
    const { value } = tea(first);
    expect(days(value)).toEqual([
      '2026-12-01',
      '2027-01-05',
      '2027-02-02',
      '2027-03-02',
      '2027-04-06',
      '2027-05-04',
      '2027-06-01',
      '2027-07-06',
      '2027-08-03',
      '2027-09-07',
      '2027-10-05',
      '2027-11-02',
    ]);
    expect(value.dates[0]).toMatchObject({
      kind: 'date',
      title: 'Tea',
      allDay: true,
      online: false,
      moment: 'upcoming',
    });
    expect(value.series).toMatchObject([{ slug: 'tea', name: 'Tea', events: [] }]);
    expect(value.series[0]?.dates).toEqual(value.dates);
  });

  test('are twelve of a series at most', () => {
    expect(days(tea('rule: FREQ=WEEKLY, start: 2026-01-06').value)).toHaveLength(12);
  });

  test('count until they are over', () => {
    const today = (time: string) => tea(`rule: FREQ=DAILY;COUNT=1, start: 2026-11-20, time: "${time}"`).value.dates;
    expect(today('20:00')).toMatchObject([{ moment: 'today' }]);
    expect(today('11:00-14:00')).toMatchObject([{ moment: 'now' }]);
    expect(today('11:00-12:00')).toEqual([]);
    // It lasts until tomorrow.
    expect(tea('rule: FREQ=DAILY;COUNT=1, start: 2026-11-18 19:00, duration: P3D').value.dates).toHaveLength(1);
  });

  test('stay at the clock of the place when it changes', () => {
    const { value } = tea('rule: FREQ=MONTHLY;BYDAY=-1SU, start: 2026-03-01, time: 19:00-21:00');
    expect(value.dates.filter(({ start }) => /-0[23]-/.test(start.at.toString())).map(shown)).toEqual([
      ['2027-02-28T19:00:00+01:00', '2027-02-28T21:00:00+01:00', '2027-02-28T21:00:00+01:00'],
      ['2027-03-28T19:00:00+02:00', '2027-03-28T21:00:00+02:00', '2027-03-28T21:00:00+02:00'],
    ]);
  });

  test.each([
    // The clocks go from 2 to 3 on the 28th of March, and from 3 to 2 on the 31st of October.
    ['start: 2027-03-28 02:30', '2027-03-28T03:30:00+02:00'],
    ['start: 2027-10-31 02:30', '2027-10-31T02:30:00+02:00'],
  ])('take a time that is skipped or comes twice as an event does: %s', (start, at) => {
    expect(shown(tea(`rule: FREQ=YEARLY, ${start}`).value.dates[0]!)[0]).toBe(at);
  });

  test('end after midnight, or after their duration, or are taken to last two hours', () => {
    const one = (fields: string) =>
      shown(tea(`rule: FREQ=YEARLY, start: 2027-01-05, ${fields}`).value.dates[0]!).slice(1);
    expect(one('time: 22:00-01:00')).toEqual(['2027-01-06T01:00:00+01:00', '2027-01-06T01:00:00+01:00']);
    expect(one('time: 19:00, duration: 90 min')).toEqual(['2027-01-05T20:30:00+01:00', '2027-01-05T20:30:00+01:00']);
    expect(one('time: 19:00')).toEqual([undefined, '2027-01-05T21:00:00+01:00']);
    expect(one('')).toEqual([undefined, '2027-01-06T00:00:00+01:00']);
  });

  test('lie in the zone of the series, else its venue, else the site', () => {
    const zoneOf = (fields: string): string | undefined =>
      siteOf(
        { 'venues/mill.md': '---\ntimezone: Asia/Tokyo\n---\n' },
        { now, config: `timezone: Europe/Berlin\nseries: [{name: Tea, ${first}, ${fields}}]` },
      ).value.dates[0]?.timezone;
    expect(zoneOf('venue: mill, timezone: UTC')).toBe('UTC');
    expect(zoneOf('venue: mill')).toBe('Asia/Tokyo');
    expect(zoneOf('')).toBe('Europe/Berlin');
  });

  test('are at a venue, which knows them', () => {
    const { value, diagnostics } = siteOf(
      { 'venues/mill.md': '---\nname: Old Mill\n---\n' },
      { now, config: `series: [{name: Tea, ${first}, venue: old mill, online: true}]` },
    );
    expect(codesOf(diagnostics)).toEqual(['two-spellings']);
    expect(value.dates[0]).toMatchObject({ venue: { name: 'Old Mill' }, online: true, joinUrl: undefined });
    expect(value.venues[0]?.dates).toEqual(value.dates);
  });

  test('at a venue without a file bring a warning at it', () => {
    const { value, diagnostics } = tea(`${first}, venue: Mill, online: "https://meet.example/"`);
    expect(diagnostics).toMatchObject([{ code: 'no-file-for-venue', at: { path: 'site.yaml', line: 2 } }]);
    expect(value.venues).toMatchObject([{ name: 'Mill', url: '/venues/mill/' }]);
    expect(value.dates[0]?.joinUrl?.written).toBe('https://meet.example/');
  });

  test('follow the changes of a series', () => {
    const { value } = tea(`${first} 19:00, until: 2027-03-31, except: 2027-01-05, changes: [
      {from: 2027-02-01, time: 18:00, rule: FREQ=MONTHLY;BYDAY=1WE}]`);
    expect(value.dates.map(({ start, uid }) => `${start.at.toPlainDateTime()} ${uid}`)).toEqual([
      '2026-12-01T19:00:00 series.tea.12@meetpress',
      '2027-02-03T18:00:00 series.tea.14@meetpress',
      '2027-03-03T18:00:00 series.tea.15@meetpress',
    ]);
  });

  test('of several series come in their order, and series in that of site.yaml', () => {
    const { value } = siteOf(
      { 'events/x.md': front('start: 2027-01-01\nseries: Air') },
      {
        now,
        config: `series:
          Wine: {rule: FREQ=YEARLY, start: 2027-02-02}
          Tea: {rule: FREQ=YEARLY, start: 2027-01-01}
          Cake:`,
      },
    );
    expect(value.dates.map(({ title }) => title)).toEqual(['Tea', 'Wine']);
    expect(value.series.map(({ slug }) => slug)).toEqual(['wine', 'tea', 'cake', 'air']);
  });

  test('are none where no day fits the rule, which is an error at it', () => {
    const { value, diagnostics } = tea('rule: FREQ=MONTHLY;BYMONTHDAY=30;BYMONTH=2, start: 2026-01-06');
    expect(value.dates).toEqual([]);
    expect(diagnostics).toMatchObject([
      {
        code: 'bad-rule',
        message: 'no day ever fits `FREQ=MONTHLY;BYMONTHDAY=30;BYMONTH=2`',
        at: { path: 'site.yaml' },
      },
    ]);
  });
});

test.each(['Tea Talks', 'tea talks', 'tt', 'TT'])('an event joins a series as %s', (name) => {
  const { value } = siteOf(
    { 'events/x.md': front(`start: 2027-01-01\nseries: ${name}`) },
    {
      now,
      config: 'series: [{name: Tea Talks, id: tt, description: Tea.}]',
    },
  );
  expect(value.series).toMatchObject([{ slug: 'tt', name: 'Tea Talks', description: 'Tea.', events: [{}] }]);
});

describe('an event takes the place of', () => {
  const off = 'off-series-day';
  test.each([
    ['its day', 'start: 2026-12-01 20:00', '2026-12-01', 'series.tea.12', []],
    ['its day, also when it is cancelled', 'start: 2026-12-01\nstatus: cancelled', '2026-12-01', 'series.tea.12', []],
    [
      'the day from which it was moved',
      'start: 2027-01-12\nprevious_start: 2026-12-01',
      '2026-12-01',
      'series.tea.12',
      [],
    ],
    [
      'the nearest of its month when it was moved',
      'start: 2026-12-10\nstatus: rescheduled',
      '2026-12-01',
      'series.tea.12',
      [],
    ],
    ['the nearest of its month, with a note', 'start: 2026-12-10', '2026-12-01', 'series.tea.12', [off]],
  ])('%s', (_, lines, day, uid, codes) => {
    const { value, diagnostics } = tea(first, { x: lines });
    expect(codesOf(diagnostics)).toEqual(codes);
    expect(uids(value)).toEqual({ x: uid });
    expect(days(value)).not.toContain(day);
    expect(days(value)).toHaveLength(11);
  });

  test('the day for which it was first planned, before another one’s', () => {
    const { value, diagnostics } = tea(first, { x: 'start: 2027-01-05\nprevious_start: 2026-12-01' });
    expect(uids(value)).toEqual({ x: 'series.tea.12' });
    // Nobody is told of an evening that nobody plans, on the same day.
    expect(days(value)[0]).toBe('2027-02-02');
    expect(diagnostics).toEqual([]);
  });

  test('one day each', () => {
    const { value } = tea('rule: "FREQ=MONTHLY;BYDAY=1TU,3TU", start: 2026-01-06', {
      a: 'start: 2026-12-02',
      b: 'start: 2026-12-03',
      c: 'start: 2026-12-04',
      d: 'start: 2026-12-15',
    });
    expect(uids(value)).toEqual({ a: 'series.tea.23', b: 'event.b', c: 'event.c', d: 'series.tea.24' });
  });

  test('no day before the start of the series, or after its end', () => {
    const { value, diagnostics } = tea(`${first}, until: 2026-12-31`, {
      before: 'start: 2025-12-02',
      after: 'start: 2027-01-07',
    });
    expect(uids(value)).toEqual({ before: 'event.before', after: 'event.after' });
    expect(diagnostics).toEqual([]);
  });

  test('a day that was left out, without a word', () => {
    const { value, diagnostics } = tea(`${first}, except: 2026-12-01`, { x: 'start: 2026-12-08' });
    expect(uids(value)).toEqual({ x: 'series.tea.12' });
    expect(days(value)).toHaveLength(11);
    expect(diagnostics).toEqual([]);
  });

  test('none in a month that has none, with a note that names the nearest', () => {
    const quarterly = 'rule: FREQ=MONTHLY;INTERVAL=3;BYDAY=2TH, start: 2026-03-12';
    const { value, diagnostics } = tea(quarterly, { x: 'start: 2026-11-12' });
    expect(uids(value)).toEqual({ x: 'event.x' });
    expect(diagnostics).toMatchObject([
      {
        code: 'off-series-day',
        message: '`Tea` has no date on 12 November 2026',
        help: 'its rule has 10 December 2026; if it was moved from there, add `previous_start: 2026-12-10`',
      },
    ]);
  });
});

test('an event on a day of a series that it does not name hides the date, and a note says so', () => {
  const config = `series: [{name: Tea, ${first}}]`;
  const events = { 'events/old.md': front('start: 2026-10-06'), 'events/x.md': front('start: 2026-12-01') };
  const { value, diagnostics } = siteOf(events, { now, config });
  expect(days(value)).not.toContain('2026-12-01');
  expect(uids(value)).toEqual({ old: 'event.old', x: 'event.x' });
  expect(diagnostics).toMatchObject([
    {
      code: 'unnamed-series',
      help: 'add a line `series: Tea` if it is one of them',
      at: { path: 'content/events/x.md' },
    },
  ]);
});

test('whatever the rule and the events, no two things have one uid, and no date is saved on the day of an event', () => {
  const day = fc
    .integer({ min: 0, max: 500 })
    .map((days) => new Date(Date.UTC(2026, 5, 1 + days)).toISOString().slice(0, 10));
  const event = fc.record({
    name: fc.constantFrom('', '-tea', '-cake', '-2'),
    start: day,
    previous: fc.option(day),
    series: fc.boolean(),
    status: fc.constantFrom('scheduled', 'cancelled', 'rescheduled'),
  });
  const rule = fc.constantFrom('FREQ=WEEKLY', 'FREQ=MONTHLY;BYDAY=1TU', 'FREQ=MONTHLY;BYDAY=2TU,-1FR', 'FREQ=YEARLY');
  fc.assert(
    fc.property(fc.array(event, { maxLength: 12 }), rule, day, (events, text, start) => {
      const files = events.map(({ name, previous, series, ...fields }) => [
        `events/${fields.start}${name}.md`,
        front(
          [
            `start: ${fields.start}`,
            `status: ${fields.status}`,
            ...(previous ? [`previous_start: ${previous}`] : []),
            ...(series ? ['series: Tea'] : []),
          ].join('\n'),
        ),
      ]);
      const config = `series: [{name: Tea, rule: "${text}", start: ${start}}]`;
      const { value } = siteOf(Object.fromEntries(files), { now, config });
      const all = [...value.events, ...value.dates].map(({ uid }) => uid);
      expect(new Set(all).size).toBe(all.length);
      const taken = value.events.map((each) => each.start.at.toPlainDate().toString());
      expect(days(value).filter((each) => taken.includes(each))).toEqual([]);
    }),
    { numRuns: 60 },
  );
});
