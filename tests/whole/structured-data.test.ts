import { describe, expect, test } from 'vitest';
import { filesOf } from '../support.ts';
import { type Thing, thingsOf, withParts } from './json-ld.ts';
import { exampleSite, render } from './render.ts';
import { createVocabulary } from './vocabulary.ts';

const url = 'https://a.example/meet/';
const vocabulary = createVocabulary();

/** What is in a thing and not in schema.org. */
function strangers(thing: Thing): string[] {
  return [...withParts(thing)].flatMap((part) => {
    const type = part['@type'];
    const own = Object.keys(part).filter((key) => !key.startsWith('@'));
    if (type === undefined) return own;
    const known = vocabulary(String(type));
    return known ? own.filter((key) => !known.has(key)).map((key) => `${type}.${key}`) : [`${type}`];
  });
}

const isAddress = (value: unknown): boolean => /^(?:https?|mailto):/.test(String(value));
const addresses = ['@id', 'url', 'image', 'logo', 'sameAs', 'hasMap', 'item', 'mainEntityOfPage'];

/** Each thing of a page by its type. */
const byType = (html: string): Readonly<Record<string, Thing>> =>
  Object.fromEntries(thingsOf(html).map((thing) => [thing['@type'], thing]));

test('the vocabulary is awake', () => {
  expect(strangers({ '@type': 'Event', name: 'x', startDate: 'y', location: { '@type': 'Place', geo: {} } })).toEqual(
    [],
  );
  expect(strangers({ '@type': 'Event', titel: 'x' })).toEqual(['Event.titel']);
  expect(strangers({ '@type': 'Meetup' })).toEqual(['Meetup']);
  expect(strangers({ '@type': 'Event', location: { '@type': 'Place', startDate: '' } })).toEqual(['Place.startDate']);
});

describe('the example site', () => {
  const { outputs } = render(exampleSite(), url);
  const pages = [...outputs].filter(([path]) => path.endsWith('.html'));
  const all = pages.flatMap(([path, html]) => thingsOf(html).map((thing) => ({ path, thing })));

  test('speaks schema.org on every page that can be found', () => {
    expect(all.flatMap(({ path, thing }) => strangers(thing).map((stranger) => `${path}: ${stranger}`))).toEqual([]);
    expect(all.filter(({ thing }) => thing['@context'] !== 'https://schema.org')).toEqual([]);
    const silent = pages.filter(([path]) => all.every((each) => each.path !== path)).map(([, html]) => html);
    expect(silent.filter((html) => !html.includes('<meta name="robots" content="noindex">'))).toEqual([]);
  });

  test('has full addresses, and says nothing that is empty', () => {
    const odd = all.flatMap(({ path, thing }) =>
      [...withParts(thing)].flatMap((part) =>
        Object.entries(part)
          .filter(([key, value]) => {
            const values: unknown[] = Array.isArray(value) ? value : [value];
            if (values.length === 0 || values.some((each) => each === '' || each === null)) return true;
            return addresses.includes(key) && !values.every(isAddress);
          })
          .map(([key]) => `${path}: ${key}`),
      ),
    );
    expect(odd).toEqual([]);
  });

  test('knows the way home', () => {
    const trail = (path: string) =>
      (byType(outputs.get(path)!).BreadcrumbList!.itemListElement as Thing[]).map((item) => [
        item.position,
        item.name,
        item.item,
      ]);
    expect(trail('events/2026-10-15-tides-and-names/index.html')).toEqual([
      [1, 'Foghorn', url],
      [2, 'Events', `${url}events/`],
      [3, 'Tides and names', `${url}events/2026-10-15-tides-and-names/`],
    ]);
    expect(trail('about/index.html').map(([, , item]) => item)).toEqual([url, `${url}about/`]);
    expect(trail('tags/data/index.html').map(([, , item]) => item)).toEqual([url, `${url}tags/`, `${url}tags/data/`]);
    for (const { path, thing } of all)
      if (thing['@type'] === 'BreadcrumbList')
        for (const { item } of thing.itemListElement as Thing[])
          expect([path, outputs.has(`${decodeURI(String(item).slice(url.length))}index.html`)]).toEqual([path, true]);
  });

  test('says who the group is', () => {
    const home = byType(outputs.get('index.html')!);
    expect(Object.keys(home)).toEqual(['WebSite', 'Organization']);
    expect(home.WebSite).toMatchObject({ name: 'Foghorn', url, inLanguage: 'en-CA' });
    expect(home.Organization).toMatchObject({
      name: 'Foghorn',
      url,
      logo: `${url}assets/images/logo.svg`,
      sameAs: expect.arrayContaining(['https://social.example.net/@foghorn']),
    });
  });

  test('introduces people and posts', () => {
    expect(byType(outputs.get('people/noor-haddadin/index.html')!).Person).toMatchObject({
      name: 'Noor Haddadin',
      pronouns: 'they/them',
      url: `${url}people/noor-haddadin/`,
      image: `${url}assets/images/people/noor-haddadin.svg`,
      sameAs: ['https://social.example.net/@noor', 'https://noor.example.org/'],
    });
    expect(byType(outputs.get('posts/2025-11-19-six-short-blasts/index.html')!).BlogPosting).toMatchObject({
      headline: 'Six short blasts',
      datePublished: '2025-11-19',
      author: [{ '@type': 'Person', name: 'Noor Haddadin', url: `${url}people/noor-haddadin/` }],
      publisher: { '@type': 'Organization', name: 'Foghorn', url },
      image: `${url}assets/images/short-blasts.svg`,
      about: { '@id': `${url}events/2025-11-13-short-blasts/` },
    });
  });
});

