import { readFileSync } from 'node:fs';
import type { Planned } from '../builder.ts';
import type { Result } from '../diagnostics/diagnostic.ts';
import { deriveAll, type RenderedOutput } from '../output/derived.ts';
import { isCopy, type Output } from '../output/output.ts';
import type { Store } from '../output/store.ts';
import { unpack } from '../search/archive.ts';
import { pagesOf } from '../search/pages.ts';
import { searchFolder, searchIndex } from '../search/search-index.ts';

/** The files of the search index of what was rendered, made anew only where a page has changed. */
export async function indexPages(
  { site: { config }, routes, search }: Planned,
  outputs: readonly RenderedOutput[],
  store: Store,
): Promise<Result<readonly Output[]>> {
  const index = search && searchIndex(pagesOf(routes, outputs), config.language, search);
  if (!index) return { value: [], diagnostics: [] };
  const { value, diagnostics } = await deriveAll([{ path: searchFolder, content: index }], store);
  const archives = value.outputs.flatMap(({ content }) => (isCopy(content) ? readFileSync(content.copy) : []));
  return { value: archives.flatMap(unpack), diagnostics };
}
