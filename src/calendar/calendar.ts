import { compareText } from '../diagnostics/diagnostic.ts';
import type { Occasion } from '../model/occasions.ts';
import { addressLine, joinLines, textLine } from './content-line.ts';
import { spanOf } from './span.ts';
import { vevent } from './vevent.ts';
import type { Zones } from './vtimezone.ts';
import type { Surroundings } from './words.ts';

/** What subscribers see of a calendar that they come back to. */
export interface Subscription {
  readonly name: string;
  readonly description: string | undefined;
  /** `#rrggbb`. It goes to Apple's property, as that of RFC 7986 takes only names. */
  readonly color: string | undefined;
  /** The page that shows the same, a path of the site. */
  readonly page: string;
  /** The calendar itself, a path of the site. */
  readonly source: string;
}

/** How often a subscriber should look again. */
const interval = 'PT12H';

/**
 * A calendar as text (RFC 5545 and RFC 7986), the same for the same occasions whatever the clock and the zone of the
 * machine are. Without a subscription it is a file for adding its one event to a calendar: several programs would make
 * a calendar of its own of one that has a name.
 */
export function calendarOf(
  occasions: readonly Occasion[],
  surroundings: Surroundings,
  zones: Zones,
  subscription?: Subscription,
): string {
  return joinLines([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Meetpress//Meetpress//EN',
    'CALSCALE:GREGORIAN',
    ...(subscription ? headOf(subscription, surroundings) : []),
    ...zonesOf(occasions, zones),
    ...occasions.flatMap((occasion) => vevent(occasion, surroundings)),
    'END:VCALENDAR',
  ]);
}

function headOf({ name, description, color, page, source }: Subscription, { absolute }: Surroundings): string[] {
  return [
    ...textLine('NAME', name),
    ...textLine('X-WR-CALNAME', name),
    ...textLine('DESCRIPTION', description),
    ...textLine('X-WR-CALDESC', description),
    ...textLine('X-APPLE-CALENDAR-COLOR', color),
    ...addressLine('URL', absolute(page)),
    ...addressLine('SOURCE;VALUE=URI', absolute(source)),
    `REFRESH-INTERVAL;VALUE=DURATION:${interval}`,
    `X-PUBLISHED-TTL:${interval}`,
  ];
}

/** A `VTIMEZONE` for each zone of the occasions, by name, that is right for the years in which they are. */
function zonesOf(occasions: readonly Occasion[], zones: Zones): string[] {
  const used = new Map<string, number[]>();
  for (const span of occasions.map(spanOf)) {
    if (span.allDay || span.start.timeZoneId === 'UTC') continue;
    const { timeZoneId, year } = span.start;
    const years = used.get(timeZoneId) ?? [];
    years.push(year, span.end?.year ?? year);
    used.set(timeZoneId, years);
  }
  return [...used]
    .sort(([a], [b]) => compareText(a, b))
    .flatMap(([timeZone, years]) => zones(timeZone, Math.min(...years), Math.max(...years)));
}
