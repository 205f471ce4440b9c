import nunjucks from 'nunjucks';
import { addLinks } from '../calendar/add-links.ts';
import type { NavItem } from '../config/config.ts';
import type { Entry } from '../content/entry.ts';
import type { Path } from '../content/path.ts';
import { type Diagnostic, diagnose, type Result } from '../diagnostics/diagnostic.ts';
import { excerptHtml } from '../markdown/excerpt.ts';
import { isElsewhere } from '../markdown/open-targets.ts';
import type { Need, Rendered } from '../markdown/rendered.ts';
import { contentsOf } from '../model/contents.ts';
import type { Event, Prose, Site, Target } from '../model/values.ts';
import { type Filled, fillBody } from './bodies.ts';
import { checkConfigLinks } from './config-links.ts';
import { createDateFilters } from './dates.ts';
import { createResolve, type Destinations } from './links.ts';
import { occasionFilters } from './occasions.ts';
import type { Origin } from './places.ts';
import { templateDiagnostic } from './template-error.ts';
import type { Templates } from './templates.ts';
import { initials, shorten } from './text.ts';

/** Everything that a route needs to be rendered alone. */
export interface Renderer {
  readonly site: Site;
  readonly templates: Templates;
  /** The navigation; `href` is ready to print. */
  readonly nav: readonly { readonly title: string; readonly href: string }[];
  /** What is wrong with the links of `site.yaml`. */
  readonly configDiagnostics: readonly Diagnostic[];
  /** A page by a template's name, with `.njk`. */
  page(template: string, data: Readonly<Record<string, unknown>>): Result<string>;
  /** What is wrong in a body, whether or not a page shows it. */
  bodyDiagnostics(entry: Entry): readonly Diagnostic[];
  /** A body, its links still open. */
  body(entry: Entry): Rendered;
  /** What belongs into `href` or `src`. */
  href(target: Target | string | undefined): string;
  /** A full URL; undefined where the site's `url` isn't known. */
  absolute(target: Target | string | undefined): string | undefined;
  /** The description of an entry, else its excerpt as plain text. */
  summary(content: Summed): string;
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
  readonly destinations: Omit<Destinations, 'basePath' | 'ids'>;
  readonly nav: readonly NavItem[];
}

const summaryLength = 160;

