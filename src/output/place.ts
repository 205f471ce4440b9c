import { copyFileSync, renameSync, rmdirSync, statSync, unlinkSync, writeFileSync } from 'node:fs';
import { type Content, isCopy } from './output.ts';

/**
 * Puts a file in its place whole: written to `temporary`, which is on the same disk, then renamed. Both folders must
 * exist. Throws what the file system throws.
 */
export function placeFile(temporary: string, target: string, content: Content): void {
  if (isCopy(content)) copyWhole(content.copy, temporary);
  else writeFileSync(temporary, content);
  renameSync(temporary, target);
}

const attempts = 5;

/** Copies a file as it was at one moment: one that is written to meanwhile is copied again. */
function copyWhole(source: string, target: string): void {
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const before = statSync(source, { bigint: true });
    copyFileSync(source, target);
    const after = statSync(source, { bigint: true });
    if (before.mtimeNs === after.mtimeNs && before.size === after.size) return;
  }
  const error = { code: 'EBUSY', syscall: 'copyfile', path: source, dest: target };
  throw Object.assign(new Error(`EBUSY: ${source} changed each time that it was copied`), error);
}

/** Whether the file was there. Throws what the file system throws otherwise. */
export function removeFile(path: string): boolean {
  try {
    unlinkSync(path);
    return true;
  } catch (error) {
    if (isAbsent(error)) return false;
    throw error;
  }
}

/** Removes a folder unless something is in it. One that stays for another reason does no harm, either. */
export function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {}
}

export const isAbsent = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT';
