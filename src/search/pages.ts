import type { RenderedOutput } from '../output/derived.ts';
import { textOf } from '../output/output.ts';
import type { SearchPage } from './documents.ts';

/** What tells where a page stands, and whether it is to be found. */
export interface Place {
  readonly url: string;
  readonly path: string;
  readonly indexed: boolean;
}

/** Whether a page may be found. */
export const isSearchable = ({ path, indexed }: Place): boolean => indexed && path.endsWith('.html');

/**
 * The pages that may be found, out of everything that was rendered. Each is made text when it is come to, as all of them
 * take a lot of memory.
 */
export function pagesOf(places: readonly Place[], outputs: readonly RenderedOutput[]): Iterable<SearchPage> {
  const contents = new Map(outputs.map(({ path, content }) => [path, content]));
  return {
    *[Symbol.iterator]() {
      for (const { url, path } of places.filter(isSearchable)) {
        const content = contents.get(path);
        if (content instanceof Uint8Array) yield { url, html: textOf(content) };
      }
    },
  };
}
