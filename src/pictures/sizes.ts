import type { PictureSize } from './facts.ts';

/** The room that a page has for a picture, in CSS pixels. Without a side, that of the picture itself. */
export interface Room {
  readonly width?: number | undefined;
  readonly height?: number | undefined;
  /** Whether it is cut to fill the room. Otherwise it is made smaller until it fits, and never larger. */
  readonly cover?: boolean | undefined;
}

export interface Sizes extends PictureSize {
  /** Of the copies that a browser may choose from, in pixels, rising. */
  readonly widths: readonly number[];
  /** The attribute of the same name: how wide the picture is on the page. */
  readonly sizes: string;
}

/** The theme's column of text (`--measure`), which no body's picture goes past. */
const column = 688;
/** What is no wider is as wide on every phone. */
const fixed = 320;
/** What the theme leaves of a phone's width, rounded so that the column's own copy is twice that at 375 pixels. */
const phone = '91vw';
/** Below this share of the picture's own width, a copy is worth having. */
const smaller = 0.9;

/** How large a picture is shown, and which copies that takes: for screens of one and of two pixels in each. */
export function sizesOf({ width, height }: PictureSize, room: Room): Sizes {
  const across = (room.width ?? Number.POSITIVE_INFINITY) / width;
  const down = (room.height ?? Number.POSITIVE_INFINITY) / height;
  const fills = room.cover === true && room.width !== undefined && room.height !== undefined;
  const scale = fills ? Math.max(across, down) : Math.min(1, across, down);
  const isOpen = room.width === undefined && room.height === undefined;
  const shown = Math.max(1, Math.round(Math.min(width * scale, isOpen ? column : Number.POSITIVE_INFINITY)));
  const steps = shown > fixed ? [shown / 2, shown, shown * 1.5, shown * 2] : [shown, shown * 2];
  const wanted = steps.map(Math.round).filter((step) => step < width * smaller);
  return {
    width: fills ? room.width : Math.max(1, Math.round(width * scale)),
    height: fills ? room.height : Math.max(1, Math.round(height * scale)),
    widths: wanted.length === steps.length ? wanted : [...wanted, width],
    sizes: shown > fixed ? `min(${shown}px, ${phone})` : `${shown}px`,
  };
}
