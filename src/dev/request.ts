import { isIP } from 'node:net';

/** A request as it came, with every header as often as it was sent; names in lower case. */
export interface Incoming {
  readonly method: string;
  /** As in the request line, nothing decoded. */
  readonly target: string;
  readonly headers: Readonly<Record<string, readonly string[] | undefined>>;
}

/** What is asked for. */
export interface Asked {
  /** Decoded, with the base path, beginning with a slash; no segment is `.`, `..` or empty but the last. */
  readonly path: string;
  /** As sent, with its `?`; empty where there is none. */
  readonly query: string;
}

/** Why a request gets no answer. */
export interface Refusal {
  readonly status: 400 | 403 | 404 | 405 | 414;
  /** For a person; holds nothing of the request that could be obeyed. */
  readonly words: string;
}

/** Of a request's target, in bytes. */
const longestTarget = 8 * 1024;

/**
 * Reads a request, or refuses it. Only what a browser shows of this very server is answered: other sites can neither
 * read it under a name of theirs (DNS rebinding) nor use it in their pages.
 * @param names hosts that are this server, besides `localhost` and every IP address
 */
export function readRequest({ method, target, headers }: Incoming, names: readonly string[]): Asked | Refusal {
  if (target.length > longestTarget) return { status: 414, words: 'This address is too long.' };
  return (
    checkMethod(method) ??
    checkBody(headers) ??
    checkHost(headers.host, names) ??
    checkOrigin(headers) ??
    readTarget(target)
  );
}

const bad = (words: string): Refusal => ({ status: 400, words });

function checkMethod(method: string): Refusal | undefined {
  if (method === 'GET' || method === 'HEAD') return undefined;
  return { status: 405, words: 'The preview only shows: it answers GET and HEAD.' };
}

/** It would have to be read to its end before the next request could be seen. */
function checkBody({ 'content-length': length, 'transfer-encoding': encoding }: Incoming['headers']) {
  if (!encoding && (length?.join() ?? '0') === '0') return undefined;
  return bad('A request for a page has no body.');
}

function checkHost(hosts: readonly string[] = [], names: readonly string[]): Refusal | undefined {
  const [written = '', second] = hosts;
  const [, bracketed, plain = ''] = /^(?:\[([\da-f:.]+)\]|([a-z\d_.-]+))(?::\d{1,5})?$/i.exec(written) ?? [];
  if (second !== undefined || (!plain && isIP(bracketed ?? '') !== 6))
    return bad('A request names its host once, such as localhost:3000.');
  const name = plain.toLowerCase();
  if (bracketed || isIP(name) || isLocal(name) || names.some((each) => each.toLowerCase() === name)) return undefined;
  const words = `The preview doesn’t answer to the name ${name}, as a page elsewhere could have been led here by it. If it is a name of this machine, start the preview with \`--host ${name}\`.`;
  return { status: 403, words };
}

/** Browsers take these for the machine itself and ask nobody (RFC 6761, 6.3). */
export const isLocal = (name: string): boolean => name === 'localhost' || name.endsWith('.localhost');

/** What browsers say about where a request comes from (Fetch, 3.2; Fetch Metadata, 2). Others say nothing. */
function checkOrigin({ origin, host, ...headers }: Incoming['headers']): Refusal | undefined {
  const is = (name: string, value: string): boolean => headers[name]?.join() === value;
  const elsewhere: Refusal = { status: 403, words: 'The preview is not for the pages of other sites.' };
  if (
    origin &&
    origin
      .join()
      .replace(/^https?:\/\//, '')
      .toLowerCase() !== host?.join().toLowerCase()
  )
    return elsewhere;
  if (!is('sec-fetch-site', 'cross-site')) return undefined;
  return is('sec-fetch-mode', 'navigate') && is('sec-fetch-dest', 'document') ? undefined : elsewhere;
}

/** Of the four forms of RFC 9112, 3.2, a server that is no proxy is asked in the first only: `/path?query`. */
function readTarget(target: string): Asked | Refusal {
  if (!target.startsWith('/') || !/^[!-~]+$/.test(target) || target.includes('#'))
    return bad('A request names a path, which begins with a slash, its other characters escaped.');
  const [, raw = '', query = ''] = /^\/([^?]*)(.*)$/.exec(target) ?? [];
  const segments: string[] = [];
  for (const [index, segment] of raw.split('/').entries()) {
    const decoded = decode(segment);
    if (decoded === undefined) return bad('This address holds a % that is no escape of UTF-8.');
    if (/[\0-\x1f\x7f-\x9f\\/]/.test(decoded)) return bad('This address hides a slash, a backslash or a control.');
    if (decoded === '.' || decoded === '..') return bad('This address goes up by dots.');
    const isLast = index === raw.split('/').length - 1;
    if ((decoded === '' && !isLast) || isHidden(decoded)) return { status: 404, words: 'There is nothing here.' };
    segments.push(decoded);
  }
  return { path: `/${segments.join('/')}`, query };
}

/** Hidden files are never published, but for the folder of RFC 8615. */
const isHidden = (segment: string): boolean => segment.startsWith('.') && segment !== '.well-known';

/** Undefined where an escape is none, or none of UTF-8. */
export function decode(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}
