import { parseUrl } from '../url.ts';
import type { Checking } from './checking.ts';

/** What an address on a page means. */
export type Destination =
  /** In the site. The path is an output's, decoded; the fragment too, and empty where there is none. */
  | { readonly kind: 'here'; readonly path: string; readonly fragment: string }
  /** On another site; without its fragment. */
  | { readonly kind: 'elsewhere'; readonly url: string }
  /** At the site's host, and not below the site's base path. */
  | { readonly kind: 'beside'; readonly path: string }
  /** Neither: a mail address, a telephone number, text that is no address. */
  | { readonly kind: 'other' };

export type Understand = (href: string, pageUrl: string) => Destination;

const other: Destination = { kind: 'other' };

/** Reads addresses as a browser does on a page of the site. What doesn't depend on the page is read once. */
export function createUnderstand({ site }: Pick<Checking, 'site'>): Understand {
  const { origin = 'http://site.invalid', basePath = '/' } = site.config.url ?? {};
  const understand = (href: string, pageUrl: string): Destination => {
    const base = origin + basePath + pageUrl.slice(1);
    const written = href.replace(/^webcals?:/i, 'https:');
    const url = parseUrl(written, base);
    if (!url || !/^https?:$/.test(url.protocol)) return other;
    const isOurs = url.host === new URL(origin).host;
    if (isOurs && url.pathname.startsWith(basePath))
      return {
        kind: 'here',
        path: fileAt(url.pathname.slice(basePath.length)),
        fragment: decode(url.hash.slice(1)),
      };
    if (isOurs && href.startsWith('/') && !href.startsWith('//'))
      return { kind: 'beside', path: fileAt(url.pathname.slice(1)) };
    url.hash = '';
    return { kind: 'elsewhere', url: url.href };
  };
  const known = new Map<string, Destination>();
  return (href, pageUrl) => {
    if (!/^(?:\/|[a-z][a-z\d+.-]*:)/i.test(href)) return understand(href, pageUrl);
    const read = known.get(href) ?? understand(href, '/');
    known.set(href, read);
    return read;
  };
}

/** The output that answers at a path, as hosts of plain files have it: also without its slash or its `.html`. */
export const answering = (path: string, has: (path: string) => boolean): string | undefined =>
  [path, `${path}/index.html`, `${path}.html`].find(has);

/** The file that a folder's address means is its index. */
const fileAt = (pathname: string): string =>
  decode(pathname)
    .replace(/(?:^|\/)$/, '$&index.html')
    .normalize('NFC');

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
