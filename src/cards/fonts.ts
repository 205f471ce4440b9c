import { readFileSync } from 'node:fs';
import { versionOf } from '../version.ts';
import { charactersIn } from './woff.ts';

/** A font as Satori takes it. */
export interface Font {
  readonly name: string;
  readonly data: Buffer;
  readonly weight: 400 | 500 | 800;
  readonly style: 'normal';
}

/** Every letter that a card can show. */
export interface Fonts {
  /** Of the packages that they come from: another one may draw other pictures. */
  readonly version: string;
  /** Whether each letter and digit of a text can be drawn. */
  covers(text: string): boolean;
  /** The text without what cannot be drawn, emoji among it: nothing is better than an empty box. */
  drawable(text: string): string;
  /** Those that a text needs; the same list for the same needs. */
  of(text: string): readonly Font[];
}

interface Family {
  readonly package: string;
  readonly subsets: readonly string[];
  readonly weights: readonly Font['weight'][];
}

/** In the order in which they are asked for a letter. */
const families: readonly Family[] = [
  {
    package: '@fontsource/inter',
    subsets: ['latin', 'latin-ext', 'cyrillic', 'greek', 'vietnamese', 'cyrillic-ext', 'greek-ext'],
    weights: [500, 800],
  },
  { package: '@fontsource/noto-sans-devanagari', subsets: ['devanagari'], weights: [500, 800] },
  { package: '@fontsource/vazirmatn', subsets: ['arabic'], weights: [500, 800] },
  { package: '@fontsource/sawarabi-gothic', subsets: ['japanese'], weights: [400] },
];

/** What has no shape of its own. Joiners shape the letters beside them. */
const isShapeless = (character: string): boolean => /[\s\u200c\u200d]/u.test(character);

/** Joiners that no letter is left beside. */
const loose = /(?<![\p{L}\p{M}])[\u200c\u200d]|[\u200c\u200d](?![\p{L}\p{M}])/gu;

/** @param require finds packages; a family that isn't installed is left out */
export function createFonts(require: NodeJS.Require): Fonts {
  const parts = families.flatMap((family) => partsOf(family, require));
  const made = new Map<string, readonly Font[]>();
  const partFor = (character: string) => parts.find((part) => part.has(character.codePointAt(0)!));
  const isDrawn = (character: string): boolean => isShapeless(character) || partFor(character) !== undefined;
  return {
    version: [...new Set(parts.map(({ version }) => version))].join(' '),
    covers: (text) => [...text.normalize('NFC')].every((each) => !/[\p{L}\p{N}]/u.test(each) || isDrawn(each)),
    drawable: (text) => [...text.normalize('NFC')].filter(isDrawn).join('').replace(loose, '').replace(/\s+/g, ' '),
    of(text) {
      const wanted = new Set([...text].map(partFor));
      const needed = parts.filter((part, index) => index === 0 || wanted.has(part));
      const key = needed.map(({ name }) => name).join();
      const fonts = made.get(key) ?? needed.flatMap((part) => part.fonts());
      made.set(key, fonts);
      return fonts;
    },
  };
}

interface Part {
  readonly name: string;
  readonly version: string;
  has(code: number): boolean;
  fonts(): readonly Font[];
}

/** A file is read when the first letter is looked for that those before it don't have. */
function partsOf({ package: from, subsets, weights }: Family, require: NodeJS.Require): Part[] {
  const stem = from.replace('@fontsource/', '');
  const read = (subset: string, weight: number): Buffer =>
    readFileSync(require.resolve(`${from}/files/${stem}-${subset}-${weight}-normal.woff`));
  const version = versionOf(from, require);
  if (version === undefined) return [];
  return subsets.map((subset): Part => {
    const name = `${stem} ${subset}`;
    let codes: ReadonlySet<number> | undefined;
    return {
      name,
      version: `${from} ${version}`,
      has(code) {
        codes ??= charactersIn(read(subset, weights[0]!));
        return codes.has(code);
      },
      fonts: () => weights.map((weight) => ({ name, data: read(subset, weight), weight, style: 'normal' })),
    };
  });
}
