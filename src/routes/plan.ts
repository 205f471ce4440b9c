import { type Diagnostic, diagnose, type Result, type Span } from '../diagnostics/diagnostic.ts';
import type { Files } from '../files.ts';
import type { Site } from '../model/values.ts';
import { isSafePath } from '../output/output.ts';
import { calendarRoutes } from './calendars.ts';
import { diagramLibrary } from './diagrams.ts';
import { entryRoutes } from './entries.ts';
import { eventsJsonRoutes } from './events-json.ts';
import { feedRoutes } from './feeds.ts';
import { fileRoutes } from './files.ts';
import { listRoutes } from './lists.ts';
import type { Route } from './route.ts';
import { crawlerRoutes, notFoundRoute, redirectRoutes } from './special.ts';

export interface PlanInput {
  readonly site: Site;
  /** Files in `content/` that are no Markdown. */
  readonly contentFiles: readonly string[];
  readonly files: Files;
  readonly theme: Files;
}

/** Names every output of the site. Two that would be one file, on any file system, are an error that names both. */
export function plan({ site, contentFiles, files, theme }: PlanInput): Result<readonly Route[]> {
  const pages = [...listRoutes(site), ...entryRoutes(site)];
  const library = diagramLibrary(site);
  const published = fileRoutes(contentFiles, files, theme, library.value);
  const own = new Set(published.map(({ path }) => path));
  // A site that brings a `robots.txt` or `404.html` of its own means that one.
  const made = [
    notFoundRoute(),
    ...crawlerRoutes(site, pages),
    ...calendarRoutes(site),
    ...feedRoutes(site),
    ...eventsJsonRoutes(site),
  ].filter(({ path }) => !own.has(path));
  const { value, diagnostics } = withoutCollisions([...pages, ...redirectRoutes(site), ...made, ...published]);
  return { value, diagnostics: [...library.diagnostics, ...diagnostics] };
}

/** The first of those that would be one file is kept. */
function withoutCollisions(routes: readonly Route[]): Result<Route[]> {
  const diagnostics: Diagnostic[] = [];
  // Many file systems, and some hosts, take two names for one that differ only in case.
  const keyOf = (path: string): string => path.toLowerCase();
  const byPath = new Map<string, Route>();
  const byFolder = new Map<string, Route>();
  for (const route of routes) {
    const folders = foldersOf(keyOf(route.path));
    const first =
      byPath.get(keyOf(route.path)) ??
      byFolder.get(keyOf(route.path)) ??
      folders.map((folder) => byPath.get(folder)).find((other) => other !== undefined);
    if (!isSafePath(route.path)) diagnostics.push(unsafe(route));
    else if (first) diagnostics.push(collision(first, route));
    else {
      byPath.set(keyOf(route.path), route);
      for (const folder of folders) if (!byFolder.has(folder)) byFolder.set(folder, route);
    }
  }
  return { value: [...byPath.values()], diagnostics };
}

/** `a/b/c.html` -> `a`, `a/b`. */
function foldersOf(path: string): string[] {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}

function collision(first: Route, second: Route): Diagnostic {
  const both = `${second.origin} gives ${second.url} and ${first.origin} gives ${first.url}`;
  let message = `${both}: one name cannot be a file and a folder`;
  if (first.path === second.path) message = `${second.origin} and ${first.origin} both give ${second.url}`;
  else if (first.path.toLowerCase() === second.path.toLowerCase()) message = `${both}, which differ only in case`;
  const help = 'rename one of the files, or give one a `permalink`';
  return diagnose({ code: 'url-collision', message, help }, startOf(second.file ?? first.file));
}

/** What could be written outside the output folder, or means something else elsewhere, is refused before anything is. */
function unsafe({ origin, file }: Route): Diagnostic {
  const message = `${origin} has a name that is no safe path below the output folder`;
  return diagnose({ code: 'unsafe-output', message, help: 'rename it' }, startOf(file));
}

const startOf = (path: string | undefined): Span | undefined =>
  path === undefined ? undefined : { path, line: 1, column: 1, length: 1 };
