import type { Temporal } from 'temporal-polyfill';
import type { WrittenClock, WrittenTime } from '../content/dates/written-time.ts';
import { askFor, type Making } from './given.ts';
import type { Data } from './input.ts';
import { readData } from './read.ts';
import { fieldsOfDate, seriesDate } from './series-date.ts';
import { makings } from './things.ts';

const [title, start, venue] = makings.event.asked;
const [talkTitle, speakers] = makings.talk.asked;

/** What of an event's fields decides about its series. */
interface Times {
  readonly series?: string;
  readonly start?: WrittenTime;
  readonly time?: WrittenClock;
  readonly end?: unknown;
  readonly duration?: Temporal.Duration;
  readonly venue?: unknown;
  readonly online?: unknown;
}

/** Completes an event: what it leaves open its series says, and then whoever is asked. */
export async function completeEvent(given: Data, making: Making): Promise<Data> {
  const { site } = making;
  let data = await askFor(given, 'event', title, making);
  const next = seriesDate(site, readData('event', data).values as Times);
  const planned = next && String(fieldsOfDate(next, site).start);
  data = withSeries(await askFor(data, 'event', start!, making, planned), making);
  if (!('online' in data)) data = await askFor(data, 'event', venue!, making, '');
  if (readData('event', data).values.talks !== undefined) return data;
  const asked = { ...talkTitle, message: 'What is the talk called?', placeholder: 'leave it empty until it is known' };
  const talk = await askFor({}, 'talk', asked, making, '');
  return talk.title === undefined ? data : { ...data, talks: [await askFor(talk, 'talk', speakers!, making, '')] };
}

/** What the series says of that day, where the event doesn't say it itself. */
function withSeries(data: Data, { site }: Making): Data {
  const values = readData('event', data).values as Times;
  const date = seriesDate(site, values);
  if (!date || !values.start) return data;
  const { start, end, venue, online, timezone, series } = fieldsOfDate(date, site);
  const time = values.time?.time ?? values.start.time;
  const isOnTime = time === undefined || (date.start.hasTime && time.equals(date.start.at.toPlainTime()));
  const hasEnd = [values.end, values.duration, values.start.end, values.time?.end].some((each) => each !== undefined);
  const hasPlace = values.venue !== undefined || values.online !== undefined;
  return {
    ...data,
    ...(time === undefined && { start }),
    ...(isOnTime && !hasEnd && end !== undefined && { end }),
    ...(!hasPlace && { ...(venue !== undefined && { venue }), ...(online !== undefined && { online }) }),
    ...(!hasPlace && timezone !== undefined && !('timezone' in data) && { timezone }),
    ...(values.series === undefined && { series }),
  };
}
