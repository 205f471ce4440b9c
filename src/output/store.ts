import { hash, randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { makeOwnFolder, ownFolderIn } from './own-folder.ts';

/** Bytes that were made before, on the disk. It can be deleted at any time, and is never taken at its word. */
export interface Store {
  /** The file with the bytes of a key; undefined where there is none, or it holds other bytes than were put there. */
  find(key: string): string | undefined;
  /** Puts bytes there, and gives the file. */
  add(key: string, bytes: Uint8Array): string;
  /** Lets go of what hasn't been used for a month, these keys apart. */
  tidy(used: readonly string[]): void;
}

const day = 86_400_000;
const longest = 30 * day;

/**
 * Each file is named after its key and its bytes, so that one that was cut off or changed is not believed.
 * @param root the folder that holds our own one, which is made when something is put there
 */
export function createStore(root: string): Store {
  const folder = join(ownFolderIn(root), 'made');
  let names: Map<string, string> | undefined;
  const nameOf = (key: string): string => hash('sha1', key);
  const listed = (): Map<string, string> => {
    names ??= new Map(namesIn(folder).map((name) => [name.split('-')[0]!, name]));
    return names;
  };
  return {
    find(key) {
      const name = listed().get(nameOf(key));
      if (name === undefined) return undefined;
      const file = join(folder, name);
      try {
        if (`${nameOf(key)}-${hash('sha1', readFileSync(file))}` !== name) return undefined;
        const now = Date.now();
        if (now - statSync(file).mtimeMs > day) utimesSync(file, now / 1000, now / 1000);
        return file;
      } catch {
        return undefined;
      }
    },
    add(key, bytes) {
      const name = `${nameOf(key)}-${hash('sha1', bytes)}`;
      if (listed().size === 0) {
        makeOwnFolder(root);
        mkdirSync(folder, { recursive: true });
      }
      const temporary = join(folder, `tmp-${randomUUID()}`);
      writeFileSync(temporary, bytes);
      renameSync(temporary, join(folder, name));
      listed().set(nameOf(key), name);
      return join(folder, name);
    },
    tidy(used) {
      const kept = new Set(used.map(nameOf));
      const old = Date.now() - longest;
      for (const name of namesIn(folder)) {
        const file = join(folder, name);
        const isOld = (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? old) < old;
        if (isOld && !kept.has(basename(name).split('-')[0]!)) rmSync(file, { force: true });
      }
    },
  };
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
