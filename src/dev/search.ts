import { hash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Derived } from '../output/derived.ts';
import { unpack } from '../search/archive.ts';
import { searchFolder } from '../search/search-index.ts';

/** Gives the bytes of a file of the search index by its path; undefined where there is none. */
export type LiveSearch = (path: string) => Promise<SearchFile | undefined>;

export interface SearchFile {
  readonly bytes: Uint8Array;
  readonly hash: string;
}

/** What a browser asks for first. The names of the others hold hashes. */
const entry = `${searchFolder}/pagefind-entry.json`;

/** @param path of the address, without the base path: `/pagefind/pagefind.js` */
export const isSearchFile = (path: string): boolean => path.startsWith(`/${searchFolder}/`);

/**
 * The index of a site that is being written: made when a browser begins to search, of the pages as they were last found.
 * The one before is kept, as a browser may still be reading it.
 * @param index of all pages; undefined where there is nothing to find
 */
export function createLiveSearch(
  index: () => Promise<Derived | undefined>,
  derive: (derived: Derived) => Promise<string | undefined>,
): LiveSearch {
  type Known = { readonly key: string; readonly files: ReadonlyMap<string, Uint8Array> };
  let known: readonly Known[] = [];

  const renew = async (): Promise<void> => {
    const derived = await index();
    if (!derived || derived.key === known[0]?.key) return;
    const file = await derive(derived);
    if (file === undefined) return;
    const files = new Map(unpack(await readFile(file)).map(({ path, content }) => [path, content]));
    if (derived.key !== known[0]?.key) known = [{ key: derived.key, files }, ...known.slice(0, 1)];
  };

  return async (path) => {
    if (path === entry || known.length === 0) await renew();
    const bytes = known.find(({ files }) => files.has(path))?.files.get(path);
    return bytes && { bytes, hash: hash('sha1', bytes) };
  };
}
