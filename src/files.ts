import { createHash, hash } from 'node:crypto';
import {
  closeSync,
  constants,
  type Dirent,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readSync,
  realpathSync,
  statSync,
} from 'node:fs';
import { join, sep } from 'node:path';
import { limits } from './limits.ts';

/** Read access to one folder. Paths are relative to it, with forward slashes. No link is followed out of it. */
export interface Files {
  /** The folder's absolute path. */
  readonly root: string;
  /** Every entry below `folder` at any depth, sorted by path; undefined where there is no such folder. */
  list(folder: string): readonly Listed[] | undefined;
  /** A text. Throws what `node:fs` throws, `ENXIO` where no file stands, `EFBIG` where it is longer than a text may be, `EXDEV` where a link leaves. */
  read(path: string): Uint8Array;
  /** Undefined where there is no such file. Throws otherwise as `read` does, and `ENOLINK` where a link leads nowhere. */
  readIfThere(path: string): Uint8Array | undefined;
  /** At most so many bytes from a file's start. Throws what `node:fs` throws, and `EXDEV`. */
  readStart(path: string, length: number): Uint8Array;
  /** Names the bytes of a file of any length: equal hashes mean equal bytes. Throws as `readStart` does. */
  hashOf(path: string): string;
}

export interface Listed {
  readonly path: string;
  /**
   * `outside` is a symbolic link that leaves the folder or leads to what is hidden in it, `broken` one that leads
   * nowhere; at `beyond` there is more than a site may hold, which isn't listed; `unlisted` is a folder that cannot be
   * listed, `special` a pipe, socket or device. None of them is to be read.
   */
  readonly type: 'file' | 'outside' | 'broken' | 'beyond' | 'unlisted' | 'special';
}

/** Names that are no content: hidden, or set aside by an underscore. */
const isSetAside = (name: string): boolean => name.startsWith('.') || name.startsWith('_');

/** The paths of the files below a folder that may be read. */
export const filesIn = (files: Files, folder: string): string[] =>
  (files.list(folder) ?? []).flatMap(({ path, type }) => (type === 'file' ? [path] : []));

/** What a look gives; undefined where it throws, as files vanish, or can't be read, at any moment. */
export function attempt<T>(look: () => T): T | undefined {
  try {
    return look();
  } catch {
    return undefined;
  }
}

export function createFiles(root: string): Files {
  /** The last walk through each folder that was listed. */
  const walks = new Map<string, Walk>();
  /** Opened by its real path, so that no link in it is followed unseen. */
  const open = (path: string): number => {
    const walk = walks.get(path.slice(0, Math.max(0, path.indexOf('/'))));
    // Asking for the real path takes longer than reading.
    if (walk?.plain.has(path.slice(0, path.lastIndexOf('/')))) {
      const file = attempt(() => openSync(join(walk.inside, path), reading | constants.O_NOFOLLOW));
      if (file !== undefined) return file;
    }
    const real = realpathSync.native(join(root, path));
    if (!isWithin(realpathSync.native(root), real)) throw failure('EXDEV', `${path} leads out of ${root}`);
    return openSync(real, reading);
  };
  const isLink = (path: string): boolean => {
    try {
      return lstatSync(join(root, path)).isSymbolicLink();
    } catch {
      return false;
    }
  };
  const using = <T>(path: string, use: (file: number) => T): T => {
    const file = open(path);
    try {
      return use(file);
    } finally {
      closeSync(file);
    }
  };
  const read = (path: string): Uint8Array =>
    using(path, (file) => {
      const found = fstatSync(file);
      if (!found.isFile() && !found.isDirectory()) throw failure('ENXIO', `${path} is no file`);
      if (found.size > limits.text) throw failure('EFBIG', `${path} is too long`);
      return readWhole(file, found.size);
    });
  return {
    root,
    read,
    readIfThere(path) {
      try {
        return read(path);
      } catch (error) {
        if (!isNotThere(error)) throw error;
        if (isLink(path)) throw failure('ENOLINK', `${path} leads nowhere`);
        return undefined;
      }
    },
    readStart: (path, length) => using(path, (file) => readWhole(file, Math.min(length, fstatSync(file).size))),
    hashOf: (path) => using(path, hashOfOpen),
    list(folder) {
      try {
        const [inside, real] = [realpathSync.native(root), realpathSync.native(join(root, folder))];
        if (!isWithin(inside, real)) return [{ path: folder, type: 'outside' }];
        const walk: Walk = { root, inside, plain: new Set(), left: limits.files };
        if (!statSync(real).isDirectory()) return undefined;
        // Without this a link could be followed unseen.
        if (constants.O_NOFOLLOW) walks.set(folder, walk);
        return [...listed(walk, folder, [real])].sort((a, b) => (a.path < b.path ? -1 : 1));
      } catch (error) {
        if (!isNotThere(error)) return [{ path: folder, type: 'unlisted' }];
        return isLink(folder) ? [{ path: folder, type: 'broken' }] : undefined;
      }
    },
  };
}

