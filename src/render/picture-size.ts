import { createRequire } from 'node:module';
import type { Files } from '../files.ts';

/** Of a picture as it is shown, in CSS pixels. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

const require = createRequire(import.meta.url);

/** Headers are within this, but for photographs with much in front of them. */
const usual = 2 ** 16;
const most = 2 ** 22;

/** Gives the size of a picture by its URL; undefined for what is none, or can't be read. Each is read once. */
export function createSizeOf(files: Files, fileOf: ReadonlyMap<string, string>) {
  const known = new Map<string, PictureSize | undefined>();
  return (url: string): PictureSize | undefined => {
    const path = fileOf.get(url);
    if (path === undefined) return undefined;
    if (!known.has(url)) known.set(url, readSize(files, path, usual) ?? readSize(files, path, most));
    return known.get(url);
  };
}

function readSize(files: Files, path: string, length: number): PictureSize | undefined {
  const { imageSize } = require('image-size') as typeof import('image-size');
  try {
    const { width, height, orientation = 1 } = imageSize(files.readStart(path, length));
    if (!(width >= 1 && height >= 1)) return undefined;
    // From 5 on, a camera was held on its side, and browsers turn the picture.
    const [across, down] = orientation >= 5 ? [height, width] : [width, height];
    return { width: Math.round(across), height: Math.round(down) };
  } catch {
    return undefined;
  }
}
