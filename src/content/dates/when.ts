import type { Temporal } from 'temporal-polyfill';

/** A point in a place's calendar: the wall-clock time as written, in an IANA zone. */
export interface When {
  /** Where no time was written: the start of that day in the zone. */
  readonly at: Temporal.ZonedDateTime;
  /** False for a date alone. */
  readonly hasTime: boolean;
}
