import type { Temporal } from 'temporal-polyfill';
import type { Clock } from '../clock.ts';
import type { Config } from '../config/config.ts';
import type { When } from '../content/dates/when.ts';
import type { Entry } from '../content/entry.ts';

/**
 * A whole meetup as immutable values, linked to each other. This is also what templates see.
 * Every `url` here is a path from the site's root without the base path, percent-encoded: `/events/x/`.
 */
export interface Site {
  readonly config: Config;
  readonly clock: Clock;
  /** To be read only where nothing less will do: what shows it is another one at each moment. */
  readonly now: Temporal.Instant;
  /** Standalone pages, by URL. The home page is the one at `/`, where it exists. */
  readonly pages: readonly Page[];
  /** Newest first; those without a date last. */
  readonly posts: readonly Post[];
  /** By start, earliest first. */
  readonly events: readonly Event[];
  /** The first event that isn't over and will take place. */
  readonly nextEvent: Event | undefined;
  /** Newest first. */
  readonly talks: readonly Talk[];
  /** By name. */
  readonly people: readonly Person[];
  readonly venues: readonly Venue[];
  /** In the order of `sponsors` in site.yaml, then by tier as written there, then by name. */
  readonly sponsors: readonly Sponsor[];
  /** Those of site.yaml in its order, then those that only events name. */
  readonly series: readonly Series[];
  /** Dates of all series to come for which there is no file, earliest first. */
  readonly dates: readonly SavedDate[];
  /** By name. */
  readonly tags: readonly Tag[];
}

export type Content = Page | Post | Event | Person | Venue | Sponsor;

/** A file or address that content names: an image, slides, a link. Resolved when rendered, by the `href` filter. */
export interface Target {
  /** As written: relative to the file, from the site's root, or with a scheme. */
  readonly written: string;
  /** Where it was written, for resolving and for diagnostics. */
  readonly entry: Entry;
  readonly path: readonly (string | number)[];
  /** Whether it must be a picture. */
  readonly picture: boolean;
}

/** Markdown in a field (an abstract, directions). Turned into HTML by the `markdown` filter. */
export interface Prose {
  readonly text: string;
  readonly entry: Entry;
  readonly path: readonly (string | number)[];
}

export interface Link {
  /** As written. */
  readonly label: string | undefined;
  /** The words for a link without a label that nothing else names: its host, or the file's name. */
  readonly host: string;
  readonly target: Target;
}

interface Common {
  readonly url: string;
  readonly title: string;
  readonly description: string | undefined;
  readonly image: Target | undefined;
  readonly imageAlt: string;
  readonly tags: readonly Tag[];
  /** Shown only because drafts were asked for. */
  readonly draft: boolean;
  /** When it is to be published, where that is still to come: shown only because drafts were asked for. */
  readonly scheduled: When | undefined;
  /** BCP 47. The site's unless the entry says otherwise. */
  readonly lang: string;
  /** The template's name without `.njk`, where the entry chose one. */
  readonly layout: string | undefined;
  /** Old paths that redirect here. */
  readonly aliases: readonly string[];
  /** Free fields under `extra`, and every field that isn't known. */
  readonly extra: Readonly<Record<string, unknown>>;
}

interface Written extends Common {
  /** The file. Its body becomes HTML by the `content` and `excerpt` filters. */
  readonly entry: Entry;
}

/** People, venues and sponsors may exist by name alone, or be written inline in an event. */
interface Named extends Common {
  readonly name: string;
  /** Identity: two spellings with one slug are one. */
  readonly slug: string;
  readonly entry: Entry | undefined;
}

export interface Page extends Written {
  readonly kind: 'page';
  readonly order: number | undefined;
  /** `nav: false` keeps it out of the navigation made by itself, `true` puts it in at any depth. */
  readonly nav: boolean | undefined;
}

export interface Post extends Written {
  readonly kind: 'post';
  readonly date: When | undefined;
  readonly updated: When | undefined;
  readonly authors: readonly Person[];
  readonly featured: boolean;
  readonly event: Event | undefined;
  readonly older: Post | undefined;
  readonly newer: Post | undefined;
}

export type EventStatus = 'scheduled' | 'cancelled' | 'postponed' | 'rescheduled';

/**
 * `today` from the start of the first day, in the event's zone; `now` from its start, where it has a time; `past` from
 * `over`.
 */
export type Moment = 'upcoming' | 'today' | 'now' | 'past';

