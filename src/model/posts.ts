import type { Entry } from '../content/entry.ts';
import { diagnose } from '../diagnostics/diagnostic.ts';
import { closest } from '../diagnostics/suggest.ts';
import { slugify } from '../slug.ts';
import { type Building, byTime, commonOf, type Making, siteZone, tellOf, timeOf, uniqueOf } from './common.ts';
import type { PostEntry } from './entry-times.ts';
import type { Everybody } from './named.ts';
import type { Event, Page, Person, Post } from './values.ts';

type PageEntry = Extract<Entry, { kind: 'page' }>;

/** Posts, newest first; those without a date last. */
export function makePosts(
  entries: readonly PostEntry[],
  everybody: Everybody,
  events: readonly Building<Event>[],
  making: Making,
): Building<Post>[] {
  const { config, kept, diagnostics } = making;
  const zone = siteZone(config);
  const byId = new Map(events.map((event) => [event.entry.id, event]));
  const posts = entries.map((entry): Building<Post> => {
    const { fields } = entry;
    return {
      kind: 'post',
      entry,
      url: entry.url,
      title: kept.titleOf(entry),
      date: tellOf(entry, 'date', kept.dateOf(entry, zone.id), zone, diagnostics),
      updated: timeOf(entry, 'updated', fields.updated, zone, making),
      authors: uniqueOf(fields.authors, (author) => everybody.person(entry, author)),
      featured: fields.featured ?? false,
      event: fields.event === undefined ? undefined : eventOf(entry, fields.event, byId, making),
      older: undefined,
      newer: undefined,
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
        title:
          entry.url === '/' && !entry.fields.title && making.config.title
            ? making.config.title
            : making.kept.titleOf(entry),
        order: entry.fields.order,
        nav: entry.fields.nav,
        ...commonOf(entry.fields, entry.unknown, entry, making),
      }),
    )
    .sort((a, b) => (a.url < b.url ? -1 : 1));
}
