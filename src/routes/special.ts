import { contentsOf } from '../model/contents.ts';
import type { Site } from '../model/values.ts';
import { wordsOf } from '../words/words.ts';
import { documentRoute, pageRoute, type Route, writtenAddress } from './route.ts';

/** Old addresses that lead to the new ones. */
export function redirectRoutes(site: Site): Route[] {
  return contentsOf(site)
    .filter(({ aliases }) => aliases.length > 0)
    .flatMap(({ aliases, title, entry, url: to }) =>
      aliases.map((url) => ({
        ...pageRoute(
          'redirect.njk',
          { url, kind: 'redirect', title, noindex: true },
          `an alias in ${entry?.source.path ?? title}`,
          () => ({ to }),
        ),
        written: () => entry && writtenAddress(entry, url),
      })),
    );
}

/** The page for addresses that lead nowhere; hosts look for it at the root. */
export function notFoundRoute({ config }: Site): Route {
  return pageRoute(
    '404.njk',
    { url: '/404.html', kind: '404', title: wordsOf(config)().t('notFound'), noindex: true },
    'the 404 page',
    () => ({}),
  );
}

/** For search engines. A sitemap holds full URLs, so a site that doesn't know its own has none. */
export function crawlerRoutes(site: Site, pages: readonly Route[]): Route[] {
  const robots = textRoute('/robots.txt', 'robots.txt.njk', (absolute) => ({
    sitemap: site.config.url && absolute('/sitemap.xml'),
  }));
  if (!site.config.url) return [robots];
  const urls = () => pages.flatMap(({ indexed, url }) => (indexed ? url : [])).sort();
  return [textRoute('/sitemap.xml', 'sitemap.xml.njk', (absolute) => ({ urls: urls().map(absolute) })), robots];
}

function textRoute(
  url: string,
  template: string,
  data: (absolute: (url: string) => string | undefined) => Record<string, unknown>,
): Route {
  return documentRoute(url, (renderer) => renderer.page(template, data(renderer.absolute)));
}
