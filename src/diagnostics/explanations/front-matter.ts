import type { Code } from '../catalogue.ts';
import { type Explanation, text } from './explanation.ts';

export const frontMatter = {
  'bad-yaml': {
    why: 'Front matter and `site.yaml` are written in YAML, and here its grammar is broken. Mostly it is a colon in a title, a tab, a quotation mark that is never closed, or a field that is written twice.',
    help: 'Put the value in quotes, indent with spaces, and write each field once. The arrow shows where reading stopped.',
    bad: {
      'content/posts/2026-11-02-green-tea.md': text`
        ---
        title: Green tea: a beginning
        ---
      `,
    },
    mended: {
      'content/posts/2026-11-02-green-tea.md': text`
        ---
        title: "Green tea: a beginning"
        ---
      `,
    },
  },
  'unclosed-front-matter': {
    why: 'The fields end at a line of three dashes. Without it the whole text would count as fields, or the fields as text.',
    help: 'Put a line of three dashes below the last field.',
    bad: {
      'content/about.md': text`
        ---
        title: About us

        We are a group of friends.
      `,
    },
    mended: {
      'content/about.md': text`
        ---
        title: About us
        ---

        We are a group of friends.
      `,
    },
  },
  'front-matter-language': {
    why: 'Some generators run front matter that is written in JavaScript. Meetpress never runs what stands in content, so that a pull request by somebody whom nobody knows can be built without fear.',
    help: 'Open the front matter with three dashes alone, and write the fields as YAML.',
    bad: {
      'content/about.md': text`
        ---js
        { title: 'About us' }
        ---
        We are a group of friends.
      `,
    },
    mended: {
      'content/about.md': text`
        ---
        title: About us
        ---
        We are a group of friends.
      `,
    },
  },
  'missing-field': {
    why: 'A page cannot be made without this field: an event needs to say when it is.',
    help: 'Add a line with the field.',
    bad: {
      'content/events/winter-party.md': text`
        ---
        title: Winter party
        ---
      `,
    },
    mended: {
      'content/events/winter-party.md': text`
        ---
        title: Winter party
        start: 2026-12-15 19:00
        ---
      `,
    },
  },
  'wrong-type': {
    why: 'The field was found, and its value is not of the kind that it takes. [Every field](reference.md) says what each takes.',
    help: 'Write the value as the field takes it, or take the line out.',
    bad: {
      'content/events/2026-12-01-oolong.md': text`
        ---
        title: Oolong
        start: 2026-12-01 19:00
        capacity: about forty
        ---
      `,
    },
    mended: {
      'content/events/2026-12-01-oolong.md': text`
        ---
        title: Oolong
        start: 2026-12-01 19:00
        capacity: 40
        ---
      `,
    },
  },
  'unknown-value': {
    why: 'The field takes one of a few words, and this is none of them. Guessing could announce a cancelled evening.',
    help: 'Choose one of the words that are listed.',
    bad: {
      'content/events/2026-12-01-oolong.md': text`
        ---
        title: Oolong
        start: 2026-12-01 19:00
        status: canceld
        ---
      `,
    },
    mended: {
      'content/events/2026-12-01-oolong.md': text`
        ---
        title: Oolong
        start: 2026-12-01 19:00
        status: cancelled
        ---
      `,
    },
  },
  'misspelt-field': {
    why: 'Fields that Meetpress does not know are kept for your own templates, and shown nowhere else. This one is so near to a known one that it is probably meant to be it.',
    help: 'Correct the name. A field of your own that happens to be so near goes below `extra`.',
    bad: {
      'content/events/2026-12-01-oolong.md': text`
        ---
        title: Oolong
        start: 2026-12-01 19:00
        capcity: 40
        ---
      `,
    },
    mended: {
      'content/events/2026-12-01-oolong.md': text`
        ---
        title: Oolong
        start: 2026-12-01 19:00
        capacity: 40
        ---
      `,
    },
  },
  'repeated-field': {
    why: 'One field can be spelt in several ways, and here two of them are set. The first is used; which one you meant cannot be known.',
    help: 'Keep one of the two.',
    bad: {
      'content/events/2026-12-01-oolong.md': text`
        ---
        title: Oolong
        start: 2026-12-01 19:00
        date: 2026-12-08
        ---
      `,
    },
    mended: {
      'content/events/2026-12-01-oolong.md': text`
        ---
        title: Oolong
        start: 2026-12-01 19:00
        ---
      `,
    },
  },
  'unknown-words': {
    why: 'Under `words`, the theme’s words are replaced by their keys, with what stands in braces filled in. A key that is misspelt replaces nothing, and braces that nothing fills in would be shown as they are.',
    help: 'Take the key, and what stands in braces, from `docs/words.md`.',
    bad: { 'site.yaml': 'words:\n  nextEvnet: Our next evening\n', 'content/index.md': '# Tea\n' },
    mended: { 'site.yaml': 'words:\n  nextEvent: Our next evening\n', 'content/index.md': '# Tea\n' },
  },
  'unknown-layout': {
    why: '`layout` names a kind of page or a template in `templates/`. There is none of this name, so the page looks as one of its kind usually does.',
    help: 'Correct the name, take the line out, or put a template of that name into `templates/`.',
    bad: {
      'content/about.md': text`
        ---
        title: About us
        layout: psot
        ---
        We are a group of friends.
      `,
    },
    mended: {
      'content/about.md': text`
        ---
        title: About us
        ---
        We are a group of friends.
      `,
    },
  },
} as const satisfies Partial<Record<Code, Explanation>>;
