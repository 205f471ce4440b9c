import type { Builder, BuildOptions } from '../builder.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Files } from '../files.ts';
import { withoutFingerprints } from '../fingerprints.ts';
import type { Derived } from '../output/derived.ts';
import { copiesFolder } from '../pictures/pictures.ts';
import { isCardPath } from '../routes/card-url.ts';
import type { Route } from '../routes/route.ts';
import type { Answer, News, Preview, View } from './answer.ts';
import { createLatest } from './latest.ts';
import { createState, type RenderedRoute, renderRoute, type State, type Text, whereTheyWent } from './state.ts';

/** A change that was seen, and the site after it. */
export interface Change {
  readonly revision: number;
  /** Relative to the site's folder, sorted. */
  readonly files: readonly string[];
  /** Until the site could be shown again. */
  readonly milliseconds: number;
  readonly state: State;
}

export interface PreviewOptions {
  readonly files: Files;
  readonly builder: Builder;
  /** Asked before each rebuild, as time goes by. */
  readonly options: () => BuildOptions;
}

export interface RunningPreview extends Preview {
  readonly state: State;
  /**
   * Takes all that the pages of a state bring with them, and lets go of what those before did: it may be asked for until
   * the present pages are known, and holds the whole site of its time.
   */
  settle(of: State, derived: ReadonlyMap<string, Derived>): void;
  /** Makes the site anew after these files changed. */
  change(files: readonly string[]): Change;
}

/** So many pages are remembered as they were, and so many changes, that a day's work finds them. */
const most = { shown: 200, changes: 500, derived: 5000 };

export function createPreview({ files, builder, options }: PreviewOptions): RunningPreview {
  let state = createState(builder.plan(files, options()));
  /** The last one without an error, if there was one. */
  let sound = state;
  // Later than any of a server that ran before.
  let revision = Date.now();
  /** Of this state. */
  let rendered = createLatest<string, RenderedRoute>(most.shown);
  /** Each page as it last was without an error. */
  const shown = createLatest<string, Text>(most.shown);
  /** What pages brought with them: those shown since the site was last looked at as a whole, and all of that time. */
  let derived = createLatest<string, Derived>(most.derived);
  let settled: ReadonlyMap<string, Derived> = new Map();
  let settledOf: State | undefined;
  const wentTo = createLatest<string, string | undefined>(most.shown);
  const changes: { readonly revision: number; readonly files: readonly string[]; readonly urls: readonly string[] }[] =
    [];
  const listeners = new Set<() => void>();

  const rendering = (route: Route): RenderedRoute => {
    const known = rendered.get(route.path);
    const made = known ?? renderRoute(state, route);
    rendered.set(route.path, made);
    if (!known) for (const [path, each] of made.also) derived.set(path, each);
    return made;
  };
  // A page that was opened before asks for the name of then.
  const routeAt = (path: string): Route | undefined =>
    state.byPath.get(path) ?? state.byPlainPath.get(withoutFingerprints(path));

  const answerAt = (path: string, status: 200 | 404): Answer | undefined => {
    // While the site has errors, what was there stays.
    const kept = shown.get(path);
    if (kept && state.errors.length > 0) return { kind: 'text', status, path, ...kept };
    const route = routeAt(path);
    if (!route) return undefined;
    const { content } = rendering(route);
    if (content && 'file' in content) return { kind: 'file', path, ...content };
    if (content && 'derived' in content) return { kind: 'derived', path, ...content };
    if (content) shown.set(path, content);
    const text = content ?? kept;
    return text ? { kind: 'text', status, path, ...text } : { kind: 'broken', path };
  };

  /** What pages bring with them is known when they are rendered: who asks for it before has all of them rendered. */
  const broughtAlong = (path: string): Derived | undefined => {
    const isCopy = path.startsWith(`${copiesFolder}/`);
    if (!isCopy && !isCardPath(path)) return undefined;
    // The name of a copy tells its bytes; a card's does not, and may be another one now.
    const known = derived.get(path) ?? (isCopy ? settled.get(path) : undefined);
    if (known) return known;
    if (settledOf !== state) {
      const pages = state.planned.routes.filter(({ path }) => path.endsWith('.html'));
      settle(state, new Map(pages.flatMap((route) => [...renderRoute(state, route).also])));
    }
    return settled.get(path);
  };
  const settle: RunningPreview['settle'] = (of, all) => {
    if (of !== state) return;
    [settled, settledOf] = [all, of];
    derived = createLatest(most.derived);
  };

  const answer = (asked: string): Answer => {
    const path = outputAt(asked);
    const found = answerAt(path, 200);
    if (found) return found;
    const folder = routeAt(`${path}/index.html`);
    if (folder) return { kind: 'moved', to: folder.url };
    const alone = broughtAlong(path);
    if (alone) return { kind: 'derived', path, derived: alone };
    const notFound = answerAt('404.html', 404);
    return notFound ?? { kind: 'text', status: 404, path: '404.html', text: 'Not found', hash: '' };
  };

  const problemsOf = (path: string): readonly Diagnostic[] => {
    const route = routeAt(path);
    return [...state.errors, ...((route && rendering(route).errors) ?? [])];
  };

  const newsOfPage = ({ path, hash }: View, now: Answer): Pick<News, 'page' | 'to'> => {
    if (now.kind === 'moved') return { page: 'gone', to: now.to };
    if (now.kind !== 'text' || now.hash === hash) return {};
    const went = outputAt(path);
    if (now.status === 200 || !wentTo.has(went)) return { page: 'changed' };
    const to = wentTo.get(went);
    return { page: 'gone', ...(to !== undefined && { to }) };
  };

  const publishedOf = (files: readonly string[]): string[] => files.flatMap((file) => state.published.get(file) ?? []);

  const news = (view: View): News => {
    const answered = answer(view.path);
    const since = changes.filter((change) => change.revision > view.revision);
    // From before what is remembered, or from another run.
    const first = changes[0]?.revision ?? revision + 1;
    const lost = view.revision > revision || view.revision < first - 1;
    return {
      revision,
      ...newsOfPage(view, answered),
      files: [...new Set(since.flatMap((change) => [...publishedOf(change.files), ...change.urls]))],
      everything: lost,
      problems: problemsOf('path' in answered ? answered.path : outputAt(view.path)),
    };
  };

  return {
    get revision() {
      return revision;
    },
    get state() {
      return state;
    },
    get basePath() {
      return state.planned.site.config.url?.basePath ?? '/';
    },
    answer,
    news,
    settle,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    change(changed) {
      const started = performance.now();
      const before = state.byPath;
      state = createState(builder.plan(files, options()));
      rendered = createLatest(most.shown);
      derived = createLatest(most.derived);
      revision += 1;
      if (state.errors.length === 0) {
        for (const [path, to] of whereTheyWent(sound, state)) {
          shown.delete(path);
          wentTo.set(path, to);
        }
        sound = state;
      }
      // What is no file of the site is told by its name.
      const urls = [...state.byPlainPath].flatMap(([plain, { path, url }]) =>
        before.has(path) || state.byPath.has(plain) ? [] : [url],
      );
      changes.push({ revision, files: changed, urls });
      if (changes.length > most.changes) changes.shift();
      const milliseconds = performance.now() - started;
      for (const listener of listeners) listener();
      return { revision, files: changed, milliseconds, state };
    },
  };
}

/** The file that a host would send for a path: `/events/` -> `events/index.html`. */
const outputAt = (path: string): string => {
  const below = path.replace(/^\//, '').normalize('NFC');
  return below === '' || below.endsWith('/') ? `${below}index.html` : below;
};
