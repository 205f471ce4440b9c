import { type Context, createContext, Script } from 'node:vm';
import { limits } from '../limits.ts';

const call = new Script('run()');

/** Pages, each within the time that it may take: a loop in a template, or a macro that calls itself twice, can take forever. */
export interface Bounded {
  /** Throws where a page takes longer than it may, or calls itself, and from then on for each that is made of the same. */
  page<T>(template: string, run: () => T): T;
  /** Makes one after another. As a watch costs a thread, those of a moment share one. */
  inTurn<T>(count: number, make: (index: number) => T): Generator<T, void, undefined>;
}

/** @param suspectsOf the templates behind one that may be endless; asked once for each */
export function createBounded(suspectsOf: (template: string) => readonly string[]): Bounded {
  const known = new Map<string, string>();
  /** Made for the first watch: each change of a site that is previewed comes by here, and most need none. */
  let context: Context | undefined;
  /** What was thrown, by the suspects. */
  const stopped = new Map<string, unknown>();
  const moment = limits.pageTime / 20;
  let watching = false;
  /** Whether it came to its end. */
  const watch = (run: () => void): boolean => {
    context ??= createContext({});
    context.run = run;
    watching = true;
    try {
      call.runInContext(context, { timeout: limits.pageTime });
      return true;
    } catch (error) {
      if ((error as { readonly code?: unknown }).code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error;
      return false;
    } finally {
      watching = false;
    }
  };
  return {
    page<T>(template: string, run: () => T): T {
      const suspects = known.get(template) ?? suspectsOf(template).join();
      known.set(template, suspects);
      if (suspects === '') return run();
      if (stopped.has(suspects)) throw stopped.get(suspects);
      try {
        if (watching) return run();
        let result: T | undefined;
        const ended = watch(() => {
          result = run();
        });
        if (ended) return result as T;
        throw tooSlow();
      } catch (error) {
        if (isEndless(error)) stopped.set(suspects, error);
        throw error;
      }
    },
    *inTurn(count, make) {
      for (let next = 0; next < count; ) {
        const made: ReturnType<typeof make>[] = [];
        const more = (): unknown => made.push(make(next + made.length));
        const until = performance.now() + moment;
        const ended = watch(() => {
          while (next + made.length < count && performance.now() < until) more();
        });
        // What was stopped may have begun late in that moment: it has the whole of its time, and a watch of its own.
        if (!ended && next + made.length < count) more();
        yield* made;
        next += made.length;
      }
    },
  };
}

const slow = `a page takes longer than ${limits.pageTime / 1000} seconds`;
const tooSlow = (): Error => new Error(slow);

/** Nunjucks puts words of its own around what was thrown. */
const isEndless = (error: unknown): boolean =>
  error instanceof Error && (error.message === slow || error.message.includes('Maximum call stack size'));

type Range = (start: number, stop?: number, step?: number) => readonly number[];

/** Nunjucks' `range`, which would fill the memory when asked to. */
export const boundedRange =
  (range: Range): Range =>
  (start, stop, step) => {
    const count = stop === undefined ? start : (stop - start) / (step || 1);
    if (count > limits.range) throw new Error(`\`range\` would give more than ${limits.range} numbers`);
    return range(start, stop, step);
  };
