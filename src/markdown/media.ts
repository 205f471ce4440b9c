import type { Words } from '../words/words.ts';
import type { Pair } from './attribute-list.ts';
import { playerOf } from './players.ts';
import { type PictureShape, sizeMark } from './rendered.ts';

/** An attribute as its author gave it. */
type Get = (attribute: string) => string | undefined;

const shaped = /width|height|aspect-ratio/i;

/** Whether another host has it. */
export const isForeign = (get: Get): boolean => /^(?:https?:)?\/\//i.test(get('src')?.trim() ?? '');

/**
 * What a picture gets beside what its author gave: its size, so that nothing jumps when it arrives, and patience.
 * @param first whether it is the body's first picture, which a reader may see at once
 * @param target its place among the open targets, where it is a file of the site
 */
export function pictureAttributes(get: Get, first: boolean, target: number | undefined): Pair[] {
  const foreign = isForeign(get);
  return [
    ...(target === undefined || get('srcset') !== undefined ? [] : [sizeMark(target)]),
    ...((first && !foreign) || get('loading') !== undefined ? [] : [['loading', 'lazy'] as const]),
    // Its host is asked for a picture, and need not be told who reads what.
    ...(foreign && get('referrerpolicy') === undefined ? [['referrerpolicy', 'no-referrer'] as const] : []),
  ];
}

/** The shape that a picture's author gave it, as far as it is known in CSS pixels; undefined where it was given none. */
export function pictureShape(get: Get): PictureShape | undefined {
  const style = get('style') ?? '';
  if (get('width') === undefined && get('height') === undefined && !shaped.test(style)) return undefined;
  const side = (name: string): number | undefined => {
    const written = new RegExp(`(?:^|;)\\s*${name}\\s*:([^;]*)`, 'i').exec(style)?.[1] ?? get(name) ?? '';
    const [, pixels] = /^\s*([\d.]+)\s*(?:px\s*)?$/i.exec(written) ?? [];
    return Number(pixels) >= 1 ? Number(pixels) : undefined;
  };
  const open = openIn(get, style);
  return { width: side('width'), height: side('height'), ...(open && { open }) };
}

/** A width in `style` holds whatever the attribute says; one by attribute alone leaves the height to the picture. */
function openIn(get: Get, style: string): PictureShape['open'] {
  if (get('height') !== undefined) return undefined;
  if (get('width') !== undefined) return shaped.test(style) ? undefined : 'height';
  return /(?:^|;)\s*width\s*:/i.test(style) ? 'both' : undefined;
}

/** Whether nothing beside `alt` names a picture, or says that it is an ornament (WAI-ARIA 1.2). */
export const isMute = (get: Get): boolean =>
  !['title', 'aria-label', 'aria-labelledby'].some((name) => get(name)?.trim()) &&
  !/^(?:presentation|none)$/i.test(get('role') ?? '') &&
  get('aria-hidden') !== 'true';

/** The shapes that the theme knows, each a class. The first is the usual one. */
const shapes: readonly (readonly [name: string, ratio: number])[] = [
  ['', 16 / 9],
  ['video-4x3', 4 / 3],
  ['video-1x1', 1],
  ['video-9x16', 9 / 16],
  ['video-21x9', 21 / 9],
];

/** What a frame gets: patience, a title for who can't see it, and, where it plays, `https:` and its shape at every width. */
export function frameAttributes(get: Get, { t }: Words): Pair[] {
  const [, scheme, address = ''] = /^((?:https?:)?\/\/)?(.*)$/is.exec((get('src') ?? '').trim())!;
  const player = scheme && playerOf(scheme + address)?.name;
  const shape = player && !shaped.test(get('style') ?? '') ? shapeOf(Number(get('width')), Number(get('height'))) : '';
  return [
    ...(player && scheme !== 'https://' ? [['src', `https://${address}`] as const] : []),
    ...(get('loading') === undefined ? [['loading', 'lazy'] as const] : []),
    ...(get('title')?.trim() ? [] : [['title', player || nameOf(address) || t('embeddedPage')] as const]),
    ...(shape ? [['class', `${get('class') ?? ''} ${shape}`.trim()] as const] : []),
  ];
}

function shapeOf(width: number, height: number): string {
  const ratio = Math.log(width / height);
  const distance = ([, each]: readonly [string, number]): number => Math.abs(Math.log(each) - ratio);
  const nearest = Number.isFinite(ratio)
    ? shapes.reduce((best, each) => (distance(each) < distance(best) ? each : best))
    : shapes[0]!;
  return `video ${nearest[0]}`.trim();
}

/** Of a page without a title of its own: its host, or a file's name. */
const nameOf = (address: string): string | undefined =>
  /^[\w.-]+\.[a-z]{2,}(?=[/?#:]|$)/i.exec(address)?.[0] ?? address.split(/[?#]/)[0]!.split('/').findLast(Boolean);
