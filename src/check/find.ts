import { configFile } from '../config/read.ts';
import type { Entry } from '../content/entry.ts';
import { tryRead } from '../content/scan.ts';
import type { Span } from '../diagnostics/diagnostic.ts';
import { placeAt } from '../diagnostics/place-at.ts';
import { type Files, filesIn } from '../files.ts';
import { templateFolder } from '../render/templates.ts';

/**
 * Finds where an address or other words were written: in the file given, else in any file of content, `site.yaml`, or a
 * template of the site. Undefined for what is written nowhere.
 */
export type Find = (words: string, first?: Entry) => Span | undefined;

/** How often all files are searched: who has as many mistakes has enough to do. */
const mostSearches = 1000;

interface Written {
  readonly path: string;
  readonly text: string;
}

export function createFind(entries: readonly Entry[], files: Files): Find {
  let left = mostSearches;
  // Most sites have nothing to be found.
  let others: readonly Written[] | undefined;
  const read = (path: string): Written => ({ path, text: textOf(files, path) ?? '' });
  return (words, first) => {
    if (first) {
      const found = spanOf(words, first.source);
      if (found) return found;
    }
    if (left === 0) return undefined;
    left -= 1;
    others ??= [
      ...entries.map(({ source }) => source),
      read(configFile),
      ...filesIn(files, templateFolder).flatMap(read),
    ];
    for (const each of others) {
      const found = spanOf(words, each);
      if (found) return found;
    }
    return undefined;
  };
}

/** Where words stand in a text, first as a whole: not as the beginning of a longer address or name. */
export function spanOf(words: string, { path, text }: Written): Span | undefined {
  for (const spelling of spellingsOf(words)) {
    for (let at = text.indexOf(spelling); at >= 0; at = text.indexOf(spelling, at + 1)) {
      const [before, after] = [text[at - 1] ?? ' ', text.slice(at + spelling.length, at + spelling.length + 2)];
      if (/[\p{L}\p{N}]/u.test(before) || /^(?:[\p{L}\p{N}/_%=&?-]|\.[\p{L}\p{N}])/u.test(after)) continue;
      return { path, ...placeAt(text, at), length: spelling.length };
    }
  }
  return undefined;
}

/** Addresses are completed and encoded on their way into a page. */
function spellingsOf(words: string): Set<string> {
  const decoded = decodeAddress(words);
  return new Set(
    [words, decoded].flatMap((each) => [
      each,
      each.replaceAll('&', '&amp;'),
      ...(/^https?:\/\//.test(each) ? [each.replace(/^https?:\/\//, '')] : []),
    ]),
  );
}

function decodeAddress(text: string): string {
  try {
    return decodeURI(text);
  } catch {
    return text;
  }
}

/** Undefined for what isn't there; also for what can't be read, which is an error of its own. */
export function textOf(files: Files, path: string): string | undefined {
  const bytes = tryRead(() => files.readIfThere(path));
  return bytes && !('code' in bytes) ? new TextDecoder().decode(bytes) : undefined;
}
