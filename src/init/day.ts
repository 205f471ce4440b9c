import type { Temporal } from 'temporal-polyfill';
import { type Rule, readRule } from '../config/rule.ts';
import { WEEKDAYS } from '../content/dates/calendar.ts';
import { occurrencesOf } from '../model/occurrences.ts';
import { fillers, folded, ordinals, weekdayNames } from './day-words.ts';

export const dayHelp =
  'write it like `second Thursday`, `first and third Monday`, `last Friday`, `every Tuesday` or `none`, in any language of the theme';

/**
 * The rule of what an organizer says: `second Thursday`, `first and third Monday of the month`, `every Tuesday`, also in
 * part (`2nd Thu`), in another language of the theme (`2. Donnerstag`, `deuxième jeudi`), or as a rule. Undefined where it
 * is none.
 */
export function ruleOf(written: string): Rule | undefined {
  const weekdays = weekdayNames();
  const words = folded(written)
    .replace(/第|毎[月週]|[・のと]|(?<=\d)(?=\p{sc=Han})/gu, ' ')
    .split(/[\s,'’]+/)
    .filter(Boolean);
  const plain = words.filter((word) => !fillers.has(word));
  // `Do` is a Thursday in German, and in Portuguese a word like `of`.
  const isDay = (word: string): boolean => weekdays.has(word);
  const said = plain.some(isDay) ? plain : words.filter((word) => isDay(word) || !fillers.has(word));
  const days = said.filter(isDay);
  const counts = said.filter((word) => !isDay(word)).map((word) => ordinals.get(word));
  const day = WEEKDAYS[weekdays.get(days[0] ?? '')! - 1]?.slice(0, 2).toUpperCase();
  const made = counts.length
    ? `FREQ=MONTHLY;BYDAY=${counts.map((count) => `${count}${day}`).join()}`
    : `FREQ=WEEKLY;BYDAY=${day}`;
  const read = readRule(days.length === 1 && counts.every(Boolean) ? made : written);
  return 'rule' in read ? read.rule : undefined;
}

const nothingElse = { clock: undefined, duration: undefined, venue: undefined };

/** The first day of a rule after another; undefined where none comes within a year. */
export function dayAfter(rule: Rule, today: Temporal.PlainDate): string | undefined {
  const from = today.add({ days: 1 });
  const term = { from, anchor: from, rule: { value: rule, path: [] }, ...nothingElse };
  return occurrencesOf({ terms: [term], until: undefined, except: [] }, from.add({ years: 1 }))[0]?.day;
}
