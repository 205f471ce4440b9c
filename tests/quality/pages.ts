import { dirname } from 'node:path/posix';
import { groupBy } from '../../src/group.ts';

/** Everything that a build writes, by path. */
export type Site = ReadonlyMap<string, Buffer>;

/** The addresses of pages that stay where they are, in a site's order. */
export const pagesOf = (site: Site): string[] =>
  [...site]
    .filter(([path, bytes]) => path.endsWith('.html') && !bytes.includes('http-equiv="refresh"'))
    .map(([path]) => `/${path.replace(/(^|\/)index\.html$/, '$1')}`);

/** The bytes of the page at an address. */
export const pageAt = (site: Site, page: string): Buffer => site.get(page.slice(1).replace(/(^|\/)$/, '$1index.html'))!;

/** Of the pages of one kind the longest, since it holds most. */
export const kindsOf = (site: Site): string[] =>
  groupBy(pagesOf(site), (page) => {
    const parent = dirname(page);
    return parent === '/' ? page : parent;
  }).map(([, pages]) => pages.toSorted((a, b) => pageAt(site, b).length - pageAt(site, a).length)[0]!);
