import { describe, expect, test } from 'vitest';
import { readDuration } from '../../../src/content/dates/duration.ts';

describe('readDuration', () => {
  test.each([
    ['2h', 'PT2H'],
    ['2h 15m', 'PT2H15M'],
    ['2h15m', 'PT2H15M'],
    ['2 hours 5 minutes', 'PT2H5M'],
    ['1 hr 1 min', 'PT1H1M'],
    ['90 min', 'PT1H30M'],
    ['1.5 hours', 'PT1H30M'],
    ['0.5 MIN', 'PT30S'],
    [' 45m ', 'PT45M'],
    [25, 'PT25M'],
    [90, 'PT1H30M'],
    [1.5, 'PT1M30S'],
    ['PT2H', 'PT2H'],
    ['PT90M', 'PT90M'],
    ['P2DT3H', 'P2DT3H'],
    ['pt1.5h', 'PT1H30M'],
    ['P2W', 'P2W'],
    ['P365D', 'P365D'],
    ['527039 min', 'PT8783H59M'],
  ])('%j', (value, expected) => {
    expect(readDuration(value).value?.toString()).toBe(expected);
    expect(readDuration(value).problems).toEqual([]);
  });

  const help = 'write it like `2h`, `2h 15m`, `90 min` or `PT2H`';
  test.each([
    ['90', '`90` is not a duration that can be read', 'write `90 min`'],
    ['1:30', '`1:30` is not a duration that can be read', 'write `1h 30m`'],
    ['2h 15', '`2h 15` is not a duration that can be read', help],
    ['15m 2h', '`15m 2h` is not a duration that can be read', help],
    ['2 days', '`2 days` is not a duration that can be read', help],
    ['two hours', '`two hours` is not a duration that can be read', help],
    ['PT', '`PT` is not a duration that can be read', help],
    [Number.POSITIVE_INFINITY, '`Infinity` is not a duration that can be read', help],
    [0, '`0` is not longer than 0 minutes', help],
    [-5, '`-5` is not longer than 0 minutes', help],
    ['0h', '`0h` is not longer than 0 minutes', help],
    ['-PT2H', '`-PT2H` is not longer than 0 minutes', help],
    ['P366D', '`P366D` is 366 days or more', help],
    ['P2Y', '`P2Y` is 366 days or more', help],
    ['P99999999Y', '`P99999999Y` is 366 days or more', help],
    ['527040 min', '`527040 min` is 366 days or more', help],
    ['', 'an empty value is not a duration', help],
    [null, 'an empty value is not a duration', help],
    [true, '`true` is not a duration', help],
    [[2], 'a list is not a duration', help],
    ['1'.repeat(201), 'a text of 201 characters is not a duration', help],
  ])('%j is refused', (value, message, expected) => {
    expect(readDuration(value)).toEqual({ problems: [{ code: 'bad-duration', message, help: expected }] });
  });
});
