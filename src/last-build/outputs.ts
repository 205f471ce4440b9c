import { hash } from 'node:crypto';
import { closeSync, existsSync, lstatSync, openSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { hashOfOpen } from '../files.ts';
import { withLock } from '../output/lock.ts';
import { formatManifest, manifestPath } from '../output/manifest.ts';
import { foldersOf, isCopy, type Output, stateFolder } from '../output/output.ts';
import { temporaryPrefix } from '../output/write.ts';

/** A file as a build left it in the output folder. Plain data. */
export interface Left {
  /** Below the output folder. */
  readonly path: string;
  /** In bytes. */
  readonly size: number;
  readonly sum: string;
  /** The file that it is a copy of, by its absolute path. */
  readonly source: string | undefined;
}

/** What a build wrote, the list of it included. Throws what the file system throws. */
export function leftBy(outDir: string, outputs: readonly Output[]): readonly Left[] {
  const manifest: Output = {
    path: manifestPath,
    content: Buffer.from(formatManifest(outputs.map(({ path }) => path))),
  };
  return [...outputs, manifest].map(({ path, content }) => {
    if (isCopy(content)) {
      const file = join(outDir, path);
      return { path, size: statSync(file).size, sum: sumOfFile(file), source: content.copy };
    }
    return { path, size: content.length, sum: hash('sha1', content), source: undefined };
  });
}

/** A build that is writing there is not waited for. */
const patience = { wait: 0, silence: 15_000 };

/** Whether a build that makes the same would find nothing to do in the output folder. Throws what the file system throws. */
export function isStill(outDir: string, left: readonly Left[]): boolean {
  if (!existsSync(join(outDir, manifestPath))) return false;
  let still = false;
  withLock(
    outDir,
    (live) => {
      const isSame = (file: Left): boolean => {
        live();
        return isThere(outDir, file);
      };
      still = isTidy(outDir) && areFolders(outDir, left) && left.every(isSame);
      return [];
    },
    patience,
  );
  return still;
}

/** No build was stopped there. */
const isTidy = (outDir: string): boolean =>
  !readdirSync(join(outDir, stateFolder)).some((name) => name.startsWith(temporaryPrefix));

/** No link stands in for a folder. */
const areFolders = (outDir: string, left: readonly Left[]): boolean =>
  [...foldersOf(left.map(({ path }) => path))].every((folder) =>
    lstatSync(join(outDir, folder), { throwIfNoEntry: false })?.isDirectory(),
  );

function isThere(outDir: string, { path, size, sum, source }: Left): boolean {
  const file = join(outDir, path);
  const found = lstatSync(file, { throwIfNoEntry: false });
  if (!found?.isFile() || found.size !== size || sumOfFile(file) !== sum) return false;
  return source === undefined || isCopyOf(source, size, sum);
}

function isCopyOf(source: string, size: number, sum: string): boolean {
  const found = statSync(source, { throwIfNoEntry: false });
  return found?.isFile() === true && found.size === size && sumOfFile(source) === sum;
}

/** Throws what the file system throws. */
function sumOfFile(path: string): string {
  const file = openSync(path, 'r');
  try {
    return hashOfOpen(file);
  } finally {
    closeSync(file);
  }
}
