import { createHash } from 'node:crypto';
import { policySchema, type SourceKind, type Sources } from '../config/policy.ts';
import { isElsewhere } from '../markdown/open-targets.ts';
import { parseUrl } from '../url.ts';

export interface PolicyOptions {
  /** Whether the site's own people wrote the page: the scripts and styles in it are meant. */
  readonly trusted: boolean;
  /** Whether a script of the theme draws what has its styles with it. */
  readonly draws: boolean;
  /** Whether a script of the theme asks the search index, which WebAssembly reads. */
  readonly searches?: boolean;
  /** What the site adds. */
  readonly more: Sources;
}

/** Stands in a page for its policy, until the page is complete. */
export const policyMark = '\u0006';

const attributes = /([^\s"'>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;
const tags =
  /<(script|style|link|iframe|frame|object|embed|form|video|audio|a)\b((?:[^>"']|"[^"]*"|'[^']*'){0,2000})>/gi;
const handlers = /\son[a-z]+\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi;
/** Of scripts, types that no browser runs. */
const isData = (type: string): boolean =>
  !/^(?:|module|importmap|speculationrules|(?:text|application)\/(?:x-)?(?:java|ecma)script)$/i.test(type);

/**
 * The content-security policy (CSP Level 3) that allows a page what it holds, and nothing else. Scripts and styles in a
 * page of strangers are not allowed, whatever they are.
 */
export function policyOf(html: string, { trusted, draws, searches, more }: PolicyOptions): string {
  const kinds = Object.keys(policySchema) as SourceKind[];
  const found = new Map(kinds.map((kind) => [kind, new Set(more[kind])]));
  const allow = (kind: SourceKind, ...sources: string[]): void => {
    for (const source of sources) found.get(kind)!.add(source);
  };
  for (const { 1: tag, 2: rest, index, 0: whole } of html.matchAll(tags)) {
    const name = tag!.toLowerCase();
    const get = createGet(rest!);
    if (name === 'a' || /frame$/.test(name))
      allow('frame', ...hostOf(get(name === 'a' ? 'data-frame' : 'src'), name !== 'a'));
    else if (name === 'video' || name === 'audio') allow('media', 'data:', 'https:');
    else if (!trusted) continue;
    else if (name === 'form') allow('form', ...hostOf(get('action')));
    else if (name === 'link' && /\bstylesheet\b/i.test(get('rel') ?? '')) {
      const host = hostOf(get('href'));
      allow('style', ...host);
      // Where a foreign style sheet has its fonts, it alone knows.
      if (host.length) allow('font', 'https:');
    } else if (name === 'script' && get('src') !== undefined) {
      const host = hostOf(get('src'));
      allow('script', ...host);
      allow('connect', ...host);
    } else if ((name === 'script' && !isData(get('type') ?? '')) || name === 'style') {
      const start = index + whole.length;
      const end = html.slice(start).search(name === 'script' ? /<\/script\b/i : /<\/style\b/i);
      allow(name, hashOf(end < 0 ? html.slice(start) : html.slice(start, start + end)));
    }
  }
  if (trusted)
    for (const [, double, single, bare] of html.matchAll(handlers))
      allow('script', "'unsafe-hashes'", hashOf(decoded(double ?? single ?? bare ?? '')));
  if (searches) allow('script', "'wasm-unsafe-eval'");
  if (draws) {
    // With a hash beside it, it would mean nothing.
    for (const source of found.get('style')!) if (source.startsWith("'sha256-")) found.get('style')!.delete(source);
    allow('style', "'unsafe-inline'");
  }
  const list = (kind: SourceKind, ...usual: string[]): string =>
    [...new Set([...usual, ...found.get(kind)!])].join(' ');
  const has = (kind: SourceKind): boolean => found.get(kind)!.size > 0;
  return [
    "default-src 'self'",
    ...(has('script') ? [`script-src ${list('script', "'self'")}`] : []),
    ...(has('style') ? [`style-src ${list('style', "'self'")}`] : []),
    // Colours and sizes that Markdown sets on elements; they run nothing.
    ...(/\sstyle\s*=/i.test(html) ? ["style-src-attr 'unsafe-inline'"] : []),
    `img-src ${list('img', "'self'", 'data:', 'https:', ...(/\s(?:src|srcset|poster)\s*=\s*["']?http:/i.test(html) ? ['http:'] : []))}`,
    ...(has('media') ? [`media-src ${list('media', "'self'")}`] : []),
    ...(has('font') ? [`font-src ${list('font', "'self'", 'data:')}`] : []),
    ...(has('connect') ? [`connect-src ${list('connect', "'self'")}`] : []),
    `frame-src ${has('frame') ? list('frame') : "'none'"}`,
    "object-src 'none'",
    "base-uri 'self'",
    `form-action ${list('form', "'self'")}`,
  ].join('; ');
}

/** Reads the attributes of one tag, as they are written; of two by one name the first holds. */
function createGet(written: string): (name: string) => string | undefined {
  let known: Map<string, string> | undefined;
  return (name) => {
    known ??= new Map(
      [...written.matchAll(attributes)]
        .reverse()
        .map(([, key, ...value]) => [key!.toLowerCase(), decoded(value.find((each) => each !== undefined) ?? '')]),
    );
    return known.get(name);
  };
}

/** The host of an address elsewhere; where `here` is asked for, the site itself. */
function hostOf(address: string | undefined, here = false): string[] {
  const written = address?.trim();
  if (!written) return [];
  if (!isElsewhere(written)) return here ? ["'self'"] : [];
  const full = written.replace(/^\/\//, 'https://');
  const url = parseUrl(full);
  return url && /^(?:https?|wss?):$/.test(url.protocol) ? [url.origin] : [];
}

/** Of what browsers run: they have made each end of line one character by then. */
const hashOf = (text: string): string =>
  `'sha256-${createHash('sha256').update(text.replace(/\r\n?/g, '\n')).digest('base64')}'`;

const named: Readonly<Record<string, string>> = { quot: '"', amp: '&', lt: '<', gt: '>', apos: "'" };
/** The value of an attribute. */
const decoded = (text: string): string =>
  text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(quot|amp|lt|gt|apos));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return named[name.toLowerCase()] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
