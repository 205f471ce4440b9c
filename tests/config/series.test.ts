import { describe, expect, test } from 'vitest';
import { readConfig } from '../../src/config/read.ts';
import type { SeriesTerm } from '../../src/config/series.ts';
import { brief, configOf, filesOf } from '../support.ts';

const said = (yaml: string) => brief(yaml, readConfig(filesOf({ 'site.yaml': yaml })).diagnostics);
const helps = (yaml: string) => readConfig(filesOf({ 'site.yaml': yaml })).diagnostics.map(({ help }) => help);

/** A term in one line. */
const line = ({ from, anchor, rule, clock, duration, venue }: SeriesTerm): string =>
  [
    `${from}${anchor.equals(from) ? '' : ` counted from ${anchor}`}`,
    rule.value.text,
    clock && [clock.time, clock.end].filter(Boolean).join('-'),
    duration,
    venue?.value,
  ]
    .filter(Boolean)
    .join(' ');

test('every field', () => {
  const yaml = `
series:
  - title: Tea Talks
    slug: TEA
    summary: Tea, and talks.
    rrule: RRULE:FREQ=MONTHLY;BYDAY=1TU
    dtstart: 6 January 2026
    time: 7 pm to 9 pm
    location: Old Mill
    tz: europe/lisbon
    online: https://meet.example/tea
    until: 2027-12-31
    exdate: [2026-08-04, 2026-09-01]
`;
  expect(said(yaml)).toEqual([]);
  const [series] = configOf(yaml).series;
  expect(series).toMatchObject({
    id: 'tea',
    name: 'Tea Talks',
    description: 'Tea, and talks.',
    timezone: 'Europe/Lisbon',
    online: { value: 'https://meet.example/tea' },
  });
  expect(series?.terms.map(line)).toEqual(['2026-01-06 FREQ=MONTHLY;BYDAY=1TU 19:00:00-21:00:00 Old Mill']);
  expect([series?.until, ...(series?.except ?? [])].map(String)).toEqual(['2027-12-31', '2026-08-04', '2026-09-01']);
});

describe('the list may be', () => {
  test.each([
    ['series:\n  - name: Tea\n  - Cake'],
    ['series:\n  Tea: {}\n  Cake:'],
    ['series: [Tea, Cake]'],
    ['series:\n  tea: {name: Tea}\n  cake: {name: Cake}'],
  ])('%j', (yaml) => {
    expect(said(yaml)).toEqual([]);
    expect(configOf(yaml).series.map(({ id, name }) => `${id} ${name}`)).toEqual(['tea Tea', 'cake Cake']);
  });

  test('one alone', () => {
    expect(configOf('series: Tea').series).toMatchObject([{ name: 'Tea', terms: [] }]);
    expect(configOf('series: {name: Tea, rule: FREQ=DAILY, start: 2026-01-01}').series).toMatchObject([
      { name: 'Tea', terms: [{ rule: { value: { frequency: 'DAILY' } } }] },
    ]);
  });

  test('blank', () => expect(configOf('series:').series).toEqual([]));
});

describe('the time', () => {
  test.each([
    ['start: 2026-01-06\n    time: 19:00\n    duration: 2h', '2026-01-06 FREQ=DAILY 19:00:00 PT2H'],
    ['start: 2026-01-06 19:00-21:00', '2026-01-06 FREQ=DAILY 19:00:00-21:00:00'],
    ['start: 2026-01-06 19:00\n    time: 18:00', '2026-01-06 FREQ=DAILY 18:00:00'],
    ['start: 2026-01-06', '2026-01-06 FREQ=DAILY'],
  ])('%j', (fields, term) => {
    expect(configOf(`series:\n  Tea:\n    rule: FREQ=DAILY\n    ${fields}`).series[0]?.terms.map(line)).toEqual([term]);
  });

  test('may name its zone', () => {
    const zoneOf = (fields: string) => configOf(`series: {name: Tea, ${fields}}`).series[0]?.timezone;
    expect(zoneOf('time: 19:00 Europe/Berlin')).toBe('Europe/Berlin');
    expect(zoneOf('time: 19:00 Europe/Berlin, timezone: UTC')).toBe('UTC');
    expect(zoneOf('time: 19:00 CET')).toBeUndefined();
  });
});

test('changes hold from their day on, in their order, and keep what they do not name', () => {
  const { series } = configOf(`
series:
  Tea:
    rule: FREQ=WEEKLY;INTERVAL=2
    start: 2026-01-06 19:00-21:00
    venue: mill
    changes:
      - {from: 2026-09-01, rule: FREQ=MONTHLY;BYDAY=1TU}
      - {from: 2026-03-01, time: 18:00, venue: shed}
      - {from: 2026-12-01 20:00, duration: 90 min}
`);
  expect(series[0]?.terms.map(line)).toEqual([
    '2026-01-06 FREQ=WEEKLY;INTERVAL=2 19:00:00-21:00:00 mill',
    '2026-03-01 counted from 2026-01-06 FREQ=WEEKLY;INTERVAL=2 18:00:00 shed',
    '2026-09-01 FREQ=MONTHLY;BYDAY=1TU 18:00:00 shed',
    '2026-12-01 counted from 2026-09-01 FREQ=MONTHLY;BYDAY=1TU 20:00:00 PT1H30M shed',
  ]);
});

describe('what is wrong is said where it stands', () => {
  test.each([
    ['series:\n  - name: Tea\n    rule: FREQ=MONTHLY; BYDAY=TUE\n    start: 2026-01-06', 'bad-rule 3:25 BYDAY=TUE'],
    ['series:\n  Tea:\n    rule: FREQ=DAILY', 'missing-field 3:5 rule: FREQ=DAILY'],
    ['series:\n  Tea:\n    rule: FREQ=DAILY\n    start: soon', 'bad-date 4:12 soon'],
    [
      'series:\n  Tea:\n    start: 2026-01-06\n    changes: [{from: 2026-02-01}]',
      'missing-field 3:5 start: 2026-01-06',
    ],
    [
      'series:\n  Tea:\n    rule: FREQ=DAILY\n    start: 2026-01-06\n    changes: [{time: 18:00}]',
      'missing-field 5:15 {time: 18:00}',
    ],
    ['series:\n  - rule: FREQ=DAILY\n    start: 2026-01-06', 'missing-field 2:5 rule: FREQ=DAILY'],
    ['series: [Tea, tea]', 'repeated-field 1:15 tea'],
    ['series:\n  Tea: {rul: FREQ=DAILY}', 'misspelt-field 2:9 rul'],
    ['series:\n  Tea: {except: [2026-02-30]}', 'bad-date 2:26 30'],
    ['series:\n  Tea: {changes: yes}', 'wrong-type 2:18 yes'],
    ['series: [[Tea]]', 'wrong-type 1:10 [Tea]'],
    ['series:\n  Tea: {}\n  Cake: on Fridays', 'bad-rule 3:9 on Fridays'],
    ['series:\n  rule: FREQ=DAILY\n  start: 2026-01-06', 'missing-field 2:3 rule: FREQ=DAILY'],
  ])('%j', (yaml, message) => expect(said(yaml)).toEqual([message]));

  test('with what to do about it', () => {
    expect(helps('series:\n  Tea:\n    rule: FREQ=DAILY')).toEqual(['add its first date, as in `start: 2026-01-06`']);
    expect(helps('series: [{id: tea}]')).toEqual(['add a line `name: …`']);
  });
});
