import { escapeAttribute } from '../markdown/escape.ts';
import { rewriteTags } from '../markdown/html-tags.ts';
import { parseUrl } from '../url.ts';

const addresses = ['href', 'src', 'poster', 'cite', 'data', 'action', 'longdesc'];
/** The first part of each item of a `srcset`. */
const candidate = /(^|,\s+|,(?=\/))(\S*[^\s,])/g;

/** HTML that can be shown anywhere: every address in it becomes a full one. @param base of the page that it was made for */
export function absoluteLinks(html: string, base: string): string {
  const absolute = (written: string): string => {
    const address = written.trim().replaceAll('&amp;', '&');
    const url = parseUrl(address, base);
    return url ? escapeAttribute(url.href) : written;
  };
  return rewriteTags(html, function* ({ get }) {
    for (const name of addresses) {
      const written = get(name);
      if (written !== undefined) yield [name, absolute(written)];
    }
    const set = get('srcset');
    if (set !== undefined)
      yield ['srcset', set.trim().replace(candidate, (_, before, each) => before + absolute(each))];
  });
}

/** The characters of RFC 3986, and what only looks like an escape. */
const foreign = /[^\w\-.~:/?#[\]@!$&'()*+,;=%]|%(?![\da-f]{2})/gi;

/** An address as documents for programs want it, by RFC 3986: what a writer left unescaped is escaped. */
export function uriOf(address: string): string {
  const nowhere = 'https://nowhere.invalid';
  const href = address.search(foreign) < 0 ? undefined : parseUrl(address, nowhere)?.href;
  if (href === undefined) return address;
  const relative = href.startsWith(nowhere) ? href.slice(nowhere.length) : href;
  return relative.replace(foreign, encodeURIComponent);
}
