import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import { SaxesParser } from 'saxes';

/** One entry of a feed, as a reader that isn't ours sees it. */
export interface ReadItem {
  readonly id: string | undefined;
  readonly link: string | undefined;
  readonly title: string | undefined;
  readonly html: string;
  readonly summary: string | undefined;
  readonly published: string | undefined;
  readonly updated: string | undefined;
  readonly authors: readonly (string | undefined)[];
  readonly tags: readonly (string | undefined)[];
  readonly image: string | undefined;
}

export interface ReadFeed {
  readonly title: string | undefined;
  readonly self: string | undefined;
  readonly home: string | undefined;
  readonly language: string | undefined;
  readonly items: readonly ReadItem[];
}

const linkOf = (links: readonly { readonly rel?: string; readonly href?: string }[] | undefined, rel: string) =>
  links?.find((link) => link.rel === rel)?.href;

function readRss(text: string): ReadFeed {
  const feed = parseRssFeed(text);
  return {
    title: feed.title,
    self: linkOf(feed.atom?.links, 'self'),
    home: feed.link,
    language: feed.language,
    items: (feed.items ?? []).map((item) => ({
      id: item.guid?.isPermaLink ? item.guid.value : undefined,
      link: item.link,
      title: item.title,
      html: item.content?.encoded ?? '',
      summary: item.description,
      published: item.pubDate,
      updated: undefined,
      authors: item.dc?.creators ?? [],
      tags: (item.categories ?? []).map(({ name }) => name),
      image: item.enclosures?.[0]?.url,
    })),
  };
}

function readAtom(text: string): ReadFeed {
  const feed = parseAtomFeed(text);
  return {
    title: feed.title?.value,
    self: linkOf(feed.links, 'self'),
    home: linkOf(feed.links, 'alternate'),
    language: feed.xml?.lang,
    items: (feed.entries ?? []).map((entry) => ({
      id: entry.id,
      link: linkOf(entry.links, 'alternate'),
      title: entry.title?.value,
      html: entry.content?.type === 'html' ? (entry.content.value ?? '') : '',
      summary: entry.summary?.value,
      published: entry.published,
      updated: entry.updated,
      authors: (entry.authors ?? []).map(({ name }) => name),
      tags: (entry.categories ?? []).map(({ term }) => term),
      image: linkOf(entry.links, 'enclosure'),
    })),
  };
}

function readJson(text: string): ReadFeed {
  const feed = parseJsonFeed(text);
  return {
    title: feed.title,
    self: feed.feed_url,
    home: feed.home_page_url,
    language: feed.language,
    items: (feed.items ?? []).map((item) => ({
      id: item.id,
      link: item.url,
      title: item.title,
      html: item.content_html ?? '',
      summary: item.summary,
      published: item.date_published,
      updated: item.date_modified,
      authors: (item.authors ?? []).map(({ name }) => name),
      tags: item.tags ?? [],
      image: item.image,
    })),
  };
}

/** The feeds of a section by the end of their address. */
export const readers: Readonly<Record<string, (text: string) => ReadFeed>> = {
  'feed.xml': readRss,
  'atom.xml': readAtom,
  'feed.json': readJson,
};

/** What a strict parser has against a document; nothing where it is well-formed XML 1.0 with namespaces. */
export function xmlErrors(text: string): string[] {
  const errors: string[] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', ({ message }) => void errors.push(message));
  parser.write(text).close();
  return errors;
}
