import ICAL from 'ical.js';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { joinLines } from '../../src/calendar/content-line.ts';
import { vtimezone } from '../../src/calendar/vtimezone.ts';

const at = (time: string, zone: string) => Temporal.PlainDateTime.from(time).toZonedDateTime(zone);

test('all', () => {
  const bad: string[] = [];
  const t0 = performance.now();
  let n = 0;
  for (const zone of Intl.supportedValuesOf('timeZone')) {
    const [first, last] = [at('2005-01-15T12:00', zone), at('2030-12-15T12:00', zone)];
    const text = joinLines(vtimezone(first, last));
    n++;
    const z = new ICAL.Timezone(new ICAL.Component(ICAL.parse(text)));
    for (let t = first; Temporal.ZonedDateTime.compare(t, last) < 0; t = t.add({ days: 5, hours: 3 })) {
      const clock = t.toPlainDateTime();
      if (!clock.toZonedDateTime(zone, { disambiguation: 'earlier' }).equals(clock.toZonedDateTime(zone, { disambiguation: 'later' }))) continue;
      const time = new ICAL.Time({ year: t.year, month: t.month, day: t.day, hour: t.hour, minute: t.minute, second: t.second, isDate: false }, z);
      if (z.utcOffset(time) * 1e9 !== t.offsetNanoseconds) { bad.push(`${zone} ${t} ${z.utcOffset(time) / 3600}`); break; }
    }
  }
  console.log(n, performance.now() - t0, bad.length, bad.slice(0, 20));
  for (const zone of ['America/Chicago', 'Africa/Casablanca', 'America/Sao_Paulo', 'Asia/Gaza', 'Europe/Dublin','Africa/Cairo','Asia/Jerusalem','Australia/Lord_Howe'])
    console.log(vtimezone(at('2005-01-15T12:00', zone), at('2026-12-15T12:00', zone)).join('\n'));
  expect(1).toBe(1);
});
