import { createContext, Script } from 'node:vm';
import { limits } from '../limits.ts';

const call = new Script('run()');

/** Runs what a template makes, by the template's name. */
type RunTemplate = <T>(template: string, run: () => T) => T;

/**
 * Throws where a page takes longer than it may, and from then on for each page of that template: a loop in one, or a
 * macro that calls itself twice, can take forever.
 * @param mayBeEndless whether a template is to be watched, which costs a thread for each page; asked once for each
 */
export function createBounded(mayBeEndless: (template: string) => boolean): RunTemplate {
  const watched = new Map<string, boolean>();
  const context = createContext({});
  const stopped = new Set<string>();
  return <T>(template: string, run: () => T): T => {
    const watch = watched.get(template) ?? mayBeEndless(template);
    watched.set(template, watch);
    if (!watch) return run();
    if (stopped.has(template)) throw tooSlow();
    let result: T | undefined;
    context.run = () => {
      result = run();
    };
    try {
      call.runInContext(context, { timeout: limits.pageTime });
    } catch (error) {
      if ((error as { readonly code?: unknown }).code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error;
      stopped.add(template);
      throw tooSlow();
    }
    return result as T;
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
