import { Temporal } from 'temporal-polyfill';
import { dateInFileName } from '../content/dates/file-date.ts';
import { placeTime } from '../content/dates/place-time.ts';
import type { Read } from '../content/dates/read.ts';
import type { When } from '../content/dates/when.ts';
import type { WrittenTime } from '../content/dates/written-time.ts';
import type { Entry } from '../content/entry.ts';
import type { Problem } from '../diagnostics/diagnostic.ts';
import { endBy, overOf } from './times.ts';

export type PostEntry = Extract<Entry, { kind: 'post' }>;
export type EventEntry = Extract<Entry, { kind: 'event' }>;

/** From when until when an event takes place, as its file says. */
export interface Span {
  readonly start: Read<When> & { readonly value: When };
  readonly end: Read<When>;
  readonly over: Temporal.ZonedDateTime;
}

/** A post's day: the front matter's date, else the file name's. */
export function dateOf({ id, fields, paths, complete }: PostEntry, timeZone: string): Read<When> {
  const inName = dateInFileName(id)?.date;
  const written = fields.date;
  if (written) {
    const { value, problems } = placeTime(written, timeZone);
    return {
      value,
      problems: inName?.equals(written.date) === false ? [...problems, mismatch(inName, written)] : problems,
    };
  }
  if (inName) return placeTime({ date: inName }, timeZone);
  // A date that could not be read is an error of its own.
  if (!complete || paths.has('date')) return { problems: [] };
  const help = 'add a line `date: 2026-10-06`, or begin the file’s name with the date';
  return { problems: [{ code: 'no-date', message: 'this post has no date, and comes last', help }] };
}

const mismatch = (inName: Temporal.PlainDate, { date }: WrittenTime): Problem => ({
  code: 'file-date-mismatch',
  message: `the file’s name says ${inName}, and \`date\` says ${date}`,
  help: '`date` is used; rename the file where the name is right',
});

/** Undefined for an event without a start. */
export function spanOf({ fields }: EventEntry, timeZone: string): Span | undefined {
  const written = startOf(fields);
  if (!written) return undefined;
  const start = placeTime(written, timeZone);
  const end = endOf(fields, written, start.value, timeZone);
  const isReversed =
    end.value &&
    Temporal.ZonedDateTime.compare(end.value.at, end.value.hasTime ? start.value.at : start.value.at.startOfDay()) < 0;
  return {
    start,
    end: isReversed ? { ...end, problems: [...end.problems, reversed] } : end,
    over: overOf(start.value, end.value),
  };
}

const reversed: Problem = {
  code: 'ends-before-start',
  message: 'this event ends before it starts',
  help: 'check `start` and `end`',
};

/** A separate `time` completes a `start` that is a date alone. */
const startOf = ({ start, time }: EventEntry['fields']): WrittenTime | undefined =>
  start && time && !start.time ? { ...start, ...time } : start;

/** By `end`, else `duration`, else the second half of the range in `start`. A time alone is the start's day, or the next. */
function endOf(
  { end, duration }: EventEntry['fields'],
  { end: range }: WrittenTime,
  start: When,
  timeZone: string,
): Read<When> {
  if (end && 'date' in end) return placeTime(end, timeZone);
  const value = endBy(start, end?.end ?? end?.time ?? (duration ? undefined : range), duration);
  return { ...(value && { value }), problems: [] };
}
