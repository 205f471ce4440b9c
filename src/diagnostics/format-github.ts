import { catalogue } from './catalogue.ts';
import type { Diagnostic } from './diagnostic.ts';

const commands = { error: 'error', warning: 'warning', note: 'notice' } as const;

/**
 * Diagnostics as workflow commands of GitHub Actions, which shows them beside the lines they speak of: one line each,
 * the message, notes and help below each other in it. Paths stay relative to the site's folder, so the site is
 * expected at the root of its repository.
 */
export function formatGithub(diagnostics: readonly Diagnostic[]): string {
  return diagnostics.map((diagnostic) => `${commandOf(diagnostic)}\n`).join('');
}

function commandOf({ code, severity, message, at, notes, help }: Diagnostic): string {
  const properties = {
    ...(at && {
      file: at.path,
      line: at.line,
      col: at.column,
      // Of the last character, not behind it.
      endColumn: at.column + Math.max(at.length, 1) - 1,
    }),
    title: `${catalogue[code].title} [${code}]`,
  };
  const written = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(`${value}`)}`);
  const text = [message, ...notes, ...(help ? [help] : [])].join('\n');
  return `::${commands[severity]} ${written.join(',')}::${escapeData(text)}`;
}

function escapeData(text: string): string {
  return text.replace(/[%\r\n]/g, encodeURIComponent);
}

function escapeProperty(text: string): string {
  return text.replace(/[%\r\n:,]/g, encodeURIComponent);
}
