import { contrast, type Oklch, toHex, toOklch } from './oklch.ts';

/** The colours of one scheme, each as `#rrggbb`. */
export interface Colours {
  /** As it was chosen: for surfaces. */
  readonly accent: string;
  /** Black or white, on the accent. */
  readonly onAccent: string;
  /** The accent as a line that can be told from its ground: 3 and more to 1. */
  readonly edge: string;
  /** The accent as words, 4.5 and more to 1 on paper, raised and tint; so are `text` and `muted`. */
  readonly link: string;
  readonly text: string;
  readonly muted: string;
  /** Grounds: of the page, of what lies on it, of what is set off, and of a line of code that is pointed out. */
  readonly paper: string;
  readonly raised: string;
  readonly tint: string;
  readonly codeLine: string;
  /** A rule that is mere decoration. */
  readonly line: string;
}

/** What stands where a site chooses no accent. */
export const defaultAccent = '#c8102e';

const forText = 4.5;
const forLines = 3;

/** The colours of both schemes that belong to an accent. @param accent `#rrggbb` */
export function paletteOf(accent: string): { readonly light: Colours; readonly dark: Colours } {
  const { l, c, h } = toOklch(accent);
  const at = (lightness: number, share: number): string => toHex({ l: lightness, c: Math.min(c, 0.12) * share, h });
  const onAccent = contrast(accent, '#ffffff') >= contrast(accent, '#000000') ? '#ffffff' : '#000000';
  const fill = { accent, onAccent };
  const light = { paper: at(0.982, 0.03), raised: '#ffffff', tint: at(0.952, 0.07), codeLine: at(0.91, 0.2) };
  const dark = { paper: at(0.18, 0.16), raised: at(0.225, 0.18), tint: at(0.285, 0.26), codeLine: at(0.36, 0.3) };
  const lightGrounds = [light.paper, light.raised, light.tint];
  const darkGrounds = [dark.paper, dark.raised, dark.tint];
  return {
    light: {
      ...fill,
      ...light,
      edge: until({ l, c, h }, -1, lightGrounds, forLines),
      link: until({ l: Math.min(l, 0.52), c: Math.min(c, 0.2), h }, -1, lightGrounds, forText),
      text: at(0.2, 0.15),
      muted: until({ l: 0.46, c: c * 0.14, h }, -1, lightGrounds, forText),
      line: at(0.885, 0.07),
    },
    dark: {
      ...fill,
      ...dark,
      edge: until({ l, c, h }, 1, darkGrounds, forLines),
      link: until({ l: Math.max(l, 0.76), c: Math.min(c, 0.15), h }, 1, darkGrounds, forText),
      text: at(0.94, 0.06),
      muted: until({ l: 0.76, c: c * 0.12, h }, 1, darkGrounds, forText),
      line: at(0.36, 0.24),
    },
  };
}

/** A colour, made darker or lighter until it can be told from all grounds. */
function until(colour: Oklch, direction: 1 | -1, grounds: readonly string[], ratio: number): string {
  const hex = toHex(colour);
  const l = colour.l + direction * 0.005;
  if (l < 0 || l > 1 || grounds.every((ground) => contrast(hex, ground) >= ratio)) return hex;
  return until({ ...colour, l }, direction, grounds, ratio);
}

/** The custom properties of the theme that hang on the accent, as a style sheet. */
export function coloursCss(accent: string = defaultAccent): string {
  const { light, dark } = paletteOf(accent);
  const names = Object.keys(light) as (keyof Colours)[];
  const declarations = names.map((name) => {
    const value = light[name] === dark[name] ? light[name] : `light-dark(${light[name]}, ${dark[name]})`;
    return `    --${name.replace(/[A-Z]/g, '-$&').toLowerCase()}: ${value};\n`;
  });
  return `@layer tokens {\n  :root {\n${declarations.join('')}  }\n}\n`;
}
