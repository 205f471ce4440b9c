import { describe, expect, test } from 'vitest';
import type { Answer } from '../../src/check/answers.ts';
import { todosOf } from '../../src/status/status.ts';
import { quoteAll, shellWord, type Todo } from '../../src/status/todo.ts';
import { type Contents, entryOf, type SiteOptions, siteOf } from '../support.ts';

/** What is to be done on a site, at noon of 1 July 2026 unless told otherwise. */
function todosIn(content: Contents, options: SiteOptions = {}, all = false): Todo[] {
  const { value } = siteOf(content, { drafts: true, ...options });
  return todosOf(value, [], { all, answers: new Map() });
}

const brief = ({ section, day, lacks, at, due }: Todo): string =>
  [section, day, lacks, at && `${at.path.replace('content/', '')}:${at.line}`, due && `from ${due}`]
    .filter(Boolean)
    .join(' ');
const lacksIn = (...args: Parameters<typeof todosIn>): string[] =>
  todosIn(...args).flatMap(({ lacks }) => (lacks === 'event' ? [] : lacks));

const whole = `---
title: Maps
start: 2026-08-04 19:00
venue: Shed
rsvp: https://rsvp.example.org/maps
talks:
  - title: Paper
    speakers: ada
    abstract: Why paper folds.
---
`;
const ada = { 'people/ada.md': '---\nname: Ada\navatar: ada.png\n---\nAda folds.\n' };

describe('events to come', () => {
  test('what is whole lacks nothing', () => {
    expect(todosIn({ 'events/maps.md': whole, ...ada })).toEqual([]);
  });

  test('where there are none, that is said', () => {
    expect(todosIn({}).map(brief)).toEqual(['next event']);
  });

  test('each thing that lacks is said at its place, the most urgent first', () => {
    const said = todosIn({
      'events/maps.md':
        '---\ntitle: Maps\nstart: 2026-08-04 19:00\ntalks:\n  - title: Paper\n  - {title: Ink, speaker: Bo}\n---\n',
    });
    expect(said.map(brief)).toEqual([
      'next 2026-08-04 venue events/maps.md:3 from 2026-07-07',
      'next 2026-08-04 speaker events/maps.md:5 from 2026-07-14',
      'next 2026-08-04 rsvp events/maps.md:3 from 2026-07-14',
      'next 2026-08-04 abstract events/maps.md:5 from 2026-07-21',
      'next 2026-08-04 abstract events/maps.md:6 from 2026-07-21',
      'next 2026-08-04 biography from 2026-07-28',
      'next 2026-08-04 picture from 2026-07-28',
    ]);
    expect(said.at(-1)).toMatchObject({ message: '`Bo` has no picture', command: 'meetpress new person --name Bo' });
  });

  test.each([
    ['online', 'venue: Shed', 'online: true'],
    ['at an address to join', 'rsvp: https://rsvp.example.org/maps', 'online: https://live.example.org/'],
  ])('who meets %s needs less', (_, line, instead) => {
    expect(lacksIn({ 'events/maps.md': whole.replace(line, ''), ...ada })).toHaveLength(1);
    expect(lacksIn({ 'events/maps.md': whole.replace(line, instead), ...ada })).toEqual([]);
  });

  test('an evening has something to hear, or says what else it is; a break needs no speaker', () => {
    const head = '---\nstart: 2026-08-04\nvenue: Shed\nrsvp: https://rsvp.example.org/\n';
    expect(lacksIn({ 'events/a.md': `${head}---\n` })).toEqual(['talk']);
    expect(lacksIn({ 'events/a.md': `${head}talks: [{title: Pizza}]\n---\n` })).toEqual([]);
  });

  test.each(['cancelled', 'postponed'])('what is %s lacks nothing', (status) => {
    expect(lacksIn({ 'events/a.md': `---\nstart: 2026-08-04\nstatus: ${status}\n---\n` })).toEqual([]);
  });

  test('who speaks twice is named once, at the earlier event', () => {
    const later = whole.replace('2026-08-04', '2026-09-01');
    const said = todosIn({ 'events/later.md': later, 'events/maps.md': whole, 'people/ada.md': '' });
    expect(said.map(brief)).toEqual([
      'next 2026-08-04 biography people/ada.md:1 from 2026-07-28',
      'next 2026-08-04 picture people/ada.md:1 from 2026-07-28',
    ]);
  });

  test('a draft is to be published', () => {
    expect(lacksIn({ 'events/maps.md': whole.replace('venue', 'draft: true\nvenue'), ...ada })).toEqual(['published']);
  });

  test('the next date of a series without a page comes among the events, by its day', () => {
    const config = 'series: {name: Tea, rule: FREQ=MONTHLY;BYDAY=2TU, start: 2026-06-09}';
    const content = { 'events/maps.md': whole.replace('rsvp: https://rsvp.example.org/maps\n', ''), ...ada };
    const said = todosIn(content, { config });
    expect(said.map(brief)).toEqual([
      'next 2026-07-14 page from 2026-06-16',
      'next 2026-08-04 rsvp events/maps.md:3 from 2026-07-14',
    ]);
    expect(said[0]).toMatchObject({ about: 'Tea', command: 'meetpress new event --series Tea' });
  });
});

