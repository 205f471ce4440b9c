import { Temporal } from 'temporal-polyfill';

/** Years outside are slips of the hand: no meetup has a page from before the web. */
export const FIRST_YEAR = 1970;
export const LAST_YEAR = 2200;

/** In the order of their numbers, which count from 1. */
export const MONTHS: readonly string[] = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** In the order of their numbers in ISO 8601: Monday is 1. */
export const WEEKDAYS: readonly string[] = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
];

/** The date, or `undefined` where the calendar has no such day or the year isn't from 1970 to 2200. */
export function calendarDate(year: number, month: number, day: number): Temporal.PlainDate | undefined {
  if (year < FIRST_YEAR || year > LAST_YEAR) return undefined;
  try {
    return new Temporal.PlainDate(year, month, day);
  } catch {
    return undefined;
  }
}

export function daysInMonth(year: number, month: number): number {
  return Temporal.PlainYearMonth.from({ year, month }).daysInMonth;
}

/** 1 to 12 for an English name in full, its first three letters or `Sept`, in any case. */
export function monthNumber(name: string): number | undefined {
  return numberOf(MONTHS, name.toLowerCase() === 'sept' ? 'sep' : name);
}

/** 1 (Monday) to 7 for an English name in full or its first three letters, in any case. */
export function weekdayNumber(name: string): number | undefined {
  return numberOf(WEEKDAYS, name);
}

/** `6 March 2024`, for messages. */
export function spellDate(date: Temporal.PlainDate): string {
  return `${date.day} ${MONTHS[date.month - 1]} ${date.year}`;
}

function numberOf(names: readonly string[], written: string): number | undefined {
  const wanted = written.toLowerCase();
  const index = names.findIndex((name) => wanted === name.toLowerCase() || wanted === name.slice(0, 3).toLowerCase());
  return index < 0 ? undefined : index + 1;
}
