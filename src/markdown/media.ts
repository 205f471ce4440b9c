import type { Pair } from './attribute-list.ts';
import { sizeMark } from './rendered.ts';

/** An attribute as its author gave it. */
type Get = (attribute: string) => string | undefined;

const shaped = /width|height|aspect-ratio/i;

/**
 * What a picture gets beside what its author gave: its size, so that nothing jumps when it arrives, and patience.
 * @param first whether it is the body's first picture, which a reader may see at once
 * @param target its place among the open targets, where it is a file of the site
 */
export function pictureAttributes(get: Get, first: boolean, target: number | undefined): Pair[] {
  const hasShape = get('width') !== undefined || get('height') !== undefined || shaped.test(get('style') ?? '');
  return [
    ...(target === undefined || hasShape ? [] : [sizeMark(target)]),
    ...(first || get('loading') !== undefined ? [] : [['loading', 'lazy'] as const]),
  ];
}

/** Who plays videos or slides in a frame, by host and path, and the name that a frame without a title is given. */
const players: readonly (readonly [where: RegExp, name: string])[] = [
  [/^(?:www\.)?youtube(?:-nocookie)?\.com\/embed\//, 'YouTube'],
  [/^player\.vimeo\.com\/video\//, 'Vimeo'],
  [/^[^/]+\/videos\/embed\//, 'PeerTube'],
  [/^media\.ccc\.de\//, 'media.ccc.de'],
  [/^player\.twitch\.tv\//, 'Twitch'],
  [/^(?:www\.)?dailymotion\.com\/embed\//, 'Dailymotion'],
  [/^archive\.org\/embed\//, 'Internet Archive'],
  [/^speakerdeck\.com\/player\//, 'Speaker Deck'],
  [/^(?:www\.)?slideshare\.net\//, 'SlideShare'],
  [/^docs\.google\.com\/presentation\//, 'Google Slides'],
];

/** The shapes that the theme knows, each a class. The first is the usual one. */
const shapes: readonly (readonly [name: string, ratio: number])[] = [
  ['', 16 / 9],
  ['video-4x3', 4 / 3],
  ['video-1x1', 1],
  ['video-9x16', 9 / 16],
  ['video-21x9', 21 / 9],
];

/** What a frame gets: patience, a title for who can't see it, and, where it plays, `https:` and its shape at every width. */
export function frameAttributes(get: Get): Pair[] {
  const [, scheme, address = ''] = /^((?:https?:)?\/\/)?(.*)$/is.exec((get('src') ?? '').trim())!;
  const player = scheme && players.find(([where]) => where.test(address))?.[1];
  const shape = player && !shaped.test(get('style') ?? '') ? shapeOf(Number(get('width')), Number(get('height'))) : '';
  return [
    ...(player && scheme !== 'https://' ? [['src', `https://${address}`] as const] : []),
    ...(get('loading') === undefined ? [['loading', 'lazy'] as const] : []),
    ...(get('title')?.trim() ? [] : [['title', player || nameOf(address)] as const]),
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
const nameOf = (address: string): string =>
  /^[\w.-]+\.[a-z]{2,}(?=[/?#:]|$)/i.exec(address)?.[0] ??
  address.split(/[?#]/)[0]!.split('/').findLast(Boolean) ??
  'Embedded page';
