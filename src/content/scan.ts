import { hash } from 'node:crypto';
import { type Diagnostic, diagnose, type Problem, type Result } from '../diagnostics/diagnostic.ts';
import type { Files } from '../files.ts';
import type { Source } from './source.ts';

/** All that `content/` holds: Markdown to be read, and files to be published as they are. */
export interface Scanned {
  readonly sources: readonly Source[];
  /** Paths within the site's folder, beginning with `content/`. */
  readonly files: readonly string[];
}

export const contentFolder = 'content';
const isMarkdown = (path: string): boolean => /\.(?:md|markdown)$/i.test(path);

/**
 * Reads the content folder. Names that begin with `.` or `_` are left out.
 * @param sourceOf makes a source of bytes, or takes the one that it made of them before
 */
export function scan(files: Files, sourceOf = decodeSource): Result<Scanned> {
  const listed = files.list(contentFolder);
  if (!listed) {
    const problem: Problem = {
      code: 'no-content',
      message: `there is no folder \`${contentFolder}/\` in the site's folder`,
      help: 'put your Markdown files there, or name the site’s folder with --root',
    };
    return { value: { sources: [], files: [] }, diagnostics: [diagnose(problem)] };
  }
  const diagnostics: Diagnostic[] = [];
  const sources: Source[] = [];
  const others: string[] = [];
  for (const { path, type } of listed) {
    const refuse = (problem: Problem, { line, column } = { line: 1, column: 1 }) =>
      diagnostics.push(diagnose(problem, { path, line, column, length: 1 }));
    if (type === 'outside')
      refuse({
        code: 'unreadable-file',
        message: 'this link leads out of the site’s folder',
        help: 'put the file itself here',
      });
    else if (type === 'broken')
      refuse({
        code: 'unreadable-file',
        message: 'this link leads to a file that is not there',
        help: 'mend or remove the link',
      });
    else if (!isMarkdown(path)) others.push(path);
    else {
      const bytes = tryRead(() => files.read(path));
      const source = 'code' in bytes ? bytes : sourceOf(bytes, path);
      if ('code' in source) refuse(source, source);
      else sources.push(source);
    }
  }
  return { value: { sources, files: others }, diagnostics };
}

/** Why a file isn't read, and where that is, from 1. */
type Unreadable = Problem & { readonly line: number; readonly column: number };

export function decodeSource(bytes: Uint8Array, path: string): Source | Unreadable {
  const text = decode(bytes);
  return typeof text === 'string' ? { path, hash: hash('sha1', bytes), text } : text;
}

/** What was read, or why it cannot be. */
export function tryRead<T>(read: () => T): T | Unreadable {
  try {
    return read();
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';
    const message = `this file cannot be read (${reason})`;
    return { code: 'unreadable-file', message, help: 'check its permissions', line: 1, column: 1 };
  }
}

const strict = new TextDecoder('utf-8', { fatal: true });

/** Text without byte order mark, or the problem with the first byte that is none. */
export function decode(bytes: Uint8Array): string | Unreadable {
  try {
    return strict.decode(bytes);
  } catch {
    const before = validStart(bytes);
    const offset = Buffer.byteLength(before);
    const byte = bytes[offset]!.toString(16).padStart(2, '0').toUpperCase();
    const lines = before.replace(/^\ufeff/, '').split(/\r\n|\r|\n/);
    return {
      code: 'not-utf8',
      message: `byte ${offset + 1} of this file (0x${byte}) is no UTF-8 text`,
      help: 'save the file with the encoding UTF-8',
      line: lines.length,
      column: lines.at(-1)!.length + 1,
    };
  }
}

const replacement = Buffer.from('\ufffd');

/** The text before the first byte that is no part of valid UTF-8. */
function validStart(bytes: Uint8Array): string {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  let seen = 0;
  let offset = 0;
  // Each such byte was read as U+FFFD, as was U+FFFD itself.
  for (const { index } of text.matchAll(/\ufffd/g)) {
    offset += Buffer.byteLength(text.slice(seen, index));
    seen = index;
    if (!replacement.equals(bytes.subarray(offset, offset + replacement.length))) return text.slice(0, index);
  }
  return text;
}
