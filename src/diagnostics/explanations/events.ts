import type { Code } from '../catalogue.ts';
import { type Explanation, text } from './explanation.ts';

export const events = {
  'repeated-uid': {
    why: 'Calendars tell events apart by their `uid`, and show one of two that have the same. It came along when the file was copied.',
    help: 'Take the `uid` out of the newer file: each event gets one of its own.',
    bad: {
      'content/events/2026-12-01-oolong.md': text`
        ---
        title: Oolong
        start: 2026-12-01 19:00
        uid: oolong@tea.example
        ---
      `,
      'content/events/2027-01-05-assam.md': text`
        ---
        title: Assam
        start: 2027-01-05 19:00
        uid: oolong@tea.example
        ---
      `,
    },
    mended: {
      'content/events/2026-12-01-oolong.md': text`
        ---
        title: Oolong
        start: 2026-12-01 19:00
        uid: oolong@tea.example
        ---
      `,
      'content/events/2027-01-05-assam.md': text`
        ---
        title: Assam
        start: 2027-01-05 19:00
        ---
      `,
    },
  },
  'talk-without-speaker': {
    why: 'People come for people, and a talk that nobody gives looks forgotten. An agenda’s pizza or welcome needs no speaker, and is not meant.',
    help: 'Add a `speaker`, or say with `kind` that it is no talk.',
    bad: {
      'content/events/2026-12-01-oolong.md': text`
        ---
        title: Oolong
        start: 2026-12-01 19:00
        talks:
          - title: How leaves unfold
        ---
      `,
    },
    mended: {
      'content/events/2026-12-01-oolong.md': text`
        ---
        title: Oolong
        start: 2026-12-01 19:00
        talks:
          - title: How leaves unfold
            speaker: Mina Osei
        ---
      `,
      'content/people/mina-osei.md': text`
        ---
        name: Mina Osei
        ---
      `,
    },
  },
  'nothing-to-show': {
    why: 'Whoever finds the page of an event that is over looks for what is left of it. A month after it there is neither a recording, nor slides, nor a text.',
    help: 'Add a `recording`, slides, `photos`, or a few words below the front matter.',
    bad: {
      'content/events/2026-10-06-oolong.md': text`
        ---
        title: Oolong
        start: 2026-10-06 19:00
        ---
      `,
    },
    mended: {
      'content/events/2026-10-06-oolong.md': text`
        ---
        title: Oolong
        start: 2026-10-06 19:00
        recording: https://video.example/oolong
        ---
      `,
    },
  },
} as const satisfies Partial<Record<Code, Explanation>>;
