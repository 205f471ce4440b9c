import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Input } from './check.ts';
import type { Answer, Found, Task, WorkerData } from './worker.ts';

type Batch = Extract<Task, { readonly sort: unknown }>;

/** How much time of the processor an input may take until it is given up, in milliseconds. */
const patience = 10_000;
const memory = 1024;

/** Of the processor, by this process: all but nothing of it by the thread that waits. */
function spent(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/**
 * A thread that checks inputs. One that hangs, or takes all the memory it is given, is ended and begun anew, and the
 * input is to blame.
 */
export function startTester(data: Omit<WorkerData, 'progress'>) {
  const progress = new Int32Array(new SharedArrayBuffer(4));
  const begin = (): Worker =>
    new Worker(fileURLToPath(new URL('worker.js', import.meta.url)), {
      workerData: { ...data, progress } satisfies WorkerData,
      // A program's first thread has a stack of a megabyte, too.
      resourceLimits: { maxOldGenerationSizeMb: memory, stackSizeMb: 1 },
    });
  let worker = begin();

  /** What the thread answers, or why it doesn't. */
  const ask = (task: Task): Promise<Answer | string> =>
    new Promise((resolve) => {
      let seen = -1;
      let since = spent();
      const fail = (error: NodeJS.ErrnoException): void =>
        end(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? `memory: more than ${memory} MB` : `exception: ${error.stack}`);
      const end = (answer: Answer | string): void => {
        clearInterval(watch);
        worker.off('message', end).off('error', fail);
        resolve(answer);
      };
      const watch = setInterval(() => {
        const now = Atomics.load(progress, 0);
        if (now !== seen) [seen, since] = [now, spent()];
        else if (spent() - since > patience) end('hang: nothing comes of it');
      }, 500);
      worker.on('message', end).on('error', fail);
      worker.postMessage(task);
    });
  const renew = async (): Promise<void> => {
    await worker.terminate();
    worker = begin();
  };

  return {
    /** What is wrong with one input. */
    async check(input: Input): Promise<readonly string[]> {
      const answer = await ask({ input });
      if (typeof answer === 'string') await renew();
      return typeof answer === 'string' ? [answer] : answer.found.flatMap(({ problems }) => problems);
    },
    /** All of a batch, also behind an input that never ends. */
    async batch(task: Batch): Promise<Answer> {
      const found: Found[] = [];
      let files = 0;
      for (let { from } = task; from < task.to; ) {
        const answer = await ask({ ...task, from });
        if (typeof answer !== 'string') return { found: [...found, ...answer.found], files: files + answer.files };
        await renew();
        const index = Atomics.load(progress, 0);
        found.push({ index, untrusted: false, problems: [answer] });
        from = index + 1;
        files += 1;
      }
      return { found, files };
    },
    stop: () => worker.terminate(),
  };
}
