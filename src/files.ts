import { closeSync, openSync, readdirSync, readFileSync, readSync, realpathSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';

/** Read access to one folder. Paths are relative to it, with forward slashes. */
export interface Files {
  /** The folder's absolute path. */
  readonly root: string;
  /** Every entry below `folder` at any depth, sorted by path; undefined where there is no such folder. */
  list(folder: string): readonly Listed[] | undefined;
  /** Throws what `node:fs` throws. */
  read(path: string): Uint8Array;
  /** Undefined where there is no such file. */
  readIfThere(path: string): Uint8Array | undefined;
  /** At most so many bytes from a file's start. Throws what `node:fs` throws. */
  readStart(path: string, length: number): Uint8Array;
}

export interface Listed {
  readonly path: string;
  /** `outside` is a symbolic link that leaves the folder, `broken` one that leads nowhere. Neither is to be read. */
  readonly type: 'file' | 'outside' | 'broken';
}

/** Names that are no content: hidden, or set aside by an underscore. */
const isSetAside = (name: string): boolean => name.startsWith('.') || name.startsWith('_');

export function createFiles(root: string): Files {
  const read = (path: string): Uint8Array => readFileSync(join(root, path));
  return {
    root,
    read,
    readIfThere(path) {
      try {
        return read(path);
      } catch (error) {
        if (isCode(error, 'ENOENT') || isCode(error, 'ENOTDIR')) return undefined;
        throw error;
      }
    },
    readStart(path, length) {
      const file = openSync(join(root, path), 'r');
      try {
        const bytes = new Uint8Array(length);
        return bytes.subarray(0, readSync(file, bytes));
      } finally {
        closeSync(file);
      }
    },
    list(folder) {
      try {
        return [...walk(root, folder, [realpathSync(join(root, folder))])].sort((a, b) => (a.path < b.path ? -1 : 1));
      } catch (error) {
        if (isCode(error, 'ENOENT') || isCode(error, 'ENOTDIR')) return undefined;
        throw error;
      }
    },
  };
}

/** @param parents the real paths of the folder, last, and of those above it */
function* walk(root: string, folder: string, parents: readonly string[]): Generator<Listed> {
  for (const item of readdirSync(join(root, folder), { withFileTypes: true })) {
    if (isSetAside(item.name)) continue;
    const path = `${folder}/${item.name}`;
    if (item.isFile()) yield { path, type: 'file' };
    else if (item.isDirectory()) yield* walk(root, path, [...parents, join(parents.at(-1)!, item.name)]);
    else if (item.isSymbolicLink()) yield* followLink(root, path, parents);
  }
}

/** Links are followed while they stay in the folder; one that leads back to a folder above it is left out. */
function* followLink(root: string, path: string, parents: readonly string[]): Generator<Listed> {
  let real: string;
  try {
    real = realpathSync(join(root, path));
  } catch {
    yield { path, type: 'broken' };
    return;
  }
  const inside = realpathSync(root);
  if (real !== inside && !real.startsWith(inside + sep)) yield { path, type: 'outside' };
  else if (statSync(real).isFile()) yield { path, type: 'file' };
  else if (!parents.some((parent) => parent === real || parent.startsWith(real + sep)))
    yield* walk(root, path, [...parents, real]);
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
