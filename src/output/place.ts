import { copyFileSync, mkdirSync, renameSync, rmdirSync, unlinkSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { type Content, isCopy } from './output.ts';

/**
 * Puts a file in its place whole: written to `temporary`, which is on the same disk, then renamed.
 * Both folders are expected to exist; a build that runs at the same time may take them away, or the temporary file,
 * so they are made again then. Throws what the file system throws.
 */
export function placeFile(temporary: string, target: string, content: Content): void {
  for (let attempt = 1; ; attempt += 1) {
    try {
      if (isCopy(content)) copyFileSync(content.copy, temporary);
      else writeFileSync(temporary, content);
      renameSync(temporary, target);
      return;
    } catch (error) {
      if (attempt === 3 || !isAbsent(error)) throw error;
      mkdirSync(dirname(temporary), { recursive: true });
      mkdirSync(dirname(target), { recursive: true });
    }
  }
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

const isAbsent = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT';
