import type { Cards } from '../cards/cards.ts';
import type { NavItem } from '../config/config.ts';
import type { Entry } from '../content/entry.ts';
import type { Diagnostic, Result } from '../diagnostics/diagnostic.ts';
import { escapeAttribute } from '../markdown/escape.ts';
import type { Rendered } from '../markdown/rendered.ts';
import type { Site, Target } from '../model/values.ts';
import type { RenderedOutput } from '../output/derived.ts';
import type { Pictures } from '../pictures/pictures.ts';
import { type WordsIn, wordsOf } from '../words/words.ts';
import { createAddressing } from './addressing.ts';
import { type Filled, fillBody } from './bodies.ts';
import { type Bounded, createBounded } from './bounded.ts';
import { checkConfigLinks } from './config-links.ts';
import { createEnvironment, filterNamesOf } from './environment.ts';
import { createFilters } from './filters.ts';
import { createIds } from './ids.ts';
import { createResolve, type Destinations, type Resolve } from './links.ts';
import { policyMark, policyOf } from './policy.ts';
import { showing } from './showing.ts';
import { family, templateDiagnostic } from './template-error.ts';
import type { Templates } from './templates.ts';
import { shorten } from './text.ts';

/** Everything that a route needs to be rendered alone. */
export interface Renderer {
  readonly site: Site;
  readonly templates: Templates;
  /** The theme's words. */
  readonly words: WordsIn;
  /** The navigation; `href` is ready to print. */
  readonly nav: readonly { readonly title: string; readonly href: string }[];
  /** What is wrong with the links of `site.yaml`. */
  readonly configDiagnostics: readonly Diagnostic[];
  /** A page by a template's name, with `.njk`. */
  page(template: string, data: Readonly<Record<string, unknown>>): RenderedPage;
  /** Makes many pages one after another, each within the time that it may take. */
  readonly inTurn: Bounded['inTurn'];
  readonly pictures: Pictures;
  /** Whether there will be a search index of the pages. */
  readonly search: boolean;
  /** What draws cards, where the site is to have any. */
  readonly cards: Cards | undefined;
  /** What is wrong in a body, whether or not a page shows it. */
  bodyDiagnostics(entry: Entry): readonly Diagnostic[];
  /** A body, its links still open. */
  body(entry: Entry): Rendered;
  /**
   * Addresses as they are printed of which a diagnostic tells, gathered while pages are rendered; what leads to its own
   * page has the page's URL in front.
   */
  readonly told: ReadonlySet<string>;
  /** What belongs into `href` or `src`. */
  href(target: Target | string | undefined): string;
  /** A full URL; undefined where the site's `url` isn't known. */
  absolute(target: Target | string | undefined): string | undefined;
  /** Whether there is something at a path of the site. */
  publishes(url: string): boolean;
  /** The description of an entry, else its excerpt as plain text. */
  summary(content: Summed): string;
}

/** What a template gives, and what is published since it shows it. */
export interface RenderedPage extends Result<string> {
  readonly also: readonly RenderedOutput[];
}

interface Summed {
  readonly description: string | undefined;
  readonly entry?: Entry | undefined;
}

export interface RendererOptions {
  readonly site: Site;
  readonly templates: Templates;
  /** Keeps what it rendered: the same body is asked for by every page that shows a part of it. */
  readonly render: (entry: Entry, text: string) => Rendered;
  readonly destinations: Omit<Destinations, 'basePath' | 'ids' | 'pictureAt'>;
  readonly pictures: Pictures;
  readonly search: boolean;
  readonly cards: Cards | undefined;
  readonly nav: readonly NavItem[];
  /** The URL of each file whose name tells its bytes, by its path without that: `assets/site.css`. */
  readonly assets: ReadonlyMap<string, string>;
}

const summaryLength = 160;

export function createRenderer(options: RendererOptions): Renderer {
  const { site, templates, render, destinations, pictures, search, cards, nav, assets } = options;
  const basePath = site.config.url?.basePath ?? '/';
  const body = (entry: Entry): Rendered => render(entry, entry.body.text);
  const resolveOnly = createResolve({ ...destinations, basePath, ids: createIds(site, body), pictureAt: pictures.at });
  const told = new Set<string>();
  const resolve: Resolve = (written, use, from) => {
    const made = resolveOnly(written, use, from);
    if (made.problem) told.add(made.href.startsWith('#') && from ? from.url + made.href : made.href);
    return made;
  };
  const addressing = createAddressing(resolve, resolveOnly, site.config.url?.origin);
  const { href, absolute } = addressing;
  const bodyOf = (entry: Entry): Filled => {
    const rendered = body(entry);
    return fillBody(rendered, rendered.html, { entry, ...entry.body }, resolve);
  };
  const summary = ({ description, entry }: Summed): string =>
    description ?? (entry ? shorten(body(entry).excerptText, summaryLength) : '');

  const words = wordsOf(site.config);
  let now = showing(words());
  const filters = createFilters({
    now: () => now,
    words,
    addressing,
    resolve,
    render,
    bodyOf,
    summary,
    basePath,
    assets,
  });
  const environment = createEnvironment(templates, filters, { site: words, now: () => now.words });
  const filterNames = filterNamesOf(environment);
  const bounded = createBounded((template) => family(template, templates).filter(templates.isOwn));

  // What strangers add to it, or take away, isn't asked for.
  const { untrusted } = site.config;
  const csp = untrusted ? {} : site.config.csp;
  const withPolicy = (html: string): string => {
    if (csp === false || !html.includes(policyMark)) return html;
    const draws = now.needs.includes('mermaid');
    const policy = policyOf(html, { trusted: !untrusted, draws, searches: search, more: csp });
    return html.replace(policyMark, () => escapeAttribute(policy));
  };

  return {
    site,
    templates,
    pictures,
    search,
    cards,
    nav: nav.map((item) => {
      const address = href(item.href);
      const page = item.title === undefined && site.pages.find(({ url }) => href(url) === address);
      return { title: item.title ?? (page ? page.title : item.href), href: address };
    }),
    configDiagnostics: checkConfigLinks(site.config, resolve),
    bodyDiagnostics: (entry) => bodyOf(entry).diagnostics,
    body,
    told,
    href: (target) => href(target),
    absolute: (target) => absolute(target),
    publishes: (url) => destinations.urls.has(url),
    summary,
    words,
    inTurn: bounded.inTurn,
    page(template, data) {
      now = showing(words(languageOf(data)));
      const { found, needs, brought } = now;
      // Not a spread, which would work out every part of the head.
      const page = Object.assign(Object.create((data.page as object | undefined) ?? null), {
        needs,
        policy: csp === false ? undefined : policyMark,
      });
      try {
        const value = bounded.page(template, () => environment.render(template, { ...data, page }));
        return { value: withPolicy(value), diagnostics: found, also: brought };
      } catch (error) {
        const problem = templateDiagnostic(error, template, templates, filterNames);
        return { value: '', diagnostics: [...found, problem], also: [] };
      }
    },
  };
}

/** That of the page, or of the content where no page is around it. */
function languageOf({ page, entry }: Readonly<Record<string, unknown>>): string | undefined {
  return ((page ?? entry) as { readonly lang?: string } | undefined)?.lang;
}
