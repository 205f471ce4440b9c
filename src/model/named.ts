import type { Entry } from '../content/entry.ts';
import { encodeSegment } from '../content/permalink.ts';
import type { Fields } from '../content/schema/field.ts';
import type { KindValues } from '../content/schema/kinds.ts';
import type { WrittenLink } from '../content/schema/links.ts';
import type { person, sponsor, venue } from '../content/schema/people.ts';
import type { Placed } from '../content/schema/readers.ts';
import type { Reference } from '../content/schema/references.ts';
import { slugify } from '../slug.ts';
import { type Building, commonOf, linksOf, type Making, proseOf, siteZone, target, timeOf } from './common.ts';
import { createRegistry, type Kind, type Registry } from './registry.ts';
import { nameFromId } from './title.ts';
import type { Person, Sponsor, Venue } from './values.ts';

/** Those who exist by name: with a file, described on the spot, or merely mentioned. */
export interface Everybody {
  readonly people: Registry<Building<Person>>;
  readonly venues: Registry<Building<Venue>>;
  readonly sponsors: Registry<Building<Sponsor>>;
  person(entry: Entry, reference: Reference<typeof person>): Building<Person>;
  venue(entry: Entry, reference: Reference<typeof venue>): Building<Venue>;
  sponsor(entry: Entry, reference: Reference<typeof sponsor>): Building<Sponsor>;
}

/** Somebody's fields, and where they come from. */
interface Described<K extends 'person' | 'venue' | 'sponsor'> {
  readonly name: string;
  readonly fields: KindValues[K];
  readonly unknown: Readonly<Record<string, unknown>>;
  /** The file that describes, or that mentions. */
  readonly entry: Entry;
  readonly own: boolean;
}

export const sponsorKind: Kind = { code: 'no-file-for-sponsor', folder: 'sponsors' };

export function makeEverybody(entries: readonly Entry[], making: Making): Everybody {
  const people = createRegistry<Building<Person>>({ code: 'no-file-for-person', folder: 'people' }, making);
  const venues = createRegistry<Building<Venue>>({ code: 'no-file-for-venue', folder: 'venues' }, making);
  const sponsors = createRegistry<Building<Sponsor>>(sponsorKind, making);

  for (const entry of entries) {
    const { fields, unknown, id } = entry;
    if (entry.kind !== 'person' && entry.kind !== 'venue' && entry.kind !== 'sponsor') continue;
    const name =
      entry.fields.name ??
      entry.fields.title ??
      (entry.kind === 'person' ? wordsFromId(id) : making.kept.titleOf(entry));
    const aliases = (fields.aliases ?? []).map(({ value }) => value);
    const spellings = [id, name, ...aliases.filter((alias) => !alias.startsWith('/'))];
    if (entry.kind === 'person')
      people.add(makePerson({ name, fields: entry.fields, unknown, entry, own: true }, making), spellings);
    else if (entry.kind === 'venue')
      venues.add(makeVenue({ name, fields: entry.fields, unknown, entry, own: true }, making), spellings);
    else sponsors.add(makeSponsor({ name, fields: entry.fields, unknown, entry, own: true }, making), spellings);
  }

  /** Finds the one meant; what a mention on the spot adds to somebody without a file is kept. */
  const find =
    <K extends 'person' | 'venue' | 'sponsor', T extends { name: string; entry: Entry | undefined }>(
      registry: Registry<T>,
      make: (described: Described<K>, making: Making) => T,
    ) =>
    (entry: Entry, reference: Placed<string> & { inline?: Fields<never> | undefined }): T => {
      const { inline } = reference;
      const described = {
        name: reference.value,
        fields: (inline?.values ?? {}) as KindValues[K],
        unknown: inline?.unknown ?? {},
        entry,
        own: false,
      };
      const made = () => make(described, making);
      const found = registry.resolve(reference, entry, made, inline !== undefined);
      if (inline && !found.entry) fillIn(found, made());
      return found;
    };
  return {
    people,
    venues,
    sponsors,
    person: find<'person', Building<Person>>(people, makePerson) as Everybody['person'],
    venue: find<'venue', Building<Venue>>(venues, makeVenue) as Everybody['venue'],
    sponsor: find<'sponsor', Building<Sponsor>>(sponsors, makeSponsor) as Everybody['sponsor'],
  };
}

/** Takes over what is known of one and not yet of the other. */
function fillIn(known: object, more: object): void {
  const values = known as Record<string, unknown>;
  for (const [key, value] of Object.entries(more)) {
    const now = values[key];
    if (now === undefined || now === '' || (Array.isArray(now) && now.length === 0)) values[key] = value;
  }
}

function named(
  folder: string,
  { name, fields, unknown, entry, own }: Described<'person' | 'venue' | 'sponsor'>,
  making: Making,
) {
  const slug = slugify(own ? entry.id : name);
  return {
    title: name,
    name,
    slug,
    url: own ? entry.url : `/${folder}/${encodeSegment(slug)}/`,
    entry: own ? entry : undefined,
    ...commonOf(own ? fields : { ...fields, aliases: undefined }, unknown, entry, making),
  };
}

function makePerson(described: Described<'person'>, making: Making): Building<Person> {
  const { fields, entry } = described;
  const accounts = Object.values(fields).filter(isLinks).flat();
  return {
    kind: 'person',
    avatar: target(entry, fields.avatar, true),
    role: fields.role,
    pronouns: fields.pronouns,
    links: linksOf(entry, accounts),
    talks: [],
    hosted: [],
    posts: [],
    ...named('people', described, making),
  };
}

/** `links` and every account at the top level hold the same kind of value. */
const isLinks = (value: unknown): value is readonly WrittenLink[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'object' && item !== null && 'label' in item);

function makeVenue(described: Described<'venue'>, making: Making): Building<Venue> {
  const { fields, entry } = described;
  const atGeo = fields.geo && {
    value: `https://www.openstreetmap.org/?mlat=${fields.geo[0]}&mlon=${fields.geo[1]}#map=18/${fields.geo.join('/')}`,
    path: [],
  };
  return {
    kind: 'venue',
    address: fields.address,
    city: fields.city,
    country: fields.country,
    map: target(entry, fields.map ?? atGeo),
    geo: fields.geo,
    directions: proseOf(entry, fields.directions),
    access: proseOf(entry, fields.access),
    website: target(entry, fields.url),
    timezone: fields.timezone,
    events: [],
    dates: [],
    ...named('venues', described, making),
  };
}

function makeSponsor(described: Described<'sponsor'>, making: Making): Building<Sponsor> {
  const { fields, entry } = described;
  return {
    kind: 'sponsor',
    website: target(entry, fields.url),
    logo: target(entry, fields.logo, true),
    tier: fields.tier,
    until: timeOf(entry, 'until', fields.until, siteZone(making.config), making),
    events: [],
    ...named('sponsors', described, making),
  };
}

/** `ada-lovelace` -> `Ada Lovelace`. */
const wordsFromId = (id: string): string => nameFromId(id).replace(/(?<=\s)\p{L}/gu, (letter) => letter.toUpperCase());
