import { eventsVersion } from './events-json.ts';

type Schema = Readonly<Record<string, unknown>>;

const text: Schema = { type: 'string' };
const address: Schema = { type: 'string', format: 'uri-reference', minLength: 1 };
/** With the zone's offset, or a date alone. */
const time: Schema = {
  type: 'string',
  anyOf: [{ format: 'date-time' }, { format: 'date' }],
};
const list = (items: Schema): Schema => ({ type: 'array', items });
const ref = (name: string): Schema => ({ $ref: `#/$defs/${name}` });
const orNull = (schema: Schema): Schema => ({ anyOf: [schema, { type: 'null' }] });
const described = (description: string, schema: Schema): Schema => ({ description, ...schema });

/** Every property is always there; one that is added later breaks no reader. */
const object = (properties: Readonly<Record<string, Schema>>): Schema => ({
  type: 'object',
  properties,
  required: Object.keys(properties),
});

/** What events and saved dates have in common. */
const common = {
  uid: described('The identity in calendars, the same when it is moved.', { type: 'string', minLength: 1 }),
  title: text,
  start: described('The wall clock at the place, with its offset; a date alone where `allDay` is true.', time),
  end: described('As written: null where nobody said when it ends. A date alone is the last day.', orNull(time)),
  over: described('When it counts as over, in UTC: compare this with the present.', {
    type: 'string',
    format: 'date-time',
    pattern: 'Z$',
  }),
  allDay: { type: 'boolean' },
  timezone: described('IANA', text),
  venue: orNull(ref('venue')),
  online: described('Whether one can take part from anywhere.', { type: 'boolean' }),
  join: described('Where to join online.', orNull(address)),
  series: orNull(ref('series')),
} as const satisfies Record<string, Schema>;

const event: Schema = object({
  kind: { const: 'event' },
  id: described('Unique in this document: the path of the page.', text),
  ...common,
  description: described('A sentence or two of plain text.', orNull(text)),
  url: address,
  status: described('`cancelled` and `postponed` events will not take place at `start`.', {
    enum: ['scheduled', 'cancelled', 'postponed', 'rescheduled'],
  }),
  previousStart: described('When it was to begin before it was moved.', orNull(time)),
  rsvp: described('Where to sign up.', orNull(address)),
  price: described('In the organizer’s words.', orNull(text)),
  capacity: orNull({ type: 'integer', minimum: 0 }),
  talks: list(ref('talk')),
  hosts: list(ref('named')),
  sponsors: list(ref('named')),
  recording: orNull(address),
  photos: orNull(address),
  image: orNull(address),
  links: list(ref('link')),
  tags: list(text),
  lang: described('BCP 47', text),
  updated: described('When the event’s file says that it was last changed.', orNull(time)),
});

const savedDate: Schema = object({
  kind: { const: 'date' },
  id: described('Unique in this document: the same as `uid`.', text),
  ...common,
  status: { const: 'scheduled' },
});

/** The form of `/events.json`, as JSON Schema 2020-12. @param id where it is published, if that is known */
export const eventsSchema = (id: string | undefined): Schema => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  ...(id !== undefined && { $id: id }),
  title: 'The events of a meetup',
  description:
    'Addresses are absolute, or relative to the document where the site does not know its own. The next event is the first with an `over` in the future and a `status` of `scheduled` or `rescheduled`.',
  ...object({
    $schema: address,
    version: { const: eventsVersion },
    site: object({
      title: text,
      url: address,
      language: described('BCP 47', text),
      timezone: described('IANA', text),
    }),
    next: described('The `id` of the next event when the site was built. By now it may be over.', orNull(text)),
    events: described('By `start`, earliest first.', list({ oneOf: [ref('event'), ref('date')] })),
  }),
  $defs: {
    event,
    date: described('A date of a series for which nothing is announced yet.', savedDate),
    venue: object({
      name: text,
      url: address,
      address: orNull(text),
      city: orNull(text),
      country: orNull(text),
      geo: described(
        'WGS 84, in degrees.',
        orNull(
          object({
            latitude: { type: 'number', minimum: -90, maximum: 90 },
            longitude: { type: 'number', minimum: -180, maximum: 180 },
          }),
        ),
      ),
      map: orNull(address),
    }),
    series: object({ id: text, name: text, url: address, number: orNull({ type: 'integer', minimum: 0 }) }),
    talk: object({
      title: text,
      url: address,
      kind: described('`talk`, `lightning`, `workshop` or the organizer’s own word.', text),
      lang: orNull(text),
      duration: orNull({ type: 'string', format: 'duration' }),
      abstract: described('Markdown', orNull(text)),
      speakers: list(ref('named')),
      slides: list(ref('link')),
      videos: list(ref('link')),
      code: list(ref('link')),
      links: list(ref('link')),
    }),
    named: object({ name: text, url: address }),
    link: object({ label: text, url: address }),
  },
});
