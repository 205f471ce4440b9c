import type { Code } from '../catalogue.ts';
import { type ExampleFiles, type Explanation, text } from './explanation.ts';

/** An event with these lines in its front matter, and whatever else there is. */
const event = (lines: readonly string[], more: ExampleFiles = {}): ExampleFiles => ({
  'content/events/2026-12-01-oolong.md': ['---', 'title: Oolong', 'start: 2026-12-01 19:00', ...lines, '---', ''].join(
    '\n',
  ),
  ...more,
});

const talk = (speaker: string): readonly string[] => [
  'talks:',
  '  - title: How leaves unfold',
  `    speaker: ${speaker}`,
];
const mina = { 'content/people/mina-osei.md': '---\nname: Mina Osei\n---\n' };

const report = (id: string): ExampleFiles =>
  event([], {
    'content/posts/2026-12-02-report.md': text`
      ---
      title: How it was
      event: 2026-12-01-ID
      ---
    `.replace('ID', id),
  });

export const references = {
  'no-file-for-person': {
    why: 'Everybody whom events name has a page. Without a file it holds the name and the talks alone; and where the name was misspelt, the talks are on a second page of the same person.',
    help: 'Correct the name, or add a file to `content/people/`.',
    bad: event(talk('Mina Osie'), mina),
    mended: event(talk('Mina Osei'), mina),
  },
  'no-file-for-venue': {
    why: 'A venue’s file holds its address, the way in and what wheels need. Without it visitors get the name alone.',
    help: 'Correct the name, or add a file to `content/venues/`.',
    bad: event(['venue: town-hall']),
    mended: event(['venue: town-hall'], {
      'content/venues/town-hall.md': text`
        ---
        name: Town hall
        address: Market square 1
        ---
      `,
    }),
  },
  'no-file-for-sponsor': {
    why: 'A sponsor’s file holds the logo and the link that were promised. Without it only the name is shown.',
    help: 'Correct the name, or add a file to `content/sponsors/`.',
    bad: event(['sponsors: Paper Crane Press']),
    mended: event(['sponsors: Paper Crane Press'], {
      'content/sponsors/paper-crane-press.md': text`
        ---
        name: Paper Crane Press
        url: https://crane.example
        ---
      `,
    }),
  },
  'two-spellings': {
    why: 'Two names that differ in small things only are taken for one person, venue or sponsor. The page can show but one of them.',
    help: 'Write the name in one way everywhere, or add the other to `aliases` in the file.',
    bad: event([...talk('Mina Osei'), '  - title: Water', '    speaker: mina  osei'], mina),
    mended: event([...talk('Mina Osei'), '  - title: Water', '    speaker: Mina Osei'], mina),
  },
  'unknown-event': {
    why: 'A post and the event that it tells of link to each other. There is no event of this name, so neither does.',
    help: 'Write the event’s file name without `.md`.',
    bad: report('olong'),
    mended: report('oolong'),
  },
} as const satisfies Partial<Record<Code, Explanation>>;
