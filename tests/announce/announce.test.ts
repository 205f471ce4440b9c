import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { announce } from '../../src/announce/announce.ts';
import { moments } from '../../src/announce/moments.ts';
import { placeNames, places } from '../../src/announce/places.ts';
import { announced, plannedOf, settings } from './support.ts';

const evening = `---
title: Mending the *old* lamp
start: 2026-07-09 19:00
end: 2026-07-09 21:00
venue: { name: Shed Nine, address: 9 Wharf Road, city: Kiel, access: Ring the **upper** bell. }
online: https://meet.example/lamp
rsvp: https://rsvp.example/lamp
price: Free
tags: [open source, c++, hardware]
hosts: [Cy]
recording: https://video.example/lamp
talks:
  - title: Wicks_and_wires
    speakers: [Ada Example, Bo]
    abstract: |
      How a wick [works](https://wick.example/), and:

      - why it smokes,
      - how to \`trim()\` it.
    slides: https://slides.example/wicks
    video: https://video.example/wicks
  - title: Five minutes
    speakers: [Dee]
---

Bring a lamp. **Any** lamp; see [what to bring](../about.md).

There is soup.
`;
const more = { 'content/about.md': '# About' };

describe.each(placeNames)('%s', (place) => {
  test.each(moments)('%s', (moment) => {
    const { text } = announced(evening, place, moment, more);
    expect(`\n${text}\n`).toMatchSnapshot();
  });
});

const front = (fields: string, body = ''): string =>
  `---\ntitle: Lamp\nstart: 2026-07-09 19:00\n${fields}\n---\n${body}`;
const plainly = (event: string, moment: (typeof moments)[number] = 'announcement', extra = {}): string[] =>
  announced(event, 'plain', moment, extra).text.split('\n').filter(Boolean);

test('a talk of which nothing is known but its title is announced as well', () => {
  const talks = front('talks: [{title: Wicks}, {title: Oil, abstract: It burns.}, {title: Glass}]');
  for (const place of ['luma', 'email'] as const) {
    const { text, leftOut } = announced(talks, place);
    for (const words of ['Wicks', 'Oil', 'It burns.', 'Glass']) expect(text).toContain(words);
    expect(leftOut).toEqual([]);
  }
});

test('what is called off says so, and does not invite', () => {
  const cancelled = plainly(front('status: cancelled\nrsvp: https://rsvp.example/'), 'day');
  expect(cancelled).toEqual([
    'Lamp',
    'Cancelled. This event does not take place.',
    'When: Thursday, July 9, 2026, 7:00 PM CEST',
    'Details: https://lantern.example/club/events/one/',
  ]);
  expect(plainly(front('status: postponed'))).toContain('Postponed. A new date will be announced.');
  expect(plainly(front('status: cancelled'), 'thanks')).not.toContain('Thank you for coming!');
  expect(announced(front('status: cancelled'), 'email', 'today').text).toContain('Subject: Lamp · cancelled\n');
});

test('what was moved says from when', () => {
  const moved = plainly(front('status: rescheduled\nprevious_start: 2026-07-02 19:00'));
  expect(moved).toContain('Rescheduled. It was planned for Thursday, July 2, 2026.');
});

test.each([
  ['online: true', 'Where: online'],
  ['', 'Where: To be announced'],
  ['venue: Shed Nine', 'Where: Shed Nine'],
  ['venue: Shed Nine\nonline: true', 'Where: Shed Nine (online too)'],
])('%s is said as %s', (fields, line) => {
  expect(plainly(front(fields))).toContain(line);
});

test('days without a time of day have none, and several are said', () => {
  const days = (place: 'discord' | 'plain') =>
    announced('---\ntitle: Camp\nstart: 2026-07-09\nend: 2026-07-11\n---\n', place).text;
  expect(days('plain')).toContain('When: Thursday, July 9, 2026 – Saturday, July 11, 2026\n');
  expect(days('discord')).not.toContain('<t:');
});

test('the words are those of the event’s language', () => {
  const words = plainly(front('lang: de\nvenue: Shed Nine'), 'day');
  expect(words).toContain('Wir sehen uns morgen!');
  expect(words).toContain('Wann: Donnerstag, 9. Juli 2026, 19:00 MESZ');
});

test('without the site’s address nothing leads nowhere', () => {
  const site = { 'site.yaml': 'search: false', 'content/about.md': '# About' };
  const text = announced(front('', 'See [our page](about.md).'), 'luma', 'announcement', site).text;
  expect(text).toContain('See our page.');
  expect(text).not.toMatch(/https?:|\]\(/);
});

test('the heading of a body is not said a second time', () => {
  const text = announced(front('', '# The lamp, again\n\nOne *two*.'), 'luma').text;
  expect(text).toContain('One *two*.');
  expect(text).not.toContain('again');
});

test('a site words it in its own way, for all places or for one', () => {
  const block = (words: string) =>
    `{% extends "theme/announce/announcement.njk" %}{% block opening %}<p>${words}, <b>{{ event.title }}</b></p>{% endblock %}`;
  const own = {
    'templates/announce/announcement.njk': block('All'),
    'templates/announce/slack/announcement.njk': block('Slack'),
  };
  expect(announced(front(''), 'discord', 'announcement', own).text).toContain('\n\nAll, **Lamp**\n\n');
  expect(announced(front(''), 'slack', 'announcement', own).text).toContain('\n\nSlack, *Lamp*\n\n');
});

test('the group’s hashtags come first', () => {
  const site = { 'site.yaml': `${settings}hashtags: [LanternClub, kiel]` };
  expect(announced(front('tags: [kiel, oil]'), 'mastodon', 'announcement', site).text).toMatch(
    /\n#LanternClub #Kiel #Oil$/,
  );
});

const words = fc.string({
  unit: fc.constantFrom('a', 'Lampe', ' ', '*', '_', '@', '`', '<', '👩‍👩‍👧‍👦', '灯', 'नी', '\n', '#', '[', '|'),
  maxLength: 90,
});
const url = fc.nat(400).map((length) => `https://long.example/${'x'.repeat(length)}`);

test('every text is within its limit, whatever the event', () => {
  fc.assert(
    fc.property(
      fc.record({
        title: words.map((text) => `L${text.replaceAll('\n', ' ')}`),
        rsvp: url,
        recording: url,
        venue: words.map((text) => `V${text}`),
        tags: fc.array(fc.stringMatching(/^[a-z]{1,40}$/), { maxLength: 6 }),
        talks: fc.array(fc.record({ title: words.map((text) => `T${text}`), abstract: words }), { maxLength: 4 }),
      }),
      fc.array(words, { maxLength: 60 }),
      fc.constantFrom('', 'l/'.repeat(200)),
      (fields, body, path) => {
        const event = `---\n${JSON.stringify({ ...fields, start: '2026-07-09 19:00' })}\n---\n${body.join('\n\n')}`;
        const { site, renderer } = plannedOf({
          'site.yaml': settings,
          [`content/${path}events/one.md`]: event,
        });
        for (const place of placeNames)
          for (const moment of ['announcement', 'thanks'] as const) {
            const { text, length, limit } = announce(site.events[0]!, place, moment, renderer).value;
            expect(length).toBe(places[place].lengthOf(text));
            expect(length).toBeLessThanOrEqual(limit ?? Number.POSITIVE_INFINITY);
            expect(text).toMatch(/^(?:Subject: |[#*] ?)?L/);
          }
      },
    ),
    { numRuns: 15 },
  );
});
