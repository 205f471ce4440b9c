import type { Temporal } from 'temporal-polyfill';
import type { WrittenClock, WrittenTime } from '../content/dates/written-time.ts';
import { askFor, type Making } from './given.ts';
import type { Data } from './input.ts';
import { readData } from './read.ts';
import { fieldsOfDate, seriesDates } from './series-date.ts';
import { askSpeakers, knownNames } from './speakers.ts';
import { makings } from './things.ts';

const [title, start, venue] = makings.event.asked;
const [talkTitle] = makings.talk.asked;

/** Most dates to choose from. */
const offered = 6;

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

/** What an event is called, and when it begins: the next date of its series, where nothing else is said. */
export async function nameEvent(given: Data, making: Making): Promise<Data> {
  const { site } = making;
  const data = await askFor(given, 'event', title, making);
  const known = seriesDates(site, readData('event', data).values as Times).slice(0, offered);
  const dates = known.map((date) => ({ value: String(fieldsOfDate(date, site).start), hint: date.series.name }));
  return askFor(data, 'event', { ...start!, known: dates }, making, dates[0]?.value);
}

/** Completes an event: what it leaves open its series says, and then whoever is asked. */
export async function completeEvent(given: Data, making: Making): Promise<Data> {
  let data = withSeries(given, making);
  const known = knownNames(making.site.venues);
  if (!('online' in data)) data = asOnline(await askFor(data, 'event', { ...venue!, known }, making, ''));
  if (readData('event', data).values.talks !== undefined) return data;
  const asked = { ...talkTitle, message: 'What is the talk called?', placeholder: 'leave it empty until it is known' };
  const talk = await askFor({}, 'talk', asked, making, '');
  return talk.title === undefined ? data : { ...data, talks: [await askSpeakers(talk, making)] };
}

/** Whoever answers with an address where an event is means that one joins there. */
function asOnline({ venue, ...data }: Data): Data {
  if (typeof venue === 'string' && /^https?:\/\/\S+$/i.test(venue)) return { ...data, online: venue };
  return venue === undefined ? data : { ...data, venue };
}

/** What the series says of that day, where the event doesn't say it itself. */
function withSeries(data: Data, { site }: Making): Data {
  const values = readData('event', data).values as Times;
  const [date] = seriesDates(site, values);
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
