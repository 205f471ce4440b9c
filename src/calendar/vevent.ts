import type { Temporal } from 'temporal-polyfill';
import { placeTime } from '../content/dates/place-time.ts';
import type { Occasion } from '../model/occasions.ts';
import { addressLine, escapeText, parameter, textLine } from './content-line.ts';
import { compactUtc, dateLine, timeLine } from './date-time.ts';
import { type Span, spanOf } from './span.ts';
import { aboutOf, linksOf, locationOf, paragraphs, type Surroundings } from './words.ts';

/** A `VEVENT` (RFC 5545, section 3.6.1, and RFC 7986), unfolded. */
export function vevent(occasion: Occasion, surroundings: Surroundings): string[] {
  const { uid, title, venue, joinUrl } = occasion;
  const event = occasion.kind === 'event' ? occasion : undefined;
  const stamp = compactUtc(stampOf(occasion));
  return [
    'BEGIN:VEVENT',
    `UID:${escapeText(uid)}`,
    `DTSTAMP:${stamp}`,
    `LAST-MODIFIED:${stamp}`,
    `SEQUENCE:${event?.sequence ?? 0}`,
    ...timeLines(spanOf(occasion)),
    ...textLine('SUMMARY', title),
    ...textLine('DESCRIPTION', paragraphs([aboutOf(occasion, surroundings), linksOf(occasion, surroundings)])),
    ...textLine('LOCATION', locationOf(occasion, surroundings)),
    ...(venue?.geo ? [`GEO:${venue.geo.map(degrees).join(';')}`] : []),
    ...addressLine('URL', surroundings.absolute(event?.url)),
    `STATUS:${statusOf(occasion)}`,
    ...(event?.tags.length ? [`CATEGORIES:${event.tags.map(({ name }) => escapeText(name)).join(',')}`] : []),
    ...addressLine(
      `CONFERENCE;VALUE=URI;LABEL=${parameter(surroundings.words(event?.lang).t('joinOnline'))}`,
      surroundings.absolute(joinUrl),
    ),
    'END:VEVENT',
  ];
}

function timeLines(span: Span): string[] {
  if (span.allDay) return [dateLine('DTSTART', span.start), dateLine('DTEND', span.end)];
  return [timeLine('DTSTART', span.start), ...(span.end ? [timeLine('DTEND', span.end)] : [])];
}

function statusOf(occasion: Occasion): 'CONFIRMED' | 'TENTATIVE' | 'CANCELLED' {
  if (occasion.kind === 'date' || occasion.status === 'postponed') return 'TENTATIVE';
  return occasion.status === 'cancelled' ? 'CANCELLED' : 'CONFIRMED';
}

/**
 * When an occasion was last changed, as far as its content tells: its `updated`, else its `publish`, else a year before
 * it begins. RFC 5545 (3.8.7.2) wants an instant, and the clock of a build would make each of them look changed.
 */
export function stampOf(occasion: Occasion): Temporal.ZonedDateTime {
  const { start, timezone } = occasion;
  const { updated, entry } = occasion.kind === 'event' ? occasion : {};
  if (updated) return updated.at;
  if (entry?.fields.publish) return placeTime(entry.fields.publish, timezone).value.at;
  return start.at.subtract({ years: 1 });
}

/** Six places, about a hand's breadth, and never an exponent. */
const degrees = (angle: number): number => Number(angle.toFixed(6));
