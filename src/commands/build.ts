import { relative } from 'node:path';
import { countBySeverity } from '../diagnostics/format-text.ts';
import { type LastBuild, openLastBuild } from '../last-build/last-build.ts';
import { packageRoot } from '../package-root.ts';
import { nameOfProgram } from '../program-name.ts';
import { exitCodes, type Io } from './io.ts';
import type { Outcome } from './make-site.ts';
import { type BuildFlags, type Call, readCall } from './options.ts';
import { counted, failsIn, foundIn, report, secondsSince } from './report.ts';

/** Makes the site, unless nothing has changed since that was done. Gives the exit code. */
export async function build(flags: BuildFlags, io: Io): Promise<number> {
  const call = readCall(flags, process.env);
  const started = performance.now();
  const last = openLast(call);
  const fails = failsIn(call);
  const said = last?.stillSays(call.options.now);
  // What was said of a build that may warn makes one fail that may not.
  const outcome = said && !said.diagnostics.some(fails) ? said : await make(call, io, last);
  const { diagnostics, totals, written, isAtHost } = outcome;
  const failed = diagnostics.some(fails);
  const summary = {
    ok: !failed,
    ...totals,
    ...countBySeverity(diagnostics),
    ...(!failed && written),
    ...(flags.shard && { shard: flags.shard }),
    seconds: secondsSince(started),
  };
  report(diagnostics, summary, call, io);
  if (call.format !== 'text' || (call.quiet && !failed)) return failed ? exitCodes.contentErrors : exitCodes.built;
  const part = call.shard.count > 1 ? ` of part ${flags.shard}` : '';
  const into = `into ${relative(process.cwd(), call.out) || '.'} in ${summary.seconds} s`;
  const { url, from } = call.host ?? {};
  const place = isAtHost && url ? `, for ${url.origin}${url.basePath} as ${from} says` : '';
  const done = failed ? failure(written) : `Built ${counted(summary.pages, 'page')}${part} ${into}${place}`;
  io.out(`${done}${foundIn(diagnostics)}.\n`);
  return failed ? exitCodes.contentErrors : exitCodes.built;
}

/** What renders is loaded when something is to be rendered. */
const make = async (call: Call, io: Io, last: LastBuild<Outcome> | undefined): Promise<Outcome> =>
  (await import('./make-site.ts')).makeSite(call, io, last);

/** Undefined where nothing is known of it: of what strangers send, of a part, and where the program isn't compiled. */
function openLast({ root, out, options, host, shard }: Call): LastBuild<Outcome> | undefined {
  const { drafts, overrides } = options;
  const program = overrides.untrusted || shard.count > 1 ? undefined : nameOfProgram();
  return program === undefined
    ? undefined
    : openLastBuild({ root, theme: packageRoot, out, drafts, overrides, host }, program);
}

/** What became of the output folder. */
function failure({ written, removed } = { written: 0, removed: 0 }): string {
  if (written + removed === 0) return 'Nothing was written';
  return 'The site was written in part; each file is whole, and the next build completes it';
}
