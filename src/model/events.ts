import GithubSlugger from 'github-slugger';
import type { talk } from '../content/schema/event.ts';
import type { Fields } from '../content/schema/field.ts';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import { slugify } from '../slug.ts';
import {
  type Building,
  byTime,
  commonOf,
  linksOf,
  type Making,
  proseOf,
  target,
  tellOf,
  timeOf,
  uniqueOf,
  type Zone,
} from './common.ts';
import type { EventEntry } from './entry-times.ts';
import { giveUids, sequenceOf } from './identity.ts';
import type { Everybody } from './named.ts';
import { lacksSpeaker } from './notices.ts';
import { saveAllDates } from './saved-dates.ts';
import { type AllSeries, createSeries } from './series.ts';
import { momentOf } from './times.ts';
import type { Event, Person, Sponsor, Talk, Venue } from './values.ts';

/** Events by start, earliest first, each linked to its neighbours, its people, its places and its series. */
export function makeEvents(entries: readonly EventEntry[], everybody: Everybody, making: Making) {
  const series = createSeries(making.config);
  const events = entries
    .flatMap((entry) => makeEvent(entry, everybody, series, making) ?? [])
    .sort((a, b) => byTime(a.start, b.start) || (a.url < b.url ? -1 : 1));
  events.forEach((event, index) => {
    event.older = events[index - 1];
    event.newer = events[index + 1];
    event.series && (event.series.events as Event[]).push(event);
  });
  // Newest first, as the lists of people and places want them.
  for (const event of events.toReversed()) {
    (event.venue as { events: Event[] } | undefined)?.events.push(event);
    for (const host of event.hosts as Building<Person>[]) host.hosted.push(event);
    for (const sponsor of event.sponsors as Building<Sponsor>[]) sponsor.events.push(event);
    for (const each of event.talks) for (const speaker of each.speakers as Building<Person>[]) speaker.talks.push(each);
  }
  const { dates, ruled } = saveAllDates(events, series, everybody, making);
  giveUids(events, ruled, making);
  for (const event of events) event.sequence = sequenceOf(event, ruled.get(event)?.date);
  return { events, series: series.all(), dates, ruled };
}

function makeEvent(
  entry: EventEntry,
  everybody: Everybody,
  series: AllSeries,
  making: Making,
): Building<Event> | undefined {
  const { fields } = entry;
  const { diagnostics } = making;
  const venue = fields.venue && everybody.venue(entry, fields.venue);
  const zone = zoneOf(entry, venue, making);
  const span = making.kept.spanOf(entry, zone.id);
  if (!span) return undefined;
  const start = tellOf(entry, 'start', span.start, zone, diagnostics)!;
  const end = tellOf(entry, 'end', span.end, zone, diagnostics);
  const { over } = span;
  const joinUrl = typeof fields.online === 'object' ? target(entry, fields.online) : undefined;
  const event: Building<Event> = {
    kind: 'event',
    entry,
    url: entry.url,
    title: making.kept.titleOf(entry),
    start,
    end,
    over,
    allDay: !start.hasTime,
    timezone: zone.id,
    status: fields.status === 'draft' || fields.status === 'published' ? 'scheduled' : (fields.status ?? 'scheduled'),
    moment: momentOf(start, over, making.clock),
    previousStart: timeOf(entry, 'previous_start', fields.previous_start, zone, making),
    venue,
    online: fields.online !== undefined && fields.online !== false,
    joinUrl,
    talks: [],
    hosts: uniqueOf(fields.hosts, (host) => everybody.person(entry, host)),
    sponsors: uniqueOf(fields.sponsors, (sponsor) => everybody.sponsor(entry, sponsor)),
    rsvp: target(entry, fields.rsvp),
    links: linksOf(entry, fields.links),
    series: fields.series ? series.named(fields.series) : undefined,
    number: fields.number,
    capacity: fields.capacity,
    price: fields.price,
    recording: target(entry, fields.recording),
    photos: target(entry, fields.photos),
    uid: '',
    sequence: 0,
    updated: timeOf(entry, 'updated', fields.updated, zone, making),
    posts: [],
    older: undefined,
    newer: undefined,
    ...commonOf(fields, entry.unknown, entry, making),
  };
  event.talks = makeTalks(event, entry, fields.talks ?? [], everybody, diagnostics);
  return event;
}

/** The event's own, the one written behind its start, the venue's, else the site's. */
function zoneOf({ fields, paths }: EventEntry, venue: Venue | undefined, { config, leftOut }: Making): Zone {
  const written = fields.start?.zone && 'timeZone' in fields.start.zone ? fields.start.zone.timeZone : undefined;
  const own = fields.timezone ?? written;
  const id = own ?? venue?.timezone ?? config.timezone;
  if (own) return { id, refused: false };
  if (paths.has('timezone')) return { id, refused: true };
  if (!venue || venue.timezone) return { id, refused: !venue && config.zoneRefused };
  const refusedThere = venue.entry ? venue.entry.paths.has('timezone') : leftOut.has(venue.slug);
  return { id, refused: refusedThere || config.zoneRefused };
}

function makeTalks(
  event: Event,
  entry: EventEntry,
  talks: readonly Fields<typeof talk>[],
  everybody: Everybody,
  diagnostics: Diagnostic[],
): Talk[] {
  const slugger = new GithubSlugger();
  return talks.flatMap(({ values, paths }): Talk[] => {
    if (values.title === undefined) return [];
    const kind = values.kind?.toLowerCase() ?? 'talk';
    const wasRefused = paths.has('speakers') && !values.speakers;
    if (!values.speakers?.length && !wasRefused && lacksSpeaker(values.title, kind))
      diagnostics.push(
        diagnose(
          {
            code: 'talk-without-speaker',
            message: `nobody gives \`${values.title}\``,
            help: 'name them under `speakers`, or say what it is, as in `kind: break`',
          },
          entry.locate(paths.get('title') ?? []),
        ),
      );
    // A prefix keeps a talk's anchor apart from a heading of the same words in the event's text.
    const slug = slugger.slug(`talk-${slugify(values.title)}`);
    return [
      {
        title: values.title,
        slug,
        url: `${event.url}#${slug}`,
        event,
        speakers: uniqueOf(values.speakers, (speaker) => everybody.person(entry, speaker)),
        abstract: proseOf(entry, values.abstract),
        slides: linksOf(entry, values.slides),
        videos: linksOf(entry, values.video),
        code: linksOf(entry, values.code),
        links: linksOf(entry, values.links),
        lang: values.lang,
        duration: values.duration,
        kind,
      },
    ];
  });
}
