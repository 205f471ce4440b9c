import { createContext, Script } from 'node:vm';
import { limits } from '../limits.ts';

const call = new Script('run()');

/** Pages, each within the time that it may take: a loop in a template, or a macro that calls itself twice, can take forever. */
export interface Bounded {
  /** Throws where a page takes longer than it may, and from then on for each page of that template. */
  page<T>(template: string, run: () => T): T;
  /** Makes one after another. As a watch costs a thread, those of a moment share one. */
  inTurn<T>(count: number, make: (index: number) => T): Generator<T, void, undefined>;
}

/** @param mayBeEndless whether a template is to be watched; asked once for each */
export function createBounded(mayBeEndless: (template: string) => boolean): Bounded {
  const known = new Map<string, boolean>();
  const context = createContext({});
  const stopped = new Set<string>();
  const moment = limits.pageTime / 20;
  let watching = false;
  /** Whether it came to its end. */
  const watch = (run: () => void): boolean => {
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
      const watched = known.get(template) ?? mayBeEndless(template);
      known.set(template, watched);
      if (watched && stopped.has(template)) throw tooSlow();
      if (!watched || watching) return run();
      let result: T | undefined;
      const ended = watch(() => {
        result = run();
      });
      if (ended) return result as T;
      stopped.add(template);
      throw tooSlow();
    },
    *inTurn(count, make) {
      for (let next = 0; next < count; ) {
        const made: ReturnType<typeof make>[] = [];
        const more = (): unknown => made.push(make(next + made.length));
        const until = performance.now() + moment;
        const ended = watch(() => {
          while (next + made.length < count && performance.now() < until) more();
        });
        // It may have begun late in that moment: it has the whole of its time, and a watch of its own.
        if (!ended) more();
        yield* made;
        next += made.length;
      }
    },
  };
}

const tooSlow = (): Error => new Error(`a page takes longer than ${limits.pageTime / 1000} seconds`);

type Range = (start: number, stop?: number, step?: number) => readonly number[];

/** Nunjucks' `range`, which would fill the memory when asked to. */
export const boundedRange =
  (range: Range): Range =>
  (start, stop, step) => {
    const count = stop === undefined ? start : (stop - start) / (step || 1);
    if (count > limits.range) throw new Error(`\`range\` would give more than ${limits.range} numbers`);
    return range(start, stop, step);
  };
