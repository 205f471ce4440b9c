import type { Temporal } from 'temporal-polyfill';

/** ISO 8601 as iCalendar writes it (RFC 5545, sections 3.3.4 and 3.3.5). */
export const compact = (iso: string): string => iso.replace(/[-:]/g, '');

/** The clock on the wall there, to the second: `20261006T190000` */
export const compactClock = (at: Temporal.ZonedDateTime): string =>
  compact(at.toPlainDateTime().toString({ smallestUnit: 'second' }));

/** The same instant everywhere: `20261007T000000Z` */
export const compactUtc = (at: Temporal.ZonedDateTime): string =>
  compact(at.toInstant().toString({ smallestUnit: 'second' }));

/**
 * Whether a time is written by its clock and its zone. Else it is written in UTC: where that is the zone, and for a time
 * that clocks pass twice in autumn. Of these, clock and zone mean the first (3.3.5), which not every reader knows, and
 * the second cannot be said by them at all.
 */
export function isZoned(at: Temporal.ZonedDateTime): boolean {
  const { timeZoneId } = at;
  if (timeZoneId === 'UTC') return false;
  const clock = at.toPlainDateTime();
  const as = (disambiguation: 'earlier' | 'later') => clock.toZonedDateTime(timeZoneId, { disambiguation });
  return as('earlier').equals(as('later'));
}

export const timeLine = (name: string, at: Temporal.ZonedDateTime): string =>
  isZoned(at) ? `${name};TZID=${at.timeZoneId}:${compactClock(at)}` : `${name}:${compactUtc(at)}`;

export const dateLine = (name: string, date: Temporal.PlainDate): string =>
  `${name};VALUE=DATE:${compact(date.toString())}`;
