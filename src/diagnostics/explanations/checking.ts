import type { Code } from '../catalogue.ts';
import { type Explanation, text } from './explanation.ts';

const described = { 'site.yaml': 'title: Tea Talks\ndescription: We meet to talk about tea.\n' };
/** Of the network nobody can make an example. */
const outside = { test: 'tests/check/outside.test.ts' };

export const checking = {
  'picture-without-text': {
    checkOnly: true,
    why: 'Who does not see a picture, with a screen reader or on a poor connection, is given its text alternative. Here there is none, and they learn at best the name of the file.',
    help: 'Say between the brackets what the picture shows. Where it is an ornament, write it as HTML with an empty `alt`.',
    bad: { ...described, 'content/index.md': 'We meet for tea.\n\n![](https://tea.example/pot.jpg)\n' },
    mended: {
      ...described,
      'content/index.md': 'We meet for tea.\n\n![A blue pot on a stove](https://tea.example/pot.jpg)\n',
    },
  },
  'skipped-heading': {
    checkOnly: true,
    why: 'Programs make an outline of a page from the levels of its headings, and some readers move by it. A level that is left out looks as if something were missing. The title of the page is level one, so the first heading of a text is level two.',
    help: 'Choose the level by what belongs to what. How large a heading looks is for the style sheet to say.',
    bad: { ...described, 'content/about.md': '# About us\n\nWe like tea.\n\n#### Rules\n' },
    mended: { ...described, 'content/about.md': '# About us\n\nWe like tea.\n\n## Rules\n' },
  },
  'no-description': {
    checkOnly: true,
    why: 'Search engines, lists and messengers show a sentence below the title of a page: its `description`, else its first paragraph, else the description of the site. Here there is none of its own.',
    help: 'Begin the text with a sentence that says what it is about, or add a `description`.',
    bad: {
      ...described,
      'content/contact.md': text`
        ---
        title: Contact
        ---

        - [Write to us](mailto:hello@tea.example)
      `,
    },
    mended: {
      ...described,
      'content/contact.md': text`
        ---
        title: Contact
        description: How to reach the people behind the tea.
        ---

        - [Write to us](mailto:hello@tea.example)
      `,
    },
  },
  'similar-tags': {
    checkOnly: true,
    why: 'Two spellings are two tags with a page each, and who looks at one misses what has the other.',
    help: 'Use one of them everywhere. If they are two things, list one under `check: ignore:` in `site.yaml`.',
    bad: {
      ...described,
      'content/green.md': '---\ntags: [teapots]\n---\n\nOn green tea.\n',
      'content/black.md': '---\ntags: [teapot]\n---\n\nOn black tea.\n',
    },
    mended: {
      ...described,
      'content/green.md': '---\ntags: [teapots]\n---\n\nOn green tea.\n',
      'content/black.md': '---\ntags: [teapots]\n---\n\nOn black tea.\n',
    },
  },
  'similar-people': {
    checkOnly: true,
    why: 'A person is known by the name. Two spellings are two people, whose talks are on two pages.',
    help: 'Write the name in one way. If they are two, give each a file in `content/people/`.',
    bad: {
      ...described,
      'content/people/ann-lee.md': '---\nname: Ann Lee\n---\n\nShe pours.\n',
      'content/posts/2026-10-01-oolong.md': '---\nauthors:\n  - name: Anne Lee\n---\n\nOn oolong.\n',
    },
    mended: {
      ...described,
      'content/people/ann-lee.md': '---\nname: Ann Lee\n---\n\nShe pours.\n',
      'content/posts/2026-10-01-oolong.md': '---\nauthors: Ann Lee\n---\n\nOn oolong.\n',
    },
  },
  'large-picture': {
    why: 'A photograph as a camera made it takes long to load on a telephone, and costs its reader money. On a page it is shown small.',
    help: 'Scale it down to twice the size at which it is shown, and save it as JPEG or WebP.',
    situation:
      'A picture has more than a megabyte, or more than three times the pixels across and down that any page shows of it.',
    test: 'tests/check/picture-sizes.test.ts',
  },
  'doubtful-year': {
    checkOnly: true,
    why: 'Files are made by copying the last one, and in January the old year stays. The event would be in the past from its first day, and nobody would come.',
    help: 'Correct the year in `start`, or the date in the name of the file.',
    bad: {
      ...described,
      'content/events/2027-01-05-oolong.md': '---\ntitle: Oolong\nstart: 2026-01-05 19:00\n---\n\nBring a cup.\n',
    },
    mended: {
      ...described,
      'content/events/2027-01-05-oolong.md': '---\ntitle: Oolong\nstart: 2027-01-05 19:00\n---\n\nBring a cup.\n',
    },
  },
  'missing-words': {
    why: 'The theme has no words of its own in the language of the site, so those that the site doesn’t bring stand in English, among texts in another language.',
    help: 'Write them under `words` in `site.yaml`; `docs/words.md` lists them. Or say in `language` which of the built-in languages comes nearest.',
    checkOnly: true,
    bad: { 'site.yaml': 'language: fi\ndescription: Teetä\n', 'content/index.md': '# Teetä\n' },
    mended: { 'site.yaml': 'language: pt-BR\ndescription: Chá\n', 'content/index.md': '# Chá\n' },
  },
  'dead-link': {
    ...outside,
    why: 'Its server says that the page is gone, or there is no such server. Readers would meet an error.',
    help: 'Link to where the page is now, or to a copy in an archive, or take the link out.',
    situation: '`meetpress check --external` asks for every link out of the site.',
  },
  'moved-link': {
    ...outside,
    why: 'Its server sends everybody on to another address, for good. One day it will stop doing that.',
    help: 'Write the new address.',
    situation: '`meetpress check --external` is sent on by 301 or 308 alone.',
  },
  'unanswered-link': {
    ...outside,
    why: 'The server did not answer, or had trouble of its own. Nobody can say whether the page is there.',
    help: 'Try the address in a browser. What never answers to programs belongs under `check: ignore:` in `site.yaml`.',
    situation: '`meetpress check --external` waits ten seconds for an answer.',
  },
} as const satisfies Partial<Record<Code, Explanation>>;
