import type { Entry } from '../content/entry.ts';
import { encodeSegment } from '../content/permalink.ts';
import { contentFolder } from '../content/scan.ts';
import type { Problem } from '../diagnostics/diagnostic.ts';
import { closest, createAlike } from '../diagnostics/suggest.ts';
import { isElsewhere, isUnsafe, unsafeLink } from '../markdown/open-targets.ts';
import type { OpenTarget } from '../markdown/rendered.ts';
import type { Picture } from '../pictures/pictures.ts';
import { isHost, missingScheme } from './hosts.ts';

/** What a link may lead to. */
export interface Destinations {
  /** `/` or `/name/`. */
  readonly basePath: string;
  /** Every URL that the site publishes, percent-encoded, without the base path. */
  readonly urls: ReadonlySet<string>;
  /** The URL of each content file, by its path in the site's folder. Files with an error are among them, drafts are not. */
  readonly byFile: ReadonlyMap<string, string>;
  /** The ids on a page; undefined where they aren't known, and so can't be missed. */
  ids(url: string): Ids | undefined;
  /** Undefined for what is no file of the site. */
  pictureAt(url: string): Picture | undefined;
}

/** Can be asked for one without knowing all of them. */
export interface Ids extends Iterable<string> {
  has(id: string): boolean;
}

export interface Resolved {
  /** With base path; or as written, where it leads elsewhere. */
  readonly href: string;
  readonly problem?: Problem;
  /** Where it is shown as one, and is a file of the site. */
  readonly picture?: Picture;
}

/** Where a target leads that was written in an entry, or, without one, at the root of the site. */
export type Resolve = (written: string, use: OpenTarget['use'], from?: Entry) => Resolved;

/** Tries a target relative to its file, then to its page, then to the site's root. */
export function createResolve({ basePath, urls, byFile, ids, pictureAt }: Destinations): Resolve {
  // By path as people write it, unescaped, without the slash at the front.
  const byPath = new Map([...urls].map((url) => [decode(url).slice(1), url]));
  const find = (path: string): string | undefined =>
    byFile.get(`${contentFolder}/${path}`) ??
    byPath.get(path) ??
    byPath.get(`${path}/`) ??
    (path.endsWith('.html')
      ? byPath.get(path.replace(/(?:(?<=^|\/)index)?\.html$/, '/').replace(/^\/|(?<=\/)\//, ''))
      : undefined) ??
    byFile.get(`${contentFolder}/${path.replace(/\/$/, '')}/index.md`);

  /** What somebody may have meant who wrote the name of a file or page: its path. Gathered when the first is wanted. */
  let meant: ((name: string) => string | undefined) | undefined;
  const gather = (): NonNullable<typeof meant> => {
    const paths = [...byFile.keys(), ...[...byPath.keys()].map((path) => `/${path}`)];
    const names = new Map(paths.map((path) => [path.split('/').findLast(Boolean) ?? path, path]));
    const stems = [...names.keys()].map((name) => [name, stemOf(name)] as const);
    const alike = createAlike(new Set(stems.map(([, stem]) => stem)));
    return (name) => {
      // An extension in common makes no short names alike.
      const near = new Set(alike(stemOf(name)));
      const found = closest(
        name,
        stems.flatMap(([other, stem]) => (near.has(stem) ? other : [])),
      );
      return found === undefined ? undefined : names.get(found);
    };
  };

  return (written, use, from) => {
    if (use !== 'image' && urls.has(written)) return { href: basePath + written.slice(1) };
    if (isUnsafe(written)) return { href: '', problem: unsafeLink(written) };
    if (written === '' || isElsewhere(written)) return { href: written };
    const [, path = '', query = '', fragment] = /^([^?#]*)(\?[^#]*)?(?:#(.*))?$/s.exec(written)!;
    if (path === '') {
      const missing = fragment !== undefined && from && missingId(from.url, fragment, written);
      return { href: written, ...(missing && { problem: missing }) };
    }
    const folder = from ? from.source.path.slice(contentFolder.length + 1).replace(/[^/]*$/, '') : '';
    const beside = (name: string): string => join(name.startsWith('/') ? '' : folder, name);
    const search = (name: string): string | undefined =>
      find(beside(name)) ??
      find(join(name.startsWith('/') || !from ? '' : decode(from.url), name)) ??
      find(join('', name));
    const decoded = decode(path).normalize('NFC');
    const asAddress = search(decoded);
    // A file's name may hold `#`, `?` or an escape, and be written as it is.
    const asName = asAddress ?? search(written.normalize('NFC')) ?? search(decode(written).normalize('NFC'));
    if (asAddress === undefined && asName !== undefined)
      return { href: basePath + asName.slice(1), ...shown(asName, use) };
    const found = asAddress;
    const tail = query + (fragment === undefined ? '' : `#${fragment}`);
    if (found === undefined && isHost(written)) return { href: `https://${written}`, problem: missingScheme(written) };
    if (found === undefined) {
      const guess = decoded.startsWith('assets/') ? decoded : beside(decoded);
      const href = basePath + guess.split('/').map(encodeSegment).join('/') + tail;
      return { href, problem: missing(written, use, decoded) };
    }
    const problem = fragment ? missingId(found, fragment, written) : undefined;
    return { href: basePath + found.slice(1) + tail, ...(problem && { problem }), ...shown(found, use) };
  };

  function shown(url: string, use: OpenTarget['use']): Pick<Resolved, 'picture'> {
    const picture = use === 'image' ? pictureAt(url) : undefined;
    return picture ? { picture } : {};
  }

  function missing(written: string, use: OpenTarget['use'], decoded: string): Problem {
    const helpOr = (otherwise: string): string => {
      meant ??= gather();
      const path = meant(decoded.split('/').findLast(Boolean) ?? decoded);
      return path ? `did you mean \`${path.replace(/^content\//, '')}\`?` : otherwise;
    };
    // Looked for when it is told: the theme asks for addresses of which nothing is.
    if (use === 'image')
      return {
        code: 'broken-image',
        message: `the picture \`${decode(written)}\` is not there`,
        get help() {
          return helpOr('put it beside this file, or under `assets/`');
        },
      };
    return {
      code: 'broken-link',
      message: `\`${decode(written)}\` leads to nothing in this site`,
      get help() {
        return helpOr('check the path, which counts from this file or from the site’s root');
      },
    };
  }

  function missingId(url: string, fragment: string, written: string): Problem | undefined {
    const known = ids(url);
    const id = decode(fragment);
    if (!known || id === '' || id === 'top' || known.has(id)) return undefined;
    const meant = closest(id, known);
    return {
      code: 'broken-anchor',
      message: `\`${decode(written)}\` leads to a heading that is not there`,
      help: meant ? `did you mean \`#${meant}\`?` : 'check the words of the heading: small letters, dashes for spaces',
    };
  }
}

const stemOf = (name: string): string => name.replace(/\.\w+$/, '');

/** Joins and removes `.` and `..`; going above the root stays at the root. */
function join(folder: string, path: string): string {
  const parts: string[] = [];
  for (const part of `${folder}/${path}`.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/') + (path.endsWith('/') && parts.length ? '/' : '');
}

function decode(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
