import type { Diagnostic } from './diagnostic.ts';
import { command } from './visible.ts';

/**
 * Diagnostics and a summary for other programs, as indented JSON with a line feed at its end. Every key of a
 * diagnostic is always there, `null` where it isn't known; lines and columns count from 1, columns and lengths in
 * UTF-16 units. The summary must be plain JSON data.
 */
export function formatJson(diagnostics: readonly Diagnostic[], summary: Readonly<Record<string, unknown>>): string {
  const text = JSON.stringify({ diagnostics: diagnostics.map(recordOf), summary }, null, 2);
  return `${text.replace(command, '#\\u0023')}\n`;
}

function recordOf({ code, severity, message, at, notes, help }: Diagnostic) {
  return {
    code,
    severity,
    message,
    path: at?.path ?? null,
    line: at?.line ?? null,
    column: at?.column ?? null,
    length: at?.length ?? null,
    notes,
    help: help ?? null,
  };
}
