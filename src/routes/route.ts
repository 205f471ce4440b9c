import type { Entry } from '../content/entry.ts';
import { outputPath, readPermalink } from '../content/permalink.ts';
import { type Diagnostic, diagnose, type Result, type Span } from '../diagnostics/diagnostic.ts';
import { fingerprinted, hashOfText } from '../fingerprints.ts';
import { isUnsafe } from '../markdown/open-targets.ts';
import type { Content, Target } from '../model/values.ts';
import type { Derived, RenderedOutput } from '../output/derived.ts';
import type { Copy } from '../output/output.ts';
import { uriOf } from '../render/addresses.ts';
import type { Renderer } from '../render/renderer.ts';
import { structuredData } from '../structured-data/page.ts';
import type { Describing } from '../structured-data/thing.ts';
import { hasPicture } from './card-url.ts';
import { cardOf, shownCard } from './cards.ts';
import { feedsOf } from './feed-list.ts';
import { siteTitle } from './site-title.ts';

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
  /** Finds what says in a file that it is at its address, where a name doesn't. */
  readonly written?: () => Span | undefined;
  /** What `path` would be without a fingerprint, where it has one. */
  readonly plain?: string;
  /** Whether search engines should find it: it is in the sitemap. */
  readonly indexed: boolean;
  render(renderer: Renderer): RenderedContent;
}

/** The content of a route, where a text is yet to be written as UTF-8, and what else is published since it names it. */
export interface RenderedContent extends Result<string | Copy | Derived> {
  readonly also?: readonly RenderedOutput[];
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
    written: () => head.entry && writtenAddress(head.entry, url),
    indexed: !noindex,
    render(renderer) {
      const chosen = typeof template === 'string' ? { value: template, diagnostics: [] } : template(renderer);
      const made = renderer.page(chosen.value, { ...data(renderer), ...frame(head, renderer) });
      const nothing = made.value.trim() === '' && !made.diagnostics.some(({ severity }) => severity === 'error');
      const empty = nothing ? [emptyPage(renderer.templates.pathOf(chosen.value))] : [];
      const card = noindex ? undefined : cardOf(head, renderer);
      return {
        value: made.value,
        also: [...made.also, ...(card?.value ?? [])],
        diagnostics: [...chosen.diagnostics, ...made.diagnostics, ...empty, ...(card?.diagnostics ?? [])],
      };
    },
  };
}

/** Where an entry's file puts something at a URL by a `permalink` or an alias. */
export function writtenAddress({ fields, locate }: Entry, url: string): Span | undefined {
  const all = [...(fields.permalink ? [fields.permalink] : []), ...(fields.aliases ?? [])];
  const found = all.find(({ value }) => {
    const read = readPermalink(value);
    return 'url' in read && read.url === url;
  });
  return found && locate(found.path, 'value', found.within);
}

/** An own template that was begun, and hides the built-in one meanwhile. */
const emptyPage = (path: string): Diagnostic =>
  diagnose(
    {
      code: 'template-error',
      message: 'this template gives an empty page',
      help: 'write what the page shows, or delete the file to have the built-in one',
    },
    { path, line: 1, column: 1, length: 1 },
  );

/** A style sheet or script that is made, under a name that tells its bytes. */
export function assetRoute(plain: string, text: string): Route {
  const path = fingerprinted(plain, () => hashOfText(text)) ?? plain;
  return { ...documentRoute(`/${path}`, () => ({ value: text, diagnostics: [] })), plain };
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
  const { entry, content: _, noindex = false, description, lang = site.config.language, ...shown } = head;
  return {
    site,
    title: siteTitle(site),
    nav: withCurrent(renderer, head.url),
    search: renderer.search,
    page: {
      imageAlt: '',
      lang,
      type: 'website',
      ...shown,
      noindex,
      // A template pays for what it shows.
      get dir() {
        return renderer.words(lang).direction;
      },
      get description() {
        // Where nobody described a page, its excerpt does.
        return renderer.summary({ description, entry }) || site.config.description;
      },
      // What networks show beside a link to the page, where no picture was chosen that they show.
      get card() {
        return hasPicture(head.image) || noindex ? undefined : shownCard(head, renderer);
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

function describe(page: PageHead, renderer: Renderer): string[] {
  const { site, summary, words } = renderer;
  const absolute: Describing['absolute'] = (target) => {
    const address = renderer.absolute(target);
    return address && uriOf(address);
  };
  const pictureOf: Describing['pictureOf'] = (content) =>
    absolute(content.image ?? shownCard({ url: content.url, content }, renderer));
  return structuredData(page, { site, title: siteTitle(site), absolute, pictureOf, summary, words });
}

function editUrl(pattern: string | undefined, path: string): string | undefined {
  if (pattern === undefined || isUnsafe(pattern)) return undefined;
  const encoded = encodeURI(path);
  return pattern.includes('{path}')
    ? pattern.replaceAll('{path}', encoded)
    : `${pattern.replace(/\/?$/, '/')}${encoded}`;
}
