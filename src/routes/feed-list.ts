import type { Site } from '../model/values.ts';
import { wordsOf } from '../words/words.ts';
import { postDates } from './feed-dates.ts';

/** What a site has feeds of, each in every format. */
export const feedSections = [
  { name: 'posts', home: '/posts/', folder: '/' },
  { name: 'events', home: '/events/', folder: '/events/' },
] as const;

export type FeedSection = (typeof feedSections)[number];

/** RSS 2.0, Atom 1.0 (RFC 4287) and JSON Feed 1.1. */
export const feedFormats = [
  { name: 'RSS', file: 'feed.xml', type: 'application/rss+xml' },
  { name: 'Atom', file: 'atom.xml', type: 'application/atom+xml' },
  { name: 'JSON', file: 'feed.json', type: 'application/feed+json' },
] as const;

export type FeedFormat = (typeof feedFormats)[number];

/** Those that have something in them; none without the site's `url`, as every address in a feed is a full one. */
export const sectionsOf = ({ config, posts, events }: Site): FeedSection[] =>
  feedSections.filter(({ name }) => config.url && (name === 'posts' ? posts.some(postDates) : events.length > 0));

/** A feed as a page's head names it. */
export interface FeedLink {
  /** Without the base path. */
  readonly url: string;
  /** Of the media. */
  readonly type: string;
  readonly title: string;
}

export const feedsOf = (site: Site): FeedLink[] =>
  sectionsOf(site).flatMap(({ name: section, folder }) =>
    feedFormats.map(({ name, file, type }) => ({
      url: folder + file,
      type,
      title: `${wordsOf(site.config)().t(section)} (${name})`,
    })),
  );
