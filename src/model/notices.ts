import { Temporal } from 'temporal-polyfill';
import type { Clock } from '../clock.ts';
import type { SeriesConfig } from '../config/series.ts';
import { spellDate } from '../content/dates/calendar.ts';
import type { Code } from '../diagnostics/catalogue.ts';
import { type Diagnostic, diagnose, type Problem } from '../diagnostics/diagnostic.ts';
import { closest } from '../diagnostics/suggest.ts';
import { slugify } from '../slug.ts';
import type { Making } from './common.ts';
import { isCalledOff } from './occasions.ts';
import type { RuledEvent } from './saved-dates.ts';
import type { Event, Series } from './values.ts';

/** How long after an event one may wait for its slides. */
const patience = { hours: 30 * 24 };
/** More notes of one kind than these are one: an archive isn't repaired in a day. */
const mostNotes = 10;
const mostNamed = 3;

/** Kinds that somebody gives; what is another kind, or a word of the organizer's own, may have nobody. */
const given = ['talk', 'keynote', 'workshop', 'tutorial', 'lecture', 'presentation', 'demo'];
/** Titles of what an agenda lists besides talks. */
const besides = new Set(
  [
    'welcome, intro, introduction, introductions, opening, opening words, closing, closing words, outro, announcements',
    'break, coffee break, lunch break, lunch, dinner, food, snacks, pizza, cake, coffee, tea, drinks, beer, beers',
    'doors open, arrival, networking, social, socializing, socialising, mingling, chat, hallway track, q&a, questions',
    'open mic, open stage, open space, open discussion, open slot, discussion, discussions, panel, panel discussion',
    'lightning talks, hacking, hack night, coding, quiz, raffle, tba, tbd, to be announced, to be determined',
  ].flatMap((line) => line.split(', ')),
);

/** Whether somebody must be missing: `Pizza and drinks` has no speaker. */
export function lacksSpeaker(title: string, kind: string): boolean {
  const parts = title
    .trim()
    .toLowerCase()
    .split(/\s*[,/+]\s*|\s+(?:&|and)\s+/);
  return given.includes(kind) && !parts.every((part) => besides.has(part));
}

/** What is odd about events although each of their fields is right. */
export function noticesOf(
  events: readonly Event[],
  series: readonly Series[],
  ruled: ReadonlyMap<Event, RuledEvent>,
  { config, clock, kept: { dayOf } }: Making,
): Diagnostic[] {
  return [
    ...misspeltSeries(series, config.series),
    ...series.flatMap((each) => twoOnOneDay(each, dayOf)),
    ...notes(
      'off-series-day',
      [...ruled.values()].flatMap(({ event, series: { name }, expected }) =>
        expected ? { event, name, expected } : [],
      ),
      ({ event, name, expected }) => ({
        message: `\`${name}\` has no date on ${spell(dayOf(event.start))}`,
        help: `its rule has ${spell(expected)}; if it was moved from there, add \`previous_start: ${expected}\``,
      }),
      (count) => ({
        message: `${count} events are on no day of their series’ rule`,
        help: 'add `previous_start` to those that were moved, or `changes` to the series',
      }),
    ),
    ...notes(
      'nothing-to-show',
      events.filter((event) => hasNothingToShow(event, clock)).map((event) => ({ event })),
      () => ({
        message: 'this event is over, and shows neither recording, slides nor text',
        help: 'add what is left of it: `recording`, slides of a talk, `photos`, or a few words below the front matter',
      }),
      (count) => ({
        message: `${count} past events show neither recording, slides nor text`,
        help: 'add what is left of them: `recording`, slides of a talk, `photos`, or a few words below the front matter',
      }),
    ),
  ];
}

/** A series need not be in site.yaml, and one that is nearly there probably is. */
function misspeltSeries(series: readonly Series[], known: readonly SeriesConfig[]): Diagnostic[] {
  const ids = new Set(known.map(({ id }) => id));
  const spellings = known.flatMap(({ id, name }) => [name, id]);
  const unnumbered = (name: string): string => slugify(name).replace(/\d+/g, '');
  return series.flatMap(({ slug, name, events }) => {
    // A season's number is no misspelling of another's.
    const others = spellings.filter((each) => unnumbered(each) !== unnumbered(name));
    const meant = ids.has(slug) ? undefined : closest(name, others);
    if (!meant) return [];
    const message = `there is no series \`${name}\` in site.yaml`;
    const problem = { code: 'misspelt-series', message, help: `did you mean \`${meant}\`?` } as const;
    return events.map(({ entry }) => diagnose(problem, entry.locate(entry.paths.get('series') ?? [])));
  });
}

function twoOnOneDay({ name, events }: Series, dayOf: Making['kept']['dayOf']): Diagnostic[] {
  const byDay = new Map<string, Event>();
  return events.flatMap((event) => {
    if (isCalledOff(event)) return [];
    const day = dayOf(event.start);
    const first = byDay.get(day);
    if (!first) {
      byDay.set(day, event);
      return [];
    }
    const message = `\`${name}\` has two events on ${spell(day)}`;
    const notes = [`the other one is ${first.entry.source.path}`];
    const help = 'correct the date of one, or join the two files';
    return diagnose({ code: 'two-events-on-one-day', message, notes, help }, startOf(event));
  });
}

/** The clock is asked last, so that it need not be right about events of which nothing depends on it. */
function hasNothingToShow(event: Event, { isSince }: Clock): boolean {
  const { recording, photos, posts, entry, over } = event;
  if (isCalledOff(event) || recording || photos || posts.length > 0 || entry.body.text.trim() !== '') return false;
  const kept = event.talks.flatMap(({ slides, videos, code, links }) => [...slides, ...videos, ...code, ...links]);
  return kept.length === 0 && isSince(over.toInstant().add(patience));
}

/** A note for each, or one for them all, at the newest. They come by their start, earliest first. */
function notes<T extends { readonly event: Event }>(
  code: Code,
  found: readonly T[],
  each: (item: T) => Omit<Problem, 'code'>,
  all: (count: number) => Omit<Problem, 'code'>,
): Diagnostic[] {
  if (found.length <= mostNotes) return found.map((item) => diagnose({ code, ...each(item) }, startOf(item.event)));
  const newest = found
    .map(({ event }) => event)
    .sort((a, b) => b.start.at.epochMilliseconds - a.start.at.epochMilliseconds);
  const named = newest.slice(0, mostNamed).map(({ entry }) => entry.source.path);
  const problem = { code, ...all(found.length), notes: [`the newest are ${named.join(', ')}`] };
  return [diagnose(problem, startOf(newest[0]!))];
}

const startOf = ({ entry }: Event) => entry.locate(entry.paths.get('start') ?? []);
const spell = (day: string): string => spellDate(Temporal.PlainDate.from(day));
