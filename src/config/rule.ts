import type { Problem } from '../diagnostics/diagnostic.ts';
import { closest, listOf } from '../diagnostics/suggest.ts';

/** How often the days of a rule come: its period is a calendar year, month, week (from Monday) or day. */
export type Frequency = 'YEARLY' | 'MONTHLY' | 'WEEKLY' | 'DAILY';

/** A recurrence rule (RFC 5545, 3.3.10) that gives days and no times of day. */
export interface Rule {
  readonly frequency: Frequency;
  /** `FREQ=MONTHLY;BYDAY=1TU`: in capitals, without `RRULE:`, `UNTIL` as a date. */
  readonly text: string;
}

interface Part {
  readonly values: RegExp;
  readonly takes: string;
}

const weekday = '(?:MO|TU|WE|TH|FR|SA|SU)';
const listed = (item: string): RegExp => new RegExp(`^${item}(?:,${item})*$`);

const parts: Readonly<Record<string, Part>> = {
  FREQ: { values: /^(?:YEARLY|MONTHLY|WEEKLY|DAILY)$/, takes: '`YEARLY`, `MONTHLY`, `WEEKLY` or `DAILY`' },
  INTERVAL: { values: /^[1-9]\d{0,2}$/, takes: 'a number from 1: `INTERVAL=2` is every other time' },
  COUNT: { values: /^[1-9]\d{0,4}$/, takes: 'how often it comes in all' },
  UNTIL: { values: /^\d{4}-?\d{2}-?\d{2}(?:T\d{6}Z?)?$/, takes: 'a day, as in `UNTIL=20271231`' },
  BYMONTH: { values: listed('(?:0?[1-9]|1[0-2])'), takes: 'months from 1 to 12' },
  BYWEEKNO: { values: listed('[+-]?(?:0?[1-9]|[1-4]\\d|5[0-3])'), takes: 'weeks of the year, from 1 to 53' },
  BYYEARDAY: {
    values: listed('[+-]?(?:0{0,2}[1-9]|0?[1-9]\\d|[12]\\d\\d|3[0-5]\\d|36[0-6])'),
    takes: 'days of the year, from 1 to 366',
  },
  BYMONTHDAY: {
    values: listed('[+-]?(?:0?[1-9]|[12]\\d|3[01])'),
    takes: 'days of the month, from 1 to 31, or `-1` for its last',
  },
  BYDAY: {
    values: listed(`(?:[+-]?(?:0?[1-9]|[1-4]\\d|5[0-3]))?${weekday}`),
    takes: 'weekdays: `TU`, `1TU` for the first Tuesday, `-1TH` for the last Thursday',
  },
  BYSETPOS: {
    values: listed('[+-]?[1-9]\\d{0,2}'),
    takes: 'which of the days: `2` for the second, `-1` for the last',
  },
  WKST: { values: new RegExp(`^${weekday}$`), takes: 'the first day of the week, as in `WKST=SU`' },
};

/** What is no part here, and where it belongs instead. */
const elsewhere: Readonly<Record<string, string | undefined>> = {
  BYHOUR: 'write the time of day in `time`',
  BYMINUTE: 'write the time of day in `time`',
  BYSECOND: 'write the time of day in `time`',
  DTSTART: 'write the first date in `start`',
  EXDATE: 'write the dates left out in `except`',
};

export const ruleHelp = 'write it like `FREQ=MONTHLY;BYDAY=1TU`, which is the first Tuesday of each month';

/**
 * Reads a rule as iCalendar has it, `RRULE:` before it or not, in any case. What RFC 5545 allows and has no meaning
 * for days of a meetup (`FREQ=HOURLY`, `BYHOUR`) is refused. Never throws. Problem: `bad-rule`.
 */
export function readRule(written: string): { rule: Rule } | { problem: Problem } {
  const refuse = (message: string, help: string, within?: Problem['within']) => ({
    problem: { code: 'bad-rule', message, help, ...(within && { within }) } as const,
  });
  const given = new Map<string, { readonly value: string; readonly within: NonNullable<Problem['within']> }>();
  for (const { 0: piece, index } of written.matchAll(/[^;]+/g)) {
    const text = index === 0 ? piece.replace(/^\s*RRULE:/i, '') : piece;
    const part = text.trim();
    if (part === '') continue;
    const offset = index + piece.length - text.trimStart().length;
    const within = { offset, length: part.length };
    const [name = '', value = ''] = (/^([^=:]*)[=:]?(.*)$/s.exec(part.toUpperCase()) ?? [])
      .slice(1)
      .map((each) => each.replace(/\s/g, ''));
    const known = Object.hasOwn(parts, name) ? parts[name] : undefined;
    if (!known) {
      if (!/[=:]/.test(part)) return refuse(`\`${part}\` is no part of a rule`, ruleHelp, within);
      const meant = closest(name, Object.keys(parts));
      const help = elsewhere[name] ?? (meant ? `did you mean \`${meant}\`?` : ruleHelp);
      return refuse(`\`${name}\` is no part of a rule for days`, help, within);
    }
    if (!known.values.test(value)) {
      const help = /^(?:HOUR|MINUTE|SECOND)LY$/.test(value)
        ? 'a series has one date a day at most: write `FREQ=DAILY`'
        : `\`${name}\` takes ${known.takes}`;
      return refuse(`\`${value}\` is no value of \`${name}\``, help, within);
    }
    if (given.has(name)) return refuse(`\`${name}\` is there twice`, 'keep one of the two', within);
    given.set(name, { value, within });
  }
  const frequency = given.get('FREQ')?.value as Frequency | undefined;
  if (!frequency) return refuse('a rule says how often with `FREQ`', ruleHelp);
  for (const [name, clash, help] of clashes(frequency, given.get('BYDAY')?.value ?? ''))
    if (given.has(name) && clash(given))
      return refuse(`\`${name}\` cannot stand in this rule`, help, given.get(name)!.within);
  const text = [...given].map(([name, { value }]) => `${name}=${name === 'UNTIL' ? dayOf(value) : value}`).join(';');
  return { rule: { frequency, text } };
}

/** `2027-12-31`, `20271231T235959Z` -> `20271231`. */
const dayOf = (until: string): string => until.replace(/T.*|-/g, '');

type Clash = readonly [name: string, clash: (given: ReadonlyMap<string, unknown>) => boolean, help: string];

/** What RFC 5545, 3.3.10 forbids to stand together. */
function clashes(frequency: Frequency, days: string): readonly Clash[] {
  const only = (...allowed: readonly Frequency[]): string =>
    `it goes with ${listOf(allowed.map((each) => `\`FREQ=${each}\``))}`;
  const coarse = frequency === 'MONTHLY' || frequency === 'YEARLY';
  return [
    ['COUNT', (given) => given.has('UNTIL'), 'keep one of `COUNT` and `UNTIL`'],
    ['BYDAY', () => /\d/.test(days) && !coarse, `${only('MONTHLY', 'YEARLY')} where it counts weekdays`],
    ['BYMONTHDAY', () => frequency === 'WEEKLY', only('MONTHLY', 'YEARLY')],
    ['BYYEARDAY', () => frequency !== 'YEARLY', only('YEARLY')],
    ['BYWEEKNO', () => frequency !== 'YEARLY', only('YEARLY')],
    [
      'BYSETPOS',
      (given) => ![...given.keys()].some((name) => name !== 'BYSETPOS' && name.startsWith('BY')),
      'it picks from days that another part gives, as in `BYDAY=TU;BYSETPOS=2`',
    ],
  ];
}
