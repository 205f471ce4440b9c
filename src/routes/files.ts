import { join } from 'node:path';
import { encodeSegment, outputPath } from '../content/permalink.ts';
import { refusedIn } from '../content/refused-files.ts';
import { contentFolder } from '../content/scan.ts';
import type { Result } from '../diagnostics/diagnostic.ts';
import { attempt, type Files, filesIn } from '../files.ts';
import { fingerprinted } from '../fingerprints.ts';
import { compactCss } from './compact-css.ts';
import type { Route } from './route.ts';
import { type Chosen, chooseFiles } from './strangers-files.ts';

const assetFolder = 'assets';
const themeFolder = `${assetFolder}/theme`;
/** The theme's script that draws diagrams, and the library that it loads from beside it. */
const diagramScript = `${themeFolder}/mermaid.js`;
const diagramLibrary = `${themeFolder}/mermaid.tiny.js`;
const searchFiles = [`${themeFolder}/search.js`, `${themeFolder}/search.css`];

/** Where files come from that are published as they are. */
export interface FileSources {
  /** Files in `content/` that are no Markdown. */
  readonly contentFiles: readonly string[];
  readonly files: Files;
  readonly theme: Files;
  readonly untrusted: boolean;
  /** Where the code of a stranger's site comes from. */
  readonly trusted: Files | undefined;
  /** Whether there will be a search index. */
  readonly search: boolean;
}

/** Routes, and the addresses of files that are there and are not published. */
export interface FileRoutes {
  readonly routes: readonly Route[];
  readonly withheld: readonly string[];
}

/**
 * A file that is published as it is: what lies in `content/`, in `assets/`, and in the theme where the site has no own.
 * @param library the absolute path of what draws diagrams, where the site has any
 */
export function fileRoutes(
  { contentFiles, files, theme, untrusted, trusted, search }: FileSources,
  library: string | undefined,
): Result<FileRoutes> {
  const paths = [...contentFiles, ...filesIn(files, assetFolder)];
  const { published, withheld, diagnostics }: Chosen = untrusted
    ? chooseFiles(paths, files, trusted)
    : { published: paths.map((path) => ({ path, from: files })), withheld: [], diagnostics: [] };
  // What they are by hand called in pages and files of the site stays, too.
  const own = published.flatMap(({ path, from }) => [
    (from === files ? pictureRoute : fileRoute)(from, path, publishedAt(path)),
    ...(underFingerprint(from, path) ?? []),
  ]);
  const taken = new Set(own.map(({ path }) => path));
  const unused = [...(library === undefined ? [diagramScript] : []), ...(search ? [] : searchFiles)];
  const themes = filesIn(theme, themeFolder)
    .filter((path) => !taken.has(path) && !unused.includes(path))
    .flatMap((path) => underFingerprint(theme, path) ?? [fileRoute(theme, path, path)]);
  const libraries = library === undefined ? [] : [copyRoute(library, 'the library for diagrams', diagramLibrary)];
  return {
    value: {
      routes: [...own, ...[...themes, ...libraries].filter(({ path }) => !taken.has(path))],
      withheld: withheld.map((path) => urlOf(publishedAt(path))),
    },
    diagnostics: [...diagnostics, ...refusedIn(files, assetFolder)],
  };
}

/** `content/a.png` is published at `a.png`, `assets/a.png` where it is. */
const publishedAt = (path: string): string =>
  path.startsWith(`${contentFolder}/`) ? path.slice(contentFolder.length + 1) : path;

const fileRoute = (files: Files, source: string, path: string): Route => ({
  ...copyRoute(join(files.root, source), source, path),
  file: source,
});

/** A style sheet or script under a name that tells its bytes; undefined for other files. */
function underFingerprint(files: Files, source: string): Route[] | undefined {
  // Whoever copies it says why it can't be read.
  const path = fingerprinted(source, () => attempt(() => files.hashOf(source)));
  if (path === undefined) return undefined;
  const route = { ...copyRoute(join(files.root, source), source, path), plain: source };
  return [isOfTheme(source) && source.endsWith('.css') ? compacted(files, source, route) : route];
}

const isOfTheme = (path: string): boolean => path.startsWith(`${themeFolder}/`);

/** The theme's style sheets are written to be read, and published to be loaded. */
const compacted = (files: Files, source: string, route: Route): Route => ({
  ...route,
  render(renderer) {
    const bytes = attempt(() => files.read(source));
    if (!bytes) return route.render(renderer);
    return { value: compactCss(Buffer.from(bytes).toString()), diagnostics: [] };
  },
});

/** A picture is published without what its camera wrote into it. */
const pictureRoute = (files: Files, source: string, path: string): Route => {
  const route = fileRoute(files, source, path);
  return {
    ...route,
    render(renderer) {
      const value = renderer.pictures.original(route.url);
      return value ? { value, diagnostics: [] } : route.render(renderer);
    },
  };
};

function copyRoute(copy: string, origin: string, path: string): Route {
  const url = urlOf(path);
  return {
    url,
    path: outputPath(url),
    origin,
    file: undefined,
    indexed: false,
    render: () => ({ value: { copy }, diagnostics: [] }),
  };
}

const urlOf = (path: string): string => `/${path.normalize('NFC').split('/').map(encodeSegment).join('/')}`;
