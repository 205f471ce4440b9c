import type { Span } from '../diagnostics/diagnostic.ts';
import { escapeAttribute } from '../markdown/escape.ts';
import { isElsewhere } from '../markdown/open-targets.ts';
import type { RenderedOutput } from '../output/derived.ts';
import type { ShownPicture } from '../pictures/pictures.ts';
import type { Room } from '../pictures/sizes.ts';
import { attributesOf } from './bodies.ts';
import type { Resolved } from './links.ts';

/** A picture's address, and all that belongs beside it, for a template’s `<img`. One elsewhere is not told who asks. */
export function pictureElement(
  { href, picture }: Resolved,
  room: Room,
  at: () => Span | undefined,
): { readonly html: string; readonly also: readonly RenderedOutput[] } {
  const known: ShownPicture = picture?.show(room, at) ?? { also: [] };
  // A room that is filled is held also where nothing is known of the picture.
  const held = known.width === undefined && room.cover ? { ...known, width: room.width, height: room.height } : known;
  const alone = isElsewhere(href) ? ' referrerpolicy="no-referrer"' : '';
  return { html: ` src="${escapeAttribute(href)}"${attributesOf(held)}${alone} decoding="async"`, also: known.also };
}
