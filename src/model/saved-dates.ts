import { Temporal } from 'temporal-polyfill';
import type { Config } from '../config/config.ts';
import type { SeriesConfig } from '../config/series.ts';
import { placeTime } from '../content/dates/place-time.ts';
import type { Entry } from '../content/entry.ts';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import { limits } from '../limits.ts';
import { type Building, byTime, type Making, target } from './common.ts';
import { createUid } from './identity.ts';
import { matchEvents, nearest } from './matching.ts';
import type { Everybody } from './named.ts';
import { isBarren, type Occurrence } from './occurrences.ts';
import type { AllSeries } from './series.ts';
import { endBy, momentOf, overOf } from './times.ts';
import type { Event, SavedDate, Series, Venue } from './values.ts';

/** How far ahead dates of a series are saved, and how many of one at most. */
const ahead = { months: 12 };
const mostDates = 12;
/** No duration is longer: what begins earlier is over. */
const longestDuration = { years: 1 };

/** What tells whether an event is where and when the rule of its series has it. */
export type PlannedDate = Pick<SavedDate, 'start' | 'venue' | 'uid'>;

/** What the rule of a series says of one of its events. */
export interface RuledEvent {
  readonly event: Event;
  readonly series: Series;
  /** The date that it takes the place of, where the rule has one for it. */
  readonly date: PlannedDate | undefined;
  /** The rule's nearest day, ISO 8601, where the event is on none and does not say why. */
  readonly expected: string | undefined;
}

/** The dates to come for which there is no file, earliest first, and what the rules say of the events that there are. */
export function saveAllDates(events: readonly Event[], series: AllSeries, everybody: Everybody, making: Making) {
  const ruled = new Map<Event, RuledEvent>();
  const { dayOf } = making.kept;
  const unnamed = new Map(events.filter((event) => !event.series).map((event) => [dayOf(event.start), event]));
  const allowed = { days: limits.days };
  for (const written of making.config.series) {
    if (written.terms.length === 0 || allowed.days < 0) continue;
    const saved = saveDates(written, series.named(written.id), unnamed, everybody, making, allowed);
    for (const each of saved) ruled.set(each.event, each);
  }
  const dates = series
    .all()
    .flatMap((each) => each.dates)
    .sort((a, b) => byTime(a.start, b.start));
  for (const date of dates) (date.venue as Building<Venue> | undefined)?.dates.push(date);
  return { dates, ruled };
}

/**
 * Gives a series its dates, and what its rule says of its events.
 * @param unnamed events that name no series, by their day
 * @param allowed how many days all rules may still give, which is counted here
 */
function saveDates(
  written: SeriesConfig,
  series: Building<Series>,
  unnamed: ReadonlyMap<string, Event>,
  everybody: Everybody,
  making: Making,
  allowed: { days: number },
): readonly RuledEvent[] {
  const { config, clock, diagnostics } = making;
  const { dayOf, occurrencesOf } = making.kept;
  const { plannedOf, dateOf } = createDateOf(written, series, everybody, making);
  const events: readonly Event[] = series.events;
  const today = clock.today(written.timezone ?? config.timezone);
  const used = events.flatMap(({ start, previousStart }) => [start, previousStart ?? start]).map(dayOf);
  const last = Temporal.PlainDate.from([today.toString(), ...used].sort().at(-1)!);
  const occurrences = occurrencesOf(written, last.add({ years: 1 }).toString());
  allowed.days -= occurrences.length;
  if (allowed.days < 0) {
    const message = `with this one, rules give more than ${limits.days} days`;
    const help = 'let it start later, or end by `until`';
    const { path } = written.terms[0]!.rule;
    diagnostics.push(diagnose({ code: 'too-much', message, help }, config.locatePath(path)));
    return [];
  }
  for (const term of written.terms)
    if (!occurrences.some((each) => each.term === term) && isBarren(term)) {
      const message = `no day ever fits \`${term.rule.value.text}\``;
      const help = 'take out the part that rules all days out';
      diagnostics.push(diagnose({ code: 'bad-rule', message, help }, config.locatePath(term.rule.path)));
    }

  const matched = matchEvents(events, occurrences, dayOf);
  const taken = new Set([...events.map(({ start }) => dayOf(start)), ...[...matched.values()].map(({ day }) => day)]);
  const [first, horizon] = [today.subtract(longestDuration).toString(), today.add(ahead).toString()];
  const dates = occurrences
    .filter(({ day, leftOut }) => !leftOut && !taken.has(day) && day >= first && day <= horizon)
    .map(dateOf)
    .filter(({ moment }) => moment !== 'past');
  series.dates = dates.filter(({ start }) => !unnamed.has(dayOf(start))).slice(0, mostDates);
  for (const { start } of dates) {
    const event = unnamed.get(dayOf(start));
    if (event) diagnostics.push(unnamedSeries(event, series));
  }
  const expectedOf = createExpectedOf(written, occurrences, dayOf);
  return events.map((event) => {
    const occurrence = matched.get(event);
    return { event, series, date: occurrence && plannedOf(occurrence), expected: expectedOf(event, occurrence) };
  });
}

