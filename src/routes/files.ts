import { join } from 'node:path';
import { encodeSegment, outputPath } from '../content/permalink.ts';
import { contentFolder } from '../content/scan.ts';
import type { Files } from '../files.ts';
import type { Route } from './route.ts';

const assetFolder = 'assets';
const themeFolder = `${assetFolder}/theme`;
/** The theme's script that draws diagrams, and the library that it loads from beside it. */
const diagramScript = `${themeFolder}/mermaid.js`;
const diagramLibrary = `${themeFolder}/mermaid.tiny.js`;

/**
 * A file that is published as it is: what lies in `content/`, in `assets/`, and in the theme where the site has no own.
 * @param library the absolute path of what draws diagrams, where the site has any
 */
export function fileRoutes(
  contentFiles: readonly string[],
  site: Files,
  theme: Files,
  library: string | undefined,
): Route[] {
  const content = contentFiles.map((path) => fileRoute(site, path, path.slice(contentFolder.length + 1)));
  const own = assetsIn(site, assetFolder).map((path) => fileRoute(site, path, path));
  const taken = new Set(own.map(({ path }) => path));
  const themes = assetsIn(theme, themeFolder)
    .filter((path) => library !== undefined || path !== diagramScript)
    .map((path) => fileRoute(theme, path, path));
  const libraries = library === undefined ? [] : [copyRoute(library, 'the library for diagrams', diagramLibrary)];
  return [...content, ...own, ...[...themes, ...libraries].filter(({ path }) => !taken.has(path))];
}

const assetsIn = (files: Files, folder: string): string[] =>
  (files.list(folder) ?? []).flatMap(({ path, type }) => (type === 'file' ? [path] : []));

const fileRoute = (files: Files, source: string, path: string): Route => ({
  ...copyRoute(join(files.root, source), source, path),
  file: source,
});

function copyRoute(copy: string, origin: string, path: string): Route {
  const url = `/${path.normalize('NFC').split('/').map(encodeSegment).join('/')}`;
  return {
    url,
    path: outputPath(url),
    origin,
    file: undefined,
    indexed: false,
    render: () => ({ value: { copy }, diagnostics: [] }),
  };
}
