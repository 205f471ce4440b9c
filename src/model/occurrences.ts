import { createRequire } from 'node:module';
import { Temporal } from 'temporal-polyfill';
import type { Frequency } from '../config/rule.ts';
import type { SeriesConfig, SeriesTerm } from '../config/series.ts';

const require = createRequire(import.meta.url);

/** A day that the rule of a series gives. */
export interface Occurrence {
  /** Its number among all that the series ever had, from 1; a day that is left out counts, too. */
  readonly ordinal: number;
  /** ISO 8601. */
  readonly day: string;
  readonly term: SeriesTerm;
  /** Named under `except`. */
  readonly leftOut: boolean;
}

/** No rule that ever gives a day lets one wait for longer: the 29th of February on a given weekday takes 40 years. */
const longestWait = { years: 60 };
/** More than the days from 1970 to 2200. */
const mostDays = 100_000;

/** All days of a series from its start to a last one, inclusive, in order. */
export function occurrencesOf(
  { terms, until, except }: Pick<SeriesConfig, 'terms' | 'until' | 'except'>,
  last: Temporal.PlainDate,
): Occurrence[] {
  const end = until && Temporal.PlainDate.compare(until, last) < 0 ? until : last;
  const excepted = new Set(except.map(String));
  const days = terms.flatMap((term, index) => {
    const next = terms[index + 1]?.from.subtract({ days: 1 });
    const to = next && Temporal.PlainDate.compare(next, end) < 0 ? next : end;
    return daysOf(term, term.from, to).map((day) => ({ day, term }));
  });
  return days.map(({ day, term }, index) => ({ ordinal: index + 1, day, term, leftOut: excepted.has(day) }));
}

/** Whether a rule never gives a day, such as the 30th of February. */
export const isBarren = (term: SeriesTerm): boolean =>
  daysOf(term, term.anchor, term.anchor.add({ years: 1 })).length === 0 &&
  daysOf(term, term.anchor, term.anchor.add(longestWait)).length === 0;

/**
 * Days between two, inclusive, in order. They are counted in UTC, where each has 24 hours: which hour a place's clock
 * then shows is no matter of the rule. The library is loaded here, for the sites that have a rule.
 */
function daysOf({ rule, anchor }: SeriesTerm, from: Temporal.PlainDate, to: Temporal.PlainDate): string[] {
  if (Temporal.PlainDate.compare(from, to) > 0) return [];
  const { RRuleTemporal } = require('rrule-temporal') as typeof import('rrule-temporal');
  const midnight = (date: Temporal.PlainDate) => date.toZonedDateTime('UTC');
  const expanded = new RRuleTemporal({
    rruleString: rule.value.text,
    dtstart: midnight(anchor),
    maxIterations: mostDays,
  });
  return expanded.between(midnight(from), midnight(to), true).map((at) => at.toPlainDate().toString());
}

const dayLength = 24 * 60 * 60 * 1000;

/** The calendar year, month, week or day of a rule in which a day lies, as a name: `2026-10`, a week by its Monday. */
export function periodOf(day: string, frequency: Frequency): string {
  if (frequency === 'YEARLY') return day.slice(0, 4);
  if (frequency === 'MONTHLY') return day.slice(0, 7);
  if (frequency === 'DAILY') return day;
  // 1970 began on a Thursday.
  const week = Math.floor((Date.parse(day) / dayLength + 3) / 7);
  return new Date((week * 7 - 3) * dayLength).toISOString().slice(0, 10);
}
