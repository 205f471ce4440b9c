import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Event } from '../../src/model/values.ts';
import { siteOf } from '../support.ts';
import { cleanText, fieldsOf, fileOf, icsOf, timesByIcal, timesByModel, timesByNodeIcal } from './reading.ts';

const two = (number: number): string => String(number).padStart(2, '0');

// ical.js follows a rule until 2035.
const date = fc
  .date({ min: new Date('1970-01-02T00:00Z'), max: new Date('2034-12-01T00:00Z'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10));
const clock = fc
  .tuple(fc.nat(23), fc.nat(59), fc.constantFrom('', ':30'))
  .map(([hour, minute, seconds]) => `${two(hour)}:${two(minute)}${seconds}`);
const time = fc.tuple(date, fc.option(clock, { nil: '' })).map((parts) => parts.join(' ').trim());
// Zones whose rules are old enough for the data of every reader.
const zone = fc.constantFrom(
  ...['America/Chicago', 'Europe/Berlin', 'Asia/Kolkata', 'Asia/Calcutta', 'Australia/Lord_Howe', 'UTC'],
  ...['America/Sao_Paulo', 'Europe/Moscow', 'Asia/Jerusalem', 'Asia/Kathmandu', 'America/St_Johns', 'Etc/GMT+5'],
);
const text = fc.string({
  unit: fc.oneof(fc.string({ unit: 'grapheme', maxLength: 1 }), fc.constantFrom(...'\n\r\t;,\\:" \'\0\u001b')),
});
const address = fc.webUrl({ withQueryParameters: true, withFragments: true });
const geo = fc
  .tuple(fc.double({ min: -90, max: 90, noNaN: true }), fc.double({ min: -180, max: 180, noNaN: true }))
  .map((pair) => pair.map((angle) => Number(angle.toFixed(9))));

const fields = fc.record(
  {
    title: text,
    description: text,
    start: time,
    end: fc.oneof(time, clock),
    duration: fc.constantFrom('90m', '2h', '26h', 'P3D', 'P2M', 'PT36H'),
    timezone: zone,
    status: fc.constantFrom('scheduled', 'cancelled', 'postponed', 'rescheduled'),
    previous_start: time,
    venue: fc.record({ name: text, address: text, city: text, geo }, { requiredKeys: ['name'] }),
    online: fc.oneof(fc.boolean(), address),
    rsvp: address,
    talks: fc.array(fc.record({ title: text, speakers: fc.array(text, { maxLength: 2 }) }), { maxLength: 3 }),
    // ical.js takes a comma behind an escaped backslash for an escaped comma.
    tags: fc.array(
      text.map((words) => words.replaceAll('\\', '')),
      { maxLength: 3 },
    ),
    updated: time,
    publish: date,
  },
  { requiredKeys: ['title', 'start', 'timezone'] },
);

const statuses = { scheduled: 'CONFIRMED', rescheduled: 'CONFIRMED', postponed: 'TENTATIVE', cancelled: 'CANCELLED' };

/** What a reader must find in the calendar, by the model. */
function expectFields(read: Readonly<Record<string, string>>, { title, talks, tags, status, ...event }: Event): void {
  expect(read.uid).toBe(event.uid);
  expect(read.summary ?? '').toBe(cleanText(title));
  expect(read.status).toBe(statuses[status]);
  expect(read.sequence).toBe(String(event.sequence));
  expect(read.categories ?? '').toBe(tags.map(({ name }) => cleanText(name)).join('|'));
  const wanted = [
    event.description ?? '',
    ...talks.flatMap((talk) => [talk.title, ...talk.speakers.map((each) => each.name)]),
  ];
  for (const words of wanted) expect(read.description ?? '').toContain(cleanText(words));
  if (event.updated) expect(Date.parse(read.dtstamp!)).toBe(event.updated.at.epochMilliseconds);
  if (event.venue?.geo) {
    const [latitude, longitude] = read.geo!.split(',').map(Number);
    expect(latitude).toBeCloseTo(event.venue.geo[0], 5);
    expect(longitude).toBeCloseTo(event.venue.geo[1], 5);
  }
}

test('whatever an event says, its calendar says, and every reader takes it for the same', () => {
  let seen = 0;
  fc.assert(
    fc.property(fields, (written) => {
      const { value } = siteOf({ 'events/x.md': fileOf(written) }, { config: 'url: https://meet.example' });
      if (value.events.length === 0) return;
      seen += 1;
      const ics = icsOf(value.events);
      expect(timesByIcal(ics)).toEqual(value.events.map(timesByModel));
      expect(timesByNodeIcal(ics)).toEqual(value.events.map(timesByModel));
      expectFields(fieldsOf(ics)[0]!, value.events[0]!);
      expect(ics.replaceAll('\r\n', '')).not.toMatch(/[\0-\x08\x0a-\x1f\x7f]/);
      for (const line of ics.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    }),
    { numRuns: 300 },
  );
  expect(seen).toBeGreaterThan(200);
});
