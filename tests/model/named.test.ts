import { describe, expect, test } from 'vitest';
import { brief, siteOf } from '../support.ts';

const front = (fields: string): string => `---\n${fields}\n---\n`;
const event = (fields: string): string => front(`start: 2026-12-01\n${fields}`);

/** A site with one event, and what is said about it. */
function meeting(fields: string, others: Readonly<Record<string, string>> = {}) {
  const text = event(fields);
  const { value, diagnostics } = siteOf({ 'events/tea.md': text, ...others });
  const here = diagnostics.filter(({ at }) => at?.path === 'content/events/tea.md');
  return {
    ...value,
    event: value.events[0]!,
    said: brief(text, here),
    messages: diagnostics.map(({ message }) => message),
    helps: diagnostics.map(({ help }) => help),
  };
}

describe('who is meant', () => {
  const ada = { 'people/ada-l.md': front('name: Ada Lovelace\naliases: [Countess, /old/]') };
  test.each(['ada-l', 'Ada Lovelace', 'Countess'])('by %s', (written) => {
    const { people, said } = meeting(`hosts: ${written}`, ada);
    expect(said).toEqual([]);
    expect(people.map(({ name, url, hosted }) => [name, url, hosted.length])).toEqual([
      ['Ada Lovelace', '/people/ada-l/', 1],
    ]);
  });

  test('by another spelling too, with a warning at it, once for each', () => {
    const { people, said, messages } = meeting(
      'hosts: [ada lovelace, "ADA-L", ada lovelace]\ntalks:\n  - {title: x, speakers: "Bo, ada_l"}',
      {
        ...ada,
        'people/bo.md': '',
      },
    );
    expect(said).toEqual(['two-spellings 3:9 ada lovelace', 'two-spellings 3:23 "ADA-L"', 'two-spellings 5:31 ada_l']);
    expect(messages[0]).toBe('`ada lovelace` and `Ada Lovelace` are taken for one');
    expect(people.length).toBe(2);
  });

  test('somebody twice is there once', () => {
    expect(meeting('hosts: [ada-l, Countess, ada-l]', ada).event.hosts.length).toBe(1);
  });
});

describe('somebody without a file', () => {
  test('may be somebody with one', () => {
    const files = { 'people/mina-osei.md': '', 'venues/town-hall.md': front('name: Town Hall') };
    expect(meeting('hosts: [Mina Osie, Inês]\nvenue: town-hal', files).helps).toEqual([
      'did you mean `town-hall`? If not, a file `content/venues/town-hal.md` would describe it',
      'did you mean `Mina Osei`? If not, a file `content/people/mina-osie.md` would describe them',
      'a file `content/people/inês.md` would describe them',
    ]);
  });

  test('exists by name, and a warning at the name says which file would describe them', () => {
    const { people, said } = meeting('hosts: Inês Prado, 東京太郎');
    expect(said).toEqual(['no-file-for-person 3:8 Inês Prado', 'no-file-for-person 3:20 東京太郎']);
    expect(people.map(({ name, url, entry }) => [name, url, entry])).toEqual([
      ['Inês Prado', '/people/in%C3%AAs-prado/', undefined],
      ['東京太郎', '/people/%E6%9D%B1%E4%BA%AC%E5%A4%AA%E9%83%8E/', undefined],
    ]);
    const { diagnostics } = siteOf({ 'events/x.md': event('venue: Town Hall!') });
    expect(diagnostics[0]?.help).toBe('a file `content/venues/town-hall.md` would describe it');
  });

  test('is warned of once, however often they are named', () => {
    const fields = 'venue: Hall\nsponsors: Acme\nhosts: Bo\ntalks: [{title: x, speaker: Bo}, {title: y, speaker: Bo}]';
    const { said } = meeting(fields, {
      'events/z.md': event('venue: Hall'),
      'posts/2026-01-02.md': front('author: Bo'),
    });
    expect(said).toEqual(['no-file-for-venue 3:8 Hall', 'no-file-for-person 5:8 Bo', 'no-file-for-sponsor 4:11 Acme']);
  });

  test.each(['🦀', '!?'])('may be called %s', (name) => {
    const { people } = meeting(`hosts: ["${name}", Bo]`);
    expect(people.map((person) => person.name).sort()).toEqual([name, 'Bo'].sort());
    expect(new Set(people.map(({ url }) => url)).size).toBe(2);
  });
});

