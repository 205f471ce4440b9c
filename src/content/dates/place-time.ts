import { Temporal } from 'temporal-polyfill';
import type { Problem } from '../../diagnostics/diagnostic.ts';
import { spellDate } from './calendar.ts';
import { quote } from './piece.ts';
import type { Read } from './read.ts';
import type { When } from './when.ts';
import type { WrittenTime } from './written-time.ts';
import type { WrittenZone } from './written-zone.ts';
import { abbreviation } from './zones.ts';

/**
 * Puts a written time into a place's zone (IANA, known to exist: see `isTimeZone`). The wall clock stands; a written
 * zone that disagrees with it is one `zone-mismatch`. A time that clocks skip in spring moves on by the length of the
 * gap, and of one that they pass twice in autumn the first is taken (Temporal's `compatible`, as in iCalendar),
 * unless the written zone says that it is the second. `written.end` is left to the caller.
 */
export function placeTime(written: WrittenTime, timeZone: string): Read<When> & { readonly value: When } {
  const { date, time, zone } = written;
  if (!time) return { value: { at: date.toZonedDateTime(timeZone), hasTime: false }, problems: [] };

  const first = date.toZonedDateTime({ timeZone, plainTime: time });
  // What a skipped time's offset should have been has no answer.
  if (!zone || !first.toPlainTime().equals(time)) return { value: { at: first, hasTime: true }, problems: [] };

  const offsets =
    'offsets' in zone ? zone.offsets : [date.toZonedDateTime({ timeZone: zone.timeZone, plainTime: time }).offset];
  const second = date.toPlainDateTime(time).toZonedDateTime(timeZone, { disambiguation: 'later' });
  const at = [first, second].find((candidate) => offsets.includes(candidate.offset));
  return { value: { at: at ?? first, hasTime: true }, problems: at ? [] : [mismatch(zone, offsets, first)] };
}

function mismatch(zone: WrittenZone, offsets: readonly string[], at: Temporal.ZonedDateTime): Problem {
  const written = quote(zone.written);
  const meaning = offsets.includes(zone.written) ? 'is written' : `is ${offsets.map(spellOffset).join(' or ')}`;
  const day = spellDate(at.toPlainDate());
  return {
    code: 'zone-mismatch',
    message: `${written} ${meaning}, but ${at.timeZoneId} is at ${spellOffset(at.offset)} on ${day}; the time stays ${spellClock(at)}`,
    help: `leave ${written} out${suggest(zone, offsets, at)}`,
    ...(zone.within && { within: zone.within }),
  };
}

/** Either the wrong half of the year was written, or the time is one of another place. */
function suggest(zone: WrittenZone, offsets: readonly string[], at: Temporal.ZonedDateTime): string {
  const { counterpart } = abbreviation(zone.written) ?? {};
  if (counterpart && abbreviation(counterpart)?.offsets.includes(at.offset)) return `, or write \`${counterpart}\``;
  if (offsets.length > 1) return '';
  const there = Temporal.Instant.from(`${at.toPlainDateTime()}${offsets[0]}`).toZonedDateTimeISO(at.timeZoneId);
  return `, or write \`${there.toPlainDate()} ${spellClock(there)}\` if ${quote(zone.written)} is right`;
}

function spellClock(at: Temporal.ZonedDateTime): string {
  return at.toPlainTime().toString({ smallestUnit: 'minute' });
}

function spellOffset(offset: string): string {
  return offset === '+00:00' ? 'UTC' : `UTC${offset}`;
}
