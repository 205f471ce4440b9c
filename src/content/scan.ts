import { hash } from 'node:crypto';
import { type Diagnostic, diagnose, type Problem, type Result } from '../diagnostics/diagnostic.ts';
import type { Files } from '../files.ts';
import { extentOf } from '../limits.ts';
import { explainFailure, refusals } from './refused-files.ts';
import type { Source } from './source.ts';
import { decode, type Unreadable } from './utf8.ts';

/** All that `content/` holds: Markdown to be read, and files to be published as they are. */
export interface Scanned {
  readonly sources: readonly Source[];
  /** Paths within the site's folder, beginning with `content/`. */
  readonly files: readonly string[];
  /** What is there and cannot be read, as a diagnostic says of each. */
  readonly unread: readonly string[];
}

export const contentFolder = 'content';
const tooMuchText = (most: number): Problem => ({
  code: 'too-much',
  message: `with this file, there are more than ${most / 1024 ** 2} MB of Markdown`,
  help: 'no meetup has as much: look for copies, and for links to one file',
});
const isMarkdown = (path: string): boolean => /\.(?:md|markdown)$/i.test(path);

/**
 * Reads the content folder. Names that begin with `.` or `_` are left out.
 * @param sourceOf makes a source of bytes, or takes the one that it made of them before
 */
export function scan(files: Files, sourceOf = decodeSource, { allText: most } = extentOf(false)): Result<Scanned> {
  const listed = files.list(contentFolder);
  if (!listed) {
    const problem: Problem = {
      code: 'no-content',
      message: `there is no folder \`${contentFolder}/\` in the site's folder`,
      help: 'put your Markdown files there, or name the site’s folder with --root',
    };
    return { value: { sources: [], files: [], unread: [] }, diagnostics: [diagnose(problem)] };
  }
  const diagnostics: Diagnostic[] = [];
  const sources: Source[] = [];
  const others: string[] = [];
  const unread: string[] = [];
  let total = 0;
  for (const { path, type } of listed) {
    const refuse = (problem: Problem, { line, column } = { line: 1, column: 1 }) => {
      diagnostics.push(diagnose(problem, { path, line, column, length: 1 }));
      unread.push(path);
    };
    if (type !== 'file') refuse(refusals[type]);
    else if (!isMarkdown(path)) others.push(path);
    else {
      const bytes = tryRead(() => files.read(path));
      total += 'code' in bytes ? 0 : bytes.length;
      if (total > most) {
        refuse(tooMuchText(most));
        break;
      }
      const source = 'code' in bytes ? bytes : sourceOf(bytes, path);
      if ('code' in source) refuse(source, source);
      else sources.push(source);
    }
  }
  return { value: { sources, files: others, unread }, diagnostics };
}

export function decodeSource(bytes: Uint8Array, path: string): Source | Unreadable {
  const text = decode(bytes);
  return typeof text === 'string' ? { path, hash: hash('sha1', bytes), text } : text;
}

/** What was read, or why it cannot be. */
export function tryRead<T>(read: () => T): T | Unreadable {
  try {
    return read();
  } catch (error) {
    return { ...explainFailure(error), line: 1, column: 1 };
  }
}
