import type { Clock } from '../clock.ts';
import { placeTime } from '../content/dates/place-time.ts';
import type { When } from '../content/dates/when.ts';
import { byTime } from '../model/common.ts';
import type { Event, Post, Site } from '../model/values.ts';

/** When something was published, as far as it is known, and when it last changed. */
export interface FeedDates {
  readonly published: When | undefined;
  readonly updated: When;
  /** Whether `updated` stands in for what nobody wrote. Only Atom, which must have it, shows it then. */
  readonly assumed: boolean;
}

/** Undefined for a post without a date: what is not dated is no news. */
export function postDates({ date, updated }: Post): FeedDates | undefined {
  return date && { published: date, updated: latest(date, updated), assumed: false };
}

/**
 * An event is news on the day of its `publish`, and again when its file says that it was `updated`. Where neither is
 * written, one that is over counts as announced four weeks before its start. One that is still to come isn't given a date
 * that a reader could take for old news: without one, readers take the moment at which they first see it.
 */
export function eventDates({ entry, start, updated, moment }: Event, { config, clock }: Site): FeedDates {
  const publish = entry.fields.publish;
  const published = publish && placeTime(publish, config.timezone).value;
  const known = published ? latest(published, updated) : updated;
  if (known) return { published, updated: known, assumed: false };
  const assumed = standIn(start, clock);
  return moment === 'past'
    ? { published: assumed, updated: assumed, assumed: false }
    : { published: undefined, updated: assumed, assumed: true };
}

const latest = (a: When, b: When | undefined): When => (byTime(a, b) < 0 && b ? b : a);

/**
 * Four weeks before the start, or, while that is still to come, the last of the days eight, twelve, sixteen … weeks
 * before. So it is never in the future, never long ago for what is still to come, and moves only every four weeks.
 */
function standIn({ at }: When, clock: Clock): When {
  return { at: clock.lastStepTo(at, 4 * 7 * 24).toZonedDateTimeISO(at.timeZoneId), hasTime: true };
}
