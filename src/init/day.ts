import type { Temporal } from 'temporal-polyfill';
import { type Rule, readRule } from '../config/rule.ts';
import { WEEKDAYS, weekdayNumber } from '../content/dates/calendar.ts';
import { occurrencesOf } from '../model/occurrences.ts';

export const dayHelp =
  'write it like `second Thursday`, `first and third Monday`, `last Friday`, `every Tuesday` or `none`';

/** As RFC 5545 counts weekdays in a month. */
const ordinals: Readonly<Record<string, string>> = {
  ...{ first: '1', second: '2', third: '3', fourth: '4', fifth: '5', last: '-1' },
  ...{ '1st': '1', '2nd': '2', '3rd': '3', '4th': '4', '5th': '5' },
};
const fillers = ['the', 'every', 'each', 'and', 'on'];

/**
 * The rule of what an organizer says: `second Thursday`, `first and third Monday of the month`, `every Tuesday`, also in
 * part (`2nd Thu`) or as a rule. Undefined where it is none.
 */
export function ruleOf(written: string): Rule | undefined {
  const words = written
    .toLowerCase()
    .replace(/\s+(?:of|in) (?:the|each|every) month$/, '')
    .split(/[\s,]+/)
    .filter((word) => word && !fillers.includes(word));
  const weekday = weekdayNumber(words.at(-1)?.replace(/s$/, '') ?? '');
  const counts = words.slice(0, -1).map((word) => ordinals[word]);
  const day = weekday && WEEKDAYS[weekday - 1]!.slice(0, 2).toUpperCase();
  const made = counts.length
    ? `FREQ=MONTHLY;BYDAY=${counts.map((count) => `${count}${day}`).join()}`
    : `FREQ=WEEKLY;BYDAY=${day}`;
  const read = readRule(day && counts.every(Boolean) ? made : written);
  return 'rule' in read ? read.rule : undefined;
}

const nothingElse = { clock: undefined, duration: undefined, venue: undefined };

/** The first day of a rule after another; undefined where none comes within a year. */
export function dayAfter(rule: Rule, today: Temporal.PlainDate): string | undefined {
  const from = today.add({ days: 1 });
  const term = { from, anchor: from, rule: { value: rule, path: [] }, ...nothingElse };
  return occurrencesOf({ terms: [term], until: undefined, except: [] }, from.add({ years: 1 }))[0]?.day;
}
