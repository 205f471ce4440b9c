import type { Temporal } from 'temporal-polyfill';
import { calendarDate } from './calendar.ts';

export interface FileDate {
  readonly date: Temporal.PlainDate;
  /** What follows the date and its hyphen or underscore; empty for a date alone. */
  readonly rest: string;
}

const DATED_NAME = /^(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})(?:$|[-_](?<rest>.*)$)/s;

/**
 * The date that a file's or folder's name (without extension) begins with: `2026-04-07`,
 * `2026-01-24-january-2026-meetup`. An impossible day makes the whole a name like any other.
 */
export function dateInFileName(name: string): FileDate | undefined {
  const parts = DATED_NAME.exec(name)?.groups;
  const date = parts && calendarDate(Number(parts.year), Number(parts.month), Number(parts.day));
  return date && { date, rest: parts.rest ?? '' };
}
