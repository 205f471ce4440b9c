import type { Frequency } from '../config/rule.ts';
import type { When } from '../content/dates/when.ts';
import { groupBy } from '../group.ts';
import { type Occurrence, periodOf } from './occurrences.ts';
import type { Event } from './values.ts';

/**
 * Which occurrence of a series each of its events stands for, each at most once: the one on the day for which it was
 * first planned, else on its day, else the nearest one left in its month (or what the rule's period is). Being first
 * planned outweighs, so that an event that moves onto another occurrence's day stays the same one in calendars.
 * @param occurrences in order
 */
export function matchEvents(
  events: readonly Event[],
  occurrences: readonly Occurrence[],
  dayOf: (when: When) => string,
): ReadonlyMap<Event, Occurrence> {
  const matched = new Map<Event, Occurrence>();
  const free = new Map(occurrences.map((occurrence) => [occurrence.day, occurrence]));
  const match = (occurrenceOf: (event: Event) => Occurrence | undefined): void => {
    for (const event of events) {
      const occurrence = matched.has(event) ? undefined : occurrenceOf(event);
      if (!occurrence) continue;
      matched.set(event, occurrence);
      free.delete(occurrence.day);
    }
  };
  const inPeriodOf = createInPeriodOf(occurrences);
  match(({ previousStart }) => previousStart && free.get(dayOf(previousStart)));
  match(({ start }) => free.get(dayOf(start)));
  match(({ start }) => {
    const day = dayOf(start);
    return nearest(
      day,
      inPeriodOf(day).filter((each) => free.has(each.day)),
    );
  });
  return matched;
}

/** Gives the occurrences in the period of a day, in order. What a period is, the rule says that held on that day. */
function createInPeriodOf(occurrences: readonly Occurrence[]) {
  const terms = [...new Set(occurrences.map(({ term }) => term))].map(
    ({ from, rule }) => [from.toString(), rule.value.frequency] as const,
  );
  const known = new Map<Frequency, ReadonlyMap<string, readonly Occurrence[]>>();
  return (day: string): readonly Occurrence[] => {
    const frequency = terms.findLast(([from]) => from <= day)?.[1];
    if (!frequency) return [];
    const periods = known.get(frequency) ?? new Map(groupBy(occurrences, (each) => periodOf(each.day, frequency)));
    known.set(frequency, periods);
    return periods.get(periodOf(day, frequency)) ?? [];
  };
}

/**
 * Of two equally near ones the earlier.
 * @param occurrences in order
 */
export function nearest(day: string, occurrences: readonly Occurrence[]): Occurrence | undefined {
  let [low, high] = [0, occurrences.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (occurrences[middle]!.day < day) low = middle + 1;
    else high = middle;
  }
  const [before, after] = [occurrences[low - 1], occurrences[low]];
  if (!before || !after) return before ?? after;
  const at = Date.parse(day);
  return at - Date.parse(before.day) <= Date.parse(after.day) - at ? before : after;
}
