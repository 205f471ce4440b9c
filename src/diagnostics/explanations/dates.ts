import type { Code } from '../catalogue.ts';
import { type ExampleFiles, type Explanation, text } from './explanation.ts';

/** An event with these lines in its front matter. */
const event = (...lines: readonly string[]): ExampleFiles => ({
  'content/events/oolong.md': ['---', 'title: Oolong', ...lines, '---', ''].join('\n'),
});

export const dates = {
  'bad-date': {
    why: 'The calendar has no such day, or the text is no date. A guess would put the event on a wrong day, where nobody comes.',
    help: 'Write the year, the month and the day, and the time behind them: `2026-12-18 19:00`.',
    bad: event('start: 2026-18-12 19:00'),
    mended: event('start: 2026-12-18 19:00'),
  },
  'bad-duration': {
    why: 'Calendars need to know when an event ends. This is no length of time that can be read.',
    help: 'Write hours and minutes: `2h 30m`, `90 minutes` or `PT1H30M`.',
    bad: event('start: 2026-12-01 19:00', 'duration: all evening'),
    mended: event('start: 2026-12-01 19:00', 'duration: 2h 30m'),
  },
  'unknown-zone': {
    why: 'Times are those of a place, and the zone says of which. Short names such as `IST` mean several zones; an area and a city mean one, summer time included.',
    help: 'Write an area and a city, such as `Europe/Lisbon`; behind a time, leave the zone out.',
    bad: { 'site.yaml': 'title: Tea Talks\ntimezone: Europe/Lisabon\n' },
    mended: { 'site.yaml': 'title: Tea Talks\ntimezone: Europe/Lisbon\n' },
  },
  'weekday-mismatch': {
    why: 'Either the weekday or the day was not changed with the other. Readers believe the weekday, calendars the day.',
    help: 'Correct the one that is wrong, or leave the weekday out.',
    bad: event('start: Monday, 1 December 2026 19:00'),
    mended: event('start: Tuesday, 1 December 2026 19:00'),
  },
  'zone-mismatch': {
    why: 'Times are those of the place, and the place’s zone is not what is written behind the time. Mostly it is summer time in winter. The clock time stands, whatever is written behind it.',
    help: 'Leave the zone out, or correct the time where the written zone was right.',
    bad: {
      'site.yaml': 'title: Tea Talks\ntimezone: Europe/Berlin\n',
      ...event('start: 2026-12-01 19:00 CEST'),
    },
    mended: {
      'site.yaml': 'title: Tea Talks\ntimezone: Europe/Berlin\n',
      ...event('start: 2026-12-01 19:00'),
    },
  },
  'file-date-mismatch': {
    why: 'The date was changed in one place and not in the other. The one in the front matter is used.',
    help: 'Rename the file, or correct `date`.',
    bad: {
      'content/posts/2026-11-02-green-tea.md': text`
        ---
        title: Green tea
        date: 2026-11-09
        ---
      `,
    },
    mended: {
      'content/posts/2026-11-09-green-tea.md': text`
        ---
        title: Green tea
        date: 2026-11-09
        ---
      `,
    },
  },
  'no-date': {
    why: 'Posts are ordered by their date, in lists and in feeds. One without comes last, where hardly anybody sees it.',
    help: 'Add a `date`, or begin the file’s name with one.',
    bad: {
      'content/posts/green-tea.md': text`
        ---
        title: Green tea
        ---
      `,
    },
    mended: {
      'content/posts/green-tea.md': text`
        ---
        title: Green tea
        date: 2026-11-09
        ---
      `,
    },
  },
  'ends-before-start': {
    why: 'Calendars refuse an event that ends before it starts. Mostly the day of the end was not changed with that of the start.',
    help: 'Correct `start` or `end`. A time of day alone in `end` counts from the day of the start.',
    bad: event('start: 2026-12-08 19:00', 'end: 2026-12-01 21:30'),
    mended: event('start: 2026-12-08 19:00', 'end: 2026-12-08 21:30'),
  },
} as const satisfies Partial<Record<Code, Explanation>>;
