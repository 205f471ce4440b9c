import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import type { BuildFlags } from '../../src/commands/options.ts';
import { readTree, runBuild, temporaryFolder, writeFiles } from '../whole/run.ts';

/** A picture in which every pixel differs from its neighbours, so that none is small by chance. */
export function drawn(width: number, height: number, channels: 3 | 4 = 3): Sharp {
  const pixels = Buffer.alloc(width * height * channels);
  for (let at = 0; at < pixels.length; at += 1)
    pixels[at] = (at * 7 + ((at / width) | 0) * 13 + ((at * at) % 31)) % 256;
  return sharp(pixels, { raw: { width, height, channels } });
}

/** As a telephone takes it: with the place, and held on its side where that is said. */
export const photograph = (width: number, height: number, orientation = 1): Promise<Buffer> =>
  drawn(width, height)
    .withExif({
      IFD0: { Copyright: 'Larkspur Coders', Orientation: String(orientation) },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 0/1', GPSLongitudeRef: 'W', GPSLongitude: '0/1 7/1 0/1' },
    })
    .withMetadata({ orientation })
    .jpeg({ quality: 90 })
    .toBuffer();

export interface Built {
  readonly status: number;
  readonly summary: { readonly made: number };
  readonly diagnostics: readonly {
    readonly code: string;
    readonly path: string;
    readonly line: number;
    readonly column: number;
    readonly message: string;
  }[];
  /** By their paths; empty where nothing was written. */
  readonly files: ReadonlyMap<string, Buffer>;
  readonly page: string;
}

/** A folder with a site whose home page is `body`. */
export function siteWith(body: string, files: Readonly<Record<string, string | Uint8Array>>): string {
  const root = temporaryFolder();
  // A card for each page would be counted, too.
  const config = 'title: Larkspur Coders\ndescription: We meet by the mill.\ncards: false\n';
  writeFiles(root, { 'site.yaml': config, 'content/index.md': `${body}\n`, ...files });
  return root;
}

export async function built(root: string, flags: BuildFlags = {}): Promise<Built> {
  const { status, out } = await runBuild({ root, format: 'json', ...flags });
  const written = status === 0;
  return {
    status,
    ...JSON.parse(out),
    files: written ? readTree(join(root, 'dist')) : new Map(),
    page: written ? readFileSync(join(root, 'dist/index.html'), 'utf8') : '',
  };
}

/** The copies of a site, `name-width`, in order. */
export const copiesIn = ({ files }: Built): string[] =>
  [...files.keys()].flatMap((path) => /^assets\/img\/(.*)-[\da-f]{10}\.webp$/.exec(path)?.[1] ?? []);

/** The `<img>` of a page that has this text, attributes only. */
export const imageIn = ({ page }: Built, alt: string): string =>
  page.match(/<img[^>]*>/g)?.find((each) => each.includes(`alt="${alt}"`)) ?? '';
