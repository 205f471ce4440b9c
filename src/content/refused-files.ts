import { type Diagnostic, diagnose, type Problem } from '../diagnostics/diagnostic.ts';
import type { Files, Listed } from '../files.ts';
import { limits } from '../limits.ts';
import { decode, type Unreadable } from './utf8.ts';

const outside: Problem = {
  code: 'unreadable-file',
  message: 'this link leads out of the site’s folder',
  help: 'put the file itself here; nor may a link lead to a hidden file',
};

const special: Problem = {
  code: 'unreadable-file',
  message: 'this is neither a file nor a folder',
  help: 'remove it',
};

/** Why something that is listed cannot be read. */
export const refusals: Readonly<Record<Exclude<Listed['type'], 'file'>, Problem>> = {
  outside,
  broken: {
    code: 'unreadable-file',
    message: 'this link leads to a file that is not there',
    help: 'mend or remove the link',
  },
  unlisted: {
    code: 'unreadable-file',
    message: 'this folder cannot be read',
    help: 'check its permissions; where it was being moved, build again',
  },
  special,
  beyond: {
    code: 'too-much',
    message: `there are more than ${limits.files} files and folders here, or their names are too long`,
    help: 'look for links that lead to each other; what is not of the site belongs elsewhere',
  },
};

/** What below a folder cannot be read. @param asText whether they are texts, which have to be short enough and UTF-8 */
export function refusedIn(files: Files, folder: string, asText = false): Diagnostic[] {
  return (files.list(folder) ?? []).flatMap(({ path, type }) => {
    const start = { line: 1, column: 1 };
    const unreadable =
      type !== 'file' ? { ...refusals[type], ...start } : asText ? failureOf(() => files.read(path)) : undefined;
    if (!unreadable) return [];
    const { line, column, ...problem } = unreadable;
    return [diagnose(problem, { path, line, column, length: 1 })];
  });
}

function failureOf(read: () => Uint8Array): Unreadable | undefined {
  try {
    const text = decode(read());
    return typeof text === 'string' ? undefined : text;
  } catch (error) {
    return { ...explainFailure(error), line: 1, column: 1 };
  }
}

/** What `Files` threw, in words. */
export function explainFailure(error: unknown): Problem {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';
  if (code === 'EXDEV') return outside;
  if (code === 'ENXIO') return special;
  if (code === 'EISDIR')
    return { code: 'unreadable-file', message: 'a folder stands where a file is wanted', help: 'rename or remove it' };
  if (code === 'ENOLINK' || code === 'ELOOP') return refusals.broken;
  if (code === 'ENOENT')
    return {
      code: 'unreadable-file',
      message: 'this file went away while it was read',
      help: 'build again',
    };
  if (code === 'EFBIG')
    return {
      code: 'too-much',
      message: `this file is longer than ${limits.text / 1024} kB`,
      help: 'split it; pictures and data belong into files of their own',
    };
  return { code: 'unreadable-file', message: `this file cannot be read (${code})`, help: 'check its permissions' };
}
