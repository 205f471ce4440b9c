import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { createBuilder, renderAll } from '../../src/builder.ts';
import { createFiles } from '../../src/files.ts';
import { textOf } from '../../src/output/output.ts';
import { packageRoot } from '../../src/package-root.ts';
import { fieldsOf, timesByIcal, timesByModel, timesByNodeIcal } from '../calendar/reading.ts';
import { now } from './run.ts';

const files = createFiles(packageRoot);
const options = { now: Temporal.Instant.from(now), drafts: false, overrides: {} };
const { value: planned } = createBuilder(files).plan(files, options);
const { events, dates } = planned.site;
const calendars = new Map(
  renderAll(planned).value.flatMap(({ path, content }) =>
    path.endsWith('.ics') ? [[path, textOf(content as Uint8Array)]] : [],
  ),
);

/** By start; an event before a date of the same start. */
const all = [...events, ...dates].sort((a, b) => Temporal.ZonedDateTime.compare(a.start.at, b.start.at));

test('the example site has calendars', () => {
  expect([...calendars.keys()]).toEqual(expect.arrayContaining(['events.ics', 'series/soundings.ics']));
  expect(calendars.size).toBeGreaterThan(events.length + 5);
  expect(dates.length).toBeGreaterThan(0);
});

test('the whole of it is what the site says, to either reader', () => {
  const text = calendars.get('events.ics')!;
  expect(fieldsOf(text).map(({ uid, summary }) => [uid, summary])).toEqual(all.map(({ uid, title }) => [uid, title]));
  expect(timesByIcal(text)).toEqual(all.map(timesByModel));
  expect(timesByNodeIcal(text)).toEqual(all.map(timesByModel));
});

test.each([...calendars])('%s', (_, text) => {
  expect(text.startsWith('BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:')).toBe(true);
  expect(text.endsWith('\r\nEND:VCALENDAR\r\n')).toBe(true);
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  expect(Buffer.from(text).toString()).toBe(text);
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);

  const read = fieldsOf(text);
  const shown = read.map(({ uid }) => all.find((each) => each.uid === uid)!);
  expect(read.length).toBeGreaterThan(0);
  expect(timesByIcal(text)).toEqual(shown.map(timesByModel));
  expect(timesByNodeIcal(text)).toEqual(shown.map(timesByModel));
  // Nothing of it is later than what anybody wrote, nor from the clock of the build.
  for (const { dtstamp } of read) expect(dtstamp).not.toContain(now.slice(0, 10));
});

test('another build at another time writes the same of the same events', () => {
  const later = createBuilder(files).plan(files, { ...options, now: Temporal.Instant.from('2026-11-21T12:00Z') }).value;
  const route = later.routes.find(({ path }) => path === 'events.ics')!;
  const text = route.render(later.renderer).value as string;
  expect(fieldsOf(text).filter(({ status }) => status === 'CONFIRMED')).toEqual(
    fieldsOf(calendars.get('events.ics')!).filter(({ status }) => status === 'CONFIRMED'),
  );
});
