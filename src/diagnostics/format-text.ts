import pc from 'picocolors';
import type { Diagnostic, Severity, Span } from './diagnostic.ts';
import { frame } from './frame.ts';
import { inert, visible } from './visible.ts';

export interface TextOptions {
  readonly colour: boolean;
  /** The text in which a path's spans were counted, or `undefined` where it can't be had. */
  source(path: string): string | undefined;
}

/** Nobody reads on, and drawing takes longer than all else. */
const mostFrames = 500;

type Paint = ReturnType<typeof pc.createColors>;

/**
 * Diagnostics for a terminal, in the order given, each ending with a line feed and an empty line between them:
 *
 *     error[bad-date] the month 18 does not exist
 *       --> content/events/x.md:3:8
 *     3 | start: 2017-18-12
 *       |        ^^^^^^^^^^
 *       = help: write the year, the month, the day
 *
 * Without a span, where its line can't be had, and from the 501st on, that part is left out. What comes from content can't
 * reach the terminal as control characters, nor a log as a command to GitHub.
 */
export function formatText(diagnostics: readonly Diagnostic[], options: TextOptions): string {
  const paint = pc.createColors(options.colour);
  const files = new Map<string, readonly string[]>();
  const lineAt = ({ path, line }: Span): string | undefined => {
    const lines = files.get(path) ?? options.source(path)?.split(/\r\n?|\n/) ?? [];
    files.set(path, lines);
    return lines[line - 1];
  };
  return diagnostics
    .map((diagnostic, index) => inert(formatOne(diagnostic, paint, index < mostFrames ? lineAt : () => undefined)))
    .join('\n');
}

function formatOne(diagnostic: Diagnostic, paint: Paint, lineAt: (span: Span) => string | undefined): string {
  const { at, code, severity } = diagnostic;
  const margin = ' '.repeat((at ? `${at.line}`.length : 1) + 1);
  const remark = (label: string, text: string): string =>
    `${margin}${paint.dim('=')} ${paint.bold(`${label}:`)} ${shown(text, `${margin}${' '.repeat(label.length + 4)}`)}`;
  const lines = [
    `${paint.bold(highlight(severity, paint)(`${severity}[${code}]`))} ${paint.bold(shown(diagnostic.message, '  '))}`,
    ...(at ? [`${margin}${paint.dim('-->')} ${visible(at.path)}:${at.line}:${at.column}`] : []),
    ...(at ? excerpt(at, lineAt(at), margin, severity, paint) : []),
    ...diagnostic.notes.map((note) => remark('note', note)),
    ...(diagnostic.help ? [remark('help', diagnostic.help)] : []),
  ];
  return `${lines.join('\n')}\n`;
}

function excerpt(at: Span, line: string | undefined, margin: string, severity: Severity, paint: Paint): string[] {
  if (line === undefined) return [];
  const { text, offset, width } = frame(line, at.column, at.length);
  const carets = highlight(severity, paint)('^'.repeat(width));
  return [
    `${paint.dim(`${at.line} |`)}${text && ` ${text}`}`,
    `${margin}${paint.dim('|')} ${' '.repeat(offset)}${carets}`,
  ];
}

function highlight(severity: Severity, paint: Paint): (text: string) => string {
  return { error: paint.red, warning: paint.yellow, note: paint.cyan }[severity];
}

/** Prose of one or more lines, those after the first behind the indent. */
function shown(text: string, indent: string): string {
  return text
    .trimEnd()
    .split(/\r\n?|\n/)
    .map(visible)
    .join(`\n${indent}`);
}

export type Counts = Readonly<Record<Severity, number>>;

export function countBySeverity(diagnostics: readonly Diagnostic[]): Counts {
  const counts = { error: 0, warning: 0, note: 0 };
  for (const { severity } of diagnostics) counts[severity] += 1;
  return counts;
}

/** `2 errors, 1 warning`: what there is, the worst first, or `no problems`. */
export function summaryLine(counts: Counts): string {
  const parts = (['error', 'warning', 'note'] as const)
    .filter((severity) => counts[severity] > 0)
    .map((severity) => `${counts[severity]} ${severity}${counts[severity] === 1 ? '' : 's'}`);
  return parts.join(', ') || 'no problems';
}
