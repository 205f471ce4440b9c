import { describe, expect, test } from 'vitest';
import { talk } from '../../../src/content/schema/event.ts';
import type { Schema } from '../../../src/content/schema/field.ts';
import { schemas } from '../../../src/content/schema/kinds.ts';
import type { Kind } from '../../../src/content/source.ts';
import { entryOf, parsed } from '../../support.ts';

const paths: Readonly<Record<Kind, string>> = {
  page: 'x.md',
  post: 'posts/x.md',
  event: 'events/x.md',
  person: 'people/x.md',
  venue: 'venues/x.md',
  sponsor: 'sponsors/x.md',
};
const kinds = Object.keys(paths) as Kind[];
const fold = (key: string): string => key.toLowerCase().replace(/[-_]/g, '');

/** The field of a kind that a key sets, as reading a file shows. */
function fieldOf(kind: Kind, key: string): string | undefined {
  const { paths: found } = entryOf(paths[kind], `---\n${key}: 1\n---\n`);
  return [...found].find(([, path]) => path[0] === key)?.[0];
}

describe('the spellings of real sites', () => {
  test.each([
    ['title', 'name'],
    ['description', 'summary excerpt'],
    ['image', 'cover banner featured_image featuredImage'],
    ['tags', 'categories keywords topics'],
    ['aliases', 'redirect_from redirectFrom'],
  ])('of %s, of every kind that has no other field of the name', (field, keys) => {
    for (const kind of kinds)
      for (const key of keys.split(' '))
        if (!(key in schemas[kind])) expect([kind, fieldOf(kind, key)]).toEqual([kind, field]);
  });

  test.each<[Kind, string, string]>([
    ['page', 'permalink', 'url'],
    ['page', 'order', 'weight nav_order'],
    ['post', 'authors', 'author writers posted_by'],
    ['post', 'updated', 'last_modified_at'],
    ['event', 'start', 'date event_date date-start startDate started_at meeting_date'],
    ['event', 'time', 'time'],
    ['event', 'end', 'date-end end_time ended_at'],
    ['event', 'venue', 'location place host'],
    ['event', 'rsvp', 'registration meetup_url meetupLink event_url tickets'],
    ['event', 'talks', 'agenda items presentations'],
    ['event', 'permalink', 'url'],
    ['person', 'avatar', 'logo photo'],
    ['person', 'name', 'display_name'],
    ['person', 'github', 'GitHub'],
    ['person', 'twitter', 'twitter'],
    ['person', 'web', 'web website url'],
    ['venue', 'url', 'website'],
    ['sponsor', 'url', 'website'],
  ])('of a %s’s %s', (kind, field, keys) => {
    for (const key of keys.split(' ')) expect([key, fieldOf(kind, key)]).toEqual([key, field]);
  });

  test('of a talk', () => {
    const { value, diagnostics } = parsed(
      'events/x.md',
      `---
start: 2026-10-06
agenda:
  - name: A
    presenter: Ada
    extract: x
    slides_url: a.pdf
    youtube_id: a1b2c3d4e5_
  - {title: B, speaker: [Bo], description: y, presentationUrl: b.pdf, youtube: c.mp4, videos: [d.mp4], type: Workshop}
---
`,
    );
    expect(diagnostics).toEqual([]);
    if (value.kind !== 'event') throw new Error(value.kind);
    expect(value.fields.talks?.map(({ values }) => values)).toMatchObject([
      {
        title: 'A',
        speakers: [{ value: 'Ada' }],
        abstract: { value: 'x' },
        slides: [{ value: 'a.pdf' }],
        video: [{ value: 'https://www.youtube.com/watch?v=a1b2c3d4e5_' }],
      },
      {
        title: 'B',
        speakers: [{ value: 'Bo' }],
        abstract: { value: 'y' },
        slides: [{ value: 'b.pdf' }],
        video: [{ value: 'c.mp4' }, { value: 'd.mp4' }],
        kind: 'Workshop',
      },
    ]);
  });
});

describe('the schemas themselves', () => {
  const all: [string, Schema][] = [...Object.entries(schemas), ['talk', talk]];
  test.each(all)('%s: no spelling belongs to two fields, unless it is the name of one', (_, schema) => {
    const names = new Set(Object.keys(schema).map(fold));
    const owners = new Map<string, string>();
    for (const [name, { also = [] }] of Object.entries(schema))
      for (const key of also.map(fold)) {
        if (names.has(key)) continue;
        // A kind may take a spelling away from a field that all kinds have.
        const before = owners.get(key);
        expect([key, before === undefined || before in schemas.page]).toEqual([key, true]);
        owners.set(key, name);
      }
  });

  test.each(all)('%s: every field says what it is and what it takes', (_, schema) => {
    for (const [name, { doc, read }] of Object.entries(schema)) {
      expect([name, doc]).toEqual([name, expect.stringMatching(/^[A-Z`].*[.…]$/s)]);
      expect([name, read.shape]).toEqual([name, expect.stringMatching(/\S/)]);
    }
  });
});

test('drafts, in every spelling', () => {
  const fields = (yaml: string) => entryOf('posts/x.md', `---\n${yaml}\n---\n`).fields;
  expect(fields('draft: true')).toEqual({ draft: true });
  expect(fields('published: no')).toEqual({ published: false });
  expect(fields('status: Draft')).toEqual({ status: 'draft' });
});
