import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { dayAfter, ruleOf } from '../../src/init/day.ts';
import { fillers, ordinals, weekdayNames } from '../../src/init/day-words.ts';
import { tables } from '../../src/words/languages.ts';

test.each([
  ['second Thursday', 'FREQ=MONTHLY;BYDAY=2TH'],
  ['2nd thu', 'FREQ=MONTHLY;BYDAY=2TH'],
  ['the Last Friday of the month', 'FREQ=MONTHLY;BYDAY=-1FR'],
  ['first and third Mondays of each month', 'FREQ=MONTHLY;BYDAY=1MO,3MO'],
  ['1st, 3rd  Monday', 'FREQ=MONTHLY;BYDAY=1MO,3MO'],
  ['every Tuesday', 'FREQ=WEEKLY;BYDAY=TU'],
  ['Tuesdays', 'FREQ=WEEKLY;BYDAY=TU'],
  ['2. Donnerstag', 'FREQ=MONTHLY;BYDAY=2TH'],
  ['jeden zweiten Do. im Monat', 'FREQ=MONTHLY;BYDAY=2TH'],
  ['donnerstags', 'FREQ=WEEKLY;BYDAY=TH'],
  ['Deuxième jeudi du mois', 'FREQ=MONTHLY;BYDAY=2TH'],
  ['le 1er et le 3e lundi', 'FREQ=MONTHLY;BYDAY=1MO,3MO'],
  ['todos los miercoles', 'FREQ=WEEKLY;BYDAY=WE'],
  ['último viernes de cada mes', 'FREQ=MONTHLY;BYDAY=-1FR'],
  ['segunda terça-feira do mês', 'FREQ=MONTHLY;BYDAY=2TU'],
  ['drugi czwartek miesiąca', 'FREQ=MONTHLY;BYDAY=2TH'],
  ['毎月第2木曜日', 'FREQ=MONTHLY;BYDAY=2TH'],
  ['第1・第3月曜日', 'FREQ=MONTHLY;BYDAY=1MO,3MO'],
  ['毎週火曜日', 'FREQ=WEEKLY;BYDAY=TU'],
  ['दूसरा गुरुवार', 'FREQ=MONTHLY;BYDAY=2TH'],
  ['دومین پنج‌شنبه', 'FREQ=MONTHLY;BYDAY=2TH'],
  ['FREQ=MONTHLY;INTERVAL=2;BYDAY=2WE', 'FREQ=MONTHLY;INTERVAL=2;BYDAY=2WE'],
])('%s', (written, rule) => expect(ruleOf(written)?.text).toBe(rule));

test.each([
  'second',
  'sixth Monday',
  'second Thirsday',
  'Monday and Tuesday',
  'Donnerstag 19 Uhr',
  'now and then',
  'the 14th',
  'FREQ=HOURLY',
  'toString Monday',
])('%s is none', (written) => expect(ruleOf(written)).toBeUndefined());

test('no word has two meanings', () => {
  for (const word of weekdayNames().keys())
    expect([word === 'do' || !fillers.has(word), ordinals.has(word)]).toEqual([true, false]);
  for (const word of ordinals.keys()) expect(fillers.has(word)).toBe(false);
});

test.each(Object.keys(tables))('each weekday is known in %s, in full and in short', (language) => {
  for (const weekday of ['long', 'short'] as const) {
    const format = new Intl.DateTimeFormat(language, { weekday, timeZone: 'UTC' });
    const rules = [1, 2, 3, 4, 5, 6, 7].map((day) => ruleOf(format.format(Date.UTC(2024, 0, day)))?.text.slice(-2));
    expect(rules).toEqual(['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']);
  }
});

test('the next day is never today', () => {
  const after = (day: string) => dayAfter(ruleOf('second Thursday')!, Temporal.PlainDate.from(day));
  expect(after('2026-11-20')).toBe('2026-12-10');
  expect(after('2026-12-09')).toBe('2026-12-10');
  expect(after('2026-12-10')).toBe('2027-01-14');
  expect(dayAfter(ruleOf('fifth Friday')!, Temporal.PlainDate.from('2026-11-20'))).toBe('2027-01-29');
});

test('a rule that never comes has none', () => {
  const rule = ruleOf('FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30')!;
  expect(dayAfter(rule, Temporal.PlainDate.from('2026-11-20'))).toBeUndefined();
});
