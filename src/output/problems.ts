import { basename, isAbsolute, relative, sep } from 'node:path';
import type { Problem } from '../diagnostics/diagnostic.ts';
import { stateFolder } from './output.ts';

export function unsafePath(path: string): Problem {
  return {
    code: 'unsafe-output',
    message: `${JSON.stringify(path)} is no safe path below the output folder`,
    help: 'give what is published there another address',
  };
}

export function collision(path: string, what: string): Problem {
  return { code: 'url-collision', message: `\`${path}\` ${what}`, help: 'give one of the two another address' };
}

export function missingSource(path: string): Problem {
  return { code: 'unreadable-file', message: `\`${path}\` is to be published, but there is no such file` };
}

/** `path` is below the output folder `root`. */
export function foreignFile(root: string, path: string): Problem {
  return {
    code: 'foreign-file',
    message: `\`${basename(root)}/${path}\` is in the way, and Meetpress did not make it`,
    help: 'move it away or delete it; where nothing in the output folder is worth keeping, delete the folder',
  };
}

export function busy(root: string): Problem {
  return {
    code: 'write-failed',
    message: `another build has been writing to \`${basename(root)}\` for a minute`,
    help: 'wait for it or end it, and build again; where there is none, delete `.meetpress/lock` in that folder',
  };
}

const reasons: Readonly<Record<string, readonly [reason: string, help: string]>> = {
  ENOENT: ['it is not there any more', 'build again'],
  ENOSPC: ['the disk is full', 'make room, and build again'],
  EDQUOT: ['your share of the disk is full', 'make room, and build again'],
  EROFS: ['the disk cannot be written to', 'choose an output folder on another disk'],
  EACCES: ['you are not allowed to', 'change its owner or its permissions'],
  EPERM: ['you are not allowed to, or another program uses it', 'close that program, or change the permissions'],
  EBUSY: ['another program uses it', 'close that program, and build again'],
  ENOTDIR: ['a file stands where a folder is needed', 'move that file away, or choose another output folder'],
  EEXIST: ['something else stands where a folder is needed', 'move it away, or choose another output folder'],
  EISDIR: ['a folder stands where a file is needed', 'move that folder away, or choose another output folder'],
  ENAMETOOLONG: ['the name is too long for the disk', 'give what is published there a shorter address'],
};

/** Where the file system refused to write, and why. Whatever else was thrown is a bug of ours, and is thrown again. */
export function refusal(error: unknown) {
  const { code, syscall, message, path, dest } = error as NodeJS.ErrnoException & { readonly dest?: string };
  if (!(error instanceof Error) || code === undefined || syscall === undefined) throw error;
  const [reason, help] = reasons[code] ?? ['the system refused'];
  return { place: syscall === 'copyfile' ? path : (dest ?? path), reason, help, note: message ?? code };
}

/** What the file system refused, in words. Throws what is a bug of ours. */
export function writeFailed(root: string, error: unknown): Problem {
  const { place, reason, help, note } = refusal(error);
  return {
    code: 'write-failed',
    message: `writing the site failed at \`${shown(root, place ?? root)}\`: ${reason}`,
    ...(help && { help }),
    notes: [note],
  };
}

/** Beginning with the output folder's name, where it lies in there. Our own files there mean the folder. */
function shown(root: string, path: string): string {
  const below = relative(root, path);
  if (isAbsolute(below) || below.startsWith('..')) return path;
  const parts = below.split(sep).filter((part) => part !== '');
  return [basename(root), ...(parts[0] === stateFolder ? [] : parts)].join('/');
}
