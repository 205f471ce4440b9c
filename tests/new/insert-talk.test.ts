import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from '../../src/content/parse.ts';
import type { Fields, Schema } from '../../src/content/schema/field.ts';
import { insertTalk } from '../../src/new/insert-talk.ts';
import { sourceOf } from '../support.ts';

const talk = { title: 'New: one', speakers: ['Ada'] };

const inserted = (text: string, added: Readonly<Record<string, unknown>> = talk): string | undefined =>
  insertTalk(sourceOf('events/x.md', text), added);

const file = (yaml: string): string => `---\ntitle: Tea\nstart: 2026-10-06\n${yaml}---\n\nSoup.\n`;

const titles = (text: string): unknown[] => {
  const { fields } = parse(sourceOf('events/x.md', text)).value;
  const { talks = [] } = fields as { talks?: readonly Fields<Schema>[] };
  return talks.map(({ values }) => values.title);
};

const item = "- title: 'New: one'\n    speakers:\n      - Ada\n";

describe('a talk is added', () => {
  test.each<[string, string, string]>([
    ['where there is none', 'rsvp: x # soon\n', `rsvp: x # soon\ntalks:\n  ${item}`],
    ['to a field without a value', 'talks: # none yet\nrsvp: x\n', `talks: # none yet\n  ${item}rsvp: x\n`],
    ['to an empty list', 'talks: [] # none yet\nrsvp: x\n', `talks: # none yet\n  ${item}rsvp: x\n`],
    ['instead of false', 'talks: false\nrsvp: x\n', `talks:\n  ${item}rsvp: x\n`],
    [
      'to a list, by the spelling that it has',
      'agenda:\n  - title: A # first\n\n# later\nrsvp: x\n',
      `agenda:\n  - title: A # first\n  ${item}\n# later\nrsvp: x\n`,
    ],
    [
      'to a list at the left',
      'Talks:\n- {title: A}\n- title: B\n  abstract: |\n    one\n\n    two\n',
      `Talks:\n- {title: A}\n- title: B\n  abstract: |\n    one\n\n    two\n${item.replace(/^ {2}/gm, '')}`,
    ],
    [
      'to a list in brackets',
      'talks: [{title: A}, # first\n  {title: B}, ]\n',
      "talks: [{title: A}, # first\n  {title: B}, {title: 'New: one', speakers: [Ada]}, ]\n",
    ],
  ])('%s', (_, before, after) => {
    const text = inserted(file(before));
    expect(text).toBe(file(after));
    expect(titles(text!).at(-1)).toBe('New: one');
  });

  test('to fields in braces', () => {
    expect(inserted('---\n{title: Tea, start: 2026-10-06}\n---\n')).toBe(
      "---\n{title: Tea, start: 2026-10-06, talks: [{title: 'New: one', speakers: [Ada]}]}\n---\n",
    );
  });

  test('to indented fields', () => {
    expect(inserted('---\n  title: Tea\n  start: 2026-10-06\n---\n')).toBe(
      `---\n  title: Tea\n  start: 2026-10-06\n  talks:\n    ${item.replaceAll('\n  ', '\n    ').trimEnd()}\n---\n`,
    );
  });

  test.each(['\r\n', '\r'])('with the line ends of the file, %j', (end) => {
    const text = inserted(file('talks:\n  - title: A\n').replaceAll('\n', end));
    expect(text).toBe(file(`talks:\n  - title: A\n  ${item}`).replaceAll('\n', end));
  });
});

test.each([['talks: Tea\n'], ['talks:\n  title: A\n  speaker: B\n'], ['sponsors: &a []\ntalks: *a\n']])(
  'nothing is done where it would change what is there: %j',
  (yaml) => {
    expect(inserted(file(yaml))).toBeUndefined();
  },
);

test('a file without front matter gets none', () => {
  expect(inserted('# Tea\n')).toBeUndefined();
});

const nasty = fc.stringMatching(/^[\s\S]*$/u, { maxLength: 30 });
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.stringMatching(/^[-#:'"[\]{}|>&*!%@`,? \t\na.]{0,12}$/),
  nasty,
);
const forms = [
  '',
  'talks: []\n',
  'talks:\n  - title: A\n',
  'talks: [{title: A}]\n',
  'presentations:\n- title: A\n\n\n',
];

/** A text that runs into what follows, and one that would open a list. */
const examples: [string, string, string][] = [
  ['.\n\n', ']', 'presentations:\n- title: A\n\n\n'],
  ['.:[', '{', 'talks: [{title: A}]\n'],
];

test('whatever is in a talk, the file then says the same, and the talk', () => {
  fc.assert(
    fc.property(text, text, fc.constantFrom(...forms), (title, abstract, yaml) => {
      fc.pre(title.trim() !== '' && abstract.trim() !== '');
      const before = file(yaml);
      const after = inserted(before, { title, abstract, speakers: [title] });
      expect(after).toBeDefined();
      expect(titles(after!)).toEqual([...titles(before), title.trim()]);
      expect(after!.endsWith('---\n\nSoup.\n')).toBe(true);
    }),
    { numRuns: 300, examples },
  );
});
