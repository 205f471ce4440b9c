import type { RenderedOutput } from '../output/derived.ts';
import type { SearchPage } from './documents.ts';

/** What tells where a page stands, and whether it is to be found. */
export interface Place {
  readonly url: string;
  readonly path: string;
  readonly indexed: boolean;
}

/** Whether a page may be found. */
export const isSearchable = ({ path, indexed }: Place): boolean => indexed && path.endsWith('.html');

/** The pages that may be found, out of everything that was rendered. */
export function pagesOf(places: readonly Place[], outputs: readonly RenderedOutput[]): SearchPage[] {
  const contents = new Map(outputs.map(({ path, content }) => [path, content]));
  return places.filter(isSearchable).flatMap(({ url, path }) => {
    const html = contents.get(path);
    return typeof html === 'string' ? [{ url, html }] : [];
  });
}
