import type { Temporal } from 'temporal-polyfill';
import type { Problem } from '../../diagnostics/diagnostic.ts';
import { spellDate, WEEKDAYS, weekdayNumber } from './calendar.ts';
import { type Piece, quote, take, within } from './piece.ts';

const NAME = `(?<weekday>${WEEKDAYS.map((name) => `${name.slice(0, 3)}(?:${name.slice(3)})?`).join('|')})`;
/** `Monday, October 6, 2026`. */
const BEFORE = new RegExp(`^\\s*${NAME}(?:,\\s*|\\s+)`, 'di');
/** `2026-10-06 (Tue)` and `2026-10-06, Tue`. */
const BRACKETED = new RegExp(`^\\s*\\(${NAME}\\)`, 'di');
const BEHIND = new RegExp(`^(?:,\\s*|\\s+)${NAME}(?![\\p{L}\\d])`, 'diu');

export interface WeekdayPart {
  readonly piece: Piece;
  readonly rest: Piece;
}

/** The English weekday at the front of a piece, if there is one. */
export function takeWeekday(from: Piece, side: 'before' | 'behind'): WeekdayPart | undefined {
  const taken = side === 'before' ? take(from, BEFORE) : (take(from, BRACKETED) ?? take(from, BEHIND));
  return taken && { piece: taken.parts.weekday!, rest: taken.rest };
}

/** The number of a weekday as written, 1 for Monday to 7. */
export function numberOfWeekday(written: Piece): number {
  return weekdayNumber(written.text)!;
}

/** The warning about a weekday that isn't the date's. */
export function checkWeekday(written: Piece, date: Temporal.PlainDate): readonly Problem[] {
  if (numberOfWeekday(written) === date.dayOfWeek) return [];
  const right = WEEKDAYS[date.dayOfWeek - 1]!;
  const name = written.text.length === 3 ? right.slice(0, 3) : right;
  return [
    {
      code: 'weekday-mismatch',
      message: `${spellDate(date)} is a ${right}, not a ${WEEKDAYS[numberOfWeekday(written) - 1]}`,
      help: `write ${quote(name)}, or correct the date`,
      within: within(written),
    },
  ];
}
