import { Temporal } from 'temporal-polyfill';
import { spellDate } from '../content/dates/calendar.ts';
import { dateInFileName } from '../content/dates/file-date.ts';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import { groupBy } from '../group.ts';
import { isCalledOff } from '../model/occasions.ts';
import type { Event } from '../model/values.ts';
import type { Checking } from './checking.ts';

/** Nobody plans further ahead, in years. */
const farthest = 3;
/** How far an event may be from the date in its file's name, in days: it was moved. */
const movedBy = 120;
/** The share of a series that may be out of order before the order means nothing. */
const mostOutOfOrder = 0.1;

/** Events whose year looks wrong: by the file's name, by today, or by the events around them in a series. */
export function checkYears({ site }: Checking): Diagnostic[] {
  const byThemselves = site.events.flatMap((event) => {
    const found = byFileName(event) ?? byToday(event, site.now);
    return found ? [[event, found] as const] : [];
  });
  const said = new Set(byThemselves.map(([event]) => event));
  const byNeighbours = groupBy(
    site.events.filter((event) => !isCalledOff(event) && !said.has(event)),
    ({ series, entry }) => series?.slug ?? entry.source.path.replace(/[^/]*$/, ''),
  ).flatMap(([, events]) => inOrder(events));
  return [...byThemselves, ...byNeighbours].map(([event, { message, meant }]) => {
    const help = meant
      ? `did you mean \`${meant}\`?`
      : 'check the year in `start`, and the date in the name of the file';
    return diagnose({ code: 'doubtful-year', message, help }, event.entry.locate(event.entry.paths.get('start') ?? []));
  });
}

interface Odd {
  readonly message: string;
  /** The day that was meant, where it can be told. */
  readonly meant?: Temporal.PlainDate | undefined;
}

const dayOf = ({ start }: Event): Temporal.PlainDate => start.at.toPlainDate();

function byFileName(event: Event): Odd | undefined {
  const inName = dateInFileName(event.entry.id)?.date;
  if (!inName || event.previousStart?.at.toPlainDate().year === inName.year) return undefined;
  const day = dayOf(event);
  if (inName.year === day.year || Math.abs(inName.until(day).days) <= movedBy) return undefined;
  const message = `the file’s name says ${inName.year}, and the event is on ${spellDate(day)}`;
  return { message, meant: inName.month === day.month && inName.day === day.day ? inName : undefined };
}

function byToday(event: Event, now: Temporal.Instant): Odd | undefined {
  const today = now.toZonedDateTimeISO(event.timezone).toPlainDate();
  const day = dayOf(event);
  if (Temporal.PlainDate.compare(day, today.add({ years: farthest })) <= 0) return undefined;
  return { message: `this event is on ${spellDate(day)}, ${day.year - today.year} years from now` };
}

/** Of numbered events those that would be in order if it were another year. */
function inOrder(events: readonly Event[]): (readonly [Event, Odd])[] {
  const numbered = groupBy(
    events.flatMap((event) => {
      const number = event.number ?? numberInName(event.entry.id);
      return number === undefined ? [] : { event, number };
    }),
    ({ number }) => number,
  )
    .sort(([a], [b]) => a - b)
    .map(([, [first]]) => first!);
  const odd = numbered.flatMap(({ event }, index) => {
    const [before, after] = [numbered[index - 1]?.event, numbered[index + 1]?.event];
    const found = before && betweenNeighbours(event, before, after);
    return found ? [[event, found] as const] : [];
  });
  return odd.length <= Math.max(1, numbered.length * mostOutOfOrder) ? odd : [];
}

/** `meetup-12` is the twelfth; a name with more numbers is none. */
function numberInName(id: string): number | undefined {
  const numbers = id.match(/\d+/g) ?? [];
  return numbers.length === 1 && numbers[0]!.length <= 3 ? Number(numbers[0]) : undefined;
}

function betweenNeighbours(event: Event, before: Event, after: Event | undefined): Odd | undefined {
  const day = dayOf(event);
  const isBetween = (date: Temporal.PlainDate): boolean =>
    Temporal.PlainDate.compare(dayOf(before), date) < 0 &&
    (!after || Temporal.PlainDate.compare(date, dayOf(after)) < 0);
  if (isBetween(day) || (after && Temporal.PlainDate.compare(dayOf(before), dayOf(after)) >= 0)) return undefined;
  // The last one can only be too early; which later year was meant is the first that fits.
  const shifts = Array.from({ length: 20 }, (_, index) => index + 1).flatMap((years) =>
    after ? [years, -years] : years,
  );
  const meant = shifts.map((years) => day.add({ years })).find(isBetween);
  if (!meant) return undefined;
  const [one, other] = [before, after].map((each) => each && spellDate(dayOf(each)));
  const message = `this event is on ${spellDate(day)}, ${other ? `between events on ${one} and ${other}` : `after one on ${one}`}`;
  return { message, meant };
}
