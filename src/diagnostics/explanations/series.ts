import type { Code } from '../catalogue.ts';
import { type ExampleFiles, type Explanation, text } from './explanation.ts';

const site = (rule: string): string => `title: Tea Talks
series:
  tea-talks:
    name: Tea Talks
    rule: ${rule}
    start: 2026-01-06
    time: "19:00"
`;

/** A series on each first Tuesday, and events of it. */
const monthly = (events: ExampleFiles): ExampleFiles => ({ 'site.yaml': site('FREQ=MONTHLY;BYDAY=1TU'), ...events });

export const series = {
  'bad-rule': {
    why: 'The rule says on which days a series comes, as iCalendar (RFC 5545) has it. From one that cannot be read no dates can be saved.',
    help: 'Correct the part that is shown. [Series](series.md) lists what a rule takes.',
    bad: { 'site.yaml': site('FREQ=MONTHLY;BYDAY=1TUE') },
    mended: { 'site.yaml': site('FREQ=MONTHLY;BYDAY=1TU') },
  },
  'misspelt-series': {
    why: 'A series need not be in `site.yaml`, so any name makes one. This name is so near to that of a series there that the event is probably missing from it.',
    help: 'Correct the name, or add the other series to `site.yaml`.',
    bad: monthly({
      'content/events/assam.md': text`
        ---
        title: Assam
        start: 2026-12-08 19:00
        series: Tee Talks
        ---
      `,
    }),
    mended: monthly({
      'content/events/assam.md': text`
        ---
        title: Assam
        start: 2026-12-01 19:00
        series: Tea Talks
        ---
      `,
    }),
  },
  'two-events-on-one-day': {
    why: 'A series meets once on a day. Mostly a file was copied for the next time, and its date was left.',
    help: 'Correct the date of one, or join the two files.',
    bad: monthly({
      'content/events/assam.md': text`
        ---
        title: Assam
        start: 2026-12-01 19:00
        series: tea-talks
        ---
      `,
      'content/events/sencha.md': text`
        ---
        title: Sencha
        start: 2026-12-01 19:00
        series: tea-talks
        ---
      `,
    }),
    mended: monthly({
      'content/events/assam.md': text`
        ---
        title: Assam
        start: 2026-12-01 19:00
        series: tea-talks
        ---
      `,
      'content/events/sencha.md': text`
        ---
        title: Sencha
        start: 2027-01-05 19:00
        series: tea-talks
        ---
      `,
    }),
  },
  'unnamed-series': {
    why: 'The series has a date on this day, and the event does not say that it is the one. The date is not shown beside the event, as both are probably one evening.',
    help: 'Add `series` to the event where it is one of them. Where it is not, nothing needs to be done.',
    bad: monthly({
      'content/events/assam.md': text`
        ---
        title: Assam
        start: 2026-12-01 19:00
        ---
      `,
    }),
    mended: monthly({
      'content/events/assam.md': text`
        ---
        title: Assam
        start: 2026-12-01 19:00
        series: tea-talks
        ---
      `,
    }),
  },
  'off-series-day': {
    why: 'The event belongs to a series whose rule has another day. It may have been moved; then saying from where keeps the date from being announced a second time.',
    help: 'Add `previous_start` where the event was moved, or correct `start`.',
    bad: monthly({
      'content/events/assam.md': text`
        ---
        title: Assam
        start: 2026-12-03 19:00
        series: tea-talks
        ---
      `,
    }),
    mended: monthly({
      'content/events/assam.md': text`
        ---
        title: Assam
        start: 2026-12-03 19:00
        previous_start: 2026-12-01 19:00
        series: tea-talks
        ---
      `,
    }),
  },
} as const satisfies Partial<Record<Code, Explanation>>;