interface Walk {
  readonly root: string;
  /** The root's real path. */
  readonly inside: string;
  /** Folders to which no link leads, by their paths. */
  readonly plain: Set<string>;
  /** How much more is listed. */
  left: number;
}

// Or it would wait at a pipe for somebody to write.
const reading = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/** As many bytes of a file, from where it stands, as there are. */
function readWhole(file: number, length: number): Uint8Array {
  const bytes = Buffer.allocUnsafe(length);
  return bytes.subarray(0, fill(file, bytes));
}

const part = Buffer.allocUnsafeSlow(2 ** 20);

/** Names the bytes of an open file from where it stands, however many they are: equal hashes mean equal bytes. */
export function hashOfOpen(file: number): string {
  let count = fill(file, part);
  if (count < part.length) return hash('sha1', part.subarray(0, count));
  const sum = createHash('sha1');
  for (; count > 0; count = fill(file, part)) sum.update(part.subarray(0, count));
  return sum.digest('hex');
}

/** Reads from where a file stands until the buffer is full or the file ends. Gives the number of bytes. */
export function fill(file: number, buffer: Buffer): number {
  let length = 0;
  while (length < buffer.length) {
    const count = readSync(file, buffer, length, buffer.length - length, null);
    if (count === 0) break;
    length += count;
  }
  return length;
}

/** @param parents the real paths of the folder, last, and of those above it */
function* listed(walk: Walk, folder: string, parents: readonly string[]): Generator<Listed> {
  let items: Dirent[];
  try {
    items = readdirSync(join(walk.root, folder), { withFileTypes: true });
  } catch {
    yield { path: folder, type: 'unlisted' };
    return;
  }
  if (parents.at(-1) === join(walk.inside, folder)) walk.plain.add(folder);
  for (const item of items) {
    if (isSetAside(item.name)) continue;
    const path = `${folder}/${item.name}`;
    walk.left -= 1;
    if (walk.left < 0 || path.length > limits.path) {
      yield { path, type: 'beyond' };
      return;
    }
    if (item.isFile()) yield { path, type: 'file' };
    else if (item.isDirectory()) yield* listed(walk, path, [...parents, join(parents.at(-1)!, item.name)]);
    else if (item.isSymbolicLink()) yield* followLink(walk, path, parents);
    else yield { path, type: 'special' };
  }
}

/** Links are followed while they stay in the folder; one that leads back to a folder above it is left out. */
function* followLink(walk: Walk, path: string, parents: readonly string[]): Generator<Listed> {
  let real: string;
  try {
    real = realpathSync.native(join(walk.root, path));
  } catch {
    yield { path, type: 'broken' };
    return;
  }
  const found = statSync(real, { throwIfNoEntry: false });
  if (!isWithin(walk.inside, real)) yield { path, type: 'outside' };
  else if (!found) yield { path, type: 'broken' };
  else if (found.isFile()) yield { path, type: 'file' };
  else if (!found.isDirectory()) yield { path, type: 'special' };
  else if (!parents.some((parent) => parent === real || parent.startsWith(real + sep)))
    yield* listed(walk, path, [...parents, real]);
}

/** Whether a real path is the folder or lies in it, and isn't hidden there: `.git/config` and `.env` hold secrets. */
export function isWithin(folder: string, real: string): boolean {
  const start = folder.endsWith(sep) ? folder : folder + sep;
  return real === folder || (real.startsWith(start) && !`${sep}${real.slice(start.length)}`.includes(`${sep}.`));
}

const failure = (code: string, message: string): Error => Object.assign(new Error(message), { code });

const isNotThere = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && ['ENOENT', 'ENOTDIR', 'ENAMETOOLONG'].includes(String(error.code));
