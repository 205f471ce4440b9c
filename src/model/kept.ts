import { Temporal } from 'temporal-polyfill';
import type { SeriesConfig } from '../config/series.ts';
import { placeTime } from '../content/dates/place-time.ts';
import { keep, keepWith } from '../keep.ts';
import { dateOf, spanOf } from './entry-times.ts';
import { occurrencesOf } from './occurrences.ts';
import { dayOf } from './times.ts';
import { titleOf } from './title.ts';

/**
 * What the model asks of one entry, one time or one rule alone, and knows when it asks again. Given to every plan of a builder,
 * it makes a plan cost what changed.
 */
export const createKept = () => ({
  titleOf: keep(titleOf),
  /** Of a post, in the site's zone. */
  dateOf: keepWith(dateOf),
  /** Of an event, in its zone. */
  spanOf: keepWith(spanOf),
  placeTime: keepWith(placeTime),
  dayOf: keep(dayOf),
  /** Until a day, ISO 8601. */
  occurrencesOf: keepWith((series: SeriesConfig, last: string) => occurrencesOf(series, Temporal.PlainDate.from(last))),
});

export type Kept = ReturnType<typeof createKept>;