describe('somebody described on the spot', () => {
  test('needs no file', () => {
    const fields =
      'venue: {name: Hall, city: Porto, geo: "41.1, -8.6"}\nsponsors:\n  - {name: Acme, url: https://a.example, tier: gold}';
    const { venues, sponsors, said } = meeting(fields);
    expect(said).toEqual([]);
    expect(venues).toMatchObject([
      {
        name: 'Hall',
        url: '/venues/hall/',
        entry: undefined,
        city: 'Porto',
        geo: [41.1, -8.6],
        map: { written: 'https://www.openstreetmap.org/?mlat=41.1&mlon=-8.6#map=18/41.1/-8.6' },
      },
    ]);
    expect(sponsors).toMatchObject([{ name: 'Acme', website: { written: 'https://a.example' }, tier: 'gold' }]);
  });

  test('is the one who was named before, and what is new about them is kept', () => {
    const { value } = siteOf({
      'events/a.md': event('hosts:\n  - {name: Bo, role: host, github: bo}'),
      'events/b.md': event('hosts:\n  - {name: Bo, role: guest, pronouns: they}'),
    });
    expect(value.people).toMatchObject([{ name: 'Bo', role: 'host', pronouns: 'they', links: [{ label: 'github' }] }]);
    expect(value.people[0]?.hosted.length).toBe(2);
  });

  test('of somebody with a file, the file counts', () => {
    const { people } = meeting('hosts: {name: bo, role: guest}', { 'people/bo.md': front('name: Bo\nrole: host') });
    expect(people).toMatchObject([{ name: 'Bo', role: 'host' }]);
  });
});

describe('names', () => {
  test.each([
    ['people/ada-lovelace.md', '# Hello', 'Ada Lovelace'],
    ['people/ada-lovelace.md', front('name: Ada'), 'Ada'],
    ['people/ada-lovelace.md', front('title: Ada'), 'Ada'],
    ['people/ada-lovelace/index.md', '', 'Ada Lovelace'],
  ])('of the person in %s with %j', (path, text, name) => {
    expect(siteOf({ [path]: text }).value.people).toMatchObject([{ name, title: name, slug: 'ada-lovelace' }]);
  });

  test.each([
    ['venues/town-hall.md', '', 'Town hall'],
    ['venues/town-hall.md', '# The Hall', 'The Hall'],
    ['venues/town-hall.md', front('title: The Hall'), 'The Hall'],
  ])('of the venue in %s with %j', (path, text, name) =>
    expect(siteOf({ [path]: text }).value.venues).toMatchObject([{ name, slug: 'town-hall' }]),
  );
});

test('a person’s links are those under `links` and the accounts at the top', () => {
  const text = front(
    'github: ada\nlinks:\n  mastodon: "@ada@social.example"\n  Blog: /blog/\nweb: ada.example\nlogo: a.png',
  );
  const { value, diagnostics } = siteOf({ 'people/ada.md': text });
  expect(diagnostics).toEqual([]);
  expect(value.people[0]?.avatar).toMatchObject({ written: 'a.png', picture: true });
  expect(value.people[0]?.links.map(({ label, target }) => `${label} ${target.written}`).sort()).toEqual([
    'Blog /blog/',
    'github https://github.com/ada',
    'mastodon https://social.example/@ada',
    'web https://ada.example',
  ]);
});

test('everybody knows where they were, the newest first', () => {
  const { value } = siteOf({
    'people/ada.md': '',
    'venues/hall.md': '',
    'sponsors/acme.md': '',
    'events/a.md': front(
      'start: 2026-01-01\nvenue: hall\nhosts: ada\nsponsors: acme\ntalks: [{title: a, speaker: ada}]',
    ),
    'events/b.md': front(
      'start: 2026-02-01\nvenue: hall\nhosts: ada\nsponsors: acme\ntalks: [{title: b, speaker: ada}]',
    ),
    'posts/2026-01-02-c.md': front('author: ada'),
    'posts/2026-02-02-d.md': front('author: ada'),
  });
  const [ada] = value.people;
  expect(ada?.talks.map(({ title }) => title)).toEqual(['b', 'a']);
  expect(ada?.hosted.map(({ entry }) => entry.id)).toEqual(['b', 'a']);
  expect(ada?.posts.map(({ entry }) => entry.id)).toEqual(['2026-02-02-d', '2026-01-02-c']);
  expect(value.venues[0]?.events.map(({ entry }) => entry.id)).toEqual(['b', 'a']);
  expect(value.sponsors[0]?.events.map(({ entry }) => entry.id)).toEqual(['b', 'a']);
});
