import type { Temporal } from 'temporal-polyfill';
import { createEntryBodies } from './bodies/entry-bodies.ts';
import type { Supply } from './bodies/supply.ts';
import { cardPackages, findCards } from './cards/cards.ts';
import type { Config } from './config/config.ts';
import { type ConfigOverrides, parseConfig, readConfig } from './config/read.ts';
import type { Entry } from './content/entry.ts';
import { parse, unreadEntry } from './content/parse.ts';
import { refusedIn } from './content/refused-files.ts';
import { decodeSource, scan } from './content/scan.ts';
import { type Diagnostic, diagnose, type Result } from './diagnostics/diagnostic.ts';
import type { Files } from './files.ts';
import { keep, keepLast, keepWith } from './keep.ts';
import { extentOf, limits } from './limits.ts';
import { contentsOf } from './model/contents.ts';
import { createKept } from './model/kept.ts';
import { buildSite } from './model/site.ts';
import type { Site } from './model/values.ts';
import { isDerived, type RenderedOutput } from './output/derived.ts';
import { isCopy } from './output/output.ts';
import { amountOf } from './output/same.ts';
import { findLibrary, libraryName } from './pictures/library.ts';
import { createPictures, isScaled } from './pictures/pictures.ts';
import { createRenderer, type Renderer } from './render/renderer.ts';
import { type Compiled, createTemplates, templateFolder } from './render/templates.ts';
import { hasDiagram } from './routes/diagrams.ts';
import { navItems } from './routes/nav.ts';
import { plan } from './routes/plan.ts';
import type { Route } from './routes/route.ts';
import { ignoredTemplates } from './routes/strangers-files.ts';
import { findSearchLibrary, type SearchLibrary, libraryName as searchLibraryName } from './search/library.ts';
import type { OwnWords } from './words/languages.ts';

export interface BuildOptions {
  readonly now: Temporal.Instant;
  readonly drafts: boolean;
  readonly overrides: ConfigOverrides;
  /** Where templates and scripts of an untrusted site come from; without it there are the built-in ones alone. */
  readonly trusted?: Files;
  /** Where bodies come from, where all pages are wanted; otherwise each is rendered when a page asks for it. */
  readonly supply?: Supply;
}

/** A site that is ready to be rendered, route by route. */
export interface Planned {
  readonly site: Site;
  readonly routes: readonly Route[];
  readonly renderer: Renderer;
  /** Every file of content, as it was read. */
  readonly entries: readonly Entry[];
  /** Files with an error in their front matter. They have no page, and their bodies are checked all the same. */
  readonly incomplete: readonly Entry[];
  /** URLs of files that strangers sent and that are not published. */
  readonly withheld: readonly string[];
  /** What makes the search index, where the site has one. */
  readonly search: SearchLibrary | undefined;
}

export interface Builder {
  /**
   * Reads the content and names the routes. Nothing is rendered yet. What was read and rendered before is taken again
   * where `files` gives the very same bytes, and let go with them.
   */
  plan(files: Files, options: BuildOptions): Result<Planned>;
}

/**
 * Holds the only state there is: what was made of bytes before. Whatever changed in the files is seen by the next
 * `plan`, which makes everything anew from what is kept.
 * @param theme the folder of the built-in `templates/` and `assets/`
 * @param findPictures gives what scales pictures, where that is installed; asked for where a site has any
 * @param findSearch gives what makes search indexes, where that is installed; asked for where there is something to find
 * @param findDrawing gives what draws cards, where that is installed; asked for where a site wants them
 */
