import { Temporal } from 'temporal-polyfill';
import type { Event } from '../model/values.ts';

/** What a text is for. `week` to `today` remind of an event. */
export const moments = ['announcement', 'week', 'day', 'today', 'thanks'] as const;
export type Moment = (typeof moments)[number];

/** The template of each, without its folder and `.njk`. */
export const templateOf = (moment: Moment): string =>
  moment === 'announcement' || moment === 'thanks' ? moment : 'reminder';

/** Days until an event begins, by the calendar on the venue’s wall; negative once it did. */
function daysUntil({ start }: Event, now: Temporal.Instant): number {
  const today = now.toZonedDateTimeISO(start.at.timeZoneId).toPlainDate();
  return today.until(start.at.toPlainDate()).days;
}

/** What an event wants said now: once it is less than eight days away, a reminder. */
export function momentFor(event: Event, now: Temporal.Instant): Moment {
  if (Temporal.Instant.compare(now, event.over.toInstant()) >= 0) return 'thanks';
  const days = daysUntil(event, now);
  if (days > 7) return 'announcement';
  return days > 1 ? 'week' : days === 1 ? 'day' : 'today';
}

/** In how many days an event is, for those who read a reminder: it may be written ahead. */
export function daysAt(moment: Moment, event: Event, now: Temporal.Instant): number {
  if (moment !== 'week') return moment === 'day' ? 1 : 0;
  const days = daysUntil(event, now);
  return days > 1 && days < 7 ? days : 7;
}
