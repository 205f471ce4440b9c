import type { Known } from '../asking/ask.ts';
import { talk } from '../content/schema/event.ts';
import type { Schema } from '../content/schema/field.ts';
import { schemas } from '../content/schema/kinds.ts';

/** What can be made: a file of a kind, or a talk in an event's file. */
export const things = ['event', 'talk', 'post', 'person', 'venue', 'sponsor', 'page'] as const;
export type Thing = (typeof things)[number];

/** A field that somebody at a terminal is asked for, where the call leaves it open. */
export interface Asked {
  readonly field: string;
  readonly message: string;
  readonly placeholder?: string;
  readonly known?: readonly Known[];
}

interface Making {
  readonly schema: Schema;
  /** Below `content/`; empty for `content/` itself. */
  readonly folder: string;
  /** The first one names the file, and cannot stay open. */
  readonly asked: readonly [Asked, ...Asked[]];
}

const later = 'leave it empty to write it later';
const name: Asked = { field: 'name', message: 'What is it called?' };
const title: Asked = { field: 'title', message: 'What is the title?' };

export const makings: Readonly<Record<Thing, Making>> = {
  event: {
    schema: schemas.event,
    folder: 'events',
    asked: [
      { ...title, message: 'What is the event called?' },
      { field: 'start', message: 'When does it begin?', placeholder: '2026-10-06 19:00' },
      { field: 'venue', message: 'Where is it, or at which address does one join?', placeholder: later },
    ],
  },
  talk: {
    schema: talk,
    folder: '',
    asked: [
      { ...title, message: 'What is the talk called?' },
      { field: 'speakers', message: 'Who gives it?', placeholder: 'names, with commas between them' },
      { field: 'abstract', message: 'What is it about?', placeholder: later },
    ],
  },
  post: { schema: schemas.post, folder: 'posts', asked: [title] },
  person: {
    schema: schemas.person,
    folder: 'people',
    asked: [
      { field: 'name', message: 'What is their name?' },
      { field: 'github', message: 'What is their name on GitHub?', placeholder: 'leave it empty if there is none' },
      { field: 'body', message: 'Who are they, in a sentence?', placeholder: later },
    ],
  },
  venue: {
    schema: schemas.venue,
    folder: 'venues',
    asked: [name, { field: 'address', message: 'What is the address?', placeholder: 'street and number' }],
  },
  sponsor: {
    schema: schemas.sponsor,
    folder: 'sponsors',
    asked: [name, { field: 'url', message: 'What is their website?', placeholder: 'https://…' }],
  },
  page: { schema: schemas.page, folder: '', asked: [title] },
};

/** What is below the front matter, beside all fields. */
export const bodyField = 'body';

/** Fields that name a picture, which is copied where it is given as a file. */
export const pictureFields: readonly string[] = ['image', 'avatar', 'logo'];