/** What search engines ask of an event: https://developers.google.com/search/docs/appearance/structured-data/event */
const required = ['name', 'startDate', 'location'];
const recommended = [
  'description',
  'endDate',
  'eventAttendanceMode',
  'eventStatus',
  'image',
  'offers',
  'organizer',
  'performer',
];

describe('an event', () => {
  const usual =
    'title: Maps\ndescription: On maps.\nimage: https://img.example/maps.png\nstart: 2026-12-01 19:00\nend: 21:00';
  const more =
    'rsvp: https://rsvp.example/1\nprice: Free\ntalks: [{title: Ink, speakers: [Ada Lind, Bo]}, {title: Sea, speakers: [Bo]}]';
  const hall = 'venue: {name: Hall, address: 1 Pier, city: Kiel, country: DE, geo: "54.3, 10.1"}';
  const states: Readonly<Record<string, [fields: string, said: Thing]>> = {
    scheduled: [
      `${usual}\n${hall}`,
      {
        eventStatus: 'https://schema.org/EventScheduled',
        eventAttendanceMode: 'https://schema.org/OfflineEventAttendanceMode',
        startDate: '2026-12-01T19:00:00+01:00',
        endDate: '2026-12-01T21:00:00+01:00',
        location: {
          '@type': 'Place',
          name: 'Hall',
          address: { '@type': 'PostalAddress', streetAddress: '1 Pier', addressLocality: 'Kiel', addressCountry: 'DE' },
          geo: { '@type': 'GeoCoordinates', latitude: 54.3, longitude: 10.1 },
        },
        offers: { '@type': 'Offer', price: 0, url: 'https://rsvp.example/1' },
        isAccessibleForFree: true,
        performer: [
          { '@type': 'Person', name: 'Ada Lind', url: `${url}people/ada-lind/` },
          { '@type': 'Person', name: 'Bo', url: `${url}people/bo/` },
        ],
        organizer: { '@type': 'Organization', name: 'Heron', url },
        image: 'https://img.example/maps.png',
      },
    ],
    past: [
      `${usual.replaceAll('2026-12', '2026-01')}\n${hall}\nrecording: https://v.example/1`,
      { recordedIn: { url: 'https://v.example/1' } },
    ],
    'in progress': [
      `${usual.replace('2026-12-01 19:00', '2026-11-20 11:00')}\n${hall}`,
      { startDate: '2026-11-20T11:00:00+01:00' },
    ],
    cancelled: [`${usual}\n${hall}\nstatus: cancelled`, { eventStatus: 'https://schema.org/EventCancelled' }],
    postponed: [`${usual}\n${hall}\nstatus: postponed`, { eventStatus: 'https://schema.org/EventPostponed' }],
    rescheduled: [
      `${usual}\n${hall}\nstatus: rescheduled\nprevious_start: 2026-11-24 19:00`,
      { eventStatus: 'https://schema.org/EventRescheduled', previousStartDate: '2026-11-24T19:00:00+01:00' },
    ],
    'all day': [
      `${usual.replace(' 19:00\nend: 21:00', '')}\n${hall}`,
      { startDate: '2026-12-01', endDate: '2026-12-01' },
    ],
    'of several days': [
      `${usual.replace(' 19:00\nend: 21:00', '\nend: 2026-12-03')}\n${hall}`,
      { startDate: '2026-12-01', endDate: '2026-12-03' },
    ],
    online: [
      `${usual}\nonline: https://join.example/1`,
      {
        eventAttendanceMode: 'https://schema.org/OnlineEventAttendanceMode',
        location: { '@type': 'VirtualLocation', url: 'https://join.example/1' },
      },
    ],
    'online somewhere': [
      `${usual}\nonline: true`,
      { location: { '@type': 'VirtualLocation', url: 'https://rsvp.example/1' } },
    ],
    hybrid: [
      `${usual}\n${hall}\nonline: https://join.example/1`,
      {
        eventAttendanceMode: 'https://schema.org/MixedEventAttendanceMode',
        location: [
          { '@type': 'Place', name: 'Hall' },
          { '@type': 'VirtualLocation', url: 'https://join.example/1' },
        ],
      },
    ],
    'to be announced': [usual, { location: { '@type': 'Place', name: 'To be announced' } }],
    'of a series': [`${usual}\n${hall}\nseries: Ebb`, { superEvent: { '@type': 'EventSeries', name: 'Ebb' } }],
  };
  const entries = Object.entries(states);
  const { outputs } = render(
    filesOf({
      'site.yaml': `title: Heron\nurl: ${url}\ntimezone: Europe/Berlin`,
      ...Object.fromEntries(
        entries.map(([, [fields]], index) => [`content/events/e${index}.md`, `---\n${fields}\n${more}\n---\n`]),
      ),
    }),
  );

  test.each(entries)('%s', (state, [, said]) => {
    const index = entries.findIndex(([name]) => name === state);
    const { Event: event } = byType(outputs.get(`events/e${index}/index.html`)!);
    expect(event).toMatchObject(said);
    expect(strangers(event!)).toEqual([]);
    // There is nothing to offer for what is cancelled.
    const wanted = [...required, ...recommended].filter((name) => !(state === 'cancelled' && name === 'offers'));
    expect(Object.keys(event!)).toEqual(expect.arrayContaining(wanted));
  });
});

