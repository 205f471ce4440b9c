import { hash } from 'node:crypto';
import { type Diagnostic, sortDiagnostics } from '../diagnostics/diagnostic.ts';
import type { Derived } from '../output/derived.ts';
import type { SearchPage } from '../search/documents.ts';
import { renderRoute, type State } from './state.ts';

/** What a change did to the whole site. */
export interface Report {
  /** What changed, relative to the site's folder; empty at the start. */
  readonly files: readonly string[];
  /** Until the site could be shown again. */
  readonly milliseconds: number;
  readonly pages: number;
  /** Pages that are new, gone, or have other bytes; undefined where the next change came before all were compared. */
  readonly affected: number | undefined;
  /** All that a build would say, sorted; of the links and bodies as far as pages were rendered. */
  readonly diagnostics: readonly Diagnostic[];
}

/** A state that was looked at as a whole. */
export interface Looked {
  readonly state: State;
  /** Those that may be found by a search. */
  readonly pages: readonly SearchPage[];
  /** All that pages bring with them, by path. */
  readonly derived: ReadonlyMap<string, Derived>;
}

export interface Checker {
  /** Ends the check that runs, and begins one of this state. */
  start(state: State, change: Pick<Report, 'files' | 'milliseconds'>): void;
  stop(): void;
}

/** Milliseconds of work, and of rest in which the server answers. */
const slice = { work: 6, rest: 3 };
/** After a change, before the first: who edits wants the page first. */
const before = 120;

/**
 * Renders all pages, a few at a time, while nobody waits: what is wrong anywhere is found as a build would find it.
 * @param failed takes what rendering threw: a bug of ours, which ends this check alone
 * @param found takes each state that was looked at to its end
 */
export function createChecker(
  told: (report: Report) => void,
  failed: (error: unknown) => void,
  found: (looked: Looked) => void,
): Checker {
  let timer: NodeJS.Timeout | undefined;
  let interrupted: (() => void) | undefined;
  /** Of each page, after the last check that came to its end. */
  let known = new Map<string, string>();

  const stop = (): void => {
    clearTimeout(timer);
    interrupted = undefined;
  };
  return {
    stop,
    start(state, change) {
      interrupted?.();
      stop();
      const { routes, renderer, incomplete } = state.planned;
      const diagnostics = [...state.diagnostics];
      const hashes = new Map<string, string>();
      const pages = routes.filter(({ path }) => path.endsWith('.html')).length;
      const report = (affected: number | undefined): void =>
        told({ ...change, pages, affected, diagnostics: sortDiagnostics(diagnostics) });
      interrupted = () => report(undefined);
      const searched: SearchPage[] = [];
      const derived = new Map<string, Derived>();
      let next = 0;
      const renderSome = (): void => {
        const until = performance.now() + slice.work;
        for (; next < routes.length && performance.now() < until; next += 1) {
          const route = routes[next]!;
          const made = renderRoute(state, route);
          diagnostics.push(...made.diagnostics);
          for (const [path, each] of made.also) derived.set(path, each);
          if (!route.path.endsWith('.html')) continue;
          hashes.set(route.path, hashOf(made));
          if (route.indexed && made.content && 'text' in made.content)
            searched.push({ url: route.url, html: made.content.text });
        }
        if (next < routes.length) {
          timer = setTimeout(work, slice.rest);
          return;
        }
        diagnostics.push(...incomplete.flatMap(renderer.bodyDiagnostics));
        interrupted = undefined;
        const affected = countChanges(known, hashes);
        known = hashes;
        found({ state, pages: searched, derived });
        report(affected);
      };
      const work = (): void => {
        try {
          renderSome();
        } catch (error) {
          stop();
          failed(error);
        }
      };
      timer = setTimeout(work, before);
    },
  };
}

const hashOf = ({ content, diagnostics }: ReturnType<typeof renderRoute>): string =>
  content && 'hash' in content ? content.hash : hash('sha1', JSON.stringify(diagnostics));

const countChanges = (before: ReadonlyMap<string, string>, now: ReadonlyMap<string, string>): number =>
  [...now].filter(([path, hash]) => before.get(path) !== hash).length +
  [...before.keys()].filter((path) => !now.has(path)).length;
