import type { Temporal } from 'temporal-polyfill';
import type { Occasion } from '../model/occasions.ts';

/** When an occasion takes place, as calendars say it. An end is exclusive. */
export type Span =
  | { readonly allDay: true; readonly start: Temporal.PlainDate; readonly end: Temporal.PlainDate }
  | {
      readonly allDay: false;
      readonly start: Temporal.ZonedDateTime;
      /** Undefined where it ends as it begins. */
      readonly end: Temporal.ZonedDateTime | undefined;
    };

/** An occasion that doesn't say when it ends takes as long as the model takes it to last. */
export function spanOf({ allDay, start, end, over }: Occasion): Span {
  if (!allDay) {
    const lasts = over.epochMilliseconds > start.at.epochMilliseconds;
    return { allDay, start: start.at, end: lasts ? over : undefined };
  }
  const first = start.at.toPlainDate();
  // An end at midnight is the end of the day before.
  const last = end ? (end.hasTime ? end.at.subtract({ nanoseconds: 1 }) : end.at).toPlainDate() : first;
  return { allDay, start: first, end: (isBefore(last, first) ? first : last).add({ days: 1 }) };
}

const isBefore = (a: Temporal.PlainDate, b: Temporal.PlainDate): boolean => a.until(b).sign > 0;
