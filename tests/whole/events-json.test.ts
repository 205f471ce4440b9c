import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { filesOf } from '../support.ts';
import { exampleSite, render } from './render.ts';

type Entry = Readonly<Record<string, unknown>>;

/** The document of a site, and what its own schema has against it. */
function documentOf(...call: Parameters<typeof render>) {
  const { outputs } = render(...call);
  const schema = JSON.parse(outputs.get('events.schema.json')!);
  const document = JSON.parse(outputs.get('events.json')!);
  const validate = compiled(schema);
  const validated = (value: unknown): string[] =>
    validate(value) ? [] : validate.errors!.map(({ instancePath, message }) => `${instancePath} ${message}`);
  return { schema, document, events: document.events as readonly Entry[], validated };
}

function compiled(schema: object) {
  // What a branch of `anyOf` says of its type, the whole need not say again.
  const ajv = new Ajv2020({ strict: true, strictTypes: false, allErrors: true });
  formats.default(ajv);
  return ajv.compile(schema);
}

const url = 'https://org.example/name/';
const front = (fields: string): string => `---\n${fields}\n---\n`;

describe('the example site', () => {
  const { schema, document, events, validated } = documentOf(exampleSite(), url);

  test('is what its schema says', () => {
    expect(validated(document)).toEqual([]);
    expect(schema).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: `${url}events.schema.json`,
    });
    expect(document).toMatchObject({
      $schema: schema.$id,
      version: 1,
      site: { title: 'Foghorn', url, language: 'en-CA', timezone: 'America/Halifax' },
    });
  });

  test('the schema minds', () => {
    const [event, ...others] = events;
    const wrong = (changes: Entry) => validated({ ...document, events: [{ ...event, ...changes }, ...others] });
    expect(wrong({})).toEqual([]);
    expect(wrong({ added: 'later' })).toEqual([]);
    for (const changes of [
      { start: 'tomorrow' },
      { over: '2026-01-01T00:00:00+01:00' },
      { status: 'draft' },
      { uid: '' },
    ])
      expect(wrong(changes)).not.toEqual([]);
    for (const key of Object.keys(event!)) expect([key, wrong({ [key]: undefined })]).not.toEqual([key, []]);
  });

  test('holds everything once, earliest first', () => {
    const starts = events.map(({ start }) => Date.parse(String(start)));
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
    expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length);
    expect(events.filter(({ kind }) => kind === 'event')).toHaveLength(10);
  });

  test('has all that a bot needs to tell of an event', () => {
    expect(events.find(({ title }) => title === 'Tides and names')).toMatchObject({
      kind: 'event',
      id: '/events/2026-10-15-tides-and-names/',
      url: `${url}events/2026-10-15-tides-and-names/`,
      start: '2026-10-15T18:30:00-03:00',
      end: '2026-10-15T20:30:00-03:00',
      over: '2026-10-15T23:30:00Z',
      allDay: false,
      timezone: 'America/Halifax',
      status: 'rescheduled',
      previousStart: '2026-10-08T18:30:00-03:00',
      venue: {
        name: 'Shed Nine',
        address: '9 Tarpot Wharf',
        city: 'Halifax',
        country: 'Canada',
        url: `${url}venues/shed-nine/`,
      },
      online: true,
      join: 'https://meet.example.org/foghorn',
      rsvp: 'https://rsvp.example.org/foghorn/2026-10-15',
      price: 'Free',
      capacity: 60,
      series: { id: 'soundings', name: 'Soundings', url: `${url}series/soundings/`, number: 5 },
      hosts: [{ name: 'Noor Haddadin', url: `${url}people/noor-haddadin/` }, { name: 'Tomasz Wierzba' }],
      talks: [
        {
          title: 'The sea is a cache',
          url: `${url}events/2026-10-15-tides-and-names/#talk-the-sea-is-a-cache`,
          duration: 'PT40M',
          speakers: [{ name: 'Imani Okafor-Reid', url: `${url}people/imani-okafor-reid/` }],
          slides: [{ label: 'slides.example.org', url: 'https://slides.example.org/foghorn/sea-cache' }],
          videos: [{ url: 'https://video.example.org/foghorn/sea-cache' }],
        },
        { title: 'Nommer les choses, deux fois', lang: 'fr' },
      ],
      image: `${url}assets/images/tides.svg`,
    });
    expect(events.find(({ title }) => title === 'Haul-Out Weekend')).toMatchObject({
      start: '2026-04-25',
      end: '2026-04-26',
      over: '2026-04-27T03:00:00Z',
      allDay: true,
    });
  });

  test('lets a reader find the next event at any time', () => {
    const nextAt = (time: string) =>
      events.find(({ over, status }) => String(over) > time && ['scheduled', 'rescheduled'].includes(String(status)));
    expect(nextAt('2026-11-20T12:00:00Z')?.id).toBe(document.next);
    expect(nextAt('2025-12-01T00:00:00Z')?.title).not.toBe('Small boats in winter');
    expect(nextAt('2026-10-15T23:00:00Z')?.title).toBe('Tides and names');
  });
});

test('a saved date of a series is there, and may be the next', () => {
  const config =
    'timezone: Europe/Berlin\nseries:\n  ebb: {name: Ebb, rule: "FREQ=MONTHLY;BYDAY=1TU", start: 2026-11-03, time: "19:00", duration: 2h}';
  const { document, events, validated } = documentOf(
    filesOf({
      'site.yaml': config,
      'content/events/2026-11-03.md': front('title: First\nstart: 2026-11-03 19:00\nseries: Ebb'),
    }),
  );
  expect(validated(document)).toEqual([]);
  const dates = events.filter(({ kind }) => kind === 'date');
  expect(dates[0]).toMatchObject({
    start: '2026-12-01T19:00:00+01:00',
    end: '2026-12-01T21:00:00+01:00',
    over: '2026-12-01T20:00:00Z',
    status: 'scheduled',
    series: { name: 'Ebb', number: null },
  });
  expect(document.next).toBe(dates[0]!.id);
});

describe('a site that does not know its address', () => {
  const { schema, document, events, validated } = documentOf(
    filesOf({
      'content/events/Köln.md': front(
        'title: Köln\nstart: 2026-12-01\nrsvp: https://e.example/ü?a=b c|d\ntalks: [{title: T, slides: dom 1.pdf}]\nvenue: Hall',
      ),
      'content/events/dom 1.pdf': 'x',
    }),
  );

  test('has addresses relative to the document', () => {
    expect(validated(document)).toEqual([]);
    expect(schema).not.toHaveProperty('$id');
    expect(document).toMatchObject({ $schema: '/events.schema.json', site: { title: 'Meetup', url: '/' } });
    expect(events).toMatchObject([
      {
        url: '/events/K%C3%B6ln/',
        rsvp: 'https://e.example/%C3%BC?a=b%20c%7Cd',
        venue: { name: 'Hall', url: '/venues/hall/', address: null, geo: null, map: null },
        talks: [{ slides: [{ url: '/events/dom%201.pdf' }] }],
        end: null,
        series: null,
      },
    ]);
  });
});

test('a site without events has no such document', () => {
  const { outputs } = render(filesOf({ 'content/index.md': '' }));
  expect([...outputs.keys()].filter((path) => path.startsWith('events'))).toEqual([]);
});
