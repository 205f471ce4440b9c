import { closeSync, lstatSync, mkdirSync, openSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { WrongCall } from '../commands/io.ts';
import { attempt } from '../files.ts';
import { removeIfEmpty } from '../output/place.ts';
import { refusal } from '../output/problems.ts';

/**
 * Creates files that are not there yet, all of them or none: where one is, or the disk refuses one, `WrongCall` says so
 * and nothing is left behind. No link is followed out of the folder.
 * @param folder absolute; made where it is missing
 * @param files contents by path in the folder, with forward slashes
 * @returns the paths, as given
 */
export function writeNew(folder: string, files: ReadonlyMap<string, string | Uint8Array>): readonly string[] {
  const paths = [...files.keys()];
  refuseThere(folder, paths);
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
    if (code === 'EEXIST' && syscall === 'open') throw alreadyThere([paths[made.length]!]);
    const { place = folder, reason } = refusal(error);
    throw notWritten(place, reason);
  }
}

/** What is said where the disk refuses a file or a folder (absolute). */
export const notWritten = (path: string, reason: string): WrongCall =>
  new WrongCall(`${relative(process.cwd(), path) || path} cannot be written: ${reason}; nothing was changed`);

/** Throws `WrongCall` where any of the files is there: for what is known before everything is asked. */
export function refuseThere(folder: string, paths: readonly string[]): void {
  const there = paths.filter((path) => isThere(join(folder, path)));
  if (there.length) throw alreadyThere(there);
}

const alreadyThere = (paths: readonly string[]): WrongCall =>
  new WrongCall(`${paths.join(', ')} ${paths.length === 1 ? 'is' : 'are'} there already; nothing was written`);

/** Also a link that leads nowhere. */
const isThere = (path: string): boolean => attempt(() => lstatSync(path)) !== undefined;

/** Makes a folder and those above it, and gives the ones that were not there, outermost first. */
function makeFolder(folder: string): string[] {
  const first = mkdirSync(folder, { recursive: true });
  if (first === undefined) return [];
  const made = [folder];
  while (made[0] !== first && dirname(made[0]!) !== made[0]) made.unshift(dirname(made[0]!));
  return made;
}
