import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import { fillTargets, type Rendered } from '../markdown/rendered.ts';
import type { Resolve, Resolved } from './links.ts';
import { createSpanOf, type Origin } from './places.ts';

/** A piece of HTML whose links are resolved, and what was found on the way. */
export interface Filled {
  readonly html: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** Puts the addresses, and the sizes of pictures, into a rendered body. */
export function fillBody(rendered: Rendered, html: string, origin: Origin, resolve: Resolve): Filled {
  const diagnostics: Diagnostic[] = [];
  const spanOf = createSpanOf(origin);
  const resolved = new Map<number, Resolved>();
  const targetAt = (index: number): Resolved => {
    const known = resolved.get(index);
    if (known) return known;
    const { written, use, lines } = rendered.targets[index]!;
    const made = resolve(written, use, origin.entry);
    if (made.problem) diagnostics.push(diagnose(made.problem, spanOf(written, lines)));
    resolved.set(index, made);
    return made;
  };
  const filled = fillTargets(
    html,
    (index) => escapeAttribute(targetAt(index).href),
    (index) => {
      const size = targetAt(index).size?.();
      return size ? ` width="${size.width}" height="${size.height}"` : '';
    },
  );
  for (const { near, lines, ...problem } of rendered.remarks) diagnostics.push(diagnose(problem, spanOf(near, lines)));
  return { html: filled, diagnostics };
}

export function escapeAttribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
