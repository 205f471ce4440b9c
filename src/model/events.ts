import GithubSlugger from 'github-slugger';
import { Temporal } from 'temporal-polyfill';
import type { When } from '../content/dates/when.ts';
import type { WrittenClock, WrittenTime } from '../content/dates/written-time.ts';
import type { Entry } from '../content/entry.ts';
import type { talk } from '../content/schema/event.ts';
import type { Fields } from '../content/schema/field.ts';
import { diagnose } from '../diagnostics/diagnostic.ts';
import { slugify } from '../slug.ts';
import { type Building, byTime, commonOf, linksOf, type Making, proseOf, target, timeOf } from './common.ts';
import type { Everybody } from './named.ts';
import { titleOf } from './title.ts';
import type { Event, Person, Series, Sponsor, Talk } from './values.ts';

type EventEntry = Extract<Entry, { kind: 'event' }>;

/** How long an event is taken to last that says when it begins and not when it ends. */
export const assumedDuration = Temporal.Duration.from({ hours: 2 });

/** Events by start, earliest first, each linked to its neighbours, its people, its places and its series. */
export function makeEvents(entries: readonly EventEntry[], everybody: Everybody, making: Making) {
  const series = new Map<string, Building<Series>>();
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
  return { events, series: [...series.values()].sort((a, b) => (a.slug < b.slug ? -1 : 1)) };
}

function makeEvent(
  entry: EventEntry,
  everybody: Everybody,
  series: Map<string, Building<Series>>,
  making: Making,
): Building<Event> | undefined {
  const { fields } = entry;
  const { config, diagnostics } = making;
  const venue = fields.venue && everybody.venue(entry, fields.venue);
  const writtenZone = fields.start?.zone && 'timeZone' in fields.start.zone ? fields.start.zone.timeZone : undefined;
  const timezone = fields.timezone ?? writtenZone ?? venue?.timezone ?? config.timezone;
  const start = timeOf(entry, 'start', withClock(fields.start, fields.time), timezone, diagnostics);
  if (!start || !fields.start) return undefined;
  const end = endOf(entry, start, timezone, making);
  const over = overOf(start, end);
  if (end && Temporal.ZonedDateTime.compare(end.at, end.hasTime ? start.at : start.at.startOfDay()) < 0)
    diagnostics.push(
      diagnose(
        { code: 'ends-before-start', message: 'this event ends before it starts', help: 'check `start` and `end`' },
        entry.locate(entry.paths.get('end') ?? entry.paths.get('start') ?? []),
      ),
    );
  const joinUrl = typeof fields.online === 'object' ? target(entry, fields.online) : undefined;
  const event: Building<Event> = {
    ...commonOf(fields, entry.unknown, entry, making),
    kind: 'event',
    entry,
    url: entry.url,
    title: titleOf(entry),
    start,
    end,
    over,
    allDay: !start.hasTime,
    timezone,
    status: fields.status === 'draft' || fields.status === 'published' ? 'scheduled' : (fields.status ?? 'scheduled'),
    moment: momentOf(start, over, making.now),
    previousStart: timeOf(entry, 'previous_start', fields.previous_start, timezone, diagnostics),
    venue,
    online: fields.online !== undefined && fields.online !== false,
    joinUrl,
    talks: [],
    hosts: unique((fields.hosts ?? []).map((host) => everybody.person(entry, host))),
    sponsors: unique((fields.sponsors ?? []).map((sponsor) => everybody.sponsor(entry, sponsor))),
    rsvp: target(entry, fields.rsvp),
    links: linksOf(entry, fields.links),
    series: fields.series ? seriesNamed(fields.series, series) : undefined,
    number: fields.number,
    capacity: fields.capacity,
    price: fields.price,
    recording: target(entry, fields.recording),
    photos: target(entry, fields.photos),
    posts: [],
    older: undefined,
    newer: undefined,
  };
  event.talks = makeTalks(event, entry, fields.talks ?? [], everybody);
  return event;
}

const unique = <T>(items: readonly T[]): T[] => [...new Set(items)];

/** A separate `time` completes a `start` that is a date alone. */
function withClock(start: WrittenTime | undefined, clock: WrittenClock | undefined): WrittenTime | undefined {
  return start && clock && !start.time ? { ...start, ...clock } : start;
}

/** By `end`, else `duration`, else the second half of the range in `start`. A time alone is the start's day, or the next. */
function endOf(entry: EventEntry, start: When, timezone: string, { diagnostics }: Making): When | undefined {
  const { end, duration } = entry.fields;
  if (end && 'date' in end) return timeOf(entry, 'end', end, timezone, diagnostics);
  const range = withClock(entry.fields.start, entry.fields.time)?.end;
  const clock = end?.end ?? end?.time ?? (duration ? undefined : range);
  if (clock) {
    const sameDay = start.at.withPlainTime(clock);
    const later = Temporal.ZonedDateTime.compare(sameDay, start.at) <= 0 ? sameDay.add({ days: 1 }) : sameDay;
    return { at: later, hasTime: true };
  }
  return duration && { at: start.at.add(duration), hasTime: start.hasTime };
}

/** The last day of an event counts as a whole where its end is a date alone. */
function overOf(start: When, end: When | undefined): Temporal.ZonedDateTime {
  if (end) return end.hasTime ? end.at : end.at.add({ days: 1 });
  return start.hasTime ? start.at.add(assumedDuration) : start.at.add({ days: 1 });
}

/** `today` begins with the first day, in the event's own zone. */
function momentOf(start: When, over: Temporal.ZonedDateTime, now: Temporal.Instant): Event['moment'] {
  if (Temporal.Instant.compare(now, over.toInstant()) >= 0) return 'past';
  return Temporal.Instant.compare(now, start.at.startOfDay().toInstant()) >= 0 ? 'today' : 'upcoming';
}

function seriesNamed(name: string, all: Map<string, Building<Series>>): Building<Series> {
  const slug = slugify(name);
  const series = all.get(slug) ?? { slug, name, events: [] };
  all.set(slug, series);
  return series;
}

function makeTalks(
  event: Event,
  entry: EventEntry,
  talks: readonly Fields<typeof talk>[],
  everybody: Everybody,
): Talk[] {
  const slugger = new GithubSlugger();
  return talks.flatMap(({ values }): Talk[] => {
    if (values.title === undefined) return [];
    // A prefix keeps a talk's anchor apart from a heading of the same words in the event's text.
    const slug = slugger.slug(`talk-${slugify(values.title) || 'untitled'}`);
    return [
      {
        title: values.title,
        slug,
        url: `${event.url}#${slug}`,
        event,
        speakers: unique((values.speakers ?? []).map((speaker) => everybody.person(entry, speaker))),
        abstract: proseOf(entry, values.abstract),
        slides: linksOf(entry, values.slides),
        videos: linksOf(entry, values.video),
        code: linksOf(entry, values.code),
        links: linksOf(entry, values.links),
        lang: values.lang,
        duration: values.duration,
        kind: values.kind?.toLowerCase() ?? 'talk',
      },
    ];
  });
}
