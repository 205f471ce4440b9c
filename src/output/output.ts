/** One file of the rendered site. */
export interface Output {
  /** Relative to the output folder, with forward slashes, decoded: `events/x/index.html`. */
  readonly path: string;
  readonly content: Content;
}

/** Bytes; or `copy`, the absolute path of a file whose bytes are taken. */
export type Content = Uint8Array | Copy;

export interface Copy {
  readonly copy: string;
}

/** A `Buffer` has a `copy`, too, so the name alone doesn't tell. */
export const isCopy = (content: Content): content is Copy => !(content instanceof Uint8Array);

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** The text that bytes were made of. */
export const textOf = (bytes: Uint8Array): string => decoder.decode(bytes);

/** Where the record of what was written lives, and files on their way to their place. No output may lie there. */
export const stateFolder = '.meetpress';

/**
 * Whether a path stays inside the output folder on every system, and names a file there that may be ours.
 * Refused are `..`, `.` and empty segments (so absolute paths, too), backslashes, control characters,
 * a Windows drive, and what lies in our own state folder or a Git repository.
 */
export function isSafePath(path: string): boolean {
  return !/(?:^|\/)\.{0,2}(?:\/|$)|[\\\0-\x1f\x7f]|^[a-z]:/i.test(path) && !/^\.(?:meetpress|git)(?:\/|$)/i.test(path);
}

/** The folder that a path lies in; empty for the output folder itself. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** Every folder that the paths need, those above them included, but not the output folder itself. */
export function foldersOf(paths: Iterable<string>): Set<string> {
  const folders = new Set<string>();
  for (const path of paths) {
    for (let folder = folderOf(path); folder !== '' && !folders.has(folder); folder = folderOf(folder)) {
      folders.add(folder);
    }
  }
  return folders;
}
