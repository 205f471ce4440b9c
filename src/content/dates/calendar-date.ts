import type { Temporal } from 'temporal-polyfill';
import type { Problem } from '../../diagnostics/diagnostic.ts';
import { calendarDate, daysInMonth, FIRST_YEAR, LAST_YEAR, MONTHS, monthNumber } from './calendar.ts';
import { explainDate } from './near-date.ts';
import { type Piece, quote, type Step, take, within } from './piece.ts';

/** `2026-10-06`, also `2026-10-6`. */
const YEAR_FIRST = /^(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})(?!\d)/d;
/** The first half of `20261006T190000Z`. */
const COMPACT = /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})(?=T\d)/d;
/** `October 6, 2026`, also `Oct. 6th 2026`. */
const MONTH_FIRST = /^(?<month>\p{L}+)\.?\s+(?<day>\d{1,2})(?:st|nd|rd|th)?(?:,\s*|\s+)(?<year>\d{4})(?!\d)/diu;
/** `6 October 2026`, also `6th Oct, 2026`. */
const DAY_FIRST = /^(?<day>\d{1,2})(?:st|nd|rd|th)?\s+(?<month>\p{L}+)(?:\.?\s+|\.?,\s*)(?<year>\d{4})(?!\d)/diu;

export interface DatePart {
  readonly date: Temporal.PlainDate;
  /** Whether the time behind it must be compact, too. */
  readonly compact: boolean;
}

/** Reads the date at the front of a piece. */
export function takeDate(from: Piece): Step<DatePart> {
  for (const pattern of [YEAR_FIRST, COMPACT, MONTH_FIRST, DAY_FIRST]) {
    const taken = take(from, pattern);
    if (!taken) continue;
    const { year, month, day } = taken.parts as Record<'year' | 'month' | 'day', Piece>;
    const monthOfYear = /\d/.test(month.text) ? Number(month.text) : monthNumber(month.text);
    const date = monthOfYear && calendarDate(Number(year.text), monthOfYear, Number(day.text));
    if (date) return { value: { date, compact: pattern === COMPACT }, rest: taken.rest };
    return { problem: impossible(year, month, monthOfYear, day) };
  }
  return { problem: explainDate(from) };
}

/** Why there is no such date: the first of year, month and day that is at fault. */
function impossible(year: Piece, month: Piece, monthOfYear: number | undefined, day: Piece): Problem {
  const fault = (piece: Piece, message: string, help: string): Problem => ({
    code: 'bad-date',
    message,
    help,
    within: within(piece),
  });
  if (Number(year.text) < FIRST_YEAR || Number(year.text) > LAST_YEAR)
    return fault(year, `the year ${year.text} is not from ${FIRST_YEAR} to ${LAST_YEAR}`, 'check the year');
  if (monthOfYear === undefined)
    return fault(
      month,
      `${quote(month.text)} is not the English name of a month`,
      'write the month in English or as a number, as in `2026-10-06`',
    );
  if (monthOfYear < 1 || monthOfYear > 12) {
    const swapped = calendarDate(Number(year.text), Number(day.text), monthOfYear);
    const help = swapped ? `did you mean \`${swapped}\`?` : 'write the month as a number from 1 to 12';
    return fault(month, `there is no month ${month.text}`, help);
  }
  const days = daysInMonth(Number(year.text), monthOfYear);
  return fault(
    day,
    `${MONTHS[monthOfYear - 1]} ${year.text} has ${days} days and no day ${day.text}`,
    `write a day from 1 to ${days}`,
  );
}