describe('events that are over', () => {
  const over = (day: string) => whole.replace('2026-08-04', day);
  /** An event of more than a year ago by which a group shows what it keeps. */
  const kept = {
    'events/kept.md': over('2025-02-04')
      .replace('rsvp', 'recording: https://video.example.org/0\nrsvp')
      .replace('    speakers', '    slides: https://slides.example.org/0\n    speakers'),
    'posts/kept.md': '---\ntitle: We kept\ndate: 2025-02-05\nevent: kept\n---\n',
  };

  test('lack slides, videos and a report, where the group keeps such', () => {
    const said = todosIn({ 'events/maps.md': over('2026-06-02'), ...kept, ...ada });
    expect(said.map(brief)).toEqual([
      'next event',
      'past 2026-06-02 slides events/maps.md:7',
      'past 2026-06-02 video events/maps.md:7',
      'past 2026-06-02 report events/maps.md:3',
    ]);
  });

  test('lack nothing that no event of two years has, unless all is asked for', () => {
    const files = { 'events/maps.md': over('2026-06-02'), ...ada };
    const before = { ...files, 'posts/x.md': '---\ntitle: X\ndate: 2026-01-01\nevent: old\n---\n' };
    const lacks = (content: Readonly<Record<string, string>>, all = false) =>
      todosIn(content, {}, all).flatMap(({ section, lacks }) => (section === 'past' ? [lacks] : []));
    expect(lacks(files)).toEqual([]);
    expect(lacks(files, true)).toEqual(['slides', 'video', 'report']);
    expect(lacks({ ...before, 'events/old.md': over('2024-08-06') })).toEqual(['report']);
    expect(lacks({ ...before, 'events/old.md': over('2024-05-07') })).toEqual([]);
  });

  test('a recording of the whole evening is the video of each talk, a post that names it a report', () => {
    const recorded = over('2026-06-02').replace('rsvp', 'recording: https://video.example.org/1\nrsvp');
    const post = '---\ntitle: We folded\ndate: 2026-06-03\nevent: maps\n---\n';
    expect(lacksIn({ 'events/maps.md': recorded, 'posts/x.md': post, ...kept, ...ada })).toEqual(['slides']);
  });

  test('what was called off was nothing', () => {
    expect(lacksIn({ 'events/maps.md': over('2026-06-02').replace('venue', 'status: cancelled\nvenue') })).toEqual([]);
  });

  test('newest first, for a year, or all', () => {
    const content = {
      'events/a.md': over('2025-07-03'),
      'events/b.md': over('2026-06-02'),
      'events/c.md': over('2025-06-30'),
      ...kept,
    };
    const daysIn = (all: boolean) => [...new Set(todosIn(content, {}, all).flatMap(({ day }) => day ?? []))];
    expect(daysIn(false)).toEqual(['2026-06-02', '2025-07-03']);
    expect(daysIn(true)).toEqual(['2026-06-02', '2025-07-03', '2025-06-30']);
  });
});

test('sponsors whose time ends, the first to end first', () => {
  const said = todosIn({
    'sponsors/a.md': '---\nname: A\nuntil: 2026-08-01\n---\n',
    'sponsors/b.md': '---\nname: B\nuntil: 2026-06-30\n---\n',
    'sponsors/c.md': '---\nname: C\nuntil: 2026-12-31\n---\n',
    'sponsors/d.md': '---\nname: D\n---\n',
  });
  expect(said.slice(1).map(({ about, message, due }) => [about, message, due])).toEqual([
    ['B', 'its time ended on 30 June 2026', '2026-05-31'],
    ['A', 'its time ends on 1 August 2026', '2026-07-02'],
  ]);
});

test('links that are known to be gone, where they stand and nowhere else', () => {
  const answers = new Map<string, Answer>([
    ['https://gone.example/', { kind: 'gone', reason: 'the server says 404' }],
    ['https://there.example/', { kind: 'there' }],
    ['https://quiet.example/x', { kind: 'nameless' }],
    ['https://nobody.example/', { kind: 'nameless' }],
  ]);
  const entries = [
    entryOf('about.md', '# About\n\n[a](https://gone.example) [b](https://there.example/) <https://quiet.example/x>\n'),
    entryOf('join.md', '# Join\n'),
  ];
  const { value } = siteOf({}, { config: 'check: {ignore: [quiet.example]}' });
  const [, ...said] = todosOf(value, entries, { all: false, answers });
  expect(said).toMatchObject([
    {
      about: 'content/about.md',
      message: '`https://gone.example/` is gone: the server says 404',
      at: { path: 'content/about.md', line: 3 },
    },
  ]);
});

test('names stay names: between backticks in a message, and in quotes in a command', () => {
  expect(quoteAll(['A', 'B `c`\nd', 'E'])).toBe('`A`, `B ’c’ d` and `E`');
  expect(shellWord('ada')).toBe('ada');
  expect(shellWord("Ada O'Neil; rm x")).toBe(`'Ada O'\\''Neil; rm x'`);
});
