import { isoOf } from '../content/dates/iso.ts';
import { byTime } from '../model/common.ts';
import { nextOf, type Occasion } from '../model/occasions.ts';
import type { Event, Link, Person, SavedDate, Series, Site, Sponsor, Talk, Target, Venue } from '../model/values.ts';

/** Of the document's form; it rises when a reader of the old one would be misled. What is only added doesn't count. */
export const eventsVersion = 1;
export const schemaUrl = '/events.schema.json';

export interface Listing {
  readonly site: Site;
  readonly title: string;
  /** A full address, else one that is relative to the document's; empty where there is none. */
  readonly address: (target: Target | string | undefined) => string;
  readonly summary: (event: Event) => string;
}

/**
 * Every event, and every saved date of a series, earliest first, for programs: what `/events.json` holds. Every key is
 * always there, `null` where it isn't known. `next` and the saved dates are as old as the build.
 */
export function eventsJson(listing: Listing) {
  const { site, title, address } = listing;
  const occasions = [...site.events, ...site.dates].sort((a, b) => byTime(a.start, b.start));
  const next = nextOf(occasions);
  return {
    $schema: address(schemaUrl),
    version: eventsVersion,
    site: {
      title,
      url: address('/'),
      language: site.config.language,
      timezone: site.config.timezone,
    },
    next: next ? idOf(next) : null,
    events: occasions.map((each) => (each.kind === 'event' ? eventOf(each, listing) : dateOf(each, listing))),
  };
}

/** The path of the page, or, where there is none, the identity in calendars. */
const idOf = (occasion: Occasion): string => (occasion.kind === 'event' ? occasion.url : occasion.uid);

function eventOf(event: Event, listing: Listing) {
  const { address, summary } = listing;
  return {
    kind: event.kind,
    id: idOf(event),
    uid: event.uid,
    title: event.title,
    description: summary(event) || null,
    url: address(event.url),
    ...timesOf(event),
    status: event.status,
    previousStart: event.previousStart ? isoOf(event.previousStart) : null,
    venue: venueOf(event.venue, listing),
    online: event.online,
    join: address(event.joinUrl) || null,
    rsvp: address(event.rsvp) || null,
    price: event.price ?? null,
    capacity: event.capacity ?? null,
    series: seriesOf(event.series, event.number, listing),
    talks: event.talks.map((talk) => talkOf(talk, listing)),
    hosts: event.hosts.map((host) => namedOf(host, listing)),
    sponsors: event.sponsors.map((sponsor) => namedOf(sponsor, listing)),
    recording: address(event.recording) || null,
    photos: address(event.photos) || null,
    image: address(event.image) || null,
    links: event.links.map((link) => linkOf(link, listing)),
    tags: event.tags.map(({ name }) => name),
    lang: event.lang,
    updated: event.updated ? isoOf(event.updated) : null,
  };
}

/** A date without a page, a talk or a way to sign up yet. */
function dateOf(date: SavedDate, listing: Listing) {
  const { address } = listing;
  return {
    kind: date.kind,
    id: idOf(date),
    uid: idOf(date),
    title: date.title,
    ...timesOf(date),
    status: 'scheduled' as const,
    venue: venueOf(date.venue, listing),
    online: date.online,
    join: address(date.joinUrl) || null,
    series: seriesOf(date.series, undefined, listing),
  };
}

/** `start` and `end` are the wall clock's, as written; `over` is an instant in UTC, so that texts compare as times do. */
const timesOf = ({ start, end, over, allDay, timezone }: Occasion) => ({
  start: isoOf(start),
  end: end ? isoOf(end) : null,
  over: over.toInstant().toString({ smallestUnit: 'second' }),
  allDay,
  timezone,
});

const seriesOf = (series: Series | undefined, number: number | undefined, { address }: Listing) =>
  series ? { id: series.slug, name: series.name, url: address(series.url), number: number ?? null } : null;

const namedOf = ({ name, url }: Person | Sponsor, { address }: Listing) => ({ name, url: address(url) });

function venueOf(venue: Venue | undefined, { address }: Listing) {
  if (!venue) return null;
  const { geo } = venue;
  return {
    name: venue.name,
    url: address(venue.url),
    address: venue.address ?? null,
    city: venue.city ?? null,
    country: venue.country ?? null,
    geo: geo ? { latitude: geo[0], longitude: geo[1] } : null,
    map: address(venue.map) || null,
  };
}

/** The abstract is Markdown, as written. */
function talkOf(talk: Talk, listing: Listing) {
  const linksOf = (links: readonly Link[]) => links.map((link) => linkOf(link, listing));
  return {
    title: talk.title,
    url: listing.address(talk.url),
    kind: talk.kind,
    lang: talk.lang ?? null,
    duration: talk.duration ? talk.duration.toString() : null,
    abstract: talk.abstract?.text ?? null,
    speakers: talk.speakers.map((speaker) => namedOf(speaker, listing)),
    slides: linksOf(talk.slides),
    videos: linksOf(talk.videos),
    code: linksOf(talk.code),
    links: linksOf(talk.links),
  };
}

const linkOf = ({ label, host, target }: Link, { address }: Listing) => ({
  label: label ?? host,
  url: address(target),
});