/** Puts days of a rule into their zone, and gives them all that the series says. */
function createDateOf(written: SeriesConfig, series: Series, everybody: Everybody, { config, clock }: Making) {
  const entry = siteEntry(config);
  const uidOf = createUid(config);
  const venues = new Map(written.terms.map((term) => [term, term.venue && everybody.venue(entry, term.venue)]));
  const plannedOf = ({ day, term, ordinal }: Occurrence): PlannedDate => {
    const venue = venues.get(term);
    const date = Temporal.PlainDate.from(day);
    const timezone = written.timezone ?? venue?.timezone ?? config.timezone;
    const start = placeTime({ date, ...(term.clock && { time: term.clock.time }) }, timezone).value;
    return { start, venue, uid: uidOf('series', series.slug, ordinal) };
  };
  const dateOf = (occurrence: Occurrence): SavedDate => {
    const { term } = occurrence;
    const planned = plannedOf(occurrence);
    const { start } = planned;
    const end = endBy(start, term.duration ? undefined : term.clock?.end, term.duration);
    const over = overOf(start, end);
    return {
      kind: 'date',
      title: series.name,
      series,
      ...planned,
      end,
      over,
      allDay: !start.hasTime,
      timezone: start.at.timeZoneId,
      moment: momentOf(start, over, clock),
      online: written.online !== undefined && written.online !== false,
      joinUrl: typeof written.online === 'object' ? target(entry, written.online) : undefined,
    };
  };
  return { plannedOf, dateOf };
}

/** Two things of one group on one day are mostly one; the date isn't shown beside the event. */
function unnamedSeries({ entry }: Event, { name }: Series): Diagnostic {
  const message = `this is a day of \`${name}\`, and the event names no series`;
  const help = `add a line \`series: ${name}\` if it is one of them`;
  return diagnose({ code: 'unnamed-series', message, help }, entry.locate(entry.paths.get('start') ?? []));
}

/** An event that was moved, or whose date was left out, says why it is on another day. */
function createExpectedOf(
  { terms, until }: SeriesConfig,
  occurrences: readonly Occurrence[],
  dayOf: Making['kept']['dayOf'],
) {
  const days = new Set(occurrences.map(({ day }) => day));
  const [from, to] = [terms[0]!.from.toString(), until?.toString()];
  return ({ start, previousStart, status }: Event, occurrence: Occurrence | undefined): string | undefined => {
    const day = dayOf(start);
    const isRuled = day >= from && (to === undefined || day <= to);
    if (!isRuled || previousStart || status === 'rescheduled' || occurrence?.leftOut) return undefined;
    return days.has(day) ? undefined : (occurrence ?? nearest(day, occurrences))?.day;
  };
}

/** `site.yaml` in the role of a file that refers to others. */
const siteEntry = ({ locatePath }: Config): Entry =>
  ({
    kind: 'page',
    source: { path: 'site.yaml', hash: '', text: '' },
    url: '/',
    id: '',
    fields: {},
    paths: new Map(),
    unknown: {},
    body: { text: '', line: 1 },
    locate: locatePath,
    complete: true,
  }) as unknown as Entry;
