import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { createBuilder, renderAll } from '../builder.ts';
import { type Diagnostic, sortDiagnostics } from '../diagnostics/diagnostic.ts';
import { formatGithub } from '../diagnostics/format-github.ts';
import { formatJson } from '../diagnostics/format-json.ts';
import { countBySeverity, formatText, summaryLine } from '../diagnostics/format-text.ts';
import { createFiles } from '../files.ts';
import { writeSite } from '../output/write.ts';
import { packageRoot } from '../package-root.ts';
import { exitCodes, type Io } from './io.ts';
import { type BuildFlags, type Call, readCall } from './options.ts';

/** `build` writes what it made; `check` finds the same and writes nothing. */
export function build(flags: BuildFlags, io: Io, writes: boolean): number {
  const call = readCall(flags, process.env);
  const started = performance.now();
  const builder = createBuilder(createFiles(packageRoot));
  const planned = builder.plan(createFiles(call.root), call.options);
  const rendered = renderAll(planned.value, progress(io, planned.value.routes.length));
  const found = sortDiagnostics([...planned.diagnostics, ...rendered.diagnostics]);
  const fails = ({ severity }: Diagnostic) => severity === 'error' || (call.strict && severity === 'warning');
  const counts = countBySeverity(found);
  const content = found.some(fails) || !writes ? undefined : writeSite(call.out, rendered.value);
  const diagnostics = content ? [...found, ...content.diagnostics] : found;
  const failed = diagnostics.some(fails);
  const summary = {
    ok: !failed,
    pages: rendered.value.filter(({ path }) => path.endsWith('.html')).length,
    outputs: rendered.value.length,
    ...counts,
    ...(content && !failed && content.value),
    seconds: Math.round(performance.now() - started) / 1000,
  };
  report(diagnostics, summary, call, io);
  if (call.format === 'text' && !(call.quiet && !failed))
    io.out(`${conclusion(call, summary, diagnostics, failed, writes)}\n`);
  return failed ? exitCodes.contentErrors : exitCodes.built;
}

function report(diagnostics: readonly Diagnostic[], summary: Record<string, unknown>, call: Call, io: Io): void {
  if (call.format === 'json') io.out(formatJson(diagnostics, summary));
  else if (call.format === 'github') io.out(formatGithub(diagnostics));
  else if (diagnostics.length)
    io.err(`${formatText(diagnostics, { colour: io.colour, source: (path) => read(call.root, path) })}\n`);
}

function read(root: string, path: string): string | undefined {
  try {
    return new TextDecoder().decode(readFileSync(join(root, path)));
  } catch {
    return undefined;
  }
}

function conclusion(
  call: Call,
  summary: { readonly pages: number; readonly seconds: number; readonly removed?: number },
  diagnostics: readonly Diagnostic[],
  failed: boolean,
  writes: boolean,
): string {
  const found = diagnostics.length ? ` (${summaryLine(countBySeverity(diagnostics))})` : '';
  if (failed) return writes ? `Nothing was written${found}.` : `This site would not build${found}.`;
  const pages = `${summary.pages} ${summary.pages === 1 ? 'page' : 'pages'}`;
  if (!writes) return `Checked ${pages} in ${summary.seconds} s${found}.`;
  return `Built ${pages} into ${relative(process.cwd(), call.out) || '.'} in ${summary.seconds} s${found}.`;
}

/** Shown after half a second, ten times a second, to somebody who watches. */
function progress(io: Io, total: number): ((done: number) => void) | undefined {
  if (!io.interactive) return undefined;
  let shown = performance.now() + 400;
  let any = false;
  return (done) => {
    const now = performance.now();
    if (done === total && any) io.err('\r\u001b[K');
    if (now - shown < 100 || done === total) return;
    shown = now;
    any = true;
    io.err(`\r\u001b[K${done} of ${total} files`);
  };
}