export function createBuilder(
  theme: Files,
  findPictures = findLibrary,
  findSearch = findSearchLibrary,
  findDrawing = findCards,
): Builder {
  const compiled: Compiled = new Map();
  const configOf = keepLast(parseConfig);
  const sourceOf = keepWith(decodeSource);
  const entryOf = keep(parse);
  const kept = createKept();
  const asked = keep(hasDiagram);
  const bodiesOf = keepLast((untrusted: boolean, typography: boolean, language: string, words: OwnWords) =>
    createEntryBodies({ untrusted, typography, language, words }),
  );

  return {
    plan(files, { now, drafts, overrides, trusted, supply }) {
      const config = readConfig(files, overrides, configOf);
      const scanned = scan(files, sourceOf, extentOf(config.value.untrusted));
      const { untrusted, typography, language, words } = config.value;
      const bodies = bodiesOf(untrusted, typography, language, words);
      if (supply) bodies.offer(scanned.value.sources, supply);
      const parsed = scanned.value.sources.map(entryOf);
      const entries = [...parsed.map(({ value }) => value), ...scanned.value.unread.map(unreadEntry)];
      const incomplete = entries.filter(({ complete }) => !complete);
      const made = buildSite(entries, { config: config.value, now, drafts, kept });
      const hasCards = wantsCards(config.value);
      const cards = hasCards ? findDrawing() : undefined;
      const published = new Set(contentsOf(made.value).map(({ entry }) => entry));
      // Another program makes the index, and none is started for strangers.
      const isSearched = config.value.search && !untrusted && published.size > 0;
      const search = isSearched ? findSearch() : undefined;
      const planned = plan({
        site: made.value,
        contentFiles: scanned.value.files,
        files,
        theme,
        trusted,
        search: search !== undefined,
        hasDiagram: asked,
      });
      const { routes, withheld } = planned.value;
      // Templates are code.
      const code = untrusted ? trusted : files;
      const templates = untrusted ? ignoredTemplates(files, trusted) : [];
      const hasPictures = config.value.images && routes.some(({ file, path }) => file !== undefined && isScaled(path));
      const library = hasPictures ? findPictures() : undefined;
      const renderer = createRenderer({
        site: made.value,
        nav: navItems(made.value),
        assets: new Map(routes.flatMap(({ plain, url }) => (plain === undefined ? [] : [[plain, url]]))),
        search: search !== undefined,
        cards,
        templates: createTemplates(code ? [code, theme] : [theme], compiled),
        render: bodies.render,
        pictures: createPictures({
          basePath: config.value.url?.basePath ?? '/',
          files,
          fileOf: new Map(routes.flatMap(({ url, file }) => (file === undefined ? [] : [[url, file]]))),
          library,
        }),
        destinations: {
          // A link to a file with an error isn't a second error; one to a draft leads nowhere.
          urls: new Set([...[...routes, ...incomplete].map(({ url }) => url), ...withheld]),
          byFile: new Map(
            entries
              .filter((entry) => !entry.complete || published.has(entry))
              .map(({ source, url }) => [source.path.normalize('NFC'), url]),
          ),
        },
      });
      return {
        value: {
          site: made.value,
          routes,
          renderer,
          entries,
          incomplete,
          withheld,
          search,
        },
        diagnostics: [
          ...[config, scanned, ...parsed, made, planned].flatMap(({ diagnostics }) => diagnostics),
          ...refusedIn(files, templateFolder, true),
          ...templates,
          ...(hasPictures && !library ? [noLibrary] : []),
          ...(hasCards && !cards ? [noCards] : []),
          ...(isSearched && !search ? [noSearchLibrary] : []),
          ...renderer.configDiagnostics,
        ],
      };
    },
  };
}

/**
 * Networks want the full address of a card. They never see what strangers only propose, and drawing takes longer than
 * everything else.
 */
const wantsCards = ({ cards, images, url, untrusted }: Config): boolean =>
  cards && images && url !== undefined && !untrusted;

const noCards = diagnose({
  code: 'no-card-library',
  message: 'no cards are drawn for links to this site, as what draws them is not installed',
  help: `install it: \`npm install ${cardPackages.join(' ')}\`; or write \`cards: false\` in site.yaml`,
});

const noLibrary = diagnose({
  code: 'no-image-library',
  message: `pictures are published as they are, as the package \`${libraryName}\` is not installed`,
  help: `install it: \`npm install ${libraryName}\`; or write \`images: false\` in site.yaml`,
});

const noSearchLibrary = diagnose({
  code: 'no-search-library',
  message: `the site has no search, as the package \`${searchLibraryName}\` is not installed`,
  help: `install it: \`npm install ${searchLibraryName}\`; or write \`search: false\` in site.yaml`,
});

/**
 * Renders every route, until there is more than a site may hold. Outputs of routes come first, in their order; those that
 * pages brought with them follow, each once.
 */
export function renderAll(
  { site, routes, renderer, incomplete }: Planned,
  progress?: (done: number) => void,
): Result<RenderedOutput[]> {
  const diagnostics: Diagnostic[] = incomplete.flatMap(renderer.bodyDiagnostics);
  const value: RenderedOutput[] = [];
  const others = new Map<string, RenderedOutput>();
  const amounts = { rendered: 0, copied: 0 };
  const most = { rendered: extentOf(site.config.untrusted).rendered, copied: limits.copied };
  let beyond: Diagnostic | undefined;
  const render = (index: number) => {
    if (beyond) return undefined;
    const { origin, render } = routes[index]!;
    const { value: made, also = [], diagnostics } = render(renderer);
    // All pages are held until the last is known to be sound, which costs least as bytes outside the heap.
    const content = typeof made === 'string' ? Buffer.from(made) : made;
    if (!isDerived(content)) {
      const kind = isCopy(content) ? 'copied' : 'rendered';
      amounts[kind] += amountOf(content);
      if (amounts[kind] > most[kind]) beyond = tooMuch(kind, most[kind], origin);
    }
    return { content, also, diagnostics };
  };
  for (const rendered of renderer.inTurn(routes.length, render)) {
    if (!rendered) break;
    value.push({ path: routes[value.length]!.path, content: rendered.content });
    diagnostics.push(...rendered.diagnostics);
    progress?.(value.length);
    for (const output of rendered.also) others.set(output.path, output);
  }
  return { value: [...value, ...others.values()], diagnostics: beyond ? [...diagnostics, beyond] : diagnostics };
}

function tooMuch(kind: 'rendered' | 'copied', most: number, origin: string): Diagnostic {
  const message = `with ${origin}, there are more than ${most / 1024 ** 2} MB ${kind === 'copied' ? 'of files to publish' : 'of pages'}`;
  const help = 'look for long lists that every page shows, and for links to one file';
  return diagnose({ code: 'too-much', message, help });
}
