import type { Sharp } from 'sharp';
import { limits } from '../limits.ts';
import type { Library } from './library.ts';

/** Changes whenever what this file makes does: what was made before is not taken for it then. */
export const recipe = '1';

/** At its own address a picture is no larger than a large screen, unless it is light. */
const largest = 2560;
const light = 1_000_000;

/** Drawings and screenshots are given up to this much more than a photograph would need, for edges without noise. */
const lossless = 1.25;

const open = ({ sharp }: Library, bytes: Uint8Array): Sharp =>
  sharp(bytes, { limitInputPixels: limits.pixels, failOn: 'error' }).autoOrient();

/** A copy of that width in WebP, turned upright, in sRGB and without metadata. Throws where the picture can't be read. */
export async function encodeCopy(library: Library, bytes: Uint8Array, width: number): Promise<Uint8Array> {
  const image = open(library, bytes).resize({ width, withoutEnlargement: true });
  const lossy = await image.clone().webp({ quality: 78 }).toBuffer();
  const { format } = await image.metadata();
  if (format !== 'png') return lossy;
  const exact = await image.clone().webp({ nearLossless: true, quality: 60 }).toBuffer();
  return exact.length <= lossy.length * lossless ? exact : lossy;
}

/** A JPEG that fills so many pixels, cut where its shape is another. Throws where the picture can't be read. */
export const encodeDrawn = (library: Library, bytes: Uint8Array, width: number, height: number): Promise<Uint8Array> =>
  open(library, bytes)
    .resize({ width, height, fit: 'cover' })
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: 90 })
    .toBuffer();

/**
 * A picture as it is published at its own address, in its own format: the same bytes where it holds no metadata and is
 * no larger than it is worth, else a copy. Throws where it can't be read.
 */
export async function encodeOriginal(library: Library, bytes: Uint8Array): Promise<Uint8Array> {
  const image = open(library, bytes);
  const { width, height, format, space, pages = 1, isPalette, ...found } = await image.metadata();
  if (pages > 1) return bytes;
  const says = found.exif || found.xmp || found.iptc || found.comments?.length || (found.orientation ?? 1) > 1;
  const isLarge = bytes.length > light && Math.max(width, height) > largest;
  if (!says && !isLarge && space !== 'cmyk') {
    // Read to its end all the same: a file may be cut off.
    await image.resize(8).raw().toBuffer();
    return bytes;
  }
  const sized = isLarge ? image.resize({ width: largest, height: largest, fit: 'inside' }) : image;
  if (format === 'png') return sized.png({ compressionLevel: 9, palette: isPalette }).toBuffer();
  if (format === 'webp') return sized.webp({ quality: 85 }).toBuffer();
  if (format === 'heif') return sized.avif({ quality: 60, effort: 2 }).toBuffer();
  return sized.jpeg({ quality: 85, mozjpeg: true }).toBuffer();
}
