import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { diagnose } from '../diagnostics/diagnostic.ts';
import { withoutFingerprints } from '../fingerprints.ts';
import type { Derived } from '../output/derived.ts';
import { type ArchivedFile, pack } from './archive.ts';
import { documentsOf, isSearched, type SearchPage } from './documents.ts';
import { libraryName, type SearchLibrary } from './library.ts';

/** Where the index is published, below the output folder. */
export const searchFolder = 'pagefind';

/** Rises when the same pages are to give another index. */
const recipe = 1;

/** What a browser needs to ask the index. The rest are user interfaces, and weigh more than all of this. */
const wanted = /^(?:pagefind\.js|pagefind-worker\.js|pagefind-entry\.json|.+\.(?:pagefind|pf_\w+))$/;

/**
 * The search index of a site as an archive of the files below `searchFolder`; undefined where no page can be found.
 * Pages in all languages are found from each page: there is one index, in the language of the site.
 * @param pages are gone through again where the index has to be made
 * @param language BCP 47, the site's: by its rules words are cut to their stems
 */
export function searchIndex(
  pages: Iterable<SearchPage>,
  language: string,
  library: SearchLibrary,
): Derived | undefined {
  const made = createHash('sha1');
  let count = 0;
  for (const { url, html } of searchedIn(pages)) {
    made.update(JSON.stringify([url, withoutFingerprints(html)]));
    count += 1;
  }
  if (count === 0) return undefined;
  return {
    key: `search ${recipe} ${library.version} ${language} ${made.digest('hex')}`,
    async make() {
      try {
        return { value: pack(await filesOf(pages, language, library)), diagnostics: [] };
      } catch (error) {
        return { value: undefined, diagnostics: [failed(error)] };
      }
    },
  };
}

function* searchedIn(pages: Iterable<SearchPage>): Generator<SearchPage> {
  for (const page of pages) if (isSearched(page)) yield page;
}

async function filesOf(
  pages: Iterable<SearchPage>,
  language: string,
  library: SearchLibrary,
): Promise<readonly ArchivedFile[]> {
  const { createIndex } = await library.load();
  const { index, errors } = await createIndex({
    forceLanguage: language.toLowerCase(),
    // What a reader doesn't see.
    excludeSelectors: ['[hidden]', '[aria-hidden]', '.visually-hidden'],
    // Or `C++` and `C#` would be `C`.
    includeCharacters: '+#',
  });
  if (!index) throw new Error(errors.join('; '));
  try {
    // One after the other, as their order is the index's.
    for (const page of searchedIn(pages))
      for (const { url, html } of documentsOf(page)) {
        const added = await index.addHTMLFile({ url, content: html });
        if (added.errors.length > 0) throw new Error(`${url}: ${added.errors.join('; ')}`);
      }
    const { files } = await index.getFiles();
    return [...files.filter(({ path }) => wanted.test(path)), kindsOf(files)]
      .map(({ path, content }) => ({ path: `${searchFolder}/${path}`, content }))
      .sort((a, b) => (a.path < b.path ? -1 : 1));
  } finally {
    await index.deleteIndex();
  }
}

/**
 * The ids of results by their kind. Pagefind's own filters tell the same, in an order that is another one each time, so
 * that no two builds would give the same bytes.
 */
function kindsOf(files: readonly ArchivedFile[]): ArchivedFile {
  const kinds: Record<string, string[]> = {};
  for (const { path, content } of files) {
    const id = /^fragment\/(.+)\.pf_fragment$/.exec(path)?.[1];
    if (id === undefined) continue;
    const text = gunzipSync(content).toString();
    const { meta } = JSON.parse(text.slice(text.indexOf('{'))) as { readonly meta: Readonly<Record<string, string>> };
    kinds[meta.kind ?? 'page'] = [...(kinds[meta.kind ?? 'page'] ?? []), id].sort();
  }
  const sorted = Object.fromEntries(Object.entries(kinds).sort(([a], [b]) => (a < b ? -1 : 1)));
  return { path: 'kinds.json', content: Buffer.from(JSON.stringify(sorted)) };
}

const failed = (error: unknown) =>
  diagnose({
    code: 'no-search-index',
    message: `the search index could not be made: ${error instanceof Error ? error.message : error}`,
    help: `build once more; where it fails again, install \`${libraryName}\` anew, or write \`search: false\` in site.yaml`,
  });
