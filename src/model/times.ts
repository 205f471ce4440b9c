import { Temporal } from 'temporal-polyfill';
import type { Clock } from '../clock.ts';
import type { When } from '../content/dates/when.ts';
import type { Moment } from './values.ts';

/** How long an event is taken to last that says when it begins and not when it ends. */
export const assumedDuration = Temporal.Duration.from({ hours: 2 });

/** The end by a time of day, on the day of the start or the next where it isn't later, else by a duration. */
export function endBy(
  start: When,
  clock: Temporal.PlainTime | undefined,
  duration: Temporal.Duration | undefined,
): When | undefined {
  if (!clock) return duration && { at: start.at.add(duration), hasTime: start.hasTime };
  const sameDay = start.at.withPlainTime(clock);
  const later = Temporal.ZonedDateTime.compare(sameDay, start.at) <= 0 ? sameDay.add({ days: 1 }) : sameDay;
  return { at: later, hasTime: true };
}

/** When it is over. The last day of an event counts as a whole where its end is a date alone. */
export function overOf(start: When, end: When | undefined): Temporal.ZonedDateTime {
  if (end) return end.hasTime ? end.at : dayAfter(end.at);
  return start.hasTime ? start.at.add(assumedDuration) : dayAfter(start.at);
}

/** Its first moment. A day that begins at one o'clock, as clocks skip midnight, is followed by one that begins at midnight. */
const dayAfter = (at: Temporal.ZonedDateTime): Temporal.ZonedDateTime =>
  at.toPlainDate().add({ days: 1 }).toZonedDateTime(at.timeZoneId);

/** `today` begins with the first day, in the event's own zone. */
export function momentOf(start: When, over: Temporal.ZonedDateTime, { isSince }: Clock): Moment {
  if (isSince(over)) return 'past';
  if (start.hasTime && isSince(start.at)) return 'now';
  return isSince(start.at.startOfDay()) ? 'today' : 'upcoming';
}

/** The day at the event's place on which it begins. */
export const dayOf = ({ at }: When): string => at.toPlainDate().toString();
