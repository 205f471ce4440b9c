import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stateFolder } from './output.ts';

/** The folder inside another in which Meetpress keeps what it can make again. */
export const ownFolderIn = (root: string): string => join(root, stateFolder);

/** Makes that folder. Throws what the file system throws. */
export function makeOwnFolder(root: string): void {
  mkdirSync(ownFolderIn(root), { recursive: true });
  // Keeps it out of a repository without anybody having to think of it.
  writeFileSync(join(ownFolderIn(root), '.gitignore'), '*\n');
}
