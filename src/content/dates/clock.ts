import { Temporal } from 'temporal-polyfill';
import type { Problem } from '../../diagnostics/diagnostic.ts';
import { type Piece, quote, type Step, type Taken, take, within } from './piece.ts';
import { explainTime, type RawTime, settle, takeTime } from './time-of-day.ts';
import { takeZone, type WrittenZone } from './written-zone.ts';

/** A time of day or a range of two, as written. */
export interface WrittenClock {
  readonly time: Temporal.PlainTime;
  /** The second half of a range; where it isn't later than `time` it belongs to the day after. */
  readonly end?: Temporal.PlainTime;
  readonly zone?: WrittenZone;
}

/** Where a clock stands: behind a date and a space, behind its `T`, behind a compact date's `T`, or by itself. */
export type ClockPlace = 'space' | 'T' | 'compact' | 'alone';

interface Span {
  readonly time: Temporal.PlainTime;
  readonly end?: Temporal.PlainTime;
}

const RANGE = /^(?:\s*[-–—]\s*|\s+to\s+)(?=\d)/di;
/** What a hyphen right before digits may begin: `-05:00`, `-0500` and `-05`, but never `-9 pm`. */
const OFFSET = /^\s*(?<offset>-(?<hours>\d{2})(?:(?<colon>:)?(?<minutes>\d{2}))?)(?![\d:]|\s*[ap]m)/di;

/** Reads the time or range at the front of a piece, with the zone behind it. */
export function takeClock(from: Piece, place: ClockPlace): Step<WrittenClock> {
  const first = takeTime(from, place === 'compact');
  if (!first) return { problem: unreadable(from) };

  const offset = take(first.rest, OFFSET)?.parts;
  const hyphen = offset ? readHyphen(first.value, offset, place) : 'range';
  if (hyphen === 'unclear') return { problem: unclearHyphen(offset!.offset!) };
  const range = hyphen === 'range' ? take(first.rest, RANGE) : undefined;
  const second = range && takeTime(range.rest);
  if (range && !second) return { problem: unreadable(range.rest) };

  const span = second ? settleRange(first.value, second.value) : settleOne(first.value);
  if ('code' in span) return { problem: span };
  const zone = takeZone(second?.rest ?? first.rest);
  if ('problem' in zone) return zone;
  return { value: { ...span, ...(zone.value && { zone: zone.value }) }, rest: zone.rest };
}

/**
 * Whether what follows a time is the rest of a range or an offset, since `19:00-21:00` is one and `19:00-05:00` the
 * other. ISO 8601's `T` and seconds make it an offset, a field for times alone makes it a range; else it is what it
 * can be: offsets are whole or half hours up to 12, and a range goes forward. `09:00-12:00` can be both.
 */
function readHyphen(first: RawTime, offset: Taken['parts'], place: ClockPlace): 'range' | 'offset' | 'unclear' {
  if (!offset.colon || place === 'T' || place === 'compact' || first.second !== undefined) return 'offset';
  const [hours, minutes] = [Number(offset.hours?.text), Number(offset.minutes?.text)];
  if (place === 'alone' || hours > 12 || minutes % 30 !== 0) return 'range';
  const forward = first.half !== undefined || hours * 60 + minutes > first.hour * 60 + (first.minute ?? 0);
  return forward ? 'unclear' : 'offset';
}

function unclearHyphen(offset: Piece): Problem {
  return {
    code: 'bad-date',
    message: `${quote(offset.text)} could be the end of a range or an offset`,
    help: 'write ` to ` instead of the hyphen, or leave the offset out',
    within: within(offset),
  };
}

function unreadable(from: Piece): Problem {
  const word = take(from, /^(?<word>\S*)/d)!.parts.word!;
  return { ...explainTime(word.text), within: within(word) };
}

function settleOne(raw: RawTime): Span | Problem {
  const time = settle(raw);
  return 'code' in time ? time : { time };
}

/**
 * In `7-9 pm` the first time takes its `pm` from the second, as long as it is then the earlier one;
 * `11-1 pm` and `7 pm to 9:00` are refused.
 */
function settleRange(first: RawTime, second: RawTime): Span | Problem {
  const borrows = second.half && isVague(first);
  const time = settle(borrows ? { ...first, half: second.half } : first);
  if ('code' in time) return time;
  if (first.half && isVague(second)) return unclearHalf(second);
  const end = settle(second);
  if ('code' in end) return end;
  return borrows && Temporal.PlainTime.compare(time, end) >= 0 ? unclearHalf(first) : { time, end };
}

/** Whether the time could be one before noon or one after, if its neighbour tells them apart. */
function isVague({ half, hour }: RawTime): boolean {
  return half === undefined && hour >= 1 && hour <= 12;
}

function unclearHalf({ piece }: RawTime): Problem {
  return {
    code: 'bad-date',
    message: `${quote(piece.text)} could be am or pm`,
    help: `write \`${piece.text} am\` or \`${piece.text} pm\``,
    within: within(piece),
  };
}