export interface Event extends Written {
  readonly kind: 'event';
  readonly start: When;
  /** As written, by `end` or `duration`. */
  readonly end: When | undefined;
  /**
   * When it is over, for deciding what is past. Without an end: two hours after the start, or,
   * for an all-day event, the end of its (last) day. Exclusive.
   */
  readonly over: Temporal.ZonedDateTime;
  readonly allDay: boolean;
  /** IANA: the event's, else its venue's, else the site's. */
  readonly timezone: string;
  readonly status: EventStatus;
  /** As of the site's `now`. */
  readonly moment: Moment;
  readonly previousStart: When | undefined;
  readonly venue: Venue | undefined;
  /** Whether one can take part from anywhere. */
  readonly online: boolean;
  /** The address to join at. */
  readonly joinUrl: Target | undefined;
  readonly talks: readonly Talk[];
  readonly hosts: readonly Person[];
  readonly sponsors: readonly Sponsor[];
  readonly rsvp: Target | undefined;
  readonly links: readonly Link[];
  readonly series: Series | undefined;
  readonly number: number | undefined;
  readonly capacity: number | undefined;
  readonly price: string | undefined;
  readonly recording: Target | undefined;
  readonly photos: Target | undefined;
  /** Identity in calendars (RFC 5545, 3.8.4.7), globally unique; holds no date, and stays when the event is moved. */
  readonly uid: string;
  /** RFC 5545, 3.8.7.4: as written, else made from what the file says. Rises when the event is moved or called off. */
  readonly sequence: number;
  /** When its file says that it was last changed. */
  readonly updated: When | undefined;
  /** Reports: the posts whose `event` is this one. */
  readonly posts: readonly Post[];
  readonly older: Event | undefined;
  readonly newer: Event | undefined;
}

/**
 * A date of a series for which there is no file yet: "date saved, talk to be announced". It has no page of its own, and
 * when a file is written for it, the event takes its place and its `uid`.
 */
export interface SavedDate {
  readonly kind: 'date';
  readonly title: string;
  readonly series: Series;
  readonly start: When;
  readonly end: When | undefined;
  readonly over: Temporal.ZonedDateTime;
  readonly allDay: boolean;
  readonly timezone: string;
  readonly moment: Moment;
  readonly venue: Venue | undefined;
  readonly online: boolean;
  readonly joinUrl: Target | undefined;
  readonly uid: string;
}

export interface Talk {
  readonly title: string;
  /** The anchor on the event's page, unique there. */
  readonly slug: string;
  /** `/events/x/#slug` */
  readonly url: string;
  readonly event: Event;
  readonly speakers: readonly Person[];
  readonly abstract: Prose | undefined;
  readonly slides: readonly Link[];
  readonly videos: readonly Link[];
  readonly code: readonly Link[];
  readonly links: readonly Link[];
  readonly lang: string | undefined;
  readonly duration: Temporal.Duration | undefined;
  /** `talk`, `lightning`, `workshop` or the organizer's own word, in lower case. */
  readonly kind: string;
}

export interface Person extends Named {
  readonly kind: 'person';
  readonly avatar: Target | undefined;
  readonly role: string | undefined;
  readonly pronouns: string | undefined;
  readonly links: readonly Link[];
  /** Newest first. */
  readonly talks: readonly Talk[];
  /** Events they host, newest first. */
  readonly hosted: readonly Event[];
  /** Newest first. */
  readonly posts: readonly Post[];
}

export interface Venue extends Named {
  readonly kind: 'venue';
  readonly address: string | undefined;
  readonly city: string | undefined;
  readonly country: string | undefined;
  /** A map's page: as written, else OpenStreetMap at `geo`. */
  readonly map: Target | undefined;
  /** Latitude and longitude in degrees (WGS 84). */
  readonly geo: readonly [latitude: number, longitude: number] | undefined;
  readonly directions: Prose | undefined;
  readonly access: Prose | undefined;
  readonly website: Target | undefined;
  readonly timezone: string | undefined;
  /** Newest first. */
  readonly events: readonly Event[];
  /** Dates to come for which there is no file, earliest first. */
  readonly dates: readonly SavedDate[];
}

export interface Sponsor extends Named {
  readonly kind: 'sponsor';
  readonly website: Target | undefined;
  readonly logo: Target | undefined;
  readonly tier: string | undefined;
  /** The last day of its support, in the site's zone. */
  readonly until: When | undefined;
  /** Newest first. */
  readonly events: readonly Event[];
}

export interface Series {
  /** Identity: the `id` in site.yaml, else made from the name. */
  readonly slug: string;
  readonly url: string;
  readonly name: string;
  readonly description: string | undefined;
  /** By start, earliest first. */
  readonly events: readonly Event[];
  /** Dates to come for which there is no file, earliest first. */
  readonly dates: readonly SavedDate[];
}

export interface Tag {
  readonly slug: string;
  readonly name: string;
  readonly url: string;
  /** In the order of the site's lists. */
  readonly posts: readonly Post[];
  readonly events: readonly Event[];
  readonly pages: readonly Page[];
  readonly people: readonly Person[];
}
