import type { Kind } from '../source.ts';
import { common } from './common.ts';
import { event } from './event.ts';
import { field, type Schema, type Values } from './field.ts';
import { person, sponsor, venue } from './people.ts';
import { flag, number, oneOf, text } from './readers.ts';
import { references } from './references.ts';
import { time } from './time-readers.ts';

const status = field(oneOf(['draft', 'published']), '`draft` is the same as `draft: true`.');

const post = {
  ...common,
  status,
  date: field(time, 'When it was written. Else the date in the file’s name.'),
  updated: field(time, 'When it was last changed.', { also: ['last_modified_at'] }),
  authors: field(references(person, 'name', 'person'), 'Who wrote it.', { also: ['author', 'writers', 'posted_by'] }),
  featured: field(flag, 'Whether the home page shows it apart.'),
  event: field(text, 'The event that it reports on: the name of its file, without `.md`.'),
} satisfies Schema;

const page = {
  ...common,
  status,
  order: field(number, 'Its place in the navigation that is made by itself; smaller comes first.', {
    also: ['weight', 'nav_order'],
  }),
} satisfies Schema;

/** What may stand in the front matter of each kind. */
export const schemas = { page, post, event, person, venue, sponsor } satisfies Record<Kind, Schema>;

export type KindValues = { readonly [K in Kind]: Values<(typeof schemas)[K]> };
