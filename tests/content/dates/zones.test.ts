import { expect, test } from 'vitest';
import { abbreviation, isTimeZone, timeZoneId } from '../../../src/content/dates/zones.ts';

test.each([
  ['Europe/Berlin', 'Europe/Berlin'],
  ['europe/berlin', 'Europe/Berlin'],
  ['America/Argentina/Buenos_Aires', 'America/Argentina/Buenos_Aires'],
  ['america/port-au-prince', 'America/Port-au-Prince'],
  ['Asia/Kolkata', 'Asia/Kolkata'],
  ['Asia/Calcutta', 'Asia/Calcutta'],
  ['UTC', 'UTC'],
  ['Etc/GMT+5', 'Etc/GMT+5'],
])('%s is the zone %s', (name, id) => {
  expect(isTimeZone(name)).toBe(true);
  expect(timeZoneId(name)).toBe(id);
});

test.each([
  '',
  ' ',
  'Europe/Cologne',
  'BST',
  'Z',
  '+02:00',
  'UTC+2',
  'Europe/Berlin ',
  '2026-10-06T19:00Z',
  '2026-10-06T19:00[Europe/Berlin]',
  'a/'.repeat(1000),
])('%j is none', (name) => expect(isTimeZone(name)).toBe(false));

test('the abbreviations of the content model are known', () => {
  const names =
    'UTC GMT CET CEST MEZ MESZ MEST EET EEST WET WEST EST EDT ET CST CDT CT MST MDT MT PST PDT PT IST JST AEST AEDT';
  for (const name of names.split(' ')) {
    const found = abbreviation(name.toLowerCase());
    expect(found?.offsets, name).not.toHaveLength(0);
    for (const offset of found?.offsets ?? ['unknown']) expect(offset).toMatch(/^[+-]\d{2}:\d{2}$/);
    if (found?.counterpart) expect(abbreviation(found.counterpart), name).toBeDefined();
  }
  expect(abbreviation('BST')).toBeUndefined();
});
