import type { MarkdownIt } from 'markdown-it';

/** A path, or a full address, in ASCII that is never encoded. */
const plain = /^(?:https?:\/\/[a-z\d](?:[a-z\d.-]*[a-z\d])?(?=[/?#]|$)|(?![\w+.-]*:|\/\/))[\w\-./~!$&()*+,;=:?#]*$/;

/** Takes addresses as they are in which nothing can be encoded or decoded, which most are: the library takes each apart. */
export function plainAddresses(md: MarkdownIt): void {
  for (const name of ['normalizeLink', 'normalizeLinkText'] as const) {
    const normalize = md[name].bind(md);
    md[name] = (url) => (plain.test(url) && !url.includes('xn--') ? url : normalize(url));
  }
}
