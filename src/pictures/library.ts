import { createRequire } from 'node:module';
import type sharp from 'sharp';

/** What reads, scales and writes pictures. */
export interface Library {
  readonly sharp: typeof sharp;
  /** Of it and of the libraries in it: another one may write other bytes. */
  readonly version: string;
}

export const libraryName = 'sharp';

/** What may be read. A file is in the format that its bytes are in, and a stranger can give it any name. */
const formats = ['Jpeg', 'Png', 'Webp', 'Heif'];

let found: Library | null | undefined;

/** The library, loaded when it is first wanted; undefined where it, or its binary for this machine, isn't installed. */
export function findLibrary(): Library | undefined {
  if (found === undefined) found = load();
  return found ?? undefined;
}

function load(): Library | null {
  try {
    const loaded = createRequire(import.meta.url)(libraryName) as typeof sharp;
    // Decoders are C code; those for formats that are left alone stay out of reach.
    loaded.block({ operation: ['VipsForeignLoad'] });
    loaded.unblock({ operation: formats.map((format) => `VipsForeignLoad${format}`) });
    // Each picture is made of a file of its own, so nothing would be found again.
    loaded.cache(false);
    const { sharp: own, ...others } = loaded.versions as Record<string, string>;
    const codecs = ['vips', 'mozjpeg', 'png', 'zlib-ng', 'webp', 'heif', 'aom', 'imagequant', 'lcms'];
    return { sharp: loaded, version: [own, ...codecs.map((name) => others[name])].join(' ') };
  } catch {
    return null;
  }
}
