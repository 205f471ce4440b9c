import { Temporal } from 'temporal-polyfill';
import { test } from 'vitest';
import { vtimezone } from '../../src/calendar/vtimezone.ts';
const at = (time: string, zone: string) => Temporal.PlainDateTime.from(time).toZonedDateTime(zone);
test('speed', () => {
  for (const zone of ['America/Chicago', 'Europe/Berlin', 'Asia/Kolkata', 'Africa/Casablanca']) {
    let t0 = performance.now();
    vtimezone(at('2025-01-15T12:00', zone), at('2026-12-15T12:00', zone));
    const cold = performance.now() - t0;
    t0 = performance.now();
    for (let i = 0; i < 500; i++) { const e = at('2010-01-15T12:00', zone).add({ days: i * 11 }); vtimezone(e, e.add({ hours: 2 })); }
    const warm = (performance.now() - t0) / 500;
    t0 = performance.now();
    for (let i = 0; i < 100; i++) vtimezone(at('2010-01-15T12:00', zone), at('2026-12-15T12:00', zone));
    console.log(zone, 'cold', cold, 'per event', warm, 'per 16 years', (performance.now() - t0) / 100);
  }
});
