import { closeSync, lstatSync, mkdirSync, openSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { WrongCall } from '../commands/io.ts';
import { removeIfEmpty } from '../output/place.ts';
import { writeFailed } from '../output/problems.ts';

/**
 * Creates files that are not there yet, all of them or none: where one is, or the disk refuses one, `WrongCall` says so
 * and nothing is left behind. No link is followed out of the folder.
 * @param folder absolute; made where it is missing
 * @param files contents by path in the folder, with forward slashes
 * @returns the paths, as given
 */
export function writeNew(folder: string, files: ReadonlyMap<string, string | Uint8Array>): readonly string[] {
  const paths = [...files.keys()];
  const refuse = (some: readonly string[]): never => {
    throw new WrongCall(`${some.join(', ')} ${some.length === 1 ? 'is' : 'are'} there already; nothing was written`);
  };
  const there = paths.filter((path) => isThere(join(folder, path)));
  if (there.length) refuse(there);
  const made: string[] = [];
  const folders: string[] = [];
  try {
    folders.push(...makeFolder(folder));
    const inside = `${realpathSync.native(folder)}${sep}`;
    for (const [path, content] of files) {
      folders.push(...makeFolder(dirname(join(folder, path))));
      const parent = realpathSync.native(dirname(join(folder, path)));
      if (!`${parent}${sep}`.startsWith(inside))
        throw new WrongCall(`${path} would lie outside of ${folder}; nothing was written`);
      const file = openSync(join(folder, path), 'wx');
      made.push(path);
      try {
        writeFileSync(file, content);
      } finally {
        closeSync(file);
      }
    }
    return paths;
  } catch (error) {
    for (const path of made) rmSync(join(folder, path), { force: true });
    for (const each of folders.reverse()) removeIfEmpty(each);
    if (error instanceof WrongCall) throw error;
    // Somebody else made one meanwhile.
    const { code, syscall } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST' && syscall === 'open') refuse([paths[made.length]!]);
    throw new WrongCall(writeFailed(folder, error).message);
  }
}

function isThere(path: string): boolean {
  try {
    lstatSync(path);
    return true;
  } catch {
    return false;
  }
}

/** Makes a folder and those above it, and gives the ones that were not there, outermost first. */
function makeFolder(folder: string): string[] {
  const first = mkdirSync(folder, { recursive: true });
  if (first === undefined) return [];
  const made = [folder];
  while (made[0] !== first && dirname(made[0]!) !== made[0]) made.unshift(dirname(made[0]!));
  return made;
}
