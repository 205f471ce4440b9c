import { createRequire } from 'node:module';
import { versionOf } from '../version.ts';
import type { Box } from './elements.ts';
import { createFonts, type Fonts } from './fonts.ts';

/** In pixels: what networks ask for. */
export const cardSize = { width: 1200, height: 630 } as const;

/** Draws cards. */
export interface Cards {
  /** Of everything that draws: another one may give other bytes. */
  readonly version: string;
  readonly fonts: Fonts;
  /**
   * A card as PNG. Throws where the styles are none that can be laid out.
   * @param text what it shows, for choosing fonts
   */
  draw(root: Box, text: string): Promise<Uint8Array>;
}

/** What a site installs for cards. */
export const cardPackages = ['satori', '@resvg/resvg-js', '@fontsource/inter'] as const;

/** Changes whenever what this file makes does. */
const recipe = '1';

let found: Cards | null | undefined;

/** What draws cards; undefined where a package, or its binary for this machine, isn't installed. */
export function findCards(): Cards | undefined {
  if (found === undefined) found = load(createRequire(import.meta.url));
  return found ?? undefined;
}

/** Satori is loaded when the first card is drawn: mostly all of them were kept. */
function load(require: NodeJS.Require): Cards | null {
  const versions = cardPackages.map((name) => versionOf(name, require));
  if (versions.includes(undefined)) return null;
  try {
    const { renderAsync } = require('@resvg/resvg-js') as typeof import('@resvg/resvg-js');
    const fonts = createFonts(require);
    return {
      version: [recipe, ...versions, fonts.version].join(' '),
      fonts,
      async draw(root, text) {
        const { default: satori } = require('satori') as typeof import('satori');
        const svg = await satori(root as unknown as Parameters<typeof satori>[0], {
          ...cardSize,
          fonts: fonts.of(text) as Parameters<typeof satori>[1]['fonts'],
        });
        // Every letter is a path by now.
        const drawn = await renderAsync(svg, { font: { loadSystemFonts: false } });
        return drawn.asPng();
      },
    };
  } catch {
    return null;
  }
}
