/** A colour by lightness (0 to 1), chroma and hue (radians), as CSS Color 4 has it. */
export interface Oklch {
  readonly l: number;
  readonly c: number;
  readonly h: number;
}

type Three = readonly [number, number, number];

/** Linear sRGB. */
function linearOf(hex: string): Three {
  const part = (at: number): number => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [part(1), part(3), part(5)];
}

const hexOf = (colour: Three): string =>
  `#${colour
    .map((value) => {
      const encoded = value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055;
      return Math.round(255 * Math.min(1, Math.max(0, encoded)))
        .toString(16)
        .padStart(2, '0');
    })
    .join('')}`;

/** @param hex `#rrggbb` */
export function toOklch(hex: string): Oklch {
  const [r, g, b] = linearOf(hex);
  const x = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const y = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const z = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  const l = 0.2104542553 * x + 0.793617785 * y - 0.0040720468 * z;
  const a = 1.9779984951 * x - 2.428592205 * y + 0.4505937099 * z;
  const ab = 0.0259040371 * x + 0.7827717662 * y - 0.808675766 * z;
  return { l, c: Math.hypot(a, ab), h: Math.atan2(ab, a) };
}

function linearFrom({ l, c, h }: Oklch): Three {
  const [a, b] = [c * Math.cos(h), c * Math.sin(h)];
  const x = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const y = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const z = (l - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * x - 3.3077115913 * y + 0.2309699292 * z,
    -1.2684380046 * x + 2.6097574011 * y - 0.3413193965 * z,
    -0.0041960863 * x - 0.7034186147 * y + 1.707614701 * z,
  ];
}

const isShown = (colour: Three): boolean => colour.every((value) => value > -0.0005 && value < 1.0005);

/** As `#rrggbb`, less colourful where a screen cannot show as much. */
export function toHex(colour: Oklch): string {
  if (isShown(linearFrom(colour))) return hexOf(linearFrom(colour));
  let [shown, beyond] = [0, colour.c];
  while (beyond - shown > 0.001) {
    const c = (shown + beyond) / 2;
    if (isShown(linearFrom({ ...colour, c }))) shown = c;
    else beyond = c;
  }
  return hexOf(linearFrom({ ...colour, c: shown }));
}

/** The ratio of WCAG 2.2 between two colours as `#rrggbb`: from 1, where they are equally bright, to 21. */
export function contrast(one: string, other: string): number {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high! + 0.05) / (low! + 0.05);
}

function luminance(hex: string): number {
  const [r, g, b] = linearOf(hex);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
