import { Temporal } from 'temporal-polyfill';
import type { Problem } from '../../diagnostics/diagnostic.ts';
import { quote } from './piece.ts';
import { type Read, readText, refuse } from './read.ts';

const HELP = 'write it like `2h`, `2h 15m`, `90 min` or `PT2H`';
const IN_WORDS =
  /^(?:(?<hours>\d{1,4}(?:\.\d{1,3})?)\s*(?:h|hrs?|hours?))?\s*(?:(?<minutes>\d{1,6}(?:\.\d{1,3})?)\s*(?:m|mins?|minutes?))?$/i;
const LONGEST = Temporal.Duration.from({ days: 366 });
/** Weeks and days are counted from here, far from a leap day. */
const ANCHOR = Temporal.PlainDate.from('2001-01-01');

/**
 * Reads a length of time: `2h`, `2h 15m`, `90 min`, `1.5 hours`, a number (minutes) or ISO 8601 (`PT2H`). It is longer
 * than none and shorter than 366 days. ISO 8601 keeps its units, all else is in hours, minutes and seconds.
 * Never throws. Problem: `bad-duration`, then without a value.
 */
export function readDuration(value: unknown): Read<Temporal.Duration> {
  if (typeof value === 'number') return check(inMinutes(value), String(value));
  const text = readText(value, 'bad-duration', 'a duration', HELP);
  if (text.value === undefined) return { problems: text.problems };
  const written = text.value.trim();
  return check(readWords(written) ?? readIso(written), written);
}

function readWords(written: string): Temporal.Duration | undefined {
  const { hours, minutes } = IN_WORDS.exec(written)?.groups ?? {};
  return hours || minutes ? inMinutes(Number(hours ?? 0) * 60 + Number(minutes ?? 0)) : undefined;
}

function inMinutes(minutes: number): Temporal.Duration | undefined {
  const seconds = Math.round(minutes * 60);
  return Math.abs(seconds) < 1e9 ? Temporal.Duration.from({ seconds }).round({ largestUnit: 'hours' }) : undefined;
}

function readIso(written: string): Temporal.Duration | undefined {
  try {
    return Temporal.Duration.from(written);
  } catch {
    return undefined;
  }
}

function check(duration: Temporal.Duration | undefined, written: string): Read<Temporal.Duration> {
  if (!duration) return refuse(problem(`${quote(written)} is not a duration that can be read`, explain(written)));
  if (duration.sign <= 0) return refuse(problem(`${quote(written)} is not longer than 0 minutes`, HELP));
  if (isTooLong(duration)) return refuse(problem(`${quote(written)} is 366 days or more`, HELP));
  return { value: duration, problems: [] };
}

function isTooLong(duration: Temporal.Duration): boolean {
  try {
    return Temporal.Duration.compare(duration, LONGEST, { relativeTo: ANCHOR }) >= 0;
  } catch {
    // Beyond what the calendar holds.
    return true;
  }
}

function explain(written: string): string {
  if (/^[1-9]\d*$/.test(written)) return `write \`${written} min\``;
  const [, hours, minutes] = /^(\d{1,3}):([0-5]\d)$/.exec(written) ?? [];
  return hours ? `write \`${hours}h ${minutes}m\`` : HELP;
}

function problem(message: string, help: string): Problem {
  return { code: 'bad-duration', message, help };
}
