import { describe, expect, test } from 'vitest';
import { type Contents, codesOf, siteOf } from '../support.ts';

const front = (fields: string, body = 'Words.'): string => `---\n${fields}\n---\n${body}\n`;
/** Built at noon of 1 July 2026. */
const codes = (content: Contents, config = ''): string[] => codesOf(siteOf(content, { config }).diagnostics);

describe('two events of a series on one day', () => {
  const evening = 'start: 2026-10-06 19:00\nseries: Tea';
  const of = (fields: string): string[] => codes({ 'events/a.md': front(evening), 'events/b.md': front(fields) });

  test('are a warning at the second, which names the first', () => {
    const { diagnostics } = siteOf({
      'events/a.md': front('start: 2026-10-06 19:00\nseries: tea'),
      'events/b.md': front('start: 2026-10-06 18:00\nseries: Tea'),
    });
    expect(diagnostics).toMatchObject([
      {
        code: 'two-events-on-one-day',
        message: '`tea` has two events on 6 October 2026',
        notes: ['the other one is content/events/b.md'],
        at: { path: 'content/events/a.md', line: 2, column: 8 },
      },
    ]);
  });

  test.each([
    ['start: 2026-10-06 12:00\nseries: tea', true],
    ['start: 2026-10-06 12:00\nseries: Cake', false],
    ['start: 2026-10-06 12:00', false],
    ['start: 2026-10-07 19:00\nseries: Tea', false],
    [`${evening}\nstatus: cancelled`, false],
    [`${evening}\nstatus: postponed`, false],
    [`${evening}\nstatus: rescheduled`, true],
  ])('%j: %s', (fields, warned) => expect(of(fields)).toEqual(warned ? ['two-events-on-one-day'] : []));
});

describe('a talk without a speaker', () => {
  const of = (talk: string): string[] => codes({ 'events/a.md': front(`start: 2026-10-06\ntalks:\n  - ${talk}`) });

  test.each([
    '{title: Maps}',
    '{title: Maps, kind: Workshop}',
    '{title: Maps, kind: talk, speakers: []}',
    '{title: Introduction to Rust}',
    '{title: Pizza and borrow checking}',
  ])('%s', (talk) => expect(of(talk)).toEqual(['talk-without-speaker']));

  test('is a warning at its title', () => {
    const text = front('start: 2026-10-06\ntalks:\n  - title: Maps');
    expect(siteOf({ 'events/a.md': text }).diagnostics).toMatchObject([
      { message: 'nobody gives `Maps`', at: { line: 4, column: 12, length: 4 } },
    ]);
  });

  test.each([
    '{title: Maps, speaker: {name: Ada}}',
    '{title: Maps, kind: panel}',
    '{title: Maps, kind: Lightning}',
    '{title: Maps, kind: open space}',
    '{title: Welcome}',
    '{title: Pizza & drinks}',
    '{title: "Food, drinks and networking"}',
    '{title: Q&A}',
    '{title: TBA}',
  ])('but not %s', (talk) => expect(of(talk)).toEqual([]));

  test('is not said of a speaker who could not be read', () => {
    expect(of('{title: Maps, speaker: {role: host}}')).toEqual(['missing-field']);
  });
});

describe('a series that is nearly one of site.yaml', () => {
  const config = 'series: {tea: {name: Tea Talks}, one: {name: Season 1}, night: {name: Hack Night}}';
  const of = (name: string) => siteOf({ 'events/a.md': front(`start: 2026-10-06\nseries: ${name}`) }, { config });

  test.each([
    ['Tee Talks', 'Tea Talks'],
    ['hack nihgt', 'Hack Night'],
    ['hack-nigth', 'hack-night'],
  ])('%s', (written, meant) =>
    expect(of(written).diagnostics).toMatchObject([
      {
        code: 'misspelt-series',
        help: `did you mean \`${meant}\`?`,
        at: { line: 3, column: 9, length: written.length },
      },
    ]),
  );

  test.each(['Tea Talks', 'tea-talks', 'Season 2', 'Coffee'])('but not %s', (written) =>
    expect(of(written).diagnostics).toEqual([]),
  );
});

describe('nothing to show', () => {
  const of = (fields: string, body = ''): string[] => codes({ 'events/a.md': front(fields, body) });
  const talk = (fields: string): string => `start: 2026-01-06\ntalks: [{title: Maps, speaker: {name: Ada}, ${fields}}]`;

  test.each(['start: 2026-01-06', talk('abstract: About maps.'), 'start: 2026-01-06\nrsvp: https://rsvp.example/'])(
    'in %j',
    (fields) => expect(of(fields)).toEqual(['nothing-to-show']),
  );

  test('is no matter before 30 days have passed', () => {
    expect(of('start: 2026-05-31 22:00\nend: 2026-06-01 12:00')).toEqual(['nothing-to-show']);
    expect(of('start: 2026-05-31 22:00\nend: 2026-06-01 12:01')).toEqual([]);
    expect(of('start: 2026-10-06')).toEqual([]);
  });

  test.each([
    'start: 2026-01-06\nrecording: https://video.example/x',
    'start: 2026-01-06\nphotos: https://photos.example/x',
    'start: 2026-01-06\nstatus: cancelled',
    'start: 2026-01-06\nstatus: postponed',
    talk('slides: https://slides.example/x'),
    talk('video: https://video.example/x'),
    talk('code: https://code.example/x'),
  ])('but in %j', (fields) => expect(of(fields)).toEqual([]));

  test('but words', () => expect(of('start: 2026-01-06', 'It was fun.')).toEqual([]));

  test('but a report', () => {
    const files = { 'events/tea.md': front('start: 2026-01-06', ''), 'posts/2026-01-07-x.md': front('event: tea') };
    expect(codes(files)).toEqual([]);
  });
});

describe('an archive has one note of a kind', () => {
  const archive = (count: number, fields = ''): Contents =>
    Object.fromEntries(
      Array.from({ length: count }, (_, index) => {
        const day = `2025-01-${`${index + 10}`}`;
        return [`events/${day}.md`, front(`start: ${day}\n${fields}`, '')];
      }),
    );

  test('where there are more than ten', () => {
    expect(codes(archive(10))).toEqual(Array(10).fill('nothing-to-show'));
    expect(siteOf(archive(12)).diagnostics).toMatchObject([
      {
        code: 'nothing-to-show',
        message: '12 past events show neither recording, slides nor text',
        notes: [
          'the newest are content/events/2025-01-21.md, content/events/2025-01-20.md, content/events/2025-01-19.md',
        ],
        at: { path: 'content/events/2025-01-21.md', line: 2 },
      },
    ]);
  });

  test('also of events off the days of their series', () => {
    const config = 'series: [{name: Tea, rule: FREQ=YEARLY, start: 2024-01-01, until: 2025-12-31}]';
    const { diagnostics } = siteOf(archive(12, 'series: Tea\nphotos: https://photos.example/x'), { config });
    expect(diagnostics).toMatchObject([
      { code: 'off-series-day', message: '12 events are on no day of their series’ rule' },
    ]);
  });
});
