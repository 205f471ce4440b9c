import { statSync } from 'node:fs';
import { join } from 'node:path';
import { attempt, createFiles, type Files, type Listed } from '../files.ts';

/** A folder as it was when it was last looked at: lists and bytes stay the same values until a look shows others. */
export interface KeptFiles extends Files {
  /**
   * Looks at these paths again (bytes are compared), or at everything (by what the file system says of each file).
   * @returns paths that differ from before, sorted: changed, new and gone; folders among them where they are that
   */
  look(paths?: Iterable<string>): readonly string[];
  /** Whether one of these files is missing or empty, and wasn't: so files are for a moment while they are written. */
  isUnsettled(paths: Iterable<string>): boolean;
}

/** What tells one state of a file from another, as far as a file system knows it. */
const stampOf = (path: string): string => {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat?.isFile() ? `${stat.mtimeMs} ${stat.size} ${stat.ino}` : none;
};
const none = 'no file';

export function createKeptFiles(root: string): KeptFiles {
  const disk = createFiles(root);
  const lists = new Map<string, readonly Listed[] | undefined>();
  /** Of each file that was listed or asked for. */
  const stamps = new Map<string, string>();
  const known = new Map<string, Uint8Array | undefined>();
  const hashes = new Map<string, string>();
  const stamp = (path: string): string => attempt(() => stampOf(join(root, path))) ?? none;

  const list = (folder: string): readonly Listed[] | undefined => {
    const listed = disk.list(folder);
    lists.set(folder, listed);
    for (const { path, type } of listed ?? []) if (type === 'file' && !stamps.has(path)) stamps.set(path, stamp(path));
    return listed;
  };
  const keep = (path: string, bytes: Uint8Array | undefined) => {
    known.set(path, bytes);
    return bytes;
  };
  const read = (path: string, from: (path: string) => Uint8Array | undefined): Uint8Array | undefined => {
    if (known.has(path)) return known.get(path);
    // Before it is read: what is written in between is seen by the next look.
    if (!stamps.has(path)) stamps.set(path, stamp(path));
    return keep(path, from(path));
  };
  const forget = (path: string): void => {
    known.delete(path);
    hashes.delete(path);
    stamps.delete(path);
  };

  /** @param compare whether equal stamps are trusted no further than the bytes */
  const hasChanged = (path: string, compare: boolean): boolean => {
    const now = stamp(path);
    const before = stamps.get(path);
    if (now === before && (!compare || now === none)) return false;
    stamps.set(path, now);
    hashes.delete(path);
    const old = known.get(path);
    if (!old) {
      known.delete(path);
      return now !== before;
    }
    const bytes = attempt(() => disk.readIfThere(path));
    if (bytes && Buffer.compare(old, bytes) === 0) return false;
    if (bytes) keep(path, bytes);
    else forget(path);
    return true;
  };

  /** What a folder's list had, or has now, and not both. */
  const listAgain = (folder: string): string[] => {
    const before = lists.get(folder);
    const pathsIn = (listed: typeof before) => new Map(listed?.map(({ path, type }) => [path, type]));
    const [old, fresh] = [pathsIn(before), pathsIn(list(folder))];
    const changed = [...new Set([...old.keys(), ...fresh.keys()])].filter((path) => old.get(path) !== fresh.get(path));
    if (changed.length === 0) lists.set(folder, before);
    for (const path of changed) if (!fresh.has(path)) forget(path);
    return !before === !lists.get(folder) ? changed : [folder, ...changed];
  };
  /** Listed folders that a path is in, or that are in it. */
  const foldersAt = (path: string): string[] =>
    [...lists.keys()].filter((folder) => `${path}/`.startsWith(`${folder}/`) || folder.startsWith(`${path}/`));

  const knownIn = (folder: string): string[] => [...stamps.keys()].filter((path) => path.startsWith(`${folder}/`));

  return {
    root,
    readStart: disk.readStart,
    hashOf(path) {
      const kept = hashes.get(path);
      if (kept !== undefined) return kept;
      if (!stamps.has(path)) stamps.set(path, stamp(path));
      const made = disk.hashOf(path);
      hashes.set(path, made);
      return made;
    },
    list: (folder) => (lists.has(folder) ? lists.get(folder) : list(folder)),
    read: (path) => read(path, disk.read)!,
    readIfThere: (path) => read(path, disk.readIfThere),
    look(paths) {
      const asked = [...(paths ?? [])];
      const looked = paths ? [...asked, ...asked.filter((path) => !stamps.has(path)).flatMap(knownIn)] : stamps.keys();
      const changed = [...looked].filter((path) => stamps.has(path) && hasChanged(path, paths !== undefined));
      // A path that nobody knew, or that is no file any longer, may be a folder, or the only file of one.
      const unlisted = asked.filter((path) => !stamps.has(path) || stamps.get(path) === none);
      const stale = paths ? unlisted.flatMap(foldersAt) : lists.keys();
      return [...new Set([...changed, ...[...new Set(stale)].flatMap(listAgain)])].sort();
    },
    isUnsettled: (paths) =>
      [...paths].some((path) => {
        if (!stamps.has(path) || stamps.get(path) === none) return false;
        const now = stamp(path);
        return now === none || (/ 0 /.test(now) && known.get(path)?.length !== 0);
      }),
  };
}
