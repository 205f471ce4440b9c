import { type Code, catalogue } from './catalogue.ts';

/** `error` stops a build, `warning` stops it under `--strict`, `note` never does. */
export type Severity = 'error' | 'warning' | 'note';

/** A stretch of one line of a file. Line and column count from 1, columns and length in UTF-16 units. */
export interface Span {
  /** Relative to the site's folder, with forward slashes. */
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly length: number;
}

/** One thing worth telling the writer, as plain data; formatters decide how it looks. */
export interface Diagnostic {
  readonly code: Code;
  readonly severity: Severity;
  /** What is wrong, in the writer's words; one sentence without a full stop. */
  readonly message: string;
  readonly at?: Span;
  /** Context that helps to understand. */
  readonly notes: readonly string[];
  /** What to do about it. The only voice that suggests. */
  readonly help?: string;
}

/** What every stage gives: a value, and what there is to say about it. */
export interface Result<T> {
  readonly value: T;
  readonly diagnostics: readonly Diagnostic[];
}

/** A diagnostic before its place in a file is known. */
export interface Problem {
  readonly code: Code;
  readonly message: string;
  readonly help?: string;
  readonly notes?: readonly string[];
  /** The part of the value that is meant, in UTF-16 units from its start; without it the whole value. */
  readonly within?: { readonly offset: number; readonly length: number };
}

/** Gives a problem its severity (from the catalogue) and its place. */
export function diagnose(problem: Problem, at?: Span): Diagnostic {
  return {
    code: problem.code,
    severity: catalogue[problem.code].severity,
    message: problem.message,
    ...(at && { at }),
    notes: problem.notes ?? [],
    ...(problem.help && { help: problem.help }),
  };
}

/** By path, line and column, then code: the order is the same in every run. Repeats are dropped. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const sorted = [...diagnostics].sort(compare);
  return sorted.filter((each, index) => index === 0 || compare(sorted[index - 1]!, each) !== 0);
}

function compare(a: Diagnostic, b: Diagnostic): number {
  return (
    compareText(a.at?.path ?? '', b.at?.path ?? '') ||
    (a.at?.line ?? 0) - (b.at?.line ?? 0) ||
    (a.at?.column ?? 0) - (b.at?.column ?? 0) ||
    (a.at?.length ?? 0) - (b.at?.length ?? 0) ||
    compareText(a.code, b.code) ||
    compareText(a.message, b.message)
  );
}

/** Orders by code units, the same on every machine and in every locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
