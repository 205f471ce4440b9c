import { Temporal } from 'temporal-polyfill';
import { dateInFileName } from '../content/dates/file-date.ts';
import { placeTime } from '../content/dates/place-time.ts';
import type { When } from '../content/dates/when.ts';
import type { Entry } from '../content/entry.ts';
import { diagnose } from '../diagnostics/diagnostic.ts';
import { closest } from '../diagnostics/suggest.ts';
import { slugify } from '../slug.ts';
import { type Building, byTime, commonOf, type Making, timeOf } from './common.ts';
import type { Everybody } from './named.ts';
import { titleOf } from './title.ts';
import type { Event, Page, Person, Post } from './values.ts';

type PostEntry = Extract<Entry, { kind: 'post' }>;
type PageEntry = Extract<Entry, { kind: 'page' }>;

/** Posts, newest first; those without a date last. */
export function makePosts(
  entries: readonly PostEntry[],
  everybody: Everybody,
  events: readonly Building<Event>[],
  making: Making,
): Building<Post>[] {
  const byId = new Map(events.map((event) => [event.entry.id, event]));
  const posts = entries.map((entry): Building<Post> => {
    const { fields } = entry;
    return {
      kind: 'post',
      entry,
      url: entry.url,
      title: titleOf(entry),
      date: dateOf(entry, making),
      updated: timeOf(entry, 'updated', fields.updated, making.config.timezone, making.diagnostics),
      authors: [...new Set((fields.authors ?? []).map((author) => everybody.person(entry, author)))],
      featured: fields.featured ?? false,
      event: fields.event === undefined ? undefined : eventOf(entry, fields.event, byId, making),
      older: undefined,
      newer: undefined,
      // Last, as a spread at the front makes each object several times as slow.
      ...commonOf(fields, entry.unknown, entry, making),
    };
  });
  posts.sort(
    (a, b) => (a.date && b.date ? byTime(b.date, a.date) : byTime(a.date, b.date)) || (a.url < b.url ? -1 : 1),
  );
  posts.forEach((post, index) => {
    post.newer = posts[index - 1];
    post.older = posts[index + 1];
    for (const author of post.authors as Building<Person>[]) author.posts.push(post);
    (post.event as Building<Event> | undefined)?.posts.push(post);
  });
  return posts;
}

/** The front matter's date, else the file name's. */
function dateOf(entry: PostEntry, { config, diagnostics }: Making): When | undefined {
  const inName = dateInFileName(entry.id)?.date;
  const at = entry.locate;
  const written = timeOf(entry, 'date', entry.fields.date, config.timezone, diagnostics);
  const date = entry.fields.date?.date;
  if (date && inName && Temporal.PlainDate.compare(date, inName) !== 0) {
    const message = `the file’s name says ${inName}, and \`date\` says ${date}`;
    const help = '`date` is used; rename the file where the name is right';
    diagnostics.push(diagnose({ code: 'file-date-mismatch', message, help }, at(entry.paths.get('date') ?? [])));
  }
  if (written) return written;
  if (inName) return placeTime({ date: inName }, config.timezone).value;
  // A date that could not be read is an error of its own.
  if (entry.complete && !entry.paths.has('date')) {
    const help = 'add a line `date: 2026-10-06`, or begin the file’s name with the date';
    diagnostics.push(diagnose({ code: 'no-date', message: 'this post has no date, and comes last', help }, at([])));
  }
  return undefined;
}

function eventOf(
  entry: PostEntry,
  written: string,
  byId: ReadonlyMap<string, Building<Event>>,
  { leftOut, diagnostics }: Making,
): Event | undefined {
  const id = written.replace(/^.*\//, '').replace(/\.md$/, '');
  const found = byId.get(id);
  if (found || leftOut.has(slugify(id))) return found;
  const meant = closest(id, byId.keys());
  const help = meant ? `did you mean \`${meant}\`?` : 'write the name of a file in `content/events/`, without `.md`';
  const at = entry.locate(entry.paths.get('event') ?? []);
  diagnostics.push(diagnose({ code: 'unknown-event', message: `there is no event \`${written}\``, help }, at));
  return undefined;
}

/** Standalone pages, by URL. */
export function makePages(entries: readonly PageEntry[], making: Making): Building<Page>[] {
  return entries
    .map(
      (entry): Building<Page> => ({
        kind: 'page',
        entry,
        url: entry.url,
        title: entry.url === '/' && !entry.fields.title && making.config.title ? making.config.title : titleOf(entry),
        order: entry.fields.order,
        nav: entry.fields.nav,
        ...commonOf(entry.fields, entry.unknown, entry, making),
      }),
    )
    .sort((a, b) => (a.url < b.url ? -1 : 1));
}
