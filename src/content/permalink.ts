import type { Problem } from '../diagnostics/diagnostic.ts';
import { shortened, visible } from '../diagnostics/visible.ts';
import { type Kind, kinds } from './source.ts';

const folders: ReadonlyMap<string, Kind> = new Map([
  ['events', 'event'],
  ['posts', 'post'],
  ['people', 'person'],
  ['venues', 'venue'],
  ['sponsors', 'sponsor'],
]);

/** What the path of a file in `content/` says about it. */
export interface Place {
  readonly kind: Kind;
  /** Percent-encoded, from the site's root: `/events/2026-10-06-agents/`. */
  readonly url: string;
  /** The last part of the path, without `.md`; that of the folder for an `index.md`. Empty for the home page. */
  readonly id: string;
}

/**
 * A folder with an `index.md` is the same as a file of the folder's name; the nearest folder above that bears a kind's
 * name decides the kind.
 * @param path within `content/`
 */
export function placeOf(path: string): Place {
  const parts = path
    .normalize('NFC')
    .replace(/\.(?:md|markdown)$/i, '')
    .split('/');
  if (parts.at(-1) === 'index') parts.pop();
  const folder = parts.slice(0, -1).findLast((part) => folders.has(part));
  return {
    kind: (folder && folders.get(folder)) || 'page',
    url: parts.length ? `/${parts.map(encodeSegment).join('/')}/` : '/',
    id: parts.at(-1) ?? '',
  };
}

export const isKind = (word: string): word is Kind => (kinds as readonly string[]).includes(word);

/** As `encodeURI`, and what would end a path or begin an escape as well. Half a character becomes U+FFFD. */
export function encodeSegment(segment: string): string {
  return encodeURI(segment.toWellFormed()).replaceAll('?', '%3F').replaceAll('#', '%23');
}

/** The path below the output folder at which a URL is published. */
export function outputPath(url: string): string {
  const path = url.includes('%') ? decodeURIComponent(url.slice(1)) : url.slice(1);
  return path === '' || path.endsWith('/') ? `${path}index.html` : path;
}

/** A name and a path may have so many bytes (UTF-8) on every usual file system, room for an output folder's included. */
const longest = { name: 255, path: 800 };

/** Whether some system has no room for a path below the output folder. */
export function isTooLong(path: string): boolean {
  if (path.length * 3 <= longest.name) return false;
  const bytes = (text: string): number => Buffer.byteLength(text);
  return bytes(path) > longest.path || path.split('/').some((name) => bytes(name) > longest.name);
}

const deviceName = /^(?:con|prn|aux|nul|(?:com|lpt)[\d¹²³]|con(?:in|out)\$) *(?:\.|$)/i;
/** Also escaped twice or more often, for a server that decodes more than once. */
const hiddenSign = /%(?:25)*(?:2f|5c|7f|[01][\da-f])|%(?:25)+2e/i;
const toolFolder = /^(?:\.git|git~1|\.meetpress)$/i;

/**
 * A permalink or alias as an encoded path from the site's root. One without an extension gets a slash at its end.
 * Whatever could leave the output folder, or mean something else to a server or on Windows, is refused.
 */
export function readPermalink(written: string): { url: string } | { problem: Problem } {
  const refuse = (message: string, help = 'write it as a path from the site’s root, such as `/2026/october/`') => ({
    problem: { code: 'bad-permalink', message: `\`${shortened(written)}\` ${message}`, help } as const,
  });
  if (/^[a-z][a-z\d+.-]*:/i.test(written) || written.startsWith('//')) return refuse('is an address elsewhere');
  if (/[?#]/.test(written)) return refuse('holds a `?` or `#`, which cannot be part of a file’s address');
  if (/[\\\0-\x1f\x7f]/.test(written)) return refuse('holds a backslash or a control character');
  let decoded: string;
  try {
    decoded = decodeURIComponent(written).normalize('NFC');
  } catch {
    return refuse('holds a `%` that is no escape', 'write `%25` for a percent sign');
  }
  if (hiddenSign.test(written)) return refuse('hides a slash, a dot or a control character in an escape');
  if (visible(decoded) !== decoded) return refuse('holds a character that cannot be seen');
  const segments = decoded.replace(/^\//, '').split('/');
  const trailing = segments.at(-1) === '' ? segments.pop() !== undefined : false;
  if (segments.some((part) => part === '..' || part === '.')) return refuse('goes up by `..` or `.`');
  if (segments.some((part) => part.startsWith(':'))) return refuse('holds a placeholder, which is not filled in here');
  if (segments.some((part) => part === '')) return refuse('holds an empty part');
  if (segments.some((part) => deviceName.test(part) || /[. ]$/.test(part) || /[<>:"|*]/.test(part)))
    return refuse('holds a name that Windows does not allow');
  if (segments.some((part) => toolFolder.test(part))) return refuse('lies in a folder that belongs to a tool');
  const path = segments.map(encodeSegment).join('/');
  const isFile = !trailing && /\.[a-z\d]+$/i.test(segments.at(-1) ?? '');
  const url = segments.length === 0 ? '/' : `/${path}${isFile ? '' : '/'}`;
  return isTooLong(outputPath(url)) ? refuse('is too long to be a file’s path') : { url };
}
