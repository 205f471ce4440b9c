import type { Temporal } from 'temporal-polyfill';
import type { Problem } from '../../diagnostics/diagnostic.ts';
import { takeDate } from './calendar-date.ts';
import { type ClockPlace, takeClock, type WrittenClock } from './clock.ts';
import { DATE_HELP, explainNumber } from './near-date.ts';
import { after, type Piece, quote, type Step, take, within } from './piece.ts';
import { type Read, readText, refuse } from './read.ts';
import { explainTime, isWhole, TIME_HELP, takeTime } from './time-of-day.ts';
import { checkWeekday, numberOfWeekday, takeWeekday } from './weekday.ts';

export type { WrittenClock } from './clock.ts';
export type { WrittenZone } from './written-zone.ts';

const FILLER = /^\s*(?<filler>,|(?:,\s*)?(?:at\b|@))\s*(?=\d)/di;

/** A date as its writer put it, with the time where there is one; not yet in any place's zone. */
export interface WrittenTime extends Partial<WrittenClock> {
  readonly date: Temporal.PlainDate;
  /** As written, 1 for Monday to 7 for Sunday (ISO 8601). */
  readonly weekday?: number;
}

/**
 * Reads a date, with or without a time (content-model.md, "Dates and times"). Never throws.
 * Problems: `bad-date` and `unknown-zone`, then without a value; `weekday-mismatch`, with one.
 */
export function readTime(value: unknown): Read<WrittenTime> {
  if (typeof value === 'number') return refuse(explainNumber(String(value)));
  const text = readText(value, 'bad-date', 'a date', DATE_HELP);
  if (text.value === undefined) return { problems: text.problems };

  const whole = trim(text.value);
  const before = takeWeekday(whole, 'before');
  const date = takeDate(before?.rest ?? whole);
  if ('problem' in date) return refuse(date.problem);

  const between = before ? undefined : takeWeekday(date.rest, 'behind');
  const clock = takeClockBehind(between?.rest ?? date.rest, date.value.compact);
  if ('problem' in clock) return refuse(clock.problem);

  const last = before || between ? undefined : takeWeekday(clock.rest, 'behind');
  const rest = last?.rest ?? clock.rest;
  if (rest.text.trim() !== '') return refuse(leftOver(rest, DATE_HELP));

  const weekday = before ?? between ?? last;
  const written = { date: date.value.date, ...clock.value };
  if (!weekday) return { value: written, problems: [] };
  return {
    value: { ...written, weekday: numberOfWeekday(weekday.piece) },
    problems: checkWeekday(weekday.piece, written.date),
  };
}

/** Whether a field for a date or for a time alone (`end`) holds the latter, be it right or wrong. */
export function looksLikeClock(value: unknown): boolean {
  const time = typeof value === 'string' && takeTime(trim(value));
  return time ? isWhole(time.value) : false;
}

/**
 * Reads a time of day or a range of two, as a field of its own has it. Never throws.
 * Problems: `bad-date` and `unknown-zone`, then without a value.
 */
export function readClock(value: unknown): Read<WrittenClock> {
  if (typeof value === 'number') return refuse(explainTime(String(value)));
  const text = readText(value, 'bad-date', 'a time of day', TIME_HELP);
  if (text.value === undefined) return { problems: text.problems };

  const clock = takeClock(trim(text.value), 'alone');
  if ('problem' in clock) return refuse(clock.problem);
  if (clock.rest.text.trim() !== '') return refuse(leftOver(clock.rest, TIME_HELP));
  return { value: withoutPlace(clock.value), problems: [] };
}

function takeClockBehind(from: Piece, compact: boolean): Step<Partial<WrittenClock>> {
  const { filler } = take(from, FILLER)?.parts ?? {};
  if (filler)
    return {
      problem: {
        code: 'bad-date',
        message: `${quote(filler.text)} stands between the day and the time`,
        help: 'put only a space between them, as in `2026-10-06 19:00`',
        within: within(filler),
      },
    };
  const place: ClockPlace = compact ? 'compact' : from.text.startsWith('T') ? 'T' : 'space';
  const gap = take(from, /^(?:T(?=\d)|\s+(?=[^\s(]))/d);
  return gap ? takeClock(gap.rest, place) : { value: {}, rest: from };
}

/** The zone's place is one in the time's own field, and would mislead next to the date's. */
function withoutPlace({ zone, ...clock }: WrittenClock): WrittenClock {
  if (!zone) return clock;
  const { within: _place, ...rest } = zone;
  return { ...clock, zone: rest };
}

function leftOver(rest: Piece, help: string): Problem {
  const piece = trim(rest.text, rest.offset);
  return { code: 'bad-date', message: `${quote(piece.text)} is more than can be read`, help, within: within(piece) };
}

function trim(text: string, offset = 0): Piece {
  const start = after({ text, offset }, text.length - text.trimStart().length);
  return { ...start, text: start.text.trimEnd() };
}
