import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { MONTHS, WEEKDAYS } from '../../../src/content/dates/calendar.ts';
import { readDuration } from '../../../src/content/dates/duration.ts';
import { dateInFileName } from '../../../src/content/dates/file-date.ts';
import { placeTime } from '../../../src/content/dates/place-time.ts';
import type { Read } from '../../../src/content/dates/read.ts';
import { readClock, readTime } from '../../../src/content/dates/written-time.ts';
import { expectLinear } from '../../growth.ts';

const START = Temporal.PlainDate.from('1970-01-01');
const dates = fc.integer({ min: 0, max: 84_000 }).map((days) => START.add({ days }));
const minutes = fc.integer({ min: 0, max: 1439 });
const anyCase = (text: string) => fc.constantFrom(text, text.toLowerCase(), text.toUpperCase());

const two = (count: number) => String(count).padStart(2, '0');
const timeAt = (minute: number) => Temporal.PlainTime.from({ hour: Math.floor(minute / 60), minute: minute % 60 });

/** Every accepted way to write a day. */
const dateSpellings: readonly ((date: Temporal.PlainDate) => string)[] = [
  (date) => date.toString(),
  ({ year, month, day }) => `${year}-${month}-${day}`,
  ...[(name: string) => name, (name: string) => name.slice(0, 3)].flatMap((shorten) => [
    ({ year, month, day }: Temporal.PlainDate) => `${shorten(MONTHS[month - 1]!)} ${day}, ${year}`,
    ({ year, month, day }: Temporal.PlainDate) => `${shorten(MONTHS[month - 1]!)} ${day}th ${year}`,
    ({ year, month, day }: Temporal.PlainDate) => `${day} ${shorten(MONTHS[month - 1]!)} ${year}`,
  ]),
];

/** Every accepted way to write a time of day. */
const timeSpellings: readonly ((time: Temporal.PlainTime) => string)[] = [
  ({ hour, minute }) => `${two(hour)}:${two(minute)}`,
  ({ hour, minute }) => `${hour}:${two(minute)}`,
  ({ hour, minute }) => `${hour}:${two(minute)}:00`,
  ({ hour, minute }) => `${hour % 12 || 12}:${two(minute)} ${hour < 12 ? 'am' : 'pm'}`,
  ({ hour, minute }) => `${hour % 12 || 12}${minute ? `:${two(minute)}` : ''}${hour < 12 ? 'am' : 'pm'}`,
];

const zones = ['', ' CET', ' MESZ', 'Z', ' +02:00', '+0530', ' America/Chicago'];
const weekdays: readonly ((text: string, weekday: string) => string)[] = [
  (text) => text,
  (text, weekday) => `${weekday}, ${text}`,
  (text, weekday) => `${text} (${weekday})`,
  (text, weekday) => `${weekday.slice(0, 3)} ${text}`,
  (text, weekday) => `${text} (${weekday.slice(0, 3)})`,
];

describe('what is written in an accepted spelling is read back', () => {
  test('days, with and without a weekday, in any case', () => {
    const written = fc
      .record({ date: dates, spell: fc.constantFrom(...dateSpellings), name: fc.constantFrom(...weekdays) })
      .chain(({ date, spell, name }) =>
        anyCase(name(spell(date), WEEKDAYS[date.dayOfWeek - 1]!)).map((text) => ({ date, text })),
      );
    fc.assert(
      fc.property(written, ({ date, text }) => {
        const { value, problems } = readTime(text);
        expect(problems).toEqual([]);
        expect(value?.date.toString()).toBe(date.toString());
        expect(value?.time).toBeUndefined();
      }),
    );
  });

  test('days with a time and a zone', () => {
    fc.assert(
      fc.property(
        dates,
        minutes,
        fc.constantFrom(...dateSpellings),
        fc.constantFrom(...timeSpellings),
        fc.constantFrom(' ', 'T'),
        fc.constantFrom(...zones),
        (date, minute, spellDate, spellTime, mark, zone) => {
          const time = timeAt(minute);
          const { value, problems } = readTime(`${spellDate(date)}${mark}${spellTime(time)}${zone && ` ${zone}`}`);
          expect(problems).toEqual([]);
          expect(value?.date.toString()).toBe(date.toString());
          expect(value?.time?.toString()).toBe(time.toString());
          expect(value?.zone?.written).toBe(zone.trim() || undefined);
        },
      ),
    );
  });

  test('ranges, in a field of their own', () => {
    fc.assert(
      fc.property(
        minutes,
        minutes,
        fc.constantFrom(...timeSpellings),
        fc.constantFrom(' to ', ' – ', '–', ' - '),
        (from, to, spell, mark) => {
          const { value, problems } = readClock(`${spell(timeAt(from))}${mark}${spell(timeAt(to))}`);
          expect(problems).toEqual([]);
          expect(value?.time.toString()).toBe(timeAt(from).toString());
          expect(value?.end?.toString()).toBe(timeAt(to).toString());
        },
      ),
    );
  });

  test('compact times', () => {
    fc.assert(
      fc.property(dates, minutes, (date, minute) => {
        const time = timeAt(minute);
        const text = `${date.toString().replaceAll('-', '')}T${time.toString().replaceAll(':', '')}Z`;
        const { value } = readTime(text);
        expect(`${value?.date} ${value?.time}`).toBe(`${date} ${time}`);
      }),
    );
  });

  test('durations, by hours and minutes', () => {
    fc.assert(
      fc.property(fc.nat(300), fc.integer({ min: 1, max: 59 }), (hours, rest) => {
        const texts = [`${hours}h ${rest}m`, `${hours} hours ${rest} minutes`, `PT${hours}H${rest}M`];
        for (const value of [...texts, hours * 60 + rest])
          expect(readDuration(value).value?.total('minutes')).toBe(hours * 60 + rest);
      }),
    );
  });

  test('names of files', () => {
    fc.assert(
      fc.property(dates, fc.stringMatching(/^[a-z0-9-]{0,20}$/), (date, rest) => {
        const found = dateInFileName(`${date}-${rest}`);
        expect(found?.date.toString()).toBe(date.toString());
        expect(found?.rest).toBe(rest);
      }),
    );
  });
});

