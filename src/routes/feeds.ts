import type { Result } from '../diagnostics/diagnostic.ts';
import type { Site } from '../model/values.ts';
import type { Renderer } from '../render/renderer.ts';
import { eventNews, type Feed, type FeedItem, feedItems, fullAddress, postNews } from './feed-items.ts';
import { type FeedFormat, type FeedSection, feedFormats, sectionsOf } from './feed-list.ts';
import { jsonFeed } from './json-feed.ts';
import { documentRoute, type Route } from './route.ts';
import { siteTitle } from './site-title.ts';

/** The newest of the posts, and of the events, in every format. */
export function feedRoutes(site: Site): Route[] {
  return sectionsOf(site).flatMap((section) => {
    const itemsOf = oncePer((renderer: Renderer) =>
      feedItems(section.name === 'posts' ? postNews(site) : eventNews(site), renderer),
    );
    return feedFormats.map((format) => {
      const url = section.folder + format.file;
      return documentRoute(url, (renderer) => {
        const items = itemsOf(renderer);
        const made = write(format, feedOf(section, url, items.value, renderer), renderer);
        return { value: made.value, diagnostics: [...items.diagnostics, ...made.diagnostics] };
      });
    });
  });
}

/** All formats of a feed hold the same, which is made once. */
function oncePer<A extends object, B>(make: (from: A) => B): (from: A) => B {
  const made = new WeakMap<A, B>();
  return (from) => {
    const known = made.get(from) ?? make(from);
    made.set(from, known);
    return known;
  };
}

function feedOf(
  { name: section, home }: FeedSection,
  url: string,
  items: readonly FeedItem[],
  renderer: Renderer,
): Feed {
  const { site } = renderer;
  const full = (target: string | undefined): string => fullAddress(target, renderer) ?? '';
  const name = siteTitle(site);
  return {
    title: `${renderer.words().t(section)} · ${name}`,
    description: site.config.description ?? name,
    language: site.config.language,
    home: full(home),
    self: full(url),
    updated: items
      .map(({ updated }) => updated)
      .sort(byInstant)
      .at(-1)!,
    author: { name, url: full('/') },
    icon: full(site.config.logo),
    items,
  };
}

const byInstant = (a: string, b: string): number => Date.parse(a) - Date.parse(b);

function write({ name }: FeedFormat, feed: Feed, renderer: Renderer): Result<string> {
  if (name === 'JSON') return { value: jsonFeed(feed), diagnostics: [] };
  const { value, diagnostics } = renderer.page(name === 'RSS' ? 'rss.xml.njk' : 'atom.xml.njk', { feed });
  return { value: value.replace(forbidden, ''), diagnostics };
}

/** What XML 1.0 (section 2.2) can hold in no form, not even escaped. */
const forbidden = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
