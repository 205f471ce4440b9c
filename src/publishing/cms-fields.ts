import { talk } from '../content/schema/event.ts';
import type { Field, Schema } from '../content/schema/field.ts';

/** How a form of Sveltia CMS asks for a field. */
export interface CmsField {
  readonly name: string;
  readonly label: string;
  readonly required?: boolean;
  readonly [option: string]: unknown;
}

type Options = Readonly<Record<string, unknown>> & { readonly widget: string };

/** A clock on the wall, as everywhere in content: no zone is written, and none is counted with. */
const moment: Options = { widget: 'datetime', format: 'YYYY-MM-DD HH:mm' };
const text: Options = { widget: 'string' };
const files = (collection: string, multiple: boolean): Options => ({
  widget: 'relation',
  collection,
  value_field: '{{slug}}',
  display_fields: ['name'],
  search_fields: ['name'],
  ...(multiple && { multiple }),
});

/** By the shape that a reader says it takes. */
const byShape: Readonly<Record<string, Options>> = {
  text,
  'address or path': text,
  'full address': text,
  'language (BCP 47)': text,
  'time zone': text,
  duration: text,
  '`true`, `false` or an address': text,
  'latitude and longitude': text,
  Markdown: { widget: 'markdown' },
  '`true` or `false`': { widget: 'boolean' },
  'a number': { widget: 'number', value_type: 'float' },
  'a whole number': { widget: 'number', value_type: 'int', min: 0 },
  'date, maybe with a time': moment,
  'date and time, or a time of day': moment,
  'list of words': { widget: 'list' },
  'links (label: address)': { widget: 'keyvalue', key_label: 'Label', value_label: 'Address' },
  addresses: { widget: 'list' },
  'person (id, name, or fields)': files('person', false),
  'list of person (id, name, or fields)': files('person', true),
  'list of sponsor (id, name, or fields)': files('sponsor', true),
  'venue (id, name, or fields)': files('venue', false),
};

/** Where a field says more than its shape does. */
const byName: Readonly<Record<string, Options>> = {
  image: { widget: 'image' },
  avatar: { widget: 'image' },
  logo: { widget: 'image' },
  description: { widget: 'text' },
  event: { ...files('event', false), display_fields: ['title'], search_fields: ['title'] },
  slides: { widget: 'list' },
};

/** Where the name of a field, with a capital, would not tell. */
const labels: Readonly<Record<string, string>> = {
  access: 'Accessibility',
  end: 'End, where it is known',
  geo: 'Latitude, longitude',
  image_alt: 'What the picture shows',
  lang: 'Language',
  online: 'Address to join at',
  previous_start: 'Start before it was moved',
  publish: 'Publish from',
  rsvp: 'Sign-up address',
  url: 'Website',
};

const talkFields = ['title', 'speakers', 'abstract', 'slides', 'video', 'kind', 'duration', 'lang'] as const;

/** The named fields of a schema, in that order. Throws where there is no such field. */
export function fieldsByName(schema: Schema, names: readonly string[]): Schema {
  return Object.fromEntries(
    names.map((name) => {
      const found = schema[name];
      if (!found) throw new Error(`there is no field ${name}`);
      return [name, found];
    }),
  );
}

/** What a form asks for a field. Throws for a shape that no form is known for. */
export function cmsField(name: string, { read, doc, required = false }: Field<unknown>): CmsField {
  const label = labels[name] ?? `${name[0]!.toUpperCase()}${name.slice(1)}`;
  return { name, label, ...optionsOf(name, read.shape), required, hint: doc };
}

function optionsOf(name: string, shape: string): Options {
  if (name === 'talks') {
    const fields = Object.entries(fieldsByName(talk, talkFields)).map(([each, field]) => cmsField(each, field));
    return { widget: 'list', label_singular: 'Talk', summary: '{{fields.title}}', fields };
  }
  const known = byName[name] ?? byShape[shape];
  if (known) return known;
  const choices = [...shape.matchAll(/`([^`]+)`/g)].map(([, choice]) => choice);
  if (choices.length === 0) throw new Error(`no form is known for ${name}: ${shape}`);
  return { widget: 'select', options: choices };
}
