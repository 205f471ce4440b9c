import { isTooLong } from '../content/permalink.ts';
import { type Diagnostic, diagnose, type Result, type Span } from '../diagnostics/diagnostic.ts';
import { shortened } from '../diagnostics/visible.ts';
import { extentOf } from '../limits.ts';
import type { Site } from '../model/values.ts';
import { folderOf, isSafePath } from '../output/output.ts';
import { calendarRoutes } from './calendars.ts';
import { coloursRoute } from './colours.ts';
import { diagramLibrary, type hasDiagram } from './diagrams.ts';
import { entryRoutes } from './entries.ts';
import { eventsJsonRoutes } from './events-json.ts';
import { feedRoutes } from './feeds.ts';
import { type FileSources, fileRoutes } from './files.ts';
import { headerRoutes } from './headers.ts';
import { listRoutes } from './lists.ts';
import type { Route } from './route.ts';
import { crawlerRoutes, notFoundRoute, redirectRoutes } from './special.ts';
import { talkFilters } from './talk-filters.ts';

export interface PlanInput extends Omit<FileSources, 'untrusted'> {
  readonly site: Site;
  /** Asks a text, or knows the answer from before. */
  readonly hasDiagram?: typeof hasDiagram;
}

export interface PlannedRoutes {
  readonly routes: readonly Route[];
  /** Addresses of what is there and is not published. */
  readonly withheld: readonly string[];
}

/** Names every output of the site. Two that would be one file, on any file system, are an error that names both. */
export function plan({ site, ...sources }: PlanInput): Result<PlannedRoutes> {
  const filters = talkFilters(site);
  const pages = [...listRoutes(site, filters), ...entryRoutes(site, filters)];
  const library = diagramLibrary(site, undefined, sources.hasDiagram);
  const published = fileRoutes({ ...sources, untrusted: site.config.untrusted }, library.value);
  const own = new Set(published.value.routes.map(({ path }) => path));
  // A site that brings a `robots.txt` or `404.html` of its own means that one.
  const made = [
    notFoundRoute(site),
    coloursRoute(site),
    ...crawlerRoutes(site, pages),
    ...calendarRoutes(site),
    ...feedRoutes(site),
    ...eventsJsonRoutes(site),
  ].filter(({ path, plain = path }) => !own.has(plain));
  const files = [...made, ...published.value.routes];
  const all = [...pages, ...redirectRoutes(site), ...files, ...headerRoutes(site, files)];
  const most = extentOf(site.config.untrusted).routes;
  if (all.length > most) return { value: { routes: [], withheld: [] }, diagnostics: [tooMany(all.length, most)] };
  const { value, diagnostics } = withoutCollisions(all);
  return {
    value: { routes: value, withheld: published.value.withheld },
    diagnostics: [...library.diagnostics, ...published.diagnostics, ...diagnostics],
  };
}

const tooMany = (count: number, most: number): Diagnostic =>
  diagnose({
    code: 'too-much',
    message: `this site would be ${count} files, and ${most} are the most`,
    help: 'look for long lists of tags, names or old addresses',
  });

/** The first of those that would be one file is kept. */
function withoutCollisions(routes: readonly Route[]): Result<Route[]> {
  const diagnostics: Diagnostic[] = [];
  // Many file systems, and some hosts, take two names for one that differ only in case.
  const keyOf = (path: string): string => path.toLowerCase();
  const byPath = new Map<string, Route>();
  const byFolder = new Map<string, Route>();
  for (const route of routes) {
    const key = keyOf(route.path);
    const folders = newFoldersOf(key, byFolder);
    const first =
      byPath.get(key) ??
      byFolder.get(key) ??
      folders.map((folder) => byPath.get(folder)).find((other) => other !== undefined);
    if (!isSafePath(route.path)) diagnostics.push(unsafe(route));
    else if (isTooLong(route.path)) diagnostics.push(tooLong(route));
    else if (first) diagnostics.push(collision(first, route));
    else {
      byPath.set(key, route);
      for (const folder of folders) byFolder.set(folder, route);
    }
  }
  return { value: [...byPath.values()], diagnostics };
}

/** `a/b/c.html` -> `a/b`, `a`, up to one that is known; those above it are known, too. */
function newFoldersOf(path: string, known: ReadonlyMap<string, Route>): string[] {
  const folders: string[] = [];
  for (let folder = folderOf(path); folder !== '' && !known.has(folder); folder = folderOf(folder))
    folders.push(folder);
  return folders;
}

function collision(first: Route, second: Route): Diagnostic {
  const both = `${second.origin} gives ${second.url} and ${first.origin} gives ${first.url}`;
  let message = `${both}: one name cannot be a file and a folder`;
  if (first.path === second.path) message = `${second.origin} and ${first.origin} both give ${second.url}`;
  else if (first.path.toLowerCase() === second.path.toLowerCase()) message = `${both}, which differ only in case`;
  const at = second.written?.() ?? first.written?.();
  const help = at ? 'write another address here' : 'rename one of the files, or give one a `permalink`';
  return diagnose({ code: 'url-collision', message, help }, at ?? startOf(second.file ?? first.file));
}

/** What could be written outside the output folder, or means something else elsewhere, is refused before anything is. */
function unsafe({ origin, file }: Route): Diagnostic {
  const message = `${origin} has a name that is no safe path below the output folder`;
  return diagnose({ code: 'unsafe-output', message, help: 'rename it' }, startOf(file));
}

function tooLong({ origin, file }: Route): Diagnostic {
  const message = `${shortened(origin)} gives an address that is too long to be a file’s path`;
  return diagnose({ code: 'unsafe-output', message, help: 'give it a shorter name' }, startOf(file));
}

const startOf = (path: string | undefined): Span | undefined =>
  path === undefined ? undefined : { path, line: 1, column: 1, length: 1 };
