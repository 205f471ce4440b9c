import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { diagnose, type Problem, type Result, sortDiagnostics } from '../diagnostics/diagnostic.ts';
import { withLock } from './lock.ts';
import { formatManifest, manifestPath, readManifest } from './manifest.ts';
import { type Content, folderOf, type Output, stateFolder } from './output.ts';
import { placeFile, removeFile, removeIfEmpty } from './place.ts';
import { checkPaths, type Plan, planWrite } from './plan.ts';
import { writeFailed } from './problems.ts';

/** Numbers of files. */
export interface Written {
  readonly written: number;
  /** Those that had these bytes already, and keep their time stamps. */
  readonly unchanged: number;
  readonly removed: number;
}

/** Of files on their way to their place. */
export const temporaryPrefix = 'tmp-';

type Tally = { -readonly [key in keyof Written]: number };

/**
 * Makes the output folder hold exactly these outputs, besides files that Meetpress never made: those are left alone,
 * and one that is in the way is an error, found before anything is written. Each file appears whole. A build that was
 * interrupted is completed by the next one, and one that runs at the same time is waited for. Nothing outside the
 * folder is touched, and links in it aren't followed.
 *
 * Whatever the machine refuses is a diagnostic; the value tells what was done until then.
 */
export function writeSite(outDir: string, outputs: readonly Output[]): Result<Written> {
  const root = resolve(outDir);
  const tally: Tally = { written: 0, unchanged: 0, removed: 0 };
  const problems = attempt(root, outputs, tally);
  return { value: tally, diagnostics: sortDiagnostics(problems.map((problem) => diagnose(problem))) };
}

function attempt(root: string, outputs: readonly Output[], tally: Tally): readonly Problem[] {
  const refused = checkPaths(outputs);
  if (refused.length > 0) return refused;
  try {
    return withLock(root, (live) => {
      const plan = planWrite(root, outputs);
      if (plan.problems.length > 0) return plan.problems;
      tally.unchanged = plan.unchanged;
      carryOut(root, plan, tally, live);
      return [];
    });
  } catch (error) {
    return [writeFailed(root, error)];
  }
}

function carryOut(
  root: string,
  { known, stale, emptied, changed, outputs }: Plan,
  tally: Tally,
  live: () => void,
): void {
  removeTemporaries(root);
  // Its own in each run: a build that takes this one for dead must not write to the same file.
  const temporary = `${root}/${stateFolder}/${temporaryPrefix}${randomUUID()}`;
  const place = (path: string, content: Content) => placeFile(temporary, `${root}/${path}`, content);
  const record = (paths: Iterable<string>) => {
    const text = formatManifest(paths);
    if (text !== readManifest(root)) place(manifestPath, Buffer.from(text));
  };
  try {
    // Wherever the build is stopped, the manifest names at least all that was made.
    record(new Set([...known, ...outputs.map((output) => output.path)]));
    // First, since a stale file may stand where a folder is wanted, or differ in the case of a letter only.
    for (const path of stale) if (removeFile(`${root}/${path}`)) tally.removed += 1;
    for (const folder of emptied) removeIfEmpty(`${root}/${folder}`);
    const made = new Set<string>();
    for (const { path, content } of changed) {
      const folder = folderOf(path);
      if (!made.has(folder)) mkdirSync(`${root}/${folder}`, { recursive: true });
      made.add(folder);
      place(path, content);
      tally.written += 1;
      live();
    }
    record(outputs.map((output) => output.path));
  } finally {
    rmSync(temporary, { force: true });
  }
}

/** Those of builds that were stopped. */
function removeTemporaries(root: string): void {
  for (const name of readdirSync(`${root}/${stateFolder}`)) {
    if (name.startsWith(temporaryPrefix)) rmSync(`${root}/${stateFolder}/${name}`, { force: true, recursive: true });
  }
}
