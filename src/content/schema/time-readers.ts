import type { Temporal } from 'temporal-polyfill';
import { shortened } from '../../diagnostics/visible.ts';
import { readDuration } from '../dates/duration.ts';
import type { Read } from '../dates/read.ts';
import { looksLikeClock, readClock, readTime, type WrittenClock, type WrittenTime } from '../dates/written-time.ts';
import { isTimeZone, timeZoneId, zoneMeant } from '../dates/zones.ts';
import { type Reader, reader } from './field.ts';
import { text } from './readers.ts';

/** A reader out of a function that gives problems instead of reporting them. */
const from = <T>(shape: string, read: (value: unknown) => Read<T>): Reader<T> =>
  reader(shape, (value, reading) => {
    const { value: result, problems } = read(value);
    for (const problem of problems) reading.problem(problem);
    return result;
  });

export const time: Reader<WrittenTime> = from('date, maybe with a time', readTime);
export const clock: Reader<WrittenClock> = from('time of day, maybe a range', readClock);
export const duration: Reader<Temporal.Duration> = from('duration', readDuration);

/** A time of day alone counts on the day of the start. */
export const timeOrClock = reader(
  'date and time, or a time of day',
  (value, reading): WrittenTime | WrittenClock | undefined => (looksLikeClock(value) ? clock : time)(value, reading),
);

export const timeZone: Reader<string> = reader('time zone', (value, reading) => {
  const name = text(value, reading);
  if (name === undefined) return undefined;
  if (isTimeZone(name)) return timeZoneId(name);
  const meant = zoneMeant(name);
  reading.problem({
    code: 'unknown-zone',
    message: `\`${shortened(name)}\` is no time zone`,
    help: meant ? `did you mean \`${meant}\`?` : 'write it as an area and a city, such as `Europe/Berlin`',
  });
  return undefined;
});
