import { hash } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import type { Config } from '../src/config/config.ts';
import { readConfig } from '../src/config/read.ts';
import type { Entry } from '../src/content/entry.ts';
import { parse } from '../src/content/parse.ts';
import type { Path } from '../src/content/path.ts';
import { scan } from '../src/content/scan.ts';
import type { Reader, Reading } from '../src/content/schema/field.ts';
import type { Source } from '../src/content/source.ts';
import type { Diagnostic, Result, Span } from '../src/diagnostics/diagnostic.ts';
import type { Files, Listed } from '../src/files.ts';
import { buildSite } from '../src/model/site.ts';
import type { Site } from '../src/model/values.ts';

/** What a folder holds, by path: text, or bytes where it must be something else. */
export type Contents = Readonly<Record<string, string | Uint8Array>>;

/** A folder that is only in memory. Names that begin with `.` or `_` are left out of its lists, as on a disk. */
export function filesOf(contents: Contents, root = '/site'): Files {
  const bytes = new Map(Object.entries(contents).map(([path, data]) => [path, Buffer.from(data)]));
  const readIfThere = (path: string): Uint8Array | undefined => bytes.get(path);
  const read = (path: string): Uint8Array => {
    const found = readIfThere(path);
    if (!found) throw Object.assign(new Error(`no such file: ${path}`), { code: 'ENOENT' });
    return found;
  };
  return {
    root,
    readIfThere,
    read,
    readStart: (path, length) => read(path).subarray(0, length),
    hashOf: (path) => hash('sha1', read(path)),
    list(folder) {
      const below = [...bytes.keys()].filter((path) => path.startsWith(`${folder}/`));
      const shown = below.filter((path) => !/\/[._]/.test(path)).sort();
      return below.length ? shown.map((path): Listed => ({ path, type: 'file' })) : undefined;
    },
  };
}

/** A file of `content/`; its path is given without that folder. */
export function sourceOf(path: string, text: string): Source {
  return { path: `content/${path}`, hash: text, text: text.replace(/^\ufeff/, '') };
}

export const parsed = (path: string, text: string): Result<Entry> => parse(sourceOf(path, text));

/** The kind of an entry is decided by its path: `entryOf('events/x.md', …)` is an event. */
export const entryOf = (path: string, text: string): Entry => parsed(path, text).value;

/** What a reader makes of a value, and its problems as `code at path: message`. */
export function readBy<T>(reader: Reader<T>, value: unknown): { value: T | undefined; problems: string[] } {
  const problems: string[] = [];
  const readingAt = (path: Path): Reading => ({
    path,
    problem: ({ code, message }, part) => problems.push(`${code} at ${part ?? ''}${path.join('.')}: ${message}`),
    at: (key) => readingAt([...path, key]),
  });
  return { value: reader(value, readingAt(['field'])), problems };
}

export const configOf = (yaml = ''): Config => readConfig(filesOf({ 'site.yaml': yaml })).value;

export interface SiteOptions {
  /** `site.yaml`. */
  readonly config?: string;
  readonly now?: string;
  readonly drafts?: boolean;
}

/** A site out of files by their path in `content/`, at noon (UTC) of 1 July 2026 unless told otherwise. */
export function siteOf(
  content: Contents,
  { config = '', now = '2026-07-01T12:00Z', drafts = false }: SiteOptions = {},
): Result<Site> {
  const contents = Object.fromEntries(Object.entries(content).map(([path, data]) => [`content/${path}`, data]));
  const scanned = scan(filesOf(contents));
  const entries = scanned.value.sources.map(parse);
  const options = { config: configOf(config), now: Temporal.Instant.from(now), drafts };
  const made = buildSite(
    entries.map(({ value }) => value),
    options,
  );
  return { value: made.value, diagnostics: [scanned, ...entries, made].flatMap(({ diagnostics }) => diagnostics) };
}

/** The stretch of a file's text that a span means. */
export function underlined(text: string, { line, column, length }: Span): string {
  const written = text.split(/\r\n|\r|\n/)[line - 1] ?? '';
  return written.slice(column - 1, column - 1 + length);
}

/**
 * Diagnostics in short, for comparing: `misspelt-field 2:1 titel`, the code, the place, and the text that stands there.
 * @param text of the one file that they are about
 */
export function brief(text: string, diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.map(({ code, at }) =>
    at ? `${code} ${at.line}:${at.column} ${underlined(text, at)}`.trimEnd() : code,
  );
}

/** What parsing a file has to say about it, in short. */
export const complaints = (path: string, text: string): string[] => brief(text, parsed(path, text).diagnostics);

export const codesOf = (diagnostics: readonly Diagnostic[]): string[] => diagnostics.map(({ code }) => code);
