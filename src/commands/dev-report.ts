import pc from 'picocolors';
import type { Report } from '../dev/check.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { formatText } from '../diagnostics/format-text.ts';
import { visible } from '../diagnostics/visible.ts';
import type { Io } from './io.ts';
import { counted, foundIn } from './report.ts';

/** Says each change on one line, and what is wrong when that is new. */
export function createReporter(io: Io, source: (path: string) => string | undefined): (report: Report) => void {
  const paint = pc.createColors(io.colour);
  /** After the last change after which all pages were looked at. */
  let known: readonly Diagnostic[] = [];
  return (report) => {
    const isComplete = report.affected !== undefined;
    const found = isComplete ? withoutKnown(report.diagnostics, known) : [];
    if (found.length) io.err(`${formatText(found, { colour: io.colour, source })}\n`);
    const wrong = foundIn(report.diagnostics);
    const mended = known.length && !wrong ? ' (all is mended)' : '';
    const said = `${whatHappened(report, paint.bold)}${isComplete ? wrong || mended : ''}.`;
    io.out(`${said}\n`);
    if (isComplete) known = report.diagnostics;
  };
}

function whatHappened({ files, pages, affected, milliseconds }: Report, bold: (text: string) => string): string {
  const time = milliseconds < 1000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
  const [first, ...others] = files;
  if (first === undefined) return `Ready in ${time}: ${counted(pages, 'page')}`;
  const what = `${bold(visible(first))}${others.length ? ` and ${others.length} more` : ''}`;
  if (affected === undefined) return `${what}: seen in ${time}`;
  return `${what}: ${affected === 0 ? 'no page' : `${affected} of ${counted(pages, 'page')}`} changed, in ${time}`;
}

/** Those that weren't there before. A line that was put above one makes it no other. */
function withoutKnown(now: readonly Diagnostic[], before: readonly Diagnostic[]): Diagnostic[] {
  const keyOf = ({ code, message, at }: Diagnostic): string => JSON.stringify([code, message, at?.path]);
  const left = new Map<string, number>();
  for (const diagnostic of before) left.set(keyOf(diagnostic), (left.get(keyOf(diagnostic)) ?? 0) + 1);
  return now.filter((diagnostic) => {
    const there = left.get(keyOf(diagnostic)) ?? 0;
    left.set(keyOf(diagnostic), there - 1);
    return there <= 0;
  });
}