describe('whatever is written, nothing throws', () => {
  const words = [
    '2026',
    '-',
    '10',
    '06',
    ' ',
    'T',
    ':',
    '19',
    '00',
    'pm',
    'to',
    '–',
    'CET',
    'Z',
    '+',
    'Oct',
    'Tue',
    '(',
    ')',
    ',',
    '/',
    '.',
    '99',
    'P',
    'h',
    'm',
  ];
  const texts = fc.array(fc.constantFrom(...words), { maxLength: 14 }).map((parts) => parts.join(''));
  const values = fc.oneof(texts, fc.string({ unit: 'binary' }), fc.anything(), fc.double(), fc.integer());

  /** A value or a problem, and every problem has something to say about a part of the value that exists. */
  function isSound(value: unknown, { value: read, problems }: Read<unknown>): void {
    expect(read !== undefined || problems.length > 0).toBe(true);
    for (const { message, help, within } of problems) {
      expect(message).not.toMatch(/\.$|undefined/);
      expect(help).toBeTruthy();
      expect(help).not.toMatch(/undefined|NaN/);
      if (!within) continue;
      expect(within.length).toBeGreaterThan(0);
      expect(within.offset + within.length).toBeLessThanOrEqual(String(value).length);
    }
  }

  test.each([
    ['readTime', readTime],
    ['readClock', readClock],
    ['readDuration', readDuration],
  ])('%s', (_name, read) => {
    fc.assert(
      fc.property(values, (value) => isSound(value, read(value))),
      { numRuns: 2000 },
    );
  });

  test('placeTime, and the wall clock stands unless it was skipped', () => {
    const places = fc.constantFrom('America/Chicago', 'Europe/Berlin', 'Asia/Kolkata', 'Australia/Lord_Howe');
    fc.assert(
      fc.property(dates, minutes, fc.constantFrom(...zones), places, (date, minute, zone, timeZone) => {
        const written = readTime(`${date} ${timeAt(minute)} ${zone}`).value!;
        const { value, problems } = placeTime(written, timeZone);
        isSound(`${date} ${timeAt(minute)} ${zone}`, { value, problems });
        const local = value.at.toPlainDateTime();
        const wanted = date.toPlainDateTime(timeAt(minute));
        expect(Temporal.PlainDateTime.compare(local, wanted)).toBeGreaterThanOrEqual(0);
        expect(local.since(wanted).total('minutes')).toBeLessThanOrEqual(60);
      }),
    );
  });

  test('hostile texts take no time', () => {
    const texts = (length: number) => [
      ...[' ', '1', 'a ', '1-', 'Oct. '].map((piece) => piece.repeat(length / piece.length)),
      `2026-10-06 19:00${' '.repeat(length)}x`,
    ];
    expectLinear((length) => {
      for (const text of texts(length))
        for (let round = 0; round < 20; round++) for (const read of [readTime, readClock, readDuration]) read(text);
    }, 180);
  });
});
