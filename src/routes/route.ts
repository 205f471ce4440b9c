import type { Entry } from '../content/entry.ts';
import { outputPath } from '../content/permalink.ts';
import type { Result } from '../diagnostics/diagnostic.ts';
import type { Content, Site, Target } from '../model/values.ts';
import type { Output } from '../output/output.ts';
import { uriOf } from '../render/addresses.ts';
import type { Renderer } from '../render/renderer.ts';
import { structuredData } from '../structured-data/page.ts';
import { feedsOf } from './feed-list.ts';

/** One file of the site. Each can be rendered alone, in any order. */
export interface Route {
  /** Percent-encoded, without the base path: `/events/x/`. */
  readonly url: string;
  /** Below the output folder: `events/x/index.html`. */
  readonly path: string;
  /** What it comes from, in the writer's words: a file's path, or `the list /events/`. */
  readonly origin: string;
  /** The file of content that gives it, where it is one. */
  readonly file: string | undefined;
  /** Whether search engines should find it: it is in the sitemap. */
  readonly indexed: boolean;
  render(renderer: Renderer): Result<Output['content']>;
}

/** The head of a page, as templates see it under `page`. */
export interface PageHead {
  readonly url: string;
  readonly kind: string;
  readonly title?: string | undefined;
  readonly description?: string | undefined;
  readonly image?: Target | undefined;
  readonly imageAlt?: string;
  readonly lang?: string;
  /** Open Graph's. */
  readonly type?: 'website' | 'article' | 'profile';
  readonly noindex?: boolean;
  /** The file that an edit link leads to. */
  readonly entry?: Entry | undefined;
  /** What the page shows, where that is one thing. */
  readonly content?: Content;
}

/** A name for the site, also where nobody gave it one. */
export const siteTitle = ({ config }: Site): string => config.title ?? 'Meetup';

/** A page by a template. */
export function pageRoute(
  template: string | ((renderer: Renderer) => Result<string>),
  head: PageHead,
  origin: string,
  data: (renderer: Renderer) => Readonly<Record<string, unknown>>,
): Route {
  const { url, noindex = false } = head;
  return {
    url,
    path: outputPath(url),
    origin: head.entry?.source.path ?? origin,
    file: head.entry?.source.path,
    indexed: !noindex,
    render(renderer) {
      const chosen = typeof template === 'string' ? { value: template, diagnostics: [] } : template(renderer);
      const made = renderer.page(chosen.value, { ...data(renderer), ...frame(head, renderer) });
      return { value: made.value, diagnostics: [...chosen.diagnostics, ...made.diagnostics] };
    },
  };
}

/** A file for programs, at an address of its own. */
export const documentRoute = (url: string, render: Route['render']): Route => ({
  url,
  path: outputPath(url),
  origin: `the file ${url.slice(1)}`,
  file: undefined,
  indexed: false,
  render,
});

/** The navigation with the place in it where a page stands. */
function withCurrent({ nav, href }: Renderer, url: string) {
  const [here, home] = [href(url), href('/')];
  return nav.map((item) => ({
    ...item,
    current: item.href === here || (item.href !== home && here.startsWith(item.href)),
  }));
}

/** What every template gets. */
function frame(head: PageHead, renderer: Renderer) {
  const { site } = renderer;
  const { entry, content: _, noindex = false, description, ...shown } = head;
  return {
    site,
    title: siteTitle(site),
    nav: withCurrent(renderer, head.url),
    page: {
      imageAlt: '',
      lang: site.config.language,
      type: 'website',
      ...shown,
      noindex,
      // A template pays for what it shows.
      get description() {
        // Where nobody described a page, its excerpt does.
        return renderer.summary({ description, entry }) || site.config.description;
      },
      get canonical() {
        return noindex ? undefined : renderer.absolute(head.url);
      },
      get edit() {
        return entry && editUrl(site.config.edit, entry.source.path);
      },
      get feeds() {
        return feedsOf(site);
      },
      get jsonLd() {
        return noindex ? [] : describe(head, renderer);
      },
    },
  };
}

const describe = (page: PageHead, { site, absolute, summary }: Renderer): string[] =>
  structuredData(page, {
    site,
    title: siteTitle(site),
    absolute: (target) => {
      const address = absolute(target);
      return address && uriOf(address);
    },
    summary,
  });

function editUrl(pattern: string | undefined, path: string): string | undefined {
  if (pattern === undefined) return undefined;
  const encoded = encodeURI(path);
  return pattern.includes('{path}')
    ? pattern.replaceAll('{path}', encoded)
    : `${pattern.replace(/\/?$/, '/')}${encoded}`;
}
