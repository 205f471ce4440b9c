import { join } from 'node:path';
import { encodeSegment, outputPath } from '../content/permalink.ts';
import { contentFolder } from '../content/scan.ts';
import type { Files } from '../files.ts';
import type { Route } from './route.ts';

const assetFolder = 'assets';
const themeFolder = `${assetFolder}/theme`;

/** A file that is published as it is: what lies in `content/`, in `assets/`, and in the theme where the site has no own. */
export function fileRoutes(contentFiles: readonly string[], site: Files, theme: Files): Route[] {
  const content = contentFiles.map((path) => fileRoute(site, path, path.slice(contentFolder.length + 1)));
  const own = assetsIn(site, assetFolder).map((path) => fileRoute(site, path, path));
  const taken = new Set(own.map(({ path }) => path));
  const themes = assetsIn(theme, themeFolder)
    .filter((path) => !taken.has(path))
    .map((path) => fileRoute(theme, path, path));
  return [...content, ...own, ...themes];
}

const assetsIn = (files: Files, folder: string): string[] =>
  (files.list(folder) ?? []).flatMap(({ path, type }) => (type === 'file' ? [path] : []));

function fileRoute(files: Files, source: string, path: string): Route {
  const url = `/${path.normalize('NFC').split('/').map(encodeSegment).join('/')}`;
  return {
    url,
    path: outputPath(url),
    origin: source,
    file: source,
    indexed: false,
    render: () => ({ value: { copy: join(files.root, source) }, diagnostics: [] }),
  };
}
