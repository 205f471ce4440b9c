import GithubSlugger from 'github-slugger';
import { Temporal } from 'temporal-polyfill';
import type { When } from '../content/dates/when.ts';
import type { WrittenClock, WrittenTime } from '../content/dates/written-time.ts';
import type { Entry } from '../content/entry.ts';
import type { talk } from '../content/schema/event.ts';
import type { Fields } from '../content/schema/field.ts';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import { slugify } from '../slug.ts';
import { type Building, byTime, commonOf, linksOf, type Making, proseOf, target, timeOf } from './common.ts';
import { giveUids, sequenceOf } from './identity.ts';
import type { Everybody } from './named.ts';
import { lacksSpeaker } from './notices.ts';
import { saveAllDates } from './saved-dates.ts';
import { type AllSeries, createSeries } from './series.ts';
import { endBy, momentOf, overOf } from './times.ts';
import { titleOf } from './title.ts';
import type { Event, Person, Sponsor, Talk } from './values.ts';

type EventEntry = Extract<Entry, { kind: 'event' }>;

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
    series: fields.series ? series.named(fields.series) : undefined,
    number: fields.number,
    capacity: fields.capacity,
    price: fields.price,
    recording: target(entry, fields.recording),
    photos: target(entry, fields.photos),
    uid: '',
    sequence: 0,
    updated: timeOf(entry, 'updated', fields.updated, timezone, diagnostics),
    posts: [],
    older: undefined,
    newer: undefined,
  };
  event.talks = makeTalks(event, entry, fields.talks ?? [], everybody, diagnostics);
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
  return endBy(start, end?.end ?? end?.time ?? (duration ? undefined : range), duration);
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
        speakers: unique((values.speakers ?? []).map((speaker) => everybody.person(entry, speaker))),
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
