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

/** Reads the content folder. Names that begin with `.` or `_` are left out. */
export function scan(files: Files): Result<Scanned> {
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
    const refuse = (problem: Problem, line = 1) =>
      diagnostics.push(diagnose(problem, { path, line, column: 1, length: 1 }));
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
      const source = readSource(files, path);
      if ('code' in source) refuse(source, source.line);
      else sources.push(source);
    }
  }
  return { value: { sources, files: others }, diagnostics };
}

type Unreadable = Problem & { readonly line: number };

export function readSource(files: Files, path: string): Source | Unreadable {
  let bytes: Uint8Array;
  try {
    bytes = files.read(path);
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';
    return {
      code: 'unreadable-file',
      message: `this file cannot be read (${reason})`,
      help: 'check its permissions',
      line: 1,
    };
  }
  const text = decode(bytes);
  return typeof text === 'string' ? { path, hash: hash('sha1', bytes), text } : text;
}

const strict = new TextDecoder('utf-8', { fatal: true });

/** Text without byte order mark, or the problem with the first byte that is none. */
export function decode(bytes: Uint8Array): string | Unreadable {
  try {
    return strict.decode(bytes);
  } catch {
    const offset = firstInvalid(bytes);
    const line = bytes.subarray(0, offset).filter((byte) => byte === 10).length + 1;
    const byte = bytes[offset]!.toString(16).padStart(2, '0').toUpperCase();
    return {
      code: 'not-utf8',
      message: `byte ${offset + 1} of this file (0x${byte}) is no UTF-8 text`,
      help: 'save the file with the encoding UTF-8',
      line,
    };
  }
}

/** The offset of the first byte that is no part of valid UTF-8; found by halving, as prefixes stay valid. */
function firstInvalid(bytes: Uint8Array): number {
  let valid = 0;
  let invalid = bytes.length;
  while (invalid - valid > 1) {
    const middle = (valid + invalid) >> 1;
    try {
      // A stream may stop within a character, so that a cut in the middle of one isn't an error.
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, middle), { stream: true });
      valid = middle;
    } catch {
      invalid = middle;
    }
  }
  return invalid - 1;
}
