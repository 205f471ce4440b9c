import type { When } from './when.ts';

/** RFC 3339 with the zone's offset; the date alone where there is no time. Also ISO 8601, as HTML and schema.org read it. */
export function isoOf({ at, hasTime }: When): string {
  return hasTime ? at.toString({ timeZoneName: 'never', smallestUnit: 'second' }) : at.toPlainDate().toString();
}
