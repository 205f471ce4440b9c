import { encodeSegment } from '../content/permalink.ts';
import type { Event, Series, Tag } from '../model/values.ts';

/** Where the calendars are, as paths of the site. */
export const allEventsUrl = '/events.ics';

/** Beside the event's page: `/events/x/event.ics`, and `/x.ics` for a page that is no folder (`/x.html`). */
export const eventCalendarUrl = ({ url }: Event): string =>
  url.endsWith('/') ? `${url}event.ics` : url.replace(/\.[^./]*$/, '.ics');

export const seriesCalendarUrl = ({ slug }: Series): string => `/series/${encodeSegment(slug)}.ics`;

export const tagCalendarUrl = ({ url }: Tag): string => `${url}events.ics`;
