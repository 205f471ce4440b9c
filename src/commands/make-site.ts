import { openKeptBodies } from '../bodies/kept.ts';
import { onDemand } from '../bodies/supply.ts';
import { spread } from '../bodies/threads.ts';
import { createBuilder } from '../builder.ts';
import { type Diagnostic, sortDiagnostics } from '../diagnostics/diagnostic.ts';
import { createFiles } from '../files.ts';
import type { LastBuild } from '../last-build/last-build.ts';
import { type Written, writeSite } from '../output/write.ts';
import { packageRoot } from '../package-root.ts';
import { renderShard } from '../shard.ts';
import { derive } from './derive.ts';
import { indexPages } from './index-pages.ts';
import type { Io } from './io.ts';
import { openStore } from './kept.ts';
import type { Call } from './options.ts';
import { failsIn, progress, totalsOf } from './report.ts';

/** What came of a build. Plain data. */
export interface Outcome {
  readonly diagnostics: readonly Diagnostic[];
  readonly totals: ReturnType<typeof totalsOf> & { readonly made: number };
  /** Undefined where something forbade to write. */
  readonly written: Written | undefined;
  /** Whether the site will be where the machine that builds says. */
  readonly isAtHost: boolean;
}

/**
 * Renders a site, and writes it where nothing is wrong with it.
 * @param last takes note of what is read, and of what comes of it
 */
export async function makeSite(call: Call, io: Io, last?: LastBuild<Outcome>): Promise<Outcome> {
  io.rendering?.();
  const { site, theme } = last ?? { site: createFiles(call.root), theme: createFiles(packageRoot) };
  const bodies = openKeptBodies(call.root, call.shard.count === 1 ? spread : onDemand);
  const planned = createBuilder(theme).plan(site, { ...call.options, supply: bodies.supply });
  const { config, clock } = planned.value.site;
  const rendered = renderShard(planned.value, call.shard, (total) => progress(io, total));
  const { outputs, searched } = rendered.value;
  bodies.save();
  const found = sortDiagnostics([...planned.diagnostics, ...rendered.diagnostics]);
  const fails = failsIn(call);
  const { store } = openStore(config.untrusted, call.root);
  const derived = found.some(fails) ? undefined : await derive(outputs, store, io);
  const isSound = derived && !derived.diagnostics.some(fails);
  const search = isSound ? await indexPages(planned.value, searched, store) : undefined;
  const late = [...(derived?.diagnostics ?? []), ...(search?.diagnostics ?? [])];
  const all = sortDiagnostics([...found, ...late]);
  const outcome = {
    totals: { ...totalsOf(outputs), made: derived?.value.made ?? 0 },
    isAtHost: config.url !== undefined && config.url === call.host?.url,
  };
  if (!derived || !search || all.some(fails)) return { ...outcome, diagnostics: all, written: undefined };
  const files = [...derived.value.outputs, ...search.value];
  const written = writeSite(call.out, files);
  // What could not be made is tried again.
  if (!written.diagnostics.some(fails) && late.length === 0 && !config.untrusted)
    last?.keep(files, clock.span, {
      ...outcome,
      totals: { ...outcome.totals, made: 0 },
      diagnostics: all,
      written: { written: 0, unchanged: files.length, removed: 0 },
    });
  return { ...outcome, diagnostics: [...all, ...written.diagnostics], written: written.value };
}
