import { hash } from 'node:crypto';

const length = 10;
const named = /^(assets\/.+)(\.(?:css|m?js))$/i;
// What stands before is looked at last, and not far: a text may be one long word.
const fingerprints = new RegExp(`\\.[\\da-f]{${length}}(?=\\.(?:css|m?js)\\b)(?<=/[^/\\s"'<>]{0,200})`, 'gi');

/**
 * The path of a style sheet or script under a name that tells its bytes, so that a host may let browsers keep it for ever:
 * `assets/site.css` -> `assets/site.0123456789.css`. Undefined for other files, which people link to.
 * @param hashOf names the bytes, in small hexadecimal letters, where they are known
 */
export function fingerprinted(path: string, hashOf: () => string | undefined): string | undefined {
  const [, stem, ending] = named.exec(path) ?? [];
  const hash = stem === undefined ? undefined : hashOf();
  return hash && `${stem}.${hash.slice(0, length)}${ending}`;
}

export const hashOfText = (text: string): string => hash('sha1', text);

/** A text, or a path with a folder, in which files have their plain names. */
export const withoutFingerprints = (text: string): string => text.replace(fingerprints, '');
