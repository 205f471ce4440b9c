import { parentPort, workerData } from 'node:worker_threads';
import type { Contents } from '../tests/support.ts';
import { type Check, createCheck, type Input } from './check.ts';
import { createGenerate, type Sort } from './inputs.ts';
import { themeOf } from './theme.ts';
import { checkWritten } from './written.ts';

export interface WorkerData {
  /** Where the built-in theme is. */
  readonly root: string;
  readonly corpus: readonly string[];
  /** One number: the index of the input that is being checked, for whoever finds that it takes too long. */
  readonly progress: Int32Array;
}

/** Inputs by their numbers, or one that is given. */
export type Task =
  | { readonly sort: Sort; readonly seed: number; readonly from: number; readonly to: number }
  | { readonly input: Input };

export interface Found {
  readonly index: number;
  readonly untrusted: boolean;
  readonly problems: readonly string[];
}

export interface Answer {
  readonly found: readonly Found[];
  /** Files that were generated. */
  readonly files: number;
}

/** In milliseconds of the processor; what a busy machine takes longer for is no fault of the input. */
const limit = 1000;
/** One in so many is really written. */
const writes = 25;

const { root, corpus, progress } = workerData as WorkerData;
const theme = themeOf(root);
const check = createCheck(theme);
const checkDisk = checkWritten(theme);
const generate = createGenerate(corpus);

function timed(check: Check, input: Input): string[] {
  const measure = (): readonly [problems: string[], milliseconds: number] => {
    const before = process.cpuUsage();
    const problems = check(input);
    const { user, system } = process.cpuUsage(before);
    return [problems, (user + system) / 1000];
  };
  const [problems, first] = measure();
  // The first time may have been one of compiling, or of cleaning up after others.
  const least = first < limit ? first : Math.min(first, measure()[1], measure()[1]);
  return least < limit ? problems : [...problems, `slow: ${Math.round(least)} ms`];
}

function checkBoth(contents: Contents, index: number): Found[] {
  return [false, true].flatMap((untrusted) => {
    const input = { contents, untrusted };
    const problems = [...timed(check, input), ...(index % writes === 0 ? checkDisk(input) : [])];
    return problems.length ? [{ index, untrusted, problems }] : [];
  });
}

parentPort?.on('message', (task: Task) => {
  const found: Found[] = [];
  let files = 0;
  if ('input' in task) {
    const { input } = task;
    const problems = [...timed(check, input), ...checkDisk(input)];
    if (problems.length) found.push({ index: 0, untrusted: input.untrusted, problems });
  } else
    for (let index = task.from; index < task.to; index += 1) {
      Atomics.store(progress, 0, index);
      const contents = generate(task.sort, task.seed, index);
      files += Object.keys(contents).length;
      found.push(...checkBoth(contents, index));
    }
  parentPort!.postMessage({ found, files } satisfies Answer);
});
