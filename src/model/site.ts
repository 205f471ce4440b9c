import type { Temporal } from 'temporal-polyfill';
import { createClock } from '../clock.ts';
import type { Config } from '../config/config.ts';
import type { Entry } from '../content/entry.ts';
import { compareText, type Diagnostic, diagnose, type Result } from '../diagnostics/diagnostic.ts';
import { slugify } from '../slug.ts';
import { type Building, byTime, isDraft, type Making, scheduledFor } from './common.ts';
import { makeEvents } from './events.ts';
import { createKept, type Kept } from './kept.ts';
import { makeEverybody, sponsorKind } from './named.ts';
import { noticesOf } from './notices.ts';
import { nextOf } from './occasions.ts';
import { makePages, makePosts } from './posts.ts';
import { withoutFile } from './registry.ts';
import { createTags } from './tags.ts';
import type { Event, Person, Site, Sponsor, Tag } from './values.ts';

export interface ModelOptions {
  readonly config: Config;
  /** Decides what is upcoming and what is published yet. */
  readonly now: Temporal.Instant;
  /** Shows drafts, and entries whose `publish` is still to come. */
  readonly drafts: boolean;
  /** Of an earlier site, to be made faster. */
  readonly kept?: Kept;
}

/** Links all entries to each other. Pure: the same entries and options give the same site. */
export function buildSite(
  entries: readonly Entry[],
  { config, now, drafts, kept = createKept() }: ModelOptions,
): Result<Site> {
  const diagnostics: Diagnostic[] = [];
  const clock = createClock(now);
  const isShown = (fields: Entry['fields']) => !isDraft(fields) && !scheduledFor(fields, { config, clock, kept });
  const isPart = (entry: Entry): boolean => entry.complete && (drafts || isShown(entry.fields));
  const shown = entries.filter(isPart);
  const parts = new Set(shown);
  const others = entries.filter((entry) => !parts.has(entry));
  const tags = createTags();
  const making: Making = {
    config,
    clock,
    diagnostics,
    leftOut: new Set(others.flatMap((entry) => [entry.id, kept.titleOf(entry)]).map(slugify)),
    tag: tags.named,
    kept,
  };
  const everybody = makeEverybody(shown, making);
  const { events, series, dates, ruled } = makeEvents(ofKind(shown, 'event'), everybody, making);
  const posts = makePosts(ofKind(shown, 'post'), everybody, events, making);
  const pages = makePages(ofKind(shown, 'page'), making);
  const people = [...everybody.people.all()].sort(byName);
  const sponsors = sortSponsors(everybody.sponsors.all(), config);
  const venues = [...everybody.venues.all()].sort(byName);

  for (const event of events.toReversed()) for (const tag of event.tags as Building<Tag>[]) tag.events.push(event);
  for (const post of posts) for (const tag of post.tags as Building<Tag>[]) tag.posts.push(post);
  for (const page of pages) for (const tag of page.tags as Building<Tag>[]) tag.pages.push(page);
  for (const person of people) for (const tag of person.tags as Building<Tag>[]) tag.people.push(person);
  for (const person of people) person.talks.sort((a, b) => newestFirst(a.event, b.event));

  const home = pages.find((page) => page.url === '/');
  const site: Site = {
    config: { ...config, title: config.title ?? (home?.title || undefined) },
    clock,
    get now() {
      return clock.now;
    },
    pages,
    posts,
    events,
    nextEvent: nextOf(events),
    talks: events.toReversed().flatMap((event) => event.talks),
    people,
    venues,
    sponsors,
    series,
    dates,
    tags: tags.all().sort(byName),
  };
  diagnostics.push(...unknownSponsors(sponsors, making));
  diagnostics.push(...noticesOf(events, series, ruled, making));
  for (const list of [pages, posts, events, site.talks, people, venues, sponsors, series, dates, site.tags])
    for (const item of Object.freeze(list)) freeze(item);
  return { value: Object.freeze(site), diagnostics };
}

/** Freezes a value and its lists; what it links to is frozen in its own turn. */
function freeze<T extends object>(value: T): T {
  for (const key in value) if (Array.isArray(value[key])) Object.freeze(value[key]);
  return Object.freeze(value);
}

const ofKind = <K extends Entry['kind']>(entries: readonly Entry[], kind: K) =>
  entries.filter((entry): entry is Extract<Entry, { kind: K }> => entry.kind === kind);

const byName = (a: Person | Tag | { name: string; slug: string }, b: { name: string; slug: string }): number =>
  compareText(a.name.toLowerCase(), b.name.toLowerCase()) || compareText(a.slug, b.slug);

const newestFirst = (a: Event, b: Event): number => byTime(b.start, a.start);

/** Those that site.yaml puts into an order, and that there are not. */
function unknownSponsors(sponsors: readonly Sponsor[], { config, leftOut }: Making): Diagnostic[] {
  const namesOf = (some: readonly Sponsor[]): string[] => some.flatMap(({ name, slug }) => [name, slug]);
  const known = new Set([...leftOut, ...namesOf(sponsors).map(slugify)]);
  const names = namesOf(sponsors.filter(({ entry }) => entry));
  return config.sponsors.flatMap((written, index) =>
    known.has(slugify(written))
      ? []
      : diagnose(withoutFile(sponsorKind, written, names), config.locate('sponsors', index)),
  );
}

/** As site.yaml lists them, then the others: by tier in the order in which tiers were met, then by name. */
function sortSponsors(sponsors: readonly Building<Sponsor>[], { sponsors: order }: Config): Building<Sponsor>[] {
  const listed = order.map(slugify);
  const rank = (sponsor: Sponsor): number => {
    const place = listed.findIndex((slug) => slug === sponsor.slug || slug === slugify(sponsor.name));
    return place < 0 ? listed.length : place;
  };
  const sorted = [...sponsors].sort((a, b) => rank(a) - rank(b) || byName(a, b));
  const tiers = [...new Set(sorted.map((sponsor) => sponsor.tier))];
  return sorted.sort((a, b) => rank(a) - rank(b) || tiers.indexOf(a.tier) - tiers.indexOf(b.tier));
}
