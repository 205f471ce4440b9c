import type { Content, Site, Target } from '../model/values.ts';
import type { WordsIn } from '../words/words.ts';

/** What descriptions are made with, besides the value that they are about. */
export interface Describing {
  readonly site: Site;
  /** The site's, also where it has none of its own. */
  readonly title: string;
  /** A full address; undefined where there is nothing to lead to, or where the site doesn't know its own. */
  readonly absolute: (target: Target | string | undefined) => string | undefined;
  /** The full address of a picture: its own, else the card that is drawn for it. */
  readonly pictureOf: (content: Content) => string | undefined;
  /** A sentence or two of plain text, empty where there is none. */
  readonly summary: (content: Content) => string;
  readonly words: WordsIn;
}

type Unsure<T> = { readonly [K in keyof T]: T[K] | undefined };

/** A thing of schema.org out of what may be known of it: what isn't, and what is empty, is left out. */
export function thing<T extends { readonly '@type': string }>(properties: Unsure<T>): T {
  const known = Object.entries(properties).filter(([, value]) => {
    const list: unknown[] = Array.isArray(value) ? value : [value];
    return list.length > 0 && list[0] !== undefined && list[0] !== '';
  });
  return Object.fromEntries(known) as unknown as T;
}

/** Those addresses that lead to the web: what a thing is called elsewhere is no mail address and no telephone. */
export const onTheWeb = (addresses: readonly (string | undefined)[]): string[] =>
  addresses.filter((address): address is string => /^https?:\/\//i.test(address ?? ''));
