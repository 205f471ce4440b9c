import type { Temporal } from 'temporal-polyfill';
import type { Clock } from '../clock.ts';
import type { Config } from '../config/config.ts';
import type { Read } from '../content/dates/read.ts';
import type { When } from '../content/dates/when.ts';
import type { WrittenTime } from '../content/dates/written-time.ts';
import type { Entry } from '../content/entry.ts';
import { readPermalink } from '../content/permalink.ts';
import type { WrittenLink } from '../content/schema/links.ts';
import type { Placed } from '../content/schema/readers.ts';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import type { Kept } from './kept.ts';
import type { Link, Prose, Tag, Target } from './values.ts';

/** A value while the model links it to others; it is frozen before anybody else sees it. */
export type Building<T> = {
  -readonly [K in keyof T]: T[K] extends readonly (infer Item)[] ? Item[] : T[K];
};

/** What every part of the model is made with. */
export interface Making {
  readonly config: Config;
  readonly clock: Clock;
  readonly diagnostics: Diagnostic[];
  /** Slugs of the ids and names of entries that exist and are no part of the site, so that naming one isn't a mistake. */
  readonly leftOut: ReadonlySet<string>;
  readonly tag: (name: string) => Building<Tag>;
  readonly kept: Kept;
}

export const target = (entry: Entry, placed: Placed<string> | undefined, picture = false): Target | undefined =>
  placed && { written: placed.value, entry, path: placed.path, picture };

export const proseOf = (entry: Entry, placed: Placed<string> | undefined): Prose | undefined =>
  placed && { text: placed.value, entry, path: placed.path };

export const linksOf = (entry: Entry, links: readonly WrittenLink[] | undefined): Link[] =>
  (links ?? []).map((link) => ({ label: link.label, host: hostOf(link.value), target: target(entry, link)! }));

/** The words for a link that has none: its host, or the file's name. */
function hostOf(address: string): string {
  const host = /^[a-z][a-z\d+.-]*:\/\/(?:www\.)?([^/?#]+)/i.exec(address)?.[1];
  return host ?? address.split('/').findLast(Boolean) ?? address;
}

/**
 * The fields that every kind shares. To be spread last: many fields behind a spread make each object many times as slow.
 * @param fields may be those of somebody described inside another entry
 */
export function commonOf(
  fields: Entry['fields'],
  unknown: Readonly<Record<string, unknown>>,
  entry: Entry,
  making: Making,
) {
  return {
    description: fields.description,
    image: target(entry, fields.image, true),
    imageAlt: fields.image_alt ?? '',
    tags: uniqueTags(fields.tags ?? [], making),
    draft: isDraft(fields),
    scheduled: scheduledFor(fields, making),
    lang: fields.lang ?? making.config.language,
    layout: layoutOf(fields.layout, entry.kind),
    aliases: aliasesOf(entry, fields.aliases ?? [], making.diagnostics),
    extra: { ...unknown, ...fields.extra },
  };
}

const uniqueTags = (names: readonly string[], { tag }: Making): Tag[] =>
  uniqueOf(
    names.filter((name) => name.trim() !== ''),
    tag as (name: string) => Tag,
  );

/** What each gives, without repeats. */
export function uniqueOf<T, V>(items: readonly T[] | undefined, make: (item: T) => V): V[] {
  const values = (items ?? []).map(make);
  return values.length < 2 ? values : [...new Set(values)];
}

export function isDraft(fields: Entry['fields']): boolean {
  const status = 'status' in fields ? fields.status : undefined;
  return fields.draft === true || fields.published === false || status === 'draft';
}

/** When it is to be published, where that is still to come. */
export function scheduledFor(
  { publish }: Entry['fields'],
  { config, clock, kept }: Pick<Making, 'config' | 'clock' | 'kept'>,
): When | undefined {
  const from = publish && kept.placeTime(publish, config.timezone).value;
  return from && !clock.isSince(from.at) ? from : undefined;
}

/** The template that is named; one that only says the kind is none. */
function layoutOf(layout: string | undefined, kind: Entry['kind']): string | undefined {
  const name = layout?.replace(/\.(?:njk|html)$/, '');
  return name && name.toLowerCase() !== kind ? name : undefined;
}

/** Old addresses; a person's may also be other names, which don't begin with a slash. */
function aliasesOf(entry: Entry, aliases: readonly Placed<string>[], diagnostics: Diagnostic[]): string[] {
  if (aliases.length === 0) return [];
  const urls = aliases.flatMap(({ value, path, within }) => {
    if (entry.kind === 'person' && !value.startsWith('/')) return [];
    const read = readPermalink(value);
    if ('url' in read) return read.url;
    diagnostics.push(diagnose(read.problem, entry.locate(path, 'value', within)));
    return [];
  });
  return [...new Set(urls)].filter((url) => url !== entry.url);
}

/** The zone of a place. */
export interface Zone {
  /** IANA. */
  readonly id: string;
  /** Whether another one was written that could not be read: what disagrees with this one may be right. */
  readonly refused: boolean;
}

export const siteZone = ({ timezone, zoneRefused }: Config): Zone => ({ id: timezone, refused: zoneRefused });

/** Puts a written time into its zone; what is odd about it is said at the field. */
export function timeOf(
  entry: Entry,
  field: string,
  written: WrittenTime | undefined,
  zone: Zone,
  { kept, diagnostics }: Making,
): When | undefined {
  return written && tellOf(entry, field, kept.placeTime(written, zone.id), zone, diagnostics);
}

/** Gives what was read, and says at the field what is odd about it. */
export function tellOf<T>(
  entry: Entry,
  field: string,
  { value, problems }: Read<T>,
  zone: Zone,
  diagnostics: Diagnostic[],
): T | undefined {
  for (const problem of problems)
    if (!zone.refused || problem.code !== 'zone-mismatch')
      diagnostics.push(diagnose(problem, entry.locate(entry.paths.get(field) ?? [], 'value', problem.within)));
  return value;
}

/** Order of times; those that are missing come last. */
export const byTime = (a: When | undefined, b: When | undefined): number =>
  a && b ? byInstant(a.at, b.at) : a ? -1 : b ? 1 : 0;

/** As `Temporal` compares them, in a fraction of the time. */
const byInstant = ({ epochNanoseconds: a }: Temporal.ZonedDateTime, { epochNanoseconds: b }: Temporal.ZonedDateTime) =>
  a < b ? -1 : a > b ? 1 : 0;
