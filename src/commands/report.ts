import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { formatGithub } from '../diagnostics/format-github.ts';
import { formatJson } from '../diagnostics/format-json.ts';
import { countBySeverity, formatText, summaryLine } from '../diagnostics/format-text.ts';
import { createFiles } from '../files.ts';
import type { RenderedOutput } from '../output/derived.ts';
import type { Io } from './io.ts';
import type { Call } from './options.ts';
import { folderInRepository } from './repository.ts';

/** Whether a diagnostic lets a call fail. */
export const failsIn =
  ({ strict }: Call) =>
  ({ severity }: Diagnostic): boolean =>
    severity === 'error' || (strict && severity === 'warning');

/** What a call was about, for its summary. */
export const totalsOf = (outputs: readonly RenderedOutput[]) => ({
  pages: outputs.filter(({ path }) => path.endsWith('.html')).length,
  outputs: outputs.length,
});

export const secondsSince = (started: number): number => Math.round(performance.now() - started) / 1000;

/** `1 page`, `2 pages` */
export const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

/** ` (2 errors, 1 warning)`, or nothing. */
export const foundIn = (diagnostics: readonly Diagnostic[]): string =>
  diagnostics.length ? ` (${summaryLine(countBySeverity(diagnostics))})` : '';

/** Prints diagnostics in the format that was asked for. */
export function report(diagnostics: readonly Diagnostic[], summary: Record<string, unknown>, call: Call, io: Io): void {
  if (call.format === 'json') io.out(formatJson(diagnostics, summary));
  else if (call.format === 'github') io.out(formatGithub(diagnostics, folderInRepository(call.root)));
  else if (diagnostics.length) io.err(`${formatText(diagnostics, { colour: io.colour, source: textIn(call.root) })}\n`);
}

/** Gives the text of a file as the builder read it: no link leads a message to what is elsewhere. */
export function textIn(root: string): (path: string) => string | undefined {
  const files = createFiles(root);
  return (path) => {
    try {
      return new TextDecoder().decode(files.read(path));
    } catch {
      return undefined;
    }
  };
}

/** Shown after half a second, ten times a second, to somebody who watches. */
export function progress(io: Io, total: number, of = 'files'): ((done: number) => void) | undefined {
  if (!io.interactive) return undefined;
  let shown = performance.now() + 400;
  let any = false;
  return (done) => {
    const now = performance.now();
    if (done === total && any) io.err('\r\u001b[K');
    if (now - shown < 100 || done === total) return;
    shown = now;
    any = true;
    io.err(`\r\u001b[K${done} of ${total} ${of}`);
  };
}
