import type { Entry } from '../content/entry.ts';
import { type Diagnostic, diagnose, type Problem, type Span } from '../diagnostics/diagnostic.ts';
import { fillTargets, type Rendered } from '../markdown/rendered.ts';
import type { Resolve } from './links.ts';

/** A piece of HTML whose links are resolved, and what was found on the way. */
export interface Filled {
  readonly html: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** Where in a file a piece of Markdown begins. */
export interface Origin {
  readonly entry: Entry;
  /** The Markdown itself, and the line of the file on which it begins. */
  readonly text: string;
  readonly line: number;
}

/** Puts the addresses into a rendered body. */
export function fillBody(rendered: Rendered, html: string, origin: Origin, resolve: Resolve): Filled {
  const diagnostics: Diagnostic[] = [];
  const say = (problem: Problem, near: string, lines?: readonly [number, number]) =>
    diagnostics.push(diagnose(problem, spanOf(origin, near, lines)));
  const filled = fillTargets(html, (index) => {
    const { written, use, lines } = rendered.targets[index]!;
    const { href, problem } = resolve(written, use, origin.entry);
    if (problem) say(problem, written, lines);
    return escapeAttribute(href);
  });
  for (const { near, ...problem } of rendered.remarks) say(problem, near);
  return { html: filled, diagnostics };
}

export function escapeAttribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Finds a piece of text between two lines of a body; the first of the lines where it isn't to be found as it stands. */
function spanOf(
  { entry, text, line }: Origin,
  near: string,
  [from, to]: readonly [number, number] = [0, Number.MAX_SAFE_INTEGER],
): Span {
  const lines = text.split(/\r\n|\r|\n/);
  const spellings = [near, decode(near)];
  for (let index = from; index < Math.min(to, lines.length); index += 1)
    for (const spelling of spellings) {
      const column = lines[index]!.indexOf(spelling);
      if (column >= 0)
        return { path: entry.source.path, line: line + index, column: column + 1, length: spelling.length };
    }
  return { path: entry.source.path, line: line + from, column: 1, length: Math.max(1, lines[from]?.length ?? 1) };
}

function decode(text: string): string {
  try {
    return decodeURI(text);
  } catch {
    return text;
  }
}