export function createRenderer({ site, templates, render, destinations, nav }: RendererOptions): Renderer {
  const basePath = site.config.url?.basePath ?? '/';
  const body = (entry: Entry): Rendered => render(entry, entry.body.text);
  const resolve = createResolve({ ...destinations, basePath, ids: createIds(site, body) });
  // What the page that is being rendered has to say, and the scripts that it needs; rendering is synchronous.
  let found: Diagnostic[] = [];
  let needs: Need[] = [];
  const tell = (problem: Diagnostic): void => void found.push(problem);
  const note = ({ html, diagnostics }: Filled): nunjucks.runtime.SafeString | '' => {
    found.push(...diagnostics);
    return html && new nunjucks.runtime.SafeString(html);
  };
  /** What is about to be shown, with the scripts that are published for it. */
  const shown = (rendered: Rendered): Rendered => {
    const published = rendered.needs.filter((need) => destinations.urls.has(`/assets/theme/${need}.js`));
    needs.push(...published.filter((need) => !needs.includes(need)));
    return rendered;
  };
  const filled = new Map<Entry, Filled>();
  const fillOnce = (entry: Entry): Filled => {
    const rendered = shown(body(entry));
    const known = filled.get(entry) ?? fillBody(rendered, rendered.html, originOf(entry), resolve);
    filled.set(entry, known);
    return known;
  };
  const originOf = (entry: Entry): Origin => ({ entry, text: entry.body.text, line: entry.body.line });

  const resolved = (target: Target | string | undefined, tell?: (problem: Diagnostic) => void): string => {
    if (target === undefined || target === null) return '';
    if (typeof target === 'string') return resolve(target, 'link').href;
    const { written, picture, entry, path } = target;
    const { href: address, problem } = resolve(written, picture ? 'image' : 'link', entry);
    if (problem) tell?.(diagnose(problem, entry.locate(path)));
    return address;
  };
  const full = (path: string): string | undefined => {
    if (path === '') return undefined;
    return isElsewhere(path) ? path.replace(/^\/\//, 'https://') : site.config.url && site.config.url.origin + path;
  };
  const href: Renderer['href'] = (target) => resolved(target);
  const absolute: Renderer['absolute'] = (target) => full(href(target));
  const summary = ({ description, entry }: Summed): string =>
    description ?? (entry ? shorten(body(entry).excerptText, summaryLength) : '');

  const environment = new nunjucks.Environment(loaderOf(templates) as unknown as nunjucks.ILoader, {
    autoescape: true,
    // Keeps an error's cause.
    dev: true,
  });
  const filters = {
    ...createDateFilters(site.config.language),
    ...occasionFilters,
    // A page says what is wrong with the links that it shows.
    href: (target: Parameters<typeof href>[0]) => resolved(target, tell),
    absolute: (target: Parameters<typeof href>[0]) => full(resolved(target, tell)),
    summary,
    initials,
    calendarLinks: (event: Event) => addLinks(event, { absolute, summary }, href),
    asset: (path: string) => `${basePath}assets/${path}`,
    content: (of: { entry?: Entry } | undefined) => (of?.entry ? note(fillOnce(of.entry)) : ''),
    excerpt(of: { entry?: Entry } | undefined) {
      if (!of?.entry) return '';
      const rendered = body(of.entry);
      const html = excerptHtml(rendered);
      if (html.includes('<pre')) shown(rendered);
      return note(fillBody(rendered, html, originOf(of.entry), resolve));
    },
    ownHeading: (of: { entry?: Entry } | undefined) => (of?.entry ? body(of.entry).ownHeading : false),
    markdown: (prose: Prose | undefined) =>
      prose ? note(fillProse(prose, shown(render(prose.entry, prose.text)), resolve)) : '',
  };
  for (const [name, filter] of Object.entries(filters)) environment.addFilter(name, filter);

  return {
    site,
    templates,
    nav: nav.map((item) => {
      const address = href(item.href);
      const page = item.title === undefined && site.pages.find(({ url }) => href(url) === address);
      return { title: item.title ?? (page ? page.title : item.href), href: address };
    }),
    configDiagnostics: checkConfigLinks(site.config, resolve),
    bodyDiagnostics: (entry) => fillOnce(entry).diagnostics,
    body,
    href,
    absolute,
    summary,
    page(template, data) {
      found = [];
      needs = [];
      // Not a spread, which would work out every part of the head.
      const page = Object.assign(Object.create((data.page as object | undefined) ?? null), { needs });
      try {
        return { value: environment.render(template, { ...data, page }), diagnostics: found };
      } catch (error) {
        return { value: '', diagnostics: [...found, templateDiagnostic(error, template, templates)] };
      }
    },
  };
}

function fillProse(
  { text, entry, path }: Prose,
  rendered: Rendered,
  resolve: ReturnType<typeof createResolve>,
): Filled {
  // Inside YAML a line of the text need not be a line of the file, so the field as a whole is named.
  const at = entry.locate(path as Path);
  const { html, diagnostics } = fillBody(rendered, rendered.html, { entry, text, line: at.line }, resolve);
  return { html, diagnostics: diagnostics.map((each) => ({ ...each, at })) };
}

/** The ids on a page of content: its headings', and, for an event, its talks'. */
function createIds(site: Site, body: (entry: Entry) => Rendered): Destinations['ids'] {
  const byUrl = new Map<string, { entry?: Entry | undefined; talks?: readonly { slug: string }[] }>();
  for (const content of contentsOf(site))
    if (content.entry) byUrl.set(content.url, 'start' in content ? content : { entry: content.entry });
  const known = new Map<string, ReadonlySet<string>>();
  return (url) => {
    const content = byUrl.get(url);
    if (!content?.entry) return undefined;
    const ids =
      known.get(url) ?? new Set([...body(content.entry).ids, ...(content.talks ?? []).map(({ slug }) => slug)]);
    known.set(url, ids);
    return ids;
  };
}

/** Nunjucks asks a loader for each name once and keeps the answer. */
function loaderOf(templates: Templates) {
  return {
    async: false,
    getSource(name: string) {
      const code = templates.get(name);
      return code ? { src: { type: 'code', obj: code }, path: name, noCache: false } : null;
    },
  };
}
