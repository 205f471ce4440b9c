import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { attempt } from '../files.ts';
import { ownFolderIn } from '../output/own-folder.ts';
import { createStore, type Store } from '../output/store.ts';

/**
 * What was made before is kept in the site's folder. What a stranger's folder holds is not believed: there the store is
 * one for this process alone. `folder` holds its files, and is made with the first of them.
 */
export function openStore(untrusted: boolean, root: string): { readonly store: Store; readonly folder: string } {
  const folder = untrusted ? join(folderOfProcess(), randomUUID()) : root;
  return { store: createStore(folder), folder: ownFolderIn(folder) };
}

let temporary: string | undefined;

/** It goes when the process ends. */
function folderOfProcess(): string {
  if (temporary === undefined) {
    const folder = join(tmpdir(), `meetpress-${randomUUID()}`);
    process.once('exit', () => attempt(() => rmSync(folder, { recursive: true, force: true })));
    temporary = folder;
  }
  return temporary;
}
