import type { Diagnostic, Span } from '../diagnostics/diagnostic.ts';
import { countBySeverity, formatText, summaryLine } from '../diagnostics/format-text.ts';
import { visible } from '../diagnostics/visible.ts';

export interface OverlayOptions {
  /** The text in which a path's spans were counted, or `undefined` where it can't be had. */
  source(path: string): string | undefined;
  /** The address that opens a place in the reader's editor, for a reader who sits at this machine. */
  editorUrl?(span: Span): string;
}

/** More than these are better read in the terminal. */
const most = 20;

/**
 * What is shown over a page while something keeps it or the site from being built: a `<dialog>` with the terminal's own
 * text, or nothing at all where there are no problems. It holds neither styles nor scripts; `client.js` brings both.
 */
export function overlay(problems: readonly Diagnostic[], options: OverlayOptions): string {
  if (problems.length === 0) return '';
  const rest = problems.length - most;
  return `<dialog role="dialog" aria-labelledby="title" tabindex="-1">
<header><h1 id="title">${summaryLine(countBySeverity(problems))}</h1><button type="button">Dismiss</button></header>
<div aria-live="assertive">
${problems
  .slice(0, most)
  .map((problem) => `<pre>${drawn(problem, options)}</pre>`)
  .join('\n')}
</div>
<p>${rest > 0 ? `And ${rest} more: the terminal lists them all. ` : ''}This goes by itself as soon as it is mended.</p>
</dialog>`;
}

const start = '\u001b[';
const classes: Readonly<Record<string, string>> = { 1: 'bold', 2: 'dim', 31: 'error', 33: 'warning', 36: 'note' };

/** One diagnostic. What comes from content holds neither `<` nor an escape by now, so every tag here is ours. */
function drawn(problem: Diagnostic, { source, editorUrl }: OverlayOptions): string {
  const { at } = problem;
  const html = escapeHtml(formatText([problem], { colour: true, source }))
    .trimEnd()
    .split(start)
    .map((part, index) => (index === 0 ? part : part.replace(/^(\d+)m/, (_, code) => tagOf(code))))
    .join('')
    // Only the source's own lines keep their width; all others may break.
    .replace(/(?:^ *<span class="dim">(?:\d+ )?\|<\/span>.*\n?)+/gm, '<code>$&</code>');
  if (!at || !editorUrl) return html;
  const place = escapeHtml(`${visible(at.path)}:${at.line}:${at.column}`);
  return html.replace(`--&gt;</span> ${place}`, () => {
    return `--&gt;</span> <a href="${escapeHtml(editorUrl(at))}">${place}</a>`;
  });
}

const tagOf = (code: string): string => (classes[code] ? `<span class="${classes[code]}">` : '</span>');

function escapeHtml(text: string): string {
  const entities: Readonly<Record<string, string>> = { '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot', "'": '#39' };
  return text.replace(/[&<>"']/g, (character) => `&${entities[character]};`);
}
