import type { Problem } from '../../diagnostics/diagnostic.ts';
import { type Piece, quote, type Step, take, within } from './piece.ts';
import { takeWeekday } from './weekday.ts';
import { abbreviation, timeZoneId, zoneMeant } from './zones.ts';

/** What stands behind a time. It is compared with the place's zone, and never moves the time. */
export type WrittenZone = {
  readonly written: string;
  /** Where it stands in the value that `readTime` read; absent where a field of its own held the time. */
  readonly within?: NonNullable<Problem['within']>;
} & (
  | {
      /** `+02:00`, the usual meaning first; several where an abbreviation is ambiguous (IST) or generic (ET). */
      readonly offsets: readonly string[];
    }
  | {
      /** IANA. */
      readonly timeZone: string;
    }
);

/** Of all zones since 1970, the offsets lie from -12:00 to +14:00. */
const OFFSET = /^\s*(?<zone>Z|(?<sign>[+-])(?<hours>\d{2})(?::?(?<minutes>\d{2}))?)(?![\w:/])/di;
const NAME = /^\s*(?<zone>[a-z][\w/:+-]*)/di;

/** Reads the offset, zone name or abbreviation at the front of a piece, if there is one. */
export function takeZone(from: Piece): Step<WrittenZone | undefined> {
  const offset = take(from, OFFSET);
  const taken = offset ?? (takeWeekday(from, 'behind') ? undefined : take(from, NAME));
  if (!taken) return { value: undefined, rest: from };

  const zone = taken.parts.zone!;
  const place = { written: zone.text, within: within(zone) };
  const offsets = offset ? readOffset(offset.parts) : abbreviation(zone.text)?.offsets;
  if (offsets) return { value: { ...place, offsets }, rest: taken.rest };

  const timeZone = timeZoneId(zone.text);
  if (timeZone) return { value: { ...place, timeZone }, rest: taken.rest };
  return { problem: unknownZone(zone) };
}

function readOffset({ sign, hours, minutes }: Readonly<Record<string, Piece>>): readonly string[] | undefined {
  if (!sign || !hours) return ['+00:00'];
  const count = Number(hours.text) * 60 + Number(minutes?.text ?? 0);
  if (Number(minutes?.text ?? 0) > 59 || count > (sign.text === '-' ? 12 : 14) * 60) return undefined;
  return [`${count ? sign.text : '+'}${hours.text}:${minutes?.text ?? '00'}`];
}

function unknownZone(zone: Piece): Problem {
  const [, sign, hours, minutes] = /^(?:utc|gmt)([+-])(\d{1,2})(?::?(\d{2}))?$/i.exec(zone.text) ?? [];
  const offset = sign
    ? `\`${sign}${hours!.padStart(2, '0')}:${minutes ?? '00'}\``
    : 'an offset like `+02:00` or a name like `Europe/Berlin`';
  const meant = zoneMeant(zone.text);
  return {
    code: 'unknown-zone',
    message: `${quote(zone.text)} is not a known time zone`,
    help: `leave it out, as times are those of the place, or write ${meant ? `\`${meant}\`` : offset}`,
    within: within(zone),
  };
}
