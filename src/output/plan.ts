import { statSync } from 'node:fs';
import type { Problem } from '../diagnostics/diagnostic.ts';
import { manifestPath, parseManifest, readManifest } from './manifest.ts';
import { foldersOf, isCopy, isSafePath, type Output } from './output.ts';
import { collision, foreignFile, missingSource, unsafePath } from './problems.ts';
import { sameBytes } from './same.ts';
import { type Kind, readTree, type Tree } from './tree.ts';

/** What is to be done in an output folder. All paths are below it. */
export interface Plan {
  readonly outputs: readonly Output[];
  /** What earlier builds made, as the manifest tells. */
  readonly known: ReadonlySet<string>;
  /** Files of earlier builds that this one doesn't have. They go before anything is written. */
  readonly stale: readonly string[];
  /** Folders that may have nothing in them then, the deepest first. */
  readonly emptied: readonly string[];
  readonly changed: readonly Output[];
  /** How many outputs are on the disk already, byte for byte. */
  readonly unchanged: number;
  /** What forbids all of it. */
  readonly problems: readonly Problem[];
}

/** What is wrong with the outputs by themselves: unsafe paths, and two that cannot be on one disk. */
export function checkPaths(outputs: readonly Output[]): Problem[] {
  const folders = foldersOf(outputs.map((output) => output.path));
  const seen = new Set<string>();
  return outputs.flatMap(({ path }) => {
    if (!isSafePath(path)) return unsafePath(path);
    if (folders.has(path)) return collision(path, 'would be both a file and a folder');
    if (seen.has(path)) return collision(path, 'would be written twice');
    seen.add(path);
    return [];
  });
}

/**
 * Compares the outputs, whose paths were checked, with what is on the disk, and changes nothing there.
 * Throws what the file system throws.
 */
export function planWrite(root: string, outputs: readonly Output[]): Plan {
  const known = parseManifest(readManifest(root));
  const tree = readTree(root);
  const { stale, emptied } = obsolete(tree, known, new Set(outputs.map((output) => output.path)));
  const changed: Output[] = [];
  const problems: Problem[] = [];
  let unchanged = 0;
  const manifest = tree.find(manifestPath);
  if (manifest && manifest.kind !== 'file') problems.push(foreignFile(root, manifest.path));

  for (const output of outputs) {
    const { path, content } = output;
    const found = tree.find(path);
    if (isCopy(content) && !statSync(content.copy, { throwIfNoEntry: false })?.isFile()) {
      problems.push(missingSource(content.copy));
    } else if (found?.kind === 'file' && !stale.has(found.path)) {
      if (sameBytes(`${root}/${path}`, content)) unchanged += 1;
      else if (known.has(path)) changed.push(output);
      else problems.push(foreignFile(root, found.path));
    } else {
      const inTheWay = found?.kind === 'folder' ? tree.walk(found.path) : found ? [found] : [];
      const stranger = inTheWay.find((thing) => thing.kind !== 'folder' && !stale.has(thing.path));
      if (stranger) problems.push(foreignFile(root, stranger.path));
      for (const thing of inTheWay) if (thing.kind === 'folder') emptied.add(thing.path);
      changed.push(output);
    }
  }
  const deepestFirst = [...emptied].sort((a, b) => b.length - a.length);
  return { outputs, known, stale: [...stale], emptied: deepestFirst, changed, unchanged, problems };
}

/** Files of earlier builds that nothing wants any more, and the folders they are in, as far as they are still there. */
function obsolete(tree: Tree, known: ReadonlySet<string>, wanted: ReadonlySet<string>) {
  const unwanted = [...known].filter((path) => !wanted.has(path));
  const present = (paths: Iterable<string>, kind: Kind) =>
    new Set([...paths].map(tree.find).flatMap((found) => (found?.kind === kind ? found.path : [])));
  return { stale: present(unwanted, 'file'), emptied: present(foldersOf(unwanted), 'folder') };
}
