import { kinds } from '../content/source.ts';
import { type Diagnostic, diagnose, type Result } from '../diagnostics/diagnostic.ts';
import { closest } from '../diagnostics/suggest.ts';
import { contentsOf } from '../model/contents.ts';
import type { Content, Page, Site } from '../model/values.ts';
import type { Renderer } from '../render/renderer.ts';
import { listUrls } from './nav.ts';
import { type PageHead, pageRoute, type Route } from './route.ts';
import { talkFilters } from './talk-filters.ts';

/** A page for each event, post, person, venue, sponsor and standalone page; the home page's and the lists' words are theirs. */
export function entryRoutes(site: Site, { years, tags } = talkFilters(site)): Route[] {
  const lists = ['/', ...listUrls, ...[...years, ...tags, ...site.series].map(({ url }) => url)];
  const introductions = new Set<Content | undefined>(lists.map((url) => pageAt(site, url)));
  return contentsOf(site)
    .filter((content) => !introductions.has(content))
    .map(entryRoute);
}

function entryRoute(content: Content): Route {
  return pageRoute(
    (renderer) => templateOf(content, renderer),
    headOf(content),
    `a mention of ${content.title}`,
    () => ({ entry: content, [content.kind]: content }),
  );
}

/** The page of `content/` that has a list's address. */
export const pageAt = (site: Site, url: string): Page | undefined => site.pages.find((page) => page.url === url);

/** The head of a page that shows one piece of content. */
export function headOf(content: Content): PageHead {
  const { url, kind, title, description, image, imageAlt, lang, entry } = content;
  const type = kind === 'post' || kind === 'event' ? 'article' : kind === 'person' ? 'profile' : 'website';
  return { url, kind, title, description, image, imageAlt, lang, type, entry, content };
}

/** The template that `layout` names, else the kind's. */
export function templateOf(content: Content, { templates }: Renderer): Result<string> {
  const { layout, kind, entry } = content;
  const usual = `${kind}.njk`;
  if (layout === undefined || !entry) return { value: usual, diagnostics: [] };
  const isOwn = (name: string): boolean => isSafeName(name) && templates.isOwn(`${name}.njk`);
  // The built-in ones that are no kind's show lists and parts of pages, and know nothing of an entry.
  if (isOwn(layout)) return { value: `${layout}.njk`, diagnostics: [] };
  const own = templates.names().map((name) => name.replace(/\.njk$/, ''));
  const meant = closest(layout, [...kinds, ...own.filter(isOwn)]);
  const why = templates.has(`${layout}.njk`)
    ? `\`${layout}.njk\` shows no single page`
    : `there is no template \`${layout}.njk\``;
  const diagnostic: Diagnostic = diagnose(
    {
      code: 'unknown-layout',
      message: `${why}; \`${usual}\` is used`,
      help: meant
        ? `did you mean \`${meant}\`?`
        : 'take the line out, or put a template of that name into `templates/`',
    },
    entry.locate(entry.paths.get('layout') ?? []),
  );
  return { value: usual, diagnostics: [diagnostic] };
}

const isSafeName = (layout: string): boolean => /^[\w-]+(?:\/[\w-]+)*$/.test(layout);
