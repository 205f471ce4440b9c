import { Temporal } from 'temporal-polyfill';
import { type Occurrence, periodOf } from './occurrences.ts';
import { dayOf } from './times.ts';
import type { Event } from './values.ts';

/**
 * Which occurrence of a series each of its events stands for, each at most once: the one on the day for which it was
 * first planned, else on its day, else the nearest one left in its month (or what the rule's period is). Being first
 * planned outweighs, so that an event that moves onto another occurrence's day stays the same one in calendars.
 */
export function matchEvents(
  events: readonly Event[],
  occurrences: readonly Occurrence[],
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
  match(({ previousStart }) => previousStart && free.get(dayOf(previousStart)));
  match(({ start }) => free.get(dayOf(start)));
  match(({ start }) => {
    const day = dayOf(start);
    const frequency = occurrences.findLast((each) => each.term.from.toString() <= day)?.term.rule.value.frequency;
    if (!frequency) return undefined;
    const period = periodOf(day, frequency);
    return nearest(
      day,
      [...free.values()].filter((each) => periodOf(each.day, frequency) === period),
    );
  });
  return matched;
}

/** Of two equally near ones the earlier. */
export function nearest(day: string, occurrences: readonly Occurrence[]): Occurrence | undefined {
  const from = Temporal.PlainDate.from(day);
  const distance = (each: Occurrence): number => Math.abs(from.until(each.day).days);
  return occurrences.reduce<Occurrence | undefined>(
    (best, each) => (best && distance(best) <= distance(each) ? best : each),
    undefined,
  );
}
