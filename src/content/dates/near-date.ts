import { Temporal } from 'temporal-polyfill';
import type { Problem } from '../../diagnostics/diagnostic.ts';
import { calendarDate, FIRST_YEAR, LAST_YEAR, spellDate } from './calendar.ts';
import { type Piece, quote, type Taken, take, within } from './piece.ts';
import { isWhole, takeTime } from './time-of-day.ts';

/** The help where nothing better is known. */
export const DATE_HELP = 'write it like `2026-10-06`, `2026-10-06 19:00` or `October 6, 2026 7 pm`';

const NUMERIC = /^(?<date>(?<first>\d{1,4})(?<mark>[-/.])(?<second>\d{1,2})\k<mark>(?<third>\d{1,4}))(?!\d)/d;
const SHORT_YEAR =
  /^(?:\p{L}+\.?\s+\d{1,2}|\d{1,2}(?:\p{L}{2})?\s+\p{L}+)[.,]?\s+(?<year>['’]?\d{2})(?![\d:]|\s*[ap]m)/diu;

/** Says why a text isn't a date and what would be: for all that resembles one and isn't accepted. */
export function explainDate(from: Piece): Problem {
  const text = from.text.trim();
  if (/^\d+$/.test(text)) return explainNumber(text);

  const numeric = take(from, NUMERIC);
  if (numeric) return explainOrder(numeric);

  const { year } = take(from, SHORT_YEAR)?.parts ?? {};
  if (year) return shortYear(year);

  const time = takeTime(from);
  if (time && isWhole(time.value)) {
    const help = 'write the day first, as in `2026-10-06 19:00`';
    return { code: 'bad-date', message: `${quote(text)} does not begin with a day`, help };
  }
  return { code: 'bad-date', message: `${quote(text)} is not a date that can be read`, help: DATE_HELP };
}

/** What to say of a number, as YAML gives it or as a text of digits. */
export function explainNumber(digits: string): Problem {
  const [, year, month, day] = /^(\d{4})(\d{2})(\d{2})$/.exec(digits) ?? [];
  const date = year && calendarDate(Number(year), Number(month), Number(day));
  return {
    code: 'bad-date',
    message: `${quote(digits)} is a number and not a date`,
    help: date ? `write \`${date}\`` : (explainEpoch(Number(digits)) ?? DATE_HELP),
  };
}

/** A number that would be within the years as seconds or milliseconds of Unix time. */
function explainEpoch(count: number): string | undefined {
  const milliseconds = count < 1e11 ? count * 1000 : count;
  if (!Number.isInteger(milliseconds) || milliseconds < 1e11 || milliseconds > 1e13) return undefined;
  const utc = Temporal.Instant.fromEpochMilliseconds(milliseconds).toZonedDateTimeISO('UTC');
  if (utc.year < FIRST_YEAR || utc.year > LAST_YEAR) return undefined;
  const written = `${utc.toPlainDate()} ${utc.toPlainTime().toString({ smallestUnit: 'minute' })}`;
  return `write the date and time of the place; as Unix time this is \`${written} UTC\``;
}

/** Three numbers: year first with the wrong mark, year last in one of two orders, or a year of two digits. */
function explainOrder({ parts }: Taken): Problem {
  const { date, first, second, third } = parts as Record<'date' | 'first' | 'second' | 'third', Piece>;
  const [a, b, c] = [first, second, third].map((piece) => Number(piece.text)) as [number, number, number];
  const problem = { code: 'bad-date', within: within(date) } as const;

  if (first.text.length < 4 && third.text.length < 4) return shortYear(date);

  const readings = first.text.length === 4 ? [calendarDate(a, b, c)] : [calendarDate(c, b, a), calendarDate(c, a, b)];
  const [one, other] = readings.filter((reading) => reading !== undefined);
  if (!one) return { ...problem, message: `${quote(date.text)} is not a date that can be read`, help: DATE_HELP };
  if (!other || one.equals(other))
    return { ...problem, message: `${quote(date.text)} is not in the order year-month-day`, help: `write \`${one}\`` };
  return {
    ...problem,
    message: `${quote(date.text)} could be ${spellDate(one)} or ${spellDate(other)}`,
    help: `write \`${one}\` or \`${other}\``,
  };
}

function shortYear(at: Piece): Problem {
  return {
    code: 'bad-date',
    message: `${quote(at.text)} has a year of two digits`,
    help: 'write all four digits, as in `2026-10-06`',
    within: within(at),
  };
}
