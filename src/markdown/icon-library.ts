import { closest } from '../diagnostics/suggest.ts';
import { openIconSet } from '../icon-set.ts';

/** What it takes to show an icon. */
export interface Drawing {
  /** What stands inside `<svg>`. */
  readonly content: string;
  readonly viewBox: string;
  /** A CSS length, for both directions. */
  readonly size: string;
}

export interface IconLibrary {
  draw(name: string): Drawing | undefined;
  /** At most three names that may be meant by one that doesn't exist: the same icon in other styles or sizes, then the nearest spelling. */
  nearest(name: string): readonly string[];
}

/** The icons whose names share a beginning in MkDocs Material. */
interface Family {
  readonly prefix: string;
  readonly source: string;
  /** The side of what an icon is drawn on, in its own units, where the icon doesn't tell. */
  readonly canvas: number;
  /** Such that the drawing is as large as the letters beside it: some canvases have a margin. */
  readonly size: string;
  /** What the licence wants said wherever the icon is shown. */
  readonly credit: string;
}

const fontAwesome = {
  canvas: 640,
  size: '1.25em',
  credit: '<!-- Font Awesome Free by Fonticons, Inc., CC BY 4.0, https://fontawesome.com/license/free -->',
};
export const families: readonly Family[] = [
  { prefix: 'fontawesome-brands-', source: '@iconify-json/fa7-brands', ...fontAwesome },
  { prefix: 'fontawesome-regular-', source: '@iconify-json/fa7-regular', ...fontAwesome },
  { prefix: 'fontawesome-solid-', source: '@iconify-json/fa7-solid', ...fontAwesome },
  { prefix: 'material-', source: '@iconify-json/mdi', canvas: 24, size: '1.25em', credit: '' },
  { prefix: 'octicons-', source: '@iconify-json/octicon', canvas: 16, size: '1em', credit: '' },
  { prefix: 'simple-', source: '@iconify-json/simple-icons', canvas: 24, size: '1em', credit: '' },
];

/** Reads a set of icons when one of its names is first asked for, and keeps what was drawn. */
export function createIconLibrary(): IconLibrary {
  const shelves = families.map((family) => ({ ...family, set: openIconSet(family.source) }));
  const drawn = new Map<string, Drawing>();
  const draw = (name: string): Drawing | undefined => {
    const shelf = shelves.find(({ prefix }) => name.startsWith(prefix));
    const icon = shelf?.set.find(name.slice(shelf.prefix.length));
    if (!shelf || icon?.body === undefined) return undefined;
    const { width = shelf.canvas, height = shelf.canvas } = icon;
    return { content: shelf.credit + icon.body, viewBox: `0 0 ${width} ${height}`, size: shelf.size };
  };
  return {
    draw(name) {
      const drawing = drawn.get(name) ?? draw(name);
      if (drawing) drawn.set(name, drawing);
      return drawing;
    },
    nearest(name) {
      const names = shelves
        .filter(({ prefix }) => firstWord(prefix) === firstWord(name))
        .flatMap(({ prefix, set }) => set.names().map((each) => prefix + each));
      const same = names.filter((each) => subject(each) === subject(name)).slice(0, 3);
      return same.length > 0 ? same : [closest(name, names) ?? []].flat();
    },
  };
}

const firstWord = (name: string): string => name.slice(0, name.indexOf('-')).toLowerCase();

/** What a name is of, whatever the style and size: `ticket` of `fontawesome-solid-ticket`, `tag` of `octicons-tag-16`. */
export const subject = (name: string): string =>
  name
    .toLowerCase()
    .replace(
      /^(?:fontawesome(?:-(?:brands|regular|solid|light|thin|duotone))?|material|octicons|simple)-|-(?:12|16|24|32|48|64|96)$/g,
      '',
    );
