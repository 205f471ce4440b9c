import { createRequire } from 'node:module';
import type { Files } from '../files.ts';

/** Of a picture as it is shown, in CSS pixels. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** What the start of a picture's file says. */
export interface PictureFacts extends PictureSize {
  /** The format that it is in, whatever its name says: `jpg`, `png`, `webp`, `avif`, `svg`. */
  readonly type: string;
  readonly animated: boolean;
}

const require = createRequire(import.meta.url);

/** Headers are within this, but for photographs with much in front of them. */
const usual = 2 ** 16;
const most = 2 ** 22;

/** Gives the facts of a picture by its URL; undefined for what is none, or can't be read. Each is read once. */
export function createFactsOf(files: Files, fileOf: ReadonlyMap<string, string>) {
  const known = new Map<string, PictureFacts | undefined>();
  return (url: string): PictureFacts | undefined => {
    const path = fileOf.get(url);
    if (path === undefined) return undefined;
    if (!known.has(url)) known.set(url, readFacts(files, path, usual) ?? readFacts(files, path, most));
    return known.get(url);
  };
}

function readFacts(files: Files, path: string, length: number): PictureFacts | undefined {
  const { imageSize } = require('image-size') as typeof import('image-size');
  try {
    const start = files.readStart(path, length);
    const { width, height, orientation = 1, type = '' } = imageSize(start);
    if (!(width >= 1 && height >= 1)) return undefined;
    // From 5 on, a camera was held on its side, and browsers turn the picture.
    const [across, down] = orientation >= 5 ? [height, width] : [width, height];
    return { width: Math.round(across), height: Math.round(down), type, animated: isAnimated(start, type) };
  } catch {
    return undefined;
  }
}

/** By a file's start: APNG's control chunk stands before the first data; WebP and AVIF say it in their headers. */
function isAnimated(start: Uint8Array, type: string): boolean {
  const text = Buffer.from(start.buffer, start.byteOffset, start.byteLength).toString('latin1');
  if (type === 'png') return text.slice(0, text.indexOf('IDAT') + 1 || undefined).includes('acTL');
  if (type === 'webp') return text.startsWith('VP8X', 12) && (start[20]! & 2) !== 0;
  return text.startsWith('ftypavis', 4) || type === 'gif';
}
