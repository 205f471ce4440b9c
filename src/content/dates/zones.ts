import { Temporal } from 'temporal-polyfill';
import { closest } from '../../diagnostics/suggest.ts';

/** What a zone's abbreviation stands for. */
export interface Abbreviation {
  /** `+02:00`. Several where it is used in several parts of the world, or in summer and winter alike. */
  readonly offsets: readonly string[];
  /** The abbreviation for the other half of the year. */
  readonly counterpart?: string;
}

const abbreviations: ReadonlyMap<string, Abbreviation> = new Map([
  ['UTC', { offsets: ['+00:00'] }],
  ['GMT', { offsets: ['+00:00'] }],
  ['WET', { offsets: ['+00:00'], counterpart: 'WEST' }],
  ['WEST', { offsets: ['+01:00'], counterpart: 'WET' }],
  ['CET', { offsets: ['+01:00'], counterpart: 'CEST' }],
  ['CEST', { offsets: ['+02:00'], counterpart: 'CET' }],
  // German: mitteleuropäische Zeit and Sommerzeit; MEST is what clocks and Unix made of the latter.
  ['MEZ', { offsets: ['+01:00'], counterpart: 'MESZ' }],
  ['MESZ', { offsets: ['+02:00'], counterpart: 'MEZ' }],
  ['MEST', { offsets: ['+02:00'], counterpart: 'MEZ' }],
  ['EET', { offsets: ['+02:00'], counterpart: 'EEST' }],
  ['EEST', { offsets: ['+03:00'], counterpart: 'EET' }],
  ['EST', { offsets: ['-05:00'], counterpart: 'EDT' }],
  ['EDT', { offsets: ['-04:00'], counterpart: 'EST' }],
  ['ET', { offsets: ['-05:00', '-04:00'] }],
  // North America and China.
  ['CST', { offsets: ['-06:00', '+08:00'], counterpart: 'CDT' }],
  ['CDT', { offsets: ['-05:00'], counterpart: 'CST' }],
  ['CT', { offsets: ['-06:00', '-05:00'] }],
  ['MST', { offsets: ['-07:00'], counterpart: 'MDT' }],
  ['MDT', { offsets: ['-06:00'], counterpart: 'MST' }],
  ['MT', { offsets: ['-07:00', '-06:00'] }],
  // North America and the Philippines.
  ['PST', { offsets: ['-08:00', '+08:00'], counterpart: 'PDT' }],
  ['PDT', { offsets: ['-07:00'], counterpart: 'PST' }],
  ['PT', { offsets: ['-08:00', '-07:00'] }],
  // India, Ireland in summer, Israel in winter.
  ['IST', { offsets: ['+05:30', '+01:00', '+02:00'] }],
  ['JST', { offsets: ['+09:00'] }],
  ['AEST', { offsets: ['+10:00'], counterpart: 'AEDT' }],
  ['AEDT', { offsets: ['+11:00'], counterpart: 'AEST' }],
]);

/** A known abbreviation of a zone, in any case. */
export function abbreviation(name: string): Abbreviation | undefined {
  return abbreviations.get(name.toUpperCase());
}

/** Whether it names a zone of the IANA database, in any case. Offsets (`+02:00`) are none. */
export function isTimeZone(name: string): boolean {
  return timeZoneId(name) !== undefined;
}

/** The zone's id as IANA spells it (`europe/berlin` gives `Europe/Berlin`). Links such as `Asia/Calcutta` stay. */
export function timeZoneId(name: string): string | undefined {
  if (name.length > 50 || !/^[a-z][\w/+-]*$/i.test(name)) return undefined;
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name).timeZoneId;
  } catch {
    return undefined;
  }
}

/** The zone that somebody means who writes a city alone, or misspells one: `Lisbon`, `Europe/Lisabon`. */
export function zoneMeant(name: string): string | undefined {
  const zones = Intl.supportedValuesOf('timeZone');
  const city = `/${name.trim().toLowerCase().replaceAll(' ', '_')}`;
  return zones.find((zone) => zone.toLowerCase().endsWith(city)) ?? closest(name, zones);
}
