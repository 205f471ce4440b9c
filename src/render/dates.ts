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

/** Where English is written, and who there knows a zone by its name: `CEST`, `CDT`, `IST`, `AEST`, `NZST`, `EAT`, `JST`. */
const regions = ['en-GB', 'en-US', 'en-IN', 'en-AU', 'en-NZ', 'en-ZA', 'ja'];

/** `GMT+2`, in any script. */
const isOffset = (name: string): boolean => /\p{Nd}/u.test(name);

/**
 * Writes times for people, always at the wall clock of their own zone, never the machine's, and in the calendar that
 * readers of the language expect.
 * @param languageNow of the page that is being made (BCP 47)
 */
export function createDateFilters(languageNow: () => string) {
  // A formatter is costly to make; a site has a handful of languages, zones and styles.
  const formats = new Map<string, Intl.DateTimeFormat>();
  const format = (
    when: When,
    key: string,
    options: Intl.DateTimeFormatOptions,
    language = languageNow(),
  ): Intl.DateTimeFormat => {
    const { timeZoneId } = when.at;
    const id = `${language} ${key} ${timeZoneId}`;
    const made = formats.get(id) ?? new Intl.DateTimeFormat(language, { ...options, timeZone: timeZoneId });
    formats.set(id, made);
    return made;
  };
  return {
    date(when: When | undefined, style: string = 'full'): string {
      if (!when) return '';
      if (!(style in styles))
        throw new Error(`the date filter knows ${Object.keys(styles).join(', ')}, and not \`${style}\``);
      const write = (style: keyof typeof styles): string =>
        format(when, style, styles[style]).format(when.at.epochMilliseconds);
      // CLDR has no pattern for this one, and gives the parts in an order that nobody writes.
      const isSolarHijri =
        style === 'full' && format(when, style, styles.full).resolvedOptions().calendar === 'persian';
      return isSolarHijri ? `${write('weekday')} ${write('long')}` : write(style as keyof typeof styles);
    },
    clock(when: When | undefined): string {
      if (!when?.hasTime) return '';
      return format(when, 'clock', { hour: 'numeric', minute: '2-digit' }).format(when.at.epochMilliseconds);
    },
    zone(when: When | undefined): string {
      if (!when) return '';
      const nameIn = (language?: string): string =>
        format(when, 'zone', { timeZoneName: 'short' }, language)
          .formatToParts(when.at.epochMilliseconds)
          .find(({ type }) => type === 'timeZoneName')?.value ?? '';
      const own = nameIn();
      return isOffset(own) ? (regions.map(nameIn).find((name) => !isOffset(name)) ?? own) : own;
    },
    /** RFC 3339 with the zone's offset; the date alone where there is no time. */
    iso: (when: When | undefined): string => (when ? isoOf(when) : ''),
    /** A year of the Gregorian calendar, in which addresses and lists count. */
    year: (year: number): string =>
      new Intl.DateTimeFormat(languageNow(), { year: 'numeric', calendar: 'gregory', timeZone: 'UTC' }).format(
        Date.UTC(year, 6),
      ),
    duration(duration: Temporal.Duration | undefined): string {
      if (!duration) return '';
      const locale = languageNow();
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
