import type { Temporal } from 'temporal-polyfill';
import type { When } from '../content/dates/when.ts';
import type { WrittenTime } from '../content/dates/written-time.ts';
import type { SavedDate, Site } from '../model/values.ts';
import { slugify } from '../slug.ts';
import type { Data } from './input.ts';

/**
 * The dates of series whose place a new event may take, the next one first: those on its day, where one is said.
 * @param values what is said of the event, by the schema
 */
export function seriesDates(
  { dates }: Site,
  { series, start }: { readonly series?: string; readonly start?: WrittenTime },
): readonly SavedDate[] {
  const slug = series === undefined ? undefined : slugify(series);
  const dayOf = ({ at }: When): Temporal.PlainDate => at.toPlainDate();
  return dates.filter(
    (date) =>
      (slug === undefined || slug === date.series.slug || slug === slugify(date.series.name)) &&
      (start === undefined || start.date.equals(dayOf(date.start))),
  );
}

/** What an event on that date would say of itself: when, where, and in which series it is. */
export function fieldsOfDate({ start, end, venue, series, online, joinUrl, timezone }: SavedDate, site: Site): Data {
  return {
    start: written(start),
    ...(end && { end: written(end) }),
    ...(timezone !== (venue?.timezone ?? site.config.timezone) && { timezone }),
    ...(venue && { venue: venue.entry?.id ?? venue.name }),
    ...(online && { online: joinUrl?.written ?? true }),
    series: series.name,
  };
}

/** `2026-10-06 19:00` */
const written = ({ at, hasTime }: When): string =>
  hasTime ? `${at.toPlainDate()} ${at.toPlainTime().toString({ smallestUnit: 'minute' })}` : `${at.toPlainDate()}`;
