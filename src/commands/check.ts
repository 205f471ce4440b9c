import { statSync } from 'node:fs';
import { openKeptBodies } from '../bodies/kept.ts';
import { spread } from '../bodies/threads.ts';
import { createBuilder, renderAll } from '../builder.ts';
import type { Fetch } from '../check/answers.ts';
import { checkSite } from '../check/check.ts';
import { createChecking } from '../check/checking.ts';
import { sortDiagnostics } from '../diagnostics/diagnostic.ts';
import { countBySeverity } from '../diagnostics/format-text.ts';
import { createFiles } from '../files.ts';
import { packageRoot } from '../package-root.ts';
import { version } from '../version.ts';
import { derive } from './derive.ts';
import { exitCodes, type Io, WrongCall } from './io.ts';
import { openStore } from './kept.ts';
import { type BuildFlags, readCall } from './options.ts';
import { counted, failsIn, foundIn, progress, report, secondsSince, totalsOf } from './report.ts';

export interface CheckFlags extends BuildFlags {
  readonly external?: boolean;
}

/** How `--external` reaches the network. */
export interface Network {
  readonly fetch: Fetch;
  /** Between two questions to one server, in milliseconds. */
  readonly pause: number;
  /** In milliseconds since 1970. */
  readonly now: number;
}

/** Finds all that `build` finds and more, and writes nothing. Gives the exit code. */
export async function check(flags: CheckFlags, io: Io, network?: Network): Promise<number> {
  const call = readCall(flags, process.env);
  const started = performance.now();
  io.rendering?.();
  const files = createFiles(call.root);
  const bodies = openKeptBodies(call.root, spread);
  const planned = createBuilder(createFiles(packageRoot)).plan(files, { ...call.options, supply: bodies.supply });
  const { config } = planned.value.site;
  if (flags.external && config.untrusted)
    throw new WrongCall('--external: what strangers link to is not asked for; leave it out where a site is untrusted');
  const rendered = renderAll(planned.value, progress(io, planned.value.routes.length));
  bodies.save();
  const checking = createChecking(planned.value, rendered.value, files);
  const inside = checkSite(checking, (file) => statSync(file, { throwIfNoEntry: false })?.size);
  const found = [...planned.diagnostics, ...rendered.diagnostics];
  const isBroken = found.some(({ severity }) => severity === 'error');
  // What cannot be made is only found by making it, which the next build need not do again.
  const derived = isBroken ? undefined : await derive(rendered.value, openStore(config.untrusted, call.root).store, io);
  const outside = flags.external ? await askOutside() : undefined;

  const diagnostics = sortDiagnostics([
    ...found,
    ...(derived?.diagnostics ?? []),
    ...inside,
    ...(outside?.diagnostics ?? []),
  ]);
  const failed = diagnostics.some(failsIn(call));
  const summary = {
    ok: !failed,
    ...totalsOf(rendered.value),
    ...countBySeverity(diagnostics),
    ...(outside && { asked: outside.asked, known: outside.known }),
    seconds: secondsSince(started),
  };
  report(diagnostics, summary, call, io);
  const isOver = diagnostics.some(({ severity }) => severity === 'error');
  if (call.format === 'text' && !(call.quiet && !failed)) {
    const links = outside ? ` and ${counted(outside.asked + outside.known, 'link')} out` : '';
    const done = `Checked ${counted(summary.pages, 'page')}${links} in ${summary.seconds} s`;
    io.out(`${isOver ? 'This site would not build' : done}${foundIn(diagnostics)}.\n`);
  }
  return failed ? exitCodes.contentErrors : exitCodes.built;

  async function askOutside() {
    const { checkOutside } = await import('../check/outside.ts');
    const { openKeptAnswers } = await import('../check/kept-answers.ts');
    const { fetch, pause, now } = network ?? { fetch: globalThis.fetch, pause: 500, now: Date.now() };
    const kept = openKeptAnswers(call.root, now);
    const { origin, basePath } = config.url ?? {};
    const site = origin ? `${origin}${basePath}` : 'a website before it is published';
    const agent = `meetpress/${version} (checks the links of ${site}, once a day at most)`;
    const found = await checkOutside(checking, { fetch, agent, kept, pause, progress: shown() });
    kept.save();
    return found;
  }

  /** How many links were asked for, to somebody who watches. */
  function shown(): ((done: number, total: number) => void) | undefined {
    let show: ((done: number) => void) | undefined;
    return io.interactive
      ? (done, total) => {
          show ??= progress(io, total, 'links');
          show?.(done);
        }
      : undefined;
  }
}
