import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addLinks } from '../../src/calendar/add-links.ts';
import { siteOf } from '../support.ts';
import { fileOf, surroundings } from './reading.ts';

/** Each link by its name, as an address. */
function linksOf(fields: string, zone = 'America/Chicago') {
  const { value } = siteOf({ 'events/x.md': `---\n${fields}\n---\n` }, { config: `timezone: ${zone}` });
  const links = addLinks(value.events[0]!, surroundings, (path) => `/base${path}`);
  return new Map(links.map(({ name, href }) => [name, href]));
}

/** What a service is told, without the text. */
function told(fields: string, name: string, zone?: string): Record<string, string> {
  const { searchParams } = new URL(linksOf(fields, zone).get(name)!);
  return Object.fromEntries([...searchParams].filter(([key]) => !['details', 'body', 'DESC'].includes(key)));
}

const evening = 'title: Tea & talks\nstart: 2026-10-06 19:00\nend: 21:00\nvenue: The Hall';
const day = 'title: Tea\nstart: 2026-10-06';
const days = 'title: Tea\nstart: 2026-10-06\nend: 2026-10-08';

test('the file comes first, then the services', () => {
  const links = linksOf(evening);
  expect([...links.keys()]).toEqual(['iCalendar file', 'Google', 'Outlook.com', 'Office 365', 'Yahoo']);
  expect(links.get('iCalendar file')).toBe('/base/events/x/event.ics');
});

test('the file of a page that is no folder is beside it', () => {
  expect(linksOf(`${day}\npermalink: /2026/tea.html`).get('iCalendar file')).toBe('/base/2026/tea.ics');
});

describe('Google', () => {
  test('is told the instants, and the zone to show them in', () => {
    expect(new URL(linksOf(evening).get('Google')!).origin).toBe('https://calendar.google.com');
    expect(told(evening, 'Google')).toEqual({
      action: 'TEMPLATE',
      dates: '20261007T000000Z/20261007T020000Z',
      ctz: 'America/Chicago',
      text: 'Tea & talks',
      location: 'The Hall',
    });
  });

  test('is told days without a zone, the last of them exclusive', () => {
    expect(told(day, 'Google')).toEqual({ action: 'TEMPLATE', text: 'Tea', dates: '20261006/20261007' });
    expect(told(days, 'Google').dates).toBe('20261006/20261009');
  });
});

describe.each([
  ['Outlook.com', 'https://outlook.live.com'],
  ['Office 365', 'https://outlook.office.com'],
])('%s', (name, origin) => {
  const always = { path: '/calendar/action/compose', rru: 'addevent' };

  test('is told the instants', () => {
    expect(new URL(linksOf(evening).get(name)!).origin).toBe(origin);
    expect(told(evening, name)).toEqual({
      ...always,
      startdt: '2026-10-07T00:00:00Z',
      enddt: '2026-10-07T02:00:00Z',
      subject: 'Tea & talks',
      location: 'The Hall',
    });
  });

  test('is told days, the last of them exclusive', () => {
    const expected = { ...always, subject: 'Tea', startdt: '2026-10-06', enddt: '2026-10-07', allday: 'true' };
    expect(told(day, name)).toEqual(expected);
    expect(told(days, name)).toMatchObject({ startdt: '2026-10-06', enddt: '2026-10-09' });
  });

  test('is told the text as HTML, and spaces as such', () => {
    const href = linksOf(`${day}\ndescription: a < b & c`).get(name)!;
    expect(new URL(href).searchParams.get('body')).toBe('https://meet.example/events/x/<br><br>a &lt; b &amp; c');
    expect(href).not.toContain('+');
  });
});

describe('Yahoo', () => {
  test('is told the clock at the place, and which place that is', () => {
    const { searchParams } = new URL(linksOf(evening).get('Yahoo')!);
    expect(told(evening, 'Yahoo')).toEqual({
      v: '60',
      ST: '20261006T190000',
      ET: '20261006T210000',
      TITLE: 'Tea & talks',
      in_loc: 'The Hall',
    });
    expect(searchParams.get('DESC')).toBe('Time zone: America/Chicago\n\nhttps://meet.example/events/x/');
  });

  test('is told one day as such, and several by their ends', () => {
    expect(told(day, 'Yahoo')).toEqual({ v: '60', TITLE: 'Tea', ST: '20261006', DUR: 'allday' });
    expect(told(days, 'Yahoo')).toEqual({ v: '60', TITLE: 'Tea', ST: '20261006', ET: '20261009' });
  });
});

test('the text says where to go first, then what there is', () => {
  const talks = 'rsvp: https://rsvp.example/1\ndescription: Two talks.\ntalks: [{title: A, speaker: Ada}, {title: B}]';
  expect(new URL(linksOf(`${evening}\n${talks}`).get('Google')!).searchParams.get('details')).toBe(
    'RSVP: https://rsvp.example/1\nhttps://meet.example/events/x/\n\nTwo talks.\n\nA — Ada\nB',
  );
});

describe('no link is too long', () => {
  test('whatever there is to say', () => {
    const word = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 });
    const long = fc.array(word, { maxLength: 60 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(long, long, long, (title, venue, description) => {
        const fields = { title: `x${title}`, venue: `x${venue}`, description, start: '2026-10-06 19:00' };
        const { value } = siteOf({ 'events/x.md': fileOf(fields) });
        for (const { href } of addLinks(value.events[0]!, surroundings, (path) => path).slice(1)) {
          expect(href.length).toBeLessThanOrEqual(2000);
          expect(href).toMatch(/^[!-~]+$/);
          // Nothing is cut in the middle of an escape or a character.
          expect(() => decodeURIComponent(href)).not.toThrow();
        }
      }),
      { numRuns: 50 },
    );
  });

  test('and what is cut says so', () => {
    const params = new URL(linksOf(`${day}\ndescription: ${'word '.repeat(600)}`).get('Google')!).searchParams;
    expect(params.get('details')).toMatch(/^https:\/\/meet\.example\/events\/x\/\n\nword word .*…$/s);
    expect(
      new URL(linksOf(`title: ${'漢'.repeat(200)}\nstart: 2026-10-06`).get('Yahoo')!).searchParams.get('TITLE'),
    ).toBe(`${'漢'.repeat(43)}…`);
  });
});
