import { type Diagnostic, diagnose, type Result } from '../diagnostics/diagnostic.ts';
import type { Files } from '../files.ts';
import type { Site } from '../model/values.ts';
import { entryRoutes } from './entries.ts';
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
  const routes = [
    ...pages,
    ...redirectRoutes(site),
    notFoundRoute(),
    ...crawlerRoutes(site, pages),
    ...fileRoutes(contentFiles, files, theme),
  ];
  const diagnostics: Diagnostic[] = [];
  const byPath = new Map<string, Route>();
  for (const route of routes) {
    // Many file systems, and some hosts, take two names for one that differ only in case.
    const key = route.path.toLowerCase();
    const first = byPath.get(key);
    if (first) diagnostics.push(collision(first, route));
    else byPath.set(key, route);
  }
  return { value: [...byPath.values()], diagnostics };
}

function collision(first: Route, second: Route): Diagnostic {
  const same = first.path === second.path;
  const [file] = [...second.origin, ...first.origin].filter((origin) => !origin.includes(' '));
  return diagnose(
    {
      code: 'url-collision',
      message: same
        ? `${second.origin} and ${first.origin} both give ${second.url}`
        : `${second.origin} gives ${second.url} and ${first.origin} gives ${first.url}, which differ only in case`,
      help: 'rename one of the files, or give one a `permalink`',
    },
    file ? { path: file, line: 1, column: 1, length: 1 } : undefined,
  );
}
