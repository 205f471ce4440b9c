import { isoOf } from '../content/dates/iso.ts';
import type { When } from '../content/dates/when.ts';
import type { Diagnostic, Result } from '../diagnostics/diagnostic.ts';
import { byTime } from '../model/common.ts';
import type { Event, Post, Site, Target } from '../model/values.ts';
import { absoluteLinks, uriOf } from '../render/addresses.ts';
import type { Renderer } from '../render/renderer.ts';
import { eventDates, type FeedDates, postDates } from './feed-dates.ts';
import { siteTitle } from './site-title.ts';

/** What all formats say of a feed. Addresses are full, times RFC 3339. */
export interface Feed {
  readonly title: string;
  readonly description: string;
  readonly language: string;
  /** The list that it follows. */
  readonly home: string;
  /** Its own address. */
  readonly self: string;
  /** The newest date in it. */
  readonly updated: string;
  /** Who publishes it: the group. */
  readonly author: { readonly name: string; readonly url: string };
  /** Empty where there is none. */
  readonly icon: string;
  /** Newest first, at least one. */
  readonly items: readonly FeedItem[];
}

/** An entry of it. */
export interface FeedItem {
  /** The permalink, which is its identity as well. */
  readonly url: string;
  readonly title: string;
  readonly lang: string;
  readonly html: string;
  readonly summary: string;
  readonly published: string | undefined;
  readonly updated: string;
  /** What isn't assumed of the two. */
  readonly modified: string | undefined;
  /** RFC 822, in UTC. */
  readonly pubDate: string | undefined;
  readonly authors: readonly { readonly name: string; readonly url: string }[];
  readonly tags: readonly string[];
  readonly image: { readonly url: string; readonly type: string | undefined } | undefined;
}

/** An entry that is news, before anything is rendered. */
export interface Dated {
  readonly content: Post | Event;
  readonly dates: FeedDates;
}

const most = 20;

/** The newest posts that have a date. */
export const postNews = ({ posts }: Site): Dated[] =>
  newest(
    posts.flatMap((content) => {
      const dates = postDates(content);
      return dates ? { content, dates } : [];
    }),
  );

/** The events that were announced last; of those announced at once, the last to take place first. */
export const eventNews = (site: Site): Dated[] =>
  newest(site.events.toReversed().map((content) => ({ content, dates: eventDates(content, site) })));

const sortedBy = ({ published, updated }: FeedDates): When => published ?? updated;

const newest = (entries: readonly Dated[]): Dated[] =>
  [...entries].sort((a, b) => byTime(sortedBy(b.dates), sortedBy(a.dates))).slice(0, most);

/** Renders entries by `feed-event.njk` or `feed-post.njk`, and makes every link in them lead there from anywhere. */
export function feedItems(news: readonly Dated[], renderer: Renderer): Result<FeedItem[]> {
  const diagnostics: Diagnostic[] = [];
  const value = news.map(({ content, dates }): FeedItem => {
    const url = fullAddress(content.url, renderer) ?? '';
    const { site } = renderer;
    const data = { site, title: siteTitle(site), entry: content, [content.kind]: content };
    const body = renderer.page(`feed-${content.kind}.njk`, data);
    diagnostics.push(...body.diagnostics);
    const image = fullAddress(content.image, renderer);
    const { published, updated, assumed } = dates;
    return {
      url,
      title: content.title,
      lang: content.lang,
      html: absoluteLinks(body.value, url).trim(),
      summary: renderer.summary(content),
      published: published && instantOf(published),
      updated: instantOf(updated),
      modified: assumed ? undefined : instantOf(updated),
      pubDate: assumed ? undefined : rfc822(published ?? updated),
      authors: (content.kind === 'post' ? content.authors : []).map((person) => ({
        name: person.name,
        url: fullAddress(person.url, renderer) ?? '',
      })),
      tags: content.tags.map(({ name }) => name),
      image: image === undefined ? undefined : { url: image, type: pictureType(image) },
    };
  });
  return { value, diagnostics };
}

/** By RFC 3986; undefined where there is nothing to lead to. */
export const fullAddress = (target: Target | string | undefined, { absolute }: Renderer): string | undefined => {
  const address = absolute(target);
  return address && uriOf(address);
};

/** Feeds want a time of day: a day begins with it. */
const instantOf = ({ at }: When): string => isoOf({ at, hasTime: true });

/** Its day and month are English in every feed, and its zone is Greenwich, which every reader knows. */
const rfc822 = ({ at }: When): string => new Date(at.epochMilliseconds).toUTCString();

const types: ReadonlyMap<string | undefined, string> = new Map([
  ['avif', 'image/avif'],
  ['gif', 'image/gif'],
  ['jpeg', 'image/jpeg'],
  ['jpg', 'image/jpeg'],
  ['png', 'image/png'],
  ['svg', 'image/svg+xml'],
  ['webp', 'image/webp'],
]);

const pictureType = (url: string): string | undefined => types.get(/\.(\w+)(?=$|[?#])/.exec(url)?.[1]?.toLowerCase());
