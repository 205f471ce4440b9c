import { Temporal } from 'temporal-polyfill';
import { compact } from './date-time.ts';

/** From when on a zone has another offset. */
interface Onset {
  /** By the clock that was right until then. */
  readonly clock: Temporal.PlainDateTime;
  readonly utc: Temporal.Instant;
  /** In nanoseconds east of Greenwich. */
  readonly from: number;
  readonly to: number;
}

/** Onsets that one rule gives, a year apart. */
interface Run {
  readonly onsets: Onset[];
  /** Which weekdays of the month they all are, as `BYDAY` says it: `-1SU`, `2SU`. */
  days: readonly string[];
}

/** How far a zone is looked at beyond its last use, for knowing its rules by what they give. */
const yearsAhead = 4;

const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/** The `VTIMEZONE` of a zone, right from the beginning of one year to the end of another, as lines that aren't folded. */
export type Zones = (timeZone: string, firstYear: number, lastYear: number) => readonly string[];

/** Finding the changes of a zone takes a while, and the calendars of a site ask for the same few: these are kept. */
export function createZones(): Zones {
  const known = new Map<string, readonly string[]>();
  return (...asked) => {
    const key = asked.join(' ');
    const lines = known.get(key) ?? vtimezone(...asked);
    known.set(key, lines);
    return lines;
  };
}

/**
 * RFC 5545, section 3.6.5, by the same zone data that gave the events their instants, with every change of the rules in
 * these years.
 */
function vtimezone(timeZone: string, firstYear: number, lastYear: number): string[] {
  const lookedAt = lastYear + yearsAhead;
  const runs = inRuns(
    onsetsOf(Temporal.PlainDate.from({ year: firstYear, month: 1, day: 1 }).toZonedDateTime(timeZone), lookedAt),
  );
  return ['BEGIN:VTIMEZONE', `TZID:${timeZone}`, ...runs.flatMap((run) => observance(run, lookedAt)), 'END:VTIMEZONE'];
}

/** What is in force at `first`, and every change until the end of a year. */
function onsetsOf(first: Temporal.ZonedDateTime, lastYear: number): Onset[] {
  const onsets: Onset[] = [];
  // A change at that very instant is in force, too.
  let at = first.add({ nanoseconds: 1 }).getTimeZoneTransition('previous');
  if (!at || at.year < 1970) {
    const { offsetNanoseconds: offset } = first;
    const clock = Temporal.PlainDateTime.from('1970-01-01T00:00');
    const utc = clock.toZonedDateTime('UTC').toInstant();
    onsets.push({ clock, utc, from: offset, to: offset });
    at = first.getTimeZoneTransition('next');
  }
  for (; at && at.year <= lastYear; at = at.getTimeZoneTransition('next')) onsets.push(onsetAt(at));
  return onsets;
}

function onsetAt(at: Temporal.ZonedDateTime): Onset {
  const from = at.subtract({ nanoseconds: 1 }).offsetNanoseconds;
  const to = at.offsetNanoseconds;
  return { clock: at.toPlainDateTime().subtract({ nanoseconds: to - from }), utc: at.toInstant(), from, to };
}

function inRuns(onsets: readonly Onset[]): Run[] {
  const runs: Run[] = [];
  for (const onset of onsets) {
    const days = daysOf(onset.clock);
    const run = runs.find((each) => continues(each, onset, days));
    if (run) {
      run.days = run.days.filter((day) => days.includes(day));
      run.onsets.push(onset);
    } else runs.push({ onsets: [onset], days });
  }
  return runs;
}

/** `-1SU` and `4SU`, or `2SU`: the last of the month first, as no zone has a rule for the fourth. */
function daysOf({ day, dayOfWeek, daysInMonth }: Temporal.PlainDateTime): string[] {
  const name = weekdays[dayOfWeek - 1]!;
  const isLast = day + 7 > daysInMonth;
  return [...(isLast ? [`-1${name}`] : []), `${Math.ceil(day / 7)}${name}`];
}

function continues({ onsets, days }: Run, { clock, from, to }: Onset, daysThere: readonly string[]): boolean {
  const before = onsets.at(-1)!;
  return (
    before.from === from &&
    before.to === to &&
    before.clock.year + 1 === clock.year &&
    before.clock.month === clock.month &&
    before.clock.toPlainTime().equals(clock.toPlainTime()) &&
    days.some((day) => daysThere.includes(day))
  );
}

function observance({ onsets, days }: Run, lastYear: number): string[] {
  const [{ clock, from, to }, last] = [onsets[0]!, onsets.at(-1)!];
  // A rule that still gave a change in the last year that was looked at goes on.
  const until = last.clock.year === lastYear ? '' : `;UNTIL=${compact(last.utc.toString())}`;
  // Readers need no more than the offsets; which half of the year is summer is told by them.
  const kind = to > from ? 'DAYLIGHT' : 'STANDARD';
  return [
    `BEGIN:${kind}`,
    `DTSTART:${compact(clock.toString())}`,
    ...(onsets.length > 1 ? [`RRULE:FREQ=YEARLY;BYMONTH=${clock.month};BYDAY=${days[0]}${until}`] : []),
    `TZOFFSETFROM:${offsetOf(from)}`,
    `TZOFFSETTO:${offsetOf(to)}`,
    `END:${kind}`,
  ];
}

/** `-0500`, with seconds only where there are some. */
function offsetOf(nanoseconds: number): string {
  const seconds = Math.round(Math.abs(nanoseconds) / 1e9);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, ...(seconds % 60 ? [seconds % 60] : [])];
  return (nanoseconds < 0 ? '-' : '+') + parts.map((part) => String(part).padStart(2, '0')).join('');
}
