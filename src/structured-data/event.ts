import type {
  CreativeWorkLeaf,
  EventAttendanceModeEnumeration,
  EventLeaf,
  EventSeriesLeaf,
  EventStatusType,
} from 'schema-dts';
import { isoOf } from '../content/dates/iso.ts';
import type { When } from '../content/dates/when.ts';
import type { Event, EventStatus, Series, Talk } from '../model/values.ts';
import { offerOf, readPrice } from './offers.ts';
import { groupMention, mentionOf, sponsorThing } from './people.ts';
import { locationOf } from './places.ts';
import { type Describing, thing } from './thing.ts';

const statuses: Readonly<Record<EventStatus, EventStatusType>> = {
  scheduled: 'https://schema.org/EventScheduled',
  cancelled: 'https://schema.org/EventCancelled',
  postponed: 'https://schema.org/EventPostponed',
  rescheduled: 'https://schema.org/EventRescheduled',
};

/**
 * https://schema.org/Event, with what search engines require and recommend as far as it is known. Talks are works that
 * are performed, and no `subEvent`s: those would need a time each, which nobody writes.
 */
export function eventThing(event: Event, describing: Describing): EventLeaf {
  const { absolute, pictureOf, summary } = describing;
  const price = event.price === undefined ? undefined : readPrice(event.price);
  const speakers = new Set(event.talks.flatMap((talk) => talk.speakers));
  return thing<EventLeaf>({
    '@type': 'Event',
    '@id': absolute(event.url),
    name: event.title,
    description: summary(event),
    image: pictureOf(event),
    url: absolute(event.url),
    startDate: isoOf(event.start),
    endDate: endDateOf(event),
    previousStartDate: event.previousStart && isoOf(event.previousStart),
    eventStatus: statuses[event.status],
    eventAttendanceMode: attendanceOf(event),
    location: locationOf(event, describing),
    organizer: groupMention(describing),
    performer: [...speakers].map((speaker) => mentionOf(speaker, describing)),
    sponsor: event.sponsors.map((sponsor) => sponsorThing(sponsor, describing)),
    offers: offerOf(event, price, describing),
    isAccessibleForFree: price?.amount === 0 || undefined,
    maximumAttendeeCapacity: event.capacity,
    workPerformed: event.talks.map((talk) => talkThing(talk, describing)),
    recordedIn: recordingOf(event, describing),
    superEvent: event.series && seriesThing(event.series, describing),
    keywords: event.tags.map(({ name }) => name),
    inLanguage: event.lang,
  });
}

/** The end as written. A day without a time is its own end; how long an evening lasts isn't guessed. */
function endDateOf({ start, end, allDay }: Event): string | undefined {
  const known: When | undefined = end ?? (allDay ? start : undefined);
  return known && isoOf(known);
}

function attendanceOf({ venue, online }: Event): EventAttendanceModeEnumeration {
  if (!online) return 'https://schema.org/OfflineEventAttendanceMode';
  return venue ? 'https://schema.org/MixedEventAttendanceMode' : 'https://schema.org/OnlineEventAttendanceMode';
}

const talkThing = (talk: Talk, describing: Describing): CreativeWorkLeaf =>
  thing<CreativeWorkLeaf>({
    '@type': 'CreativeWork',
    name: talk.title,
    url: describing.absolute(talk.url),
    author: talk.speakers.map((speaker) => mentionOf(speaker, describing)),
    inLanguage: talk.lang,
  });

/** No `VideoObject`: that must have a thumbnail and the date of its upload. */
function recordingOf({ title, recording }: Event, { absolute }: Describing): CreativeWorkLeaf | undefined {
  const url = absolute(recording);
  return url === undefined ? undefined : thing<CreativeWorkLeaf>({ '@type': 'CreativeWork', name: title, url });
}

const seriesThing = ({ name, description, url, events }: Series, { absolute }: Describing): EventSeriesLeaf =>
  thing<EventSeriesLeaf>({
    '@type': 'EventSeries',
    name,
    description,
    url: absolute(url),
    startDate: events[0] && isoOf(events[0].start),
  });
