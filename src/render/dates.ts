import type { Temporal } from 'temporal-polyfill';
import { isoOf } from '../content/dates/iso.ts';
import type { When } from '../content/dates/when.ts';

const styles = {
  full: { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' },
  long: { year: 'numeric', month: 'long', day: 'numeric' },
  medium: { year: 'numeric', month: 'short', day: 'numeric' },
  short: { month: 'short', day: 'numeric' },
  year: { year: 'numeric' },
  month: { month: 'short' },
  day: { day: 'numeric' },
  weekday: { weekday: 'long' },
  noYear: { weekday: 'long', month: 'long', day: 'numeric' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

/** Writes times for people, always at the wall clock of their own zone, never the machine's. */
export function createDateFilters(locale: string) {
  // A formatter is costly to make; a site has a handful of zones and styles.
  const formats = new Map<string, Intl.DateTimeFormat>();
  const format = (when: When, key: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => {
    const { timeZoneId } = when.at;
    const known = formats.get(`${key} ${timeZoneId}`);
    if (known) return known;
    const made = new Intl.DateTimeFormat(locale, { ...options, timeZone: timeZoneId });
    formats.set(`${key} ${timeZoneId}`, made);
    return made;
  };
  return {
    date(when: When | undefined, style: string = 'full'): string {
      if (!when) return '';
      if (!(style in styles))
        throw new Error(`the date filter knows ${Object.keys(styles).join(', ')}, and not \`${style}\``);
      return format(when, style, styles[style as keyof typeof styles]).format(when.at.epochMilliseconds);
    },
    clock(when: When | undefined): string {
      if (!when?.hasTime) return '';
      return format(when, 'clock', { hour: 'numeric', minute: '2-digit' }).format(when.at.epochMilliseconds);
    },
    zone(when: When | undefined): string {
      if (!when) return '';
      const parts = format(when, 'zone', { timeZoneName: 'short' }).formatToParts(when.at.epochMilliseconds);
      return parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
    },
    /** RFC 3339 with the zone's offset; the date alone where there is no time. */
    iso: (when: When | undefined): string => (when ? isoOf(when) : ''),
    duration(duration: Temporal.Duration | undefined): string {
      if (!duration) return '';
      const minutes = Math.round(duration.total({ unit: 'minutes', relativeTo: '2000-01-01' }));
      const write = (value: number, unit: string) =>
        new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(value);
      const parts = [
        ...(minutes >= 60 ? [write(Math.floor(minutes / 60), 'hour')] : []),
        ...(minutes % 60 || minutes === 0 ? [write(minutes % 60, 'minute')] : []),
      ];
      return new Intl.ListFormat(locale, { type: 'unit', style: 'narrow' }).format(parts);
    },
  };
}
