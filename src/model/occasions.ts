import { Temporal } from 'temporal-polyfill';
import type { Event, SavedDate } from './values.ts';

/** What stands in a list of what takes place: an event, or a date that is saved for one. */
export type Occasion = Event | SavedDate;

/** Those that aren't over, soonest first. */
export const upcoming = <T extends Occasion>(occasions: readonly T[]): T[] =>
  occasions.filter(({ moment }) => moment !== 'past').sort(byStart);

/** Those that are over, newest first. */
export const past = <T extends Occasion>(occasions: readonly T[]): T[] =>
  occasions.filter(({ moment }) => moment === 'past').sort((a, b) => byStart(b, a));

/** Whether it won't take place on the day that it names. */
export const isCalledOff = (occasion: Occasion): boolean =>
  occasion.kind === 'event' && (occasion.status === 'cancelled' || occasion.status === 'postponed');

/** Whether one can still come: it isn't over, and will take place. */
export const isOpen = (occasion: Occasion): boolean => occasion.moment !== 'past' && !isCalledOff(occasion);

export const nextOf = <T extends Occasion>(occasions: readonly T[]): T | undefined => upcoming(occasions).find(isOpen);

/** The longest event that counts as a night where it ends on the next day. */
const night = Temporal.Duration.from({ hours: 12 });

/** Whether it takes place on several days; a night counts as the day on which it begins. */
export function isSeveralDays({ start, end }: Occasion): boolean {
  if (!end || end.at.toPlainDate().equals(start.at.toPlainDate())) return false;
  const isNight = start.hasTime && end.hasTime && Temporal.ZonedDateTime.compare(end.at, start.at.add(night)) <= 0;
  return !isNight;
}

const byStart = (a: Occasion, b: Occasion): number => Temporal.ZonedDateTime.compare(a.start.at, b.start.at);
