import { catalogue } from './catalogue.ts';
import type { Diagnostic } from './diagnostic.ts';
import { visible } from './visible.ts';

const commands = { error: 'error', warning: 'warning', note: 'notice' } as const;

/**
 * Diagnostics as workflow commands of GitHub Actions, which shows them beside the lines they speak of: one line each,
 * the message, notes and help below each other in it.
 * @param siteFolder the site's folder in its repository, with a slash at its end; empty where it is the root
 */
export function formatGithub(diagnostics: readonly Diagnostic[], siteFolder = ''): string {
  return diagnostics.map((diagnostic) => `${commandOf(diagnostic, siteFolder)}\n`).join('');
}

function commandOf({ code, severity, message, at, notes, help }: Diagnostic, siteFolder: string): string {
  const properties = {
    ...(at && {
      file: siteFolder + at.path,
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
  return printable(text).replace(/[%\r\n]/g, encodeURIComponent);
}

function escapeProperty(text: string): string {
  return printable(text).replace(/[%\r\n:,]/g, encodeURIComponent);
}

/** The log is read in terminals and browsers that would obey a control character. */
const printable = (text: string): string => text.replace(/[^\r\n]+/g, visible);
