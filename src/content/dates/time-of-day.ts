import { Temporal } from 'temporal-polyfill';
import type { Problem } from '../../diagnostics/diagnostic.ts';
import { type Piece, quote, take, within } from './piece.ts';

/** The help where nothing better is known. */
export const TIME_HELP = 'write it like `19:00` or `7:30 pm`';

/** `19:00`, `19:00:30`, `7 pm`, `7:30pm`; an hour alone is matched for ranges like `7-9 pm`. */
const TIME =
  /^(?<time>(?<hour>\d{1,2})(?::(?<minute>\d{2})(?::(?<second>\d{2}))?)?(?:\s*(?<half>[ap]m)(?![a-z\d]))?)(?!\d|[:.]\d)/di;
/** The second half of `20261006T190000Z`. */
const COMPACT_TIME = /^(?<time>(?<hour>\d{2})(?<minute>\d{2})(?<second>\d{2})?)(?!\d)/d;

export type Half = 'am' | 'pm';

/** A time as its digits stand there, not yet known to be possible. */
export interface RawTime {
  readonly piece: Piece;
  readonly hour: number;
  readonly minute: number | undefined;
  readonly second: number | undefined;
  readonly half: Half | undefined;
}

/** Matches the shape of a time of day at the front of a piece. */
export function takeTime(from: Piece, compact = false): { readonly value: RawTime; readonly rest: Piece } | undefined {
  const taken = take(from, compact ? COMPACT_TIME : TIME);
  if (!taken) return undefined;
  const { time, hour, minute, second, half } = taken.parts;
  return {
    value: {
      piece: time!,
      hour: Number(hour!.text),
      minute: minute && Number(minute.text),
      second: second && Number(second.text),
      half: half?.text.toLowerCase() as Half | undefined,
    },
    rest: taken.rest,
  };
}

/** Whether it is a time by itself, and not the hour of a range like `7-9 pm`. */
export function isWhole({ minute, half }: RawTime): boolean {
  return minute !== undefined || half !== undefined;
}

/** The time that is meant, or why there is none. `12 am` is midnight and `12 pm` noon; `24:00` isn't a time. */
export function settle(raw: RawTime): Temporal.PlainTime | Problem {
  const { hour, minute = 0, second = 0, half, piece } = raw;
  const fault = (message: string, help: string): Problem => ({
    code: 'bad-date',
    message,
    help,
    within: within(piece),
  });
  const text = quote(piece.text);
  if (half && (hour < 1 || hour > 12)) {
    const clock = `${hour}:${String(minute).padStart(2, '0')}`;
    const help = hour < 24 ? `write \`${clock}\`` : TIME_HELP;
    return fault(`${text} is not a time of day: hours with am and pm go from 1 to 12`, help);
  }
  if (!isWhole(raw)) {
    const help = hour > 12 ? `write \`${hour}:00\`` : `write \`${hour} am\`, \`${hour} pm\` or \`${hour}:00\``;
    return fault(`${text} is not a whole time of day`, hour > 0 && hour < 24 ? help : TIME_HELP);
  }
  if (hour === 24)
    return fault(`${text} is not a time of day: the last one is 23:59`, 'write `0:00` and the day after');
  if (hour > 24) return fault(`${text} is not a time of day: hours go from 0 to 23`, TIME_HELP);
  if (minute > 59) return fault(`${text} is not a time of day: minutes go from 0 to 59`, TIME_HELP);
  if (second > 59) return fault(`${text} is not a time of day: seconds go from 0 to 59`, TIME_HELP);
  return Temporal.PlainTime.from({ hour: half ? (hour % 12) + (half === 'pm' ? 12 : 0) : hour, minute, second });
}

/** Says why a word isn't a time and what would be. */
export function explainTime(word: string): Problem {
  const [, hour, minute] = /^(\d{1,2})[.h]?([0-5]\d)$/i.exec(word) ?? [];
  const [fraction] = /(?<=^\d{1,2}:\d{2}:\d{2})\.\d+/.exec(word) ?? [];
  const better = Number(hour) < 24 ? `${hour}:${minute}` : fraction && word.replace(fraction, '');
  return {
    code: 'bad-date',
    message: `${quote(word)} is not a time of day that can be read`,
    help: better ? `write \`${better}\`` : TIME_HELP,
  };
}
