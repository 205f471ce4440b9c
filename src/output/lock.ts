import { randomUUID } from 'node:crypto';
import {
  closeSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import type { Problem } from '../diagnostics/diagnostic.ts';
import { stateFolder } from './output.ts';
import { isAbsent, removeIfEmpty } from './place.ts';
import { busy, foreignFile } from './problems.ts';

const lockName = 'lock';

/** In milliseconds. */
export interface Patience {
  /** How long another build is waited for. */
  readonly wait: number;
  /** How long the lock of a build that may be on another machine can go without a sign of life. */
  readonly silence: number;
}

const usual: Patience = { wait: 60_000, silence: 15_000 };
const pause = 20;
const beat = 1000;

/**
 * Does something in an output folder while no other build does. One that is writing is waited for; one that was killed
 * is not. The folder is made if need be, and taken away again where nothing came into it.
 * @param use is given a function to be called now and then, by which others see that this build lives
 * @returns what `use` gives, or why it was not called. Throws what the file system throws.
 */
export function withLock(
  root: string,
  use: (live: () => void) => readonly Problem[],
  patience = usual,
): readonly Problem[] {
  const folder = `${root}/${stateFolder}`;
  const found = lstatSync(folder, { throwIfNoEntry: false });
  if (found && !found.isDirectory()) return [foreignFile(root, stateFolder)];
  const made = mkdirSync(folder, { recursive: true });
  const path = `${folder}/${lockName}`;
  const token = `${process.pid} ${hostname()} ${randomUUID()}\n`;
  try {
    if (!take(path, token, patience)) return [busy(root)];
    return use(signsOfLife(path));
  } finally {
    if (read(path)?.token === token) rmSync(path, { force: true });
    if (made !== undefined) removeEmpty(folder, dirname(made));
  }
}

function take(path: string, token: string, { wait, silence }: Patience): boolean {
  const started = performance.now();
  let [seen, since] = ['', started];
  while (!create(path, token)) {
    const lock = read(path);
    const now = performance.now();
    // By our own clock alone: that of another machine, or of its disk, may be wrong.
    const sign = `${lock?.token} ${lock?.touched}`;
    if (sign !== seen) [seen, since] = [sign, now];
    // One that isn't all there is being made, or was when its build was killed.
    const bearable = lock?.token.endsWith('\n') ? silence : Math.min(beat, silence);
    if (lock && (isLeft(lock.token) || now - since > bearable)) {
      // Another one that waits may have done so, and have made its own.
      if (read(path)?.token === lock.token) rmSync(path, { force: true });
    } else if (now - started > wait) return false;
    else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pause);
  }
  return true;
}

/** Whether there was none. */
function create(path: string, token: string): boolean {
  let file: number;
  try {
    file = openSync(path, 'wx');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
  try {
    writeFileSync(file, token);
    return true;
  } catch (error) {
    rmSync(path, { force: true });
    throw error;
  } finally {
    closeSync(file);
  }
}

function read(path: string): { readonly token: string; readonly touched: number } | undefined {
  try {
    return { token: readFileSync(path, 'utf8'), touched: statSync(path).mtimeMs };
  } catch (error) {
    if (isAbsent(error)) return undefined;
    throw error;
  }
}

/** Whether the build of this machine that made a lock has ended. Of our own number there was one before us. */
function isLeft(token: string): boolean {
  const [pid, host] = token.split(' ');
  if (host !== hostname()) return false;
  if (Number(pid) === process.pid) return true;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}

function signsOfLife(path: string): () => void {
  let last = performance.now();
  return () => {
    if (performance.now() - last < beat) return;
    last = performance.now();
    try {
      utimesSync(path, new Date(), new Date());
    } catch {
      // Somebody took us for dead. Each file is whole all the same.
    }
  };
}

/** Folders that have nothing in them, from one up to another, which stays. */
function removeEmpty(folder: string, until: string): void {
  for (let each = folder; each !== until && each !== dirname(each); each = dirname(each)) removeIfEmpty(each);
}
