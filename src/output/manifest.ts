import { readFileSync } from 'node:fs';
import { isSafePath, stateFolder } from './output.ts';

/** The file that lists what we made in the output folder, and so may replace and remove. */
export const manifestPath = `${stateFolder}/manifest.json`;

/** The manifest's text, empty where there is none. Throws what the file system throws. */
export function readManifest(root: string): string {
  try {
    return readFileSync(`${root}/${manifestPath}`, 'utf8');
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'EISDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return '';
    throw error;
  }
}

/** The paths in a manifest. It may have been tampered with: what isn't a safe path is left out. */
export function parseManifest(text: string): Set<string> {
  try {
    const { files } = JSON.parse(text) as { files: unknown };
    if (!Array.isArray(files)) return new Set();
    return new Set(files.filter((path): path is string => typeof path === 'string' && isSafePath(path)));
  } catch {
    return new Set();
  }
}

/** One path on a line and in order, for those who keep their output in Git. */
export function formatManifest(paths: Iterable<string>): string {
  return `${JSON.stringify({ files: [...paths].sort() }, null, 1)}\n`;
}
