import type { Temporal } from 'temporal-polyfill';
import type { Event } from '../model/values.ts';
import type { Words } from '../words/words.ts';
import { eventCalendarUrl } from './addresses.ts';
import { compact, compactClock, compactUtc } from './date-time.ts';
import { type Span, spanOf } from './span.ts';
import { aboutOf, linksOf, locationOf, paragraphs, type Surroundings } from './words.ts';

/** A way to add an event to a calendar. */
export interface AddLink {
  readonly name: string;
  readonly href: string;
}

/** A calendar on the web with a form for a new event that an address fills in. None of them documents it. */
interface Service {
  readonly name: string;
  /** The form, with what is the same in every query. */
  readonly form: string;
  /** The fields that say when. */
  readonly when: (span: Span) => string;
  /** What it calls the title, the place and the text. */
  readonly fields: readonly [title: string, location: string, details: string];
  /** How it wants a character of the text; as it is, where this isn't given. */
  readonly character?: (character: string) => string;
  /** What the text has to say as no field can. */
  readonly remark?: (span: Span, words: Words) => string | undefined;
}

/** Outlook reads the text as HTML, and the ends of days as exclusive. */
const outlook = {
  when: (span) =>
    span.allDay
      ? `startdt=${span.start}&enddt=${span.end}&allday=true`
      : `startdt=${isoUtc(span.start)}&enddt=${isoUtc(span.end ?? span.start)}`,
  fields: ['subject', 'location', 'body'],
  character: (character) => ({ '\n': '<br>', '&': '&amp;', '<': '&lt;', '>': '&gt;' })[character] ?? character,
} satisfies Partial<Service>;

const services: readonly Service[] = [
  {
    name: 'Google',
    form: 'https://calendar.google.com/calendar/render?action=TEMPLATE',
    when: (span) =>
      span.allDay
        ? `dates=${compact(`${span.start}/${span.end}`)}`
        : `dates=${compactUtc(span.start)}/${compactUtc(span.end ?? span.start)}&ctz=${encodeURIComponent(span.start.timeZoneId)}`,
    fields: ['text', 'location', 'details'],
  },
  {
    name: 'Outlook.com',
    form: 'https://outlook.live.com/calendar/deeplink/compose?path=/calendar/action/compose&rru=addevent',
    ...outlook,
  },
  {
    name: 'Office 365',
    form: 'https://outlook.office.com/calendar/deeplink/compose?path=/calendar/action/compose&rru=addevent',
    ...outlook,
  },
  {
    name: 'Yahoo',
    form: 'https://calendar.yahoo.com/?v=60',
    // It takes every time for one of the reader's own zone, even where UTC is said: the clock at the place is right for
    // those who live there. `DUR` makes it a whole day, and is not heard beside an end.
    when: (span) => {
      if (!span.allDay) return `ST=${compactClock(span.start)}&ET=${compactClock(span.end ?? span.start)}`;
      const isOneDay = span.start.add({ days: 1 }).equals(span.end);
      return `ST=${compact(`${span.start}`)}&${isOneDay ? 'DUR=allday' : `ET=${compact(`${span.end}`)}`}`;
    },
    fields: ['TITLE', 'in_loc', 'DESC'],
    remark: (span, { t }) => (span.allDay ? undefined : t('timeZone', { zone: span.start.timeZoneId })),
  },
];

/** The most characters that every service takes for an address, and the most of them for the title, and for the place. */
const longest = 2000;
const longestField = 400;

/**
 * Links that add an event to somebody's calendar: its own file first, which every program takes, then the forms of
 * calendars on the web.
 * @param href what belongs into an attribute for a path of the site
 */
export function addLinks(event: Event, surroundings: Surroundings, href: (path: string) => string): AddLink[] {
  const span = spanOf(event);
  const words = surroundings.words(event.lang);
  // The links come first, as the end of a long text is cut off.
  const details = [linksOf(event, surroundings), aboutOf(event, surroundings)];
  const location = locationOf(event, surroundings) ?? '';
  const fill = ({ name, form, when, fields, character, remark }: Service): AddLink => {
    const [forTitle, forLocation, forDetails] = fields;
    const title = `&${forTitle}=${encode(event.title, longestField)}`;
    const place = location && `&${forLocation}=${encode(location, longestField)}`;
    const start = `${form}&${when(span)}${title}${place}&${forDetails}=`;
    return {
      name,
      href: start + encode(paragraphs([remark?.(span, words), ...details]), longest - start.length, character),
    };
  };
  return [{ name: words.t('calendarFile'), href: href(eventCalendarUrl(event)) }, ...services.map(fill)];
}

const isoUtc = (at: Temporal.ZonedDateTime): string => at.toInstant().toString({ smallestUnit: 'second' });

/** As much of a text as there is room for, encoded, with an ellipsis where something was cut. */
function encode(text: string, room: number, as = (character: string): string => character): string {
  const more = encodeURIComponent('…');
  let whole = '';
  let kept = '';
  for (const character of text.replace(/\p{Surrogate}/gu, '\ufffd')) {
    whole += encodeURIComponent(as(character));
    if (whole.length > room) return kept + more;
    if (whole.length + more.length <= room) kept = whole;
  }
  return whole;
}
