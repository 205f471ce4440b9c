import { lstatSync, readdirSync } from 'node:fs';
import { folderOf } from './output.ts';

/** `other` is whatever we never make: links, devices, sockets. */
export type Kind = 'file' | 'folder' | 'other';

export interface Found {
  readonly kind: Kind;
  /** Below the output folder, as the disk spells it. */
  readonly path: string;
}

/** What lies in the output folder, as it was when first asked. */
export interface Tree {
  /**
   * What stands at a path. Where something that isn't a folder stands at a folder above it, that thing is found,
   * and its kind is `other`: links aren't followed, so nothing found lies outside.
   */
  find(path: string): Found | undefined;
  /** A folder and all that is in it, without following links. */
  walk(folder: string): Found[];
}

interface Folder {
  /** As the disk spells it. */
  readonly path: string;
  readonly entries: ReadonlyMap<string, Kind>;
  readonly obstacle?: string;
}

const nothing: ReadonlyMap<string, Kind> = new Map();

/** Each folder is read at most once, and one that doesn't exist costs nothing. Throws what the file system throws. */
export function readTree(root: string): Tree {
  const folders = new Map<string, Folder>();

  const folder = (path: string): Folder => {
    let known = folders.get(path);
    if (!known) {
      known = open(path);
      folders.set(path, known);
    }
    return known;
  };

  const open = (path: string): Folder => {
    if (path === '') return { path, entries: entriesOf(root) };
    const found = find(path);
    if (!found) return { path, entries: nothing };
    if (found.kind !== 'folder') return { path, entries: nothing, obstacle: found.path };
    return { path: found.path, entries: entriesOf(`${root}/${found.path}`) };
  };

  const find = (path: string): Found | undefined => {
    const { path: parent, entries, obstacle } = folder(folderOf(path));
    if (obstacle !== undefined) return { kind: 'other', path: obstacle };
    if (entries.size === 0) return undefined;
    const name = path.slice(path.lastIndexOf('/') + 1);
    const kind = entries.get(name);
    if (kind) return { kind, path: join(parent, name) };
    // Many disks take `About` and `about` for one name, some two ways to encode `é` as well.
    const stat = lstatSync(`${root}/${join(parent, name)}`, { throwIfNoEntry: false });
    if (!stat) return undefined;
    const spelled = [...entries.keys()].find((entry) => fold(entry) === fold(name)) ?? name;
    return { kind: kindOf(stat), path: join(parent, spelled) };
  };

  const walk = (path: string): Found[] => [
    { kind: 'folder', path },
    ...[...folder(path).entries].flatMap(([name, kind]) =>
      kind === 'folder' ? walk(join(path, name)) : [{ kind, path: join(path, name) }],
    ),
  ];

  return { find, walk };
}

function entriesOf(folder: string): ReadonlyMap<string, Kind> {
  try {
    return new Map(readdirSync(folder, { withFileTypes: true }).map((entry) => [entry.name, kindOf(entry)]));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return nothing;
    throw error;
  }
}

function kindOf(entry: { isFile(): boolean; isDirectory(): boolean }): Kind {
  return entry.isFile() ? 'file' : entry.isDirectory() ? 'folder' : 'other';
}

const fold = (name: string): string => name.normalize('NFC').toLowerCase();

const join = (folder: string, name: string): string => (folder === '' ? name : `${folder}/${name}`);