test('without the site’s address its own are left out, and the rest is there', () => {
  const { outputs } = render(
    filesOf({
      'content/events/x.md':
        '---\ntitle: X\nstart: 2026-12-01 19:00\nonline: true\nrsvp: https://rsvp.example/1\nimage: x.svg\nhosts: Ada\n---\n',
      'content/events/x.svg': '<svg/>',
    }),
  );
  const { Event: event, ...others } = byType(outputs.get('events/x/index.html')!);
  expect(others).toEqual({});
  expect(event).toMatchObject({
    name: 'X',
    startDate: '2026-12-01T19:00:00+00:00',
    location: { '@type': 'VirtualLocation', url: 'https://rsvp.example/1' },
    offers: { url: 'https://rsvp.example/1' },
  });
  expect(event).not.toHaveProperty('url');
  expect(event).not.toHaveProperty('image');
  expect([...withParts(event)].flatMap(Object.values).filter((value) => String(value).startsWith('/'))).toEqual([]);
});

test('nothing in it ends the script', () => {
  const hostile = '</script><script>alert(1)</script><!-- <script> ]]> & \u2028 \u2029 "';
  const { outputs } = render(
    filesOf({
      'site.yaml': `title: ${JSON.stringify(hostile)}\nurl: ${url}`,
      'content/index.md': '',
      'content/events/x.md': `---\ntitle: ${JSON.stringify(hostile)}\nstart: 2026-12-01\n---\n`,
    }),
  );
  const html = outputs.get('events/x/index.html')!;
  expect(byType(html).Event).toMatchObject({ name: hostile, organizer: { name: hostile } });
  const written = [...html.matchAll(/<script type="application\/ld\+json">(.*)<\/script>/g)].map(([, json]) => json!);
  expect(written).toHaveLength(2);
  for (const json of written) expect(json).not.toMatch(/[<>&\u2028\u2029]/);
});

test('an address without its scheme is a full one, too', () => {
  const { outputs } = render(
    filesOf({ 'content/posts/2026-01-01.md': '---\ntitle: X\nimage: //img.example/a b.png\n---\n' }),
  );
  const { BlogPosting: post } = byType(outputs.get('posts/2026-01-01/index.html')!);
  expect(post).toMatchObject({ image: 'https://img.example/a%20b.png', author: { name: 'Meetup' } });
});
