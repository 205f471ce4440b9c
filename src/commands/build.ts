import { relative } from 'node:path';
import { openKeptBodies } from '../bodies/kept.ts';
import { onDemand } from '../bodies/supply.ts';
import { spread } from '../bodies/threads.ts';
import { createBuilder } from '../builder.ts';
import { sortDiagnostics } from '../diagnostics/diagnostic.ts';
import { countBySeverity } from '../diagnostics/format-text.ts';
import { createFiles } from '../files.ts';
import { writeSite } from '../output/write.ts';
import { packageRoot } from '../package-root.ts';
import { renderShard } from '../shard.ts';
import { derive } from './derive.ts';
import { indexPages } from './index-pages.ts';
import { exitCodes, type Io } from './io.ts';
import { openStore } from './kept.ts';
import { type BuildFlags, readCall } from './options.ts';
import { counted, failsIn, foundIn, progress, report, secondsSince, totalsOf } from './report.ts';

/** Renders the site, and writes it where nothing is wrong with it. Gives the exit code. */
export async function build(flags: BuildFlags, io: Io): Promise<number> {
  const call = readCall(flags, process.env);
  const started = performance.now();
  const bodies = openKeptBodies(call.root, call.shard.count === 1 ? spread : onDemand);
  const options = { ...call.options, supply: bodies.supply };
  const planned = createBuilder(createFiles(packageRoot)).plan(createFiles(call.root), options);
  const rendered = renderShard(planned.value, call.shard, (total) => progress(io, total));
  const { outputs, searched } = rendered.value;
  bodies.save();
  const found = sortDiagnostics([...planned.diagnostics, ...rendered.diagnostics]);
  const fails = failsIn(call);
  const { store } = openStore(planned.value.site.config.untrusted, call.root);
  const derived = found.some(fails) ? undefined : await derive(outputs, store, io);
  const isSound = derived && !derived.diagnostics.some(fails);
  const search = isSound ? await indexPages(planned.value, searched, store) : undefined;
  const all = sortDiagnostics([found, derived?.diagnostics ?? [], search?.diagnostics ?? []].flat());
  const written =
    derived && search && !all.some(fails)
      ? writeSite(call.out, [...derived.value.outputs, ...search.value])
      : undefined;
  const diagnostics = [...all, ...(written?.diagnostics ?? [])];
  const failed = diagnostics.some(fails);
  const summary = {
    ok: !failed,
    ...totalsOf(outputs),
    made: derived?.value.made ?? 0,
    ...countBySeverity(diagnostics),
    ...(written && !failed && written.value),
    ...(flags.shard && { shard: flags.shard }),
    seconds: secondsSince(started),
  };
  report(diagnostics, summary, call, io);
  if (call.format !== 'text' || (call.quiet && !failed)) return failed ? exitCodes.contentErrors : exitCodes.built;
  const part = call.shard.count > 1 ? ` of part ${flags.shard}` : '';
  const into = `into ${relative(process.cwd(), call.out) || '.'} in ${summary.seconds} s`;
  const { url } = planned.value.site.config;
  const place = url && url === call.host?.url ? `, for ${url.origin}${url.basePath} as ${call.host.from} says` : '';
  const done = failed ? failure(written?.value) : `Built ${counted(summary.pages, 'page')}${part} ${into}${place}`;
  io.out(`${done}${foundIn(diagnostics)}.\n`);
  return failed ? exitCodes.contentErrors : exitCodes.built;
}

/** What became of the output folder. */
function failure({ written, removed } = { written: 0, removed: 0 }): string {
  if (written + removed === 0) return 'Nothing was written';
  return 'The site was written in part; each file is whole, and the next build completes it';
}
