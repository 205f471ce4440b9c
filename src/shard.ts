import { hash } from 'node:crypto';
import { type Planned, renderAll } from './builder.ts';
import type { Result } from './diagnostics/diagnostic.ts';
import type { RenderedOutput } from './output/derived.ts';
import type { Route } from './routes/route.ts';
import { isSearchable } from './search/pages.ts';
import type { Shard } from './shard-name.ts';

export interface RenderedShard {
  /** What the shard publishes, but for a search index. */
  readonly outputs: readonly RenderedOutput[];
  /** What the search index is made of; empty in all shards but the last. */
  readonly searched: readonly RenderedOutput[];
}

/**
 * Renders a part of a site, and says what is wrong in what it renders. A route's path alone decides where it belongs: when
 * a page is added, the others stay where they are, and what is kept for them is found again. The last shard makes the
 * search index, for which it renders the pages of all others.
 * @param progressOf gives what is told how many of the shard's own routes are done, out of so many
 */
export function renderShard(
  planned: Planned,
  { number, count }: Shard,
  progressOf?: (total: number) => ((done: number) => void) | undefined,
): Result<RenderedShard> {
  const { routes, renderer, search } = planned;
  const own = new Set(routes.filter(({ path }) => shardOf(path, count) === number));
  const others = routes.filter((route) => !own.has(route));
  const render = (chosen: readonly Route[], progress?: (done: number) => void) =>
    renderAll({ ...planned, routes: chosen }, progress);

  const first = render([...own], progressOf?.(own.size));
  // Whether a picture can be read is said where it is shown.
  const shown = render(others.filter(({ url }) => renderer.pictures.isShown(url)));
  const outputs = [...first.value, ...shown.value];
  const rest = render(search && number === count ? others.filter(isSearchable) : []);
  const searched = number === count ? [...outputs, ...rest.value] : [];
  return {
    value: { outputs, searched },
    diagnostics: [first, shown, rest].flatMap(({ diagnostics }) => diagnostics),
  };
}

/** From 1 on. A hash spreads each kind of page evenly. */
const shardOf = (path: string, count: number): number =>
  (Number.parseInt(hash('sha1', path).slice(0, 8), 16) % count) + 1;
