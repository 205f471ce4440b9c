import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import { escapeAttribute } from '../markdown/escape.ts';
import { fillTargets, type PictureShape, type Rendered } from '../markdown/rendered.ts';
import type { RenderedOutput } from '../output/derived.ts';
import type { ShownPicture } from '../pictures/pictures.ts';
import type { Room } from '../pictures/sizes.ts';
import type { Resolve, Resolved } from './links.ts';
import { createSpanOf, type Origin } from './places.ts';

/** A piece of HTML whose links are resolved, and what was found on the way. */
export interface Filled {
  readonly html: string;
  readonly diagnostics: readonly Diagnostic[];
  /** What is published for the pictures in it. */
  readonly also: readonly RenderedOutput[];
}

/** Puts the addresses, and the sizes of pictures, into a rendered body. */
export function fillBody(rendered: Rendered, html: string, origin: Origin, resolve: Resolve): Filled {
  const diagnostics: Diagnostic[] = [];
  const also: RenderedOutput[] = [];
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
      const { written, lines, shape } = rendered.targets[index]!;
      const shown = targetAt(index).picture?.show(roomOf(shape), () => createSpanOf(origin)(written, lines));
      if (!shown) return '';
      also.push(...shown.also);
      // What its author said holds.
      return attributesOf(shape ? { ...shown, ...sidesIn(shape, shown) } : shown);
    },
  );
  for (const { near, lines, ...problem } of rendered.remarks) diagnostics.push(diagnose(problem, spanOf(near, lines)));
  return { html: filled, diagnostics, also };
}

/** The sides that may be said beside what the author said, so that a browser knows the shape of what has yet to come. */
function sidesIn(shape: PictureShape, { width, height }: ShownPicture): Pick<ShownPicture, 'width' | 'height'> {
  if (shape.open === 'both') return { width, height };
  const known = shape.open && shape.width && width && height;
  return { width: undefined, height: known ? Math.round((shape.width * height) / width) : undefined };
}

/** Given both sides, a picture fills them. */
const roomOf = (shape: PictureShape = { width: undefined, height: undefined }): Room => ({ ...shape, cover: true });

const names = ['srcset', 'sizes', 'width', 'height'] as const;

/** The attributes of a picture with a space before each, ready to print. */
export const attributesOf = (shown: Omit<ShownPicture, 'also'>): string =>
  names.map((name) => (shown[name] === undefined ? '' : ` ${name}="${shown[name]}"`)).join('');
