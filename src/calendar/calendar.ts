import { Temporal } from 'temporal-polyfill';
import { addressLine, joinLines, textLine } from './content-line.ts';
import { isZoned } from './date-time.ts';
import { type Occasion, spanOf } from './span.ts';
import { vevent } from './vevent.ts';
import { vtimezone } from './vtimezone.ts';
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
  subscription?: Subscription,
): string {
  return joinLines([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Meetpress//Meetpress//EN',
    'CALSCALE:GREGORIAN',
    ...(subscription ? headOf(subscription, surroundings) : []),
    ...zonesOf(occasions),
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

/** A `VTIMEZONE` for each zone that is used, by name. */
function zonesOf(occasions: readonly Occasion[]): string[] {
  const zones = new Map<string, Temporal.ZonedDateTime[]>();
  for (const span of occasions.map(spanOf)) {
    if (span.allDay) continue;
    for (const at of [span.start, span.end]) {
      if (!at || !isZoned(at)) continue;
      const known = zones.get(at.timeZoneId);
      if (known) known.push(at);
      else zones.set(at.timeZoneId, [at]);
    }
  }
  return [...zones.values()]
    .sort(([a], [b]) => (a!.timeZoneId < b!.timeZoneId ? -1 : 1))
    .flatMap((times) => {
      const sorted = times.sort(Temporal.ZonedDateTime.compare);
      return vtimezone(sorted[0]!, sorted.at(-1)!);
    });
}
