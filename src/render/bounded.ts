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

/** How much is made of a number that a template writes. */
interface Counting {
  readonly count: (...args: readonly unknown[]) => number;
  readonly most: number;
  readonly what: string;
}

const second = (_: unknown, count: unknown): number => Number(count);

/** What Nunjucks brings that would fill the memory when asked to. */
const counting = {
  range: {
    count: (start, stop, step) =>
      stop === undefined ? Number(start) : (Number(stop) - Number(start)) / (Number(step) || 1),
    most: limits.range,
    what: 'numbers',
  },
  batch: { count: (_, length, filler) => (filler ? Number(length) : 0), most: limits.range, what: 'items' },
  slice: { count: second, most: limits.range, what: 'lists' },
  center: { count: second, most: limits.html, what: 'characters' },
  indent: {
    count: (text, width) => `${text}`.split('\n').length * Number(width),
    most: limits.html,
    what: 'characters',
  },
} satisfies Readonly<Record<string, Counting>>;

/** A function or filter of Nunjucks' that throws where it would make more than any page needs. */
export const counted =
  <A extends unknown[], R>(name: keyof typeof counting, make: (...args: A) => R) =>
  (...args: A): R => {
    const { count, most, what }: Counting = counting[name];
    if (count(...args) > most) throw new Error(`\`${name}\` would give more than ${most} ${what}`);
    return make(...args);
  };
