import type { Entry } from '../content/entry.ts';
import { outputPath } from '../content/permalink.ts';
import type { Result } from '../diagnostics/diagnostic.ts';
import type { Target } from '../model/values.ts';
import type { Output } from '../output/output.ts';
import type { Renderer } from '../render/renderer.ts';

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
}

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

/** What every template gets. */
function frame(head: PageHead, renderer: Renderer) {
  const { site } = renderer;
  const { entry, noindex = false, description, ...shown } = head;
  return {
    site,
    title: site.config.title ?? 'Meetup',
    nav: navOf(head.url, renderer),
    page: {
      imageAlt: '',
      lang: site.config.language,
      type: 'website',
      ...shown,
      noindex,
      // Where nobody described a page, its excerpt does.
      description: renderer.summary({ description, entry }) || site.config.description,
      canonical: noindex ? undefined : renderer.absolute(head.url),
      edit: entry && editUrl(site.config.edit, entry.source.path),
    },
  };
}

function editUrl(pattern: string | undefined, path: string): string | undefined {
  if (pattern === undefined) return undefined;
  const encoded = encodeURI(path);
  return pattern.includes('{path}')
    ? pattern.replaceAll('{path}', encoded)
    : `${pattern.replace(/\/?$/, '/')}${encoded}`;
}

/** From site.yaml, else the lists that have something in them and the pages at the top. */
function navOf(url: string, { site, href }: Renderer) {
  const items = site.config.nav ?? [
    ...(site.events.length ? [{ title: 'Events', href: '/events/' }] : []),
    ...(site.talks.length ? [{ title: 'Talks', href: '/talks/' }] : []),
    ...(site.posts.length ? [{ title: 'Posts', href: '/posts/' }] : []),
    ...site.pages
      .filter((page) => page.nav ?? (/^\/[^/]+\/$/.test(page.url) && !listUrls.includes(page.url)))
      .sort((a, b) => (a.order ?? Number.MAX_SAFE_INTEGER) - (b.order ?? Number.MAX_SAFE_INTEGER))
      .map((page) => ({ title: page.title, href: page.url })),
  ];
  const here = href(url);
  return items.map((item) => {
    const address = href(item.href);
    const title = item.title ?? site.pages.find((page) => href(page.url) === address)?.title ?? item.href;
    const current = address === here || (address !== href('/') && here.startsWith(address));
    return { title, href: address, current };
  });
}

/** Lists that stand at an address of their own; a page in `content/` with that address introduces the list. */
export const listUrls: readonly string[] = [
  '/events/',
  '/talks/',
  '/people/',
  '/venues/',
  '/sponsors/',
  '/posts/',
  '/tags/',
];
