import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

export const libraryName = 'pagefind';

/** What makes a search index of pages. */
export interface SearchLibrary {
  readonly version: string;
  /** Loads it; its program is started by the first call, and ends with this process. */
  load(): Promise<typeof import('pagefind')>;
}

/** The library; undefined where it, or its program for this machine, isn't installed. Nothing is loaded yet. */
export function findSearchLibrary(): SearchLibrary | undefined {
  const folder = createRequire(import.meta.url)
    .resolve.paths(libraryName)
    ?.map((path) => join(path, libraryName))
    .find((path) => existsSync(path));
  if (folder === undefined) return undefined;
  try {
    const manifest = join(realpathSync(folder), 'package.json');
    const platform = process.platform === 'win32' ? 'windows' : process.platform;
    const program = process.platform === 'win32' ? 'pagefind_extended.exe' : 'pagefind_extended';
    // Beside the library itself, which only some package managers put beside us.
    createRequire(manifest).resolve(`@pagefind/${platform}-${process.arch}/bin/${program}`);
    const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { readonly version: string };
    return { version, load: () => import('pagefind') };
  } catch {
    return undefined;
  }
}
