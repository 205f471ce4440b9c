import type { Config } from '../config/config.ts';
import { dateInFileName } from '../content/dates/file-date.ts';
import { diagnose } from '../diagnostics/diagnostic.ts';
import { slugify } from '../slug.ts';
import { type Building, byTime, type Making } from './common.ts';
import { isCalledOff } from './occasions.ts';
import type { PlannedDate, RuledEvent } from './saved-dates.ts';
import type { Event } from './values.ts';

/** What a site without an address has for a host. */
const nowhere = 'meetpress';
/** What a file whose name is a date alone has for a name, outside of a series. */
const nameless = 'meetup';

/** Makes a `uid` (RFC 5545, 3.8.4.7) of what tells one thing of a site from its others. */
export type MakeUid = (kind: 'event' | 'series', ...names: readonly (string | number)[]) => string;

export function createUid({ url }: Config): MakeUid {
  // Sites of one host differ by their path.
  const path = url && url.basePath !== '/' ? [slugify(url.basePath)] : [];
  const host = url ? new URL(url.origin).host : nowhere;
  return (kind, ...names) => `${[...path, kind, ...names].join('.')}@${host}`;
}

/**
 * Gives each event its `uid`: as written, else its occurrence's in a series with a rule, else by the name of its file
 * without the date. Of several files with one such name the second to take place, counted by the dates at which they
 * were first planned, is `.2`: renaming a file to another date, or writing the next one, changes no `uid`.
 */
export function giveUids(
  events: readonly Building<Event>[],
  ruled: ReadonlyMap<Event, RuledEvent>,
  { config, diagnostics }: Making,
): void {
  const uidOf = createUid(config);
  const written = new Map<string, Event>();
  const counts = new Map<string, number>();
  for (const event of [...events].sort((a, b) => byTime(a.previousStart ?? a.start, b.previousStart ?? b.start))) {
    const { entry } = event;
    const name = slugify(dateInFileName(entry.id)?.rest ?? entry.id) || event.series?.slug || nameless;
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    event.uid = ruled.get(event)?.date?.uid ?? uidOf('event', name, ...(count > 1 ? [count] : []));

    const { uid } = entry.kind === 'event' ? entry.fields : {};
    const first = uid && written.get(uid);
    if (first)
      diagnostics.push(
        diagnose(
          {
            code: 'repeated-uid',
            message: `\`${uid}\` is already the \`uid\` of ${first.entry.source.path}; calendars would show one of the two`,
            help: 'take the line out of the newer file',
          },
          entry.locate(entry.paths.get('uid') ?? []),
        ),
      );
    else if (uid) {
      written.set(uid, event);
      event.uid = uid;
    }
  }
}

/**
 * RFC 5545, 3.8.7.4, out of what the file says: being called off counts one and being moved counts two, so that it
 * rises with each step from planned to postponed to moved to cancelled. An event that is moved again needs a number of
 * its own in the file.
 * @param saved the date of its series that it takes the place of: being elsewhere than that said is being moved
 */
export function sequenceOf(event: Event, saved: PlannedDate | undefined): number {
  const { entry, start, venue, previousStart, status } = event;
  if (entry.kind === 'event' && entry.fields.sequence !== undefined) return entry.fields.sequence;
  const differs = saved && (byTime(saved.start, start) !== 0 || (saved.venue !== undefined && saved.venue !== venue));
  const moved = differs || previousStart !== undefined || status === 'rescheduled';
  return (moved ? 2 : 0) + (isCalledOff(event) ? 1 : 0);
}
