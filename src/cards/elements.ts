import { Parser } from 'htmlparser2';

/** A box of a card, in the shape that Satori takes. */
export interface Box {
  readonly type: string;
  readonly props: {
    readonly style: Readonly<Record<string, string>>;
    readonly children?: readonly (Box | string)[];
    readonly dir?: string;
    readonly src?: string;
    readonly width?: number;
    readonly height?: number;
  };
}

/** A picture of a card by its address, and the pixels that it fills. */
export interface DrawnPicture {
  readonly src: string;
  readonly width: number;
  readonly height: number;
}

export interface Card {
  readonly root: Box;
  readonly text: string;
  readonly pictures: readonly DrawnPicture[];
}

/** What a card's HTML has that a card can't. `written` is what stands there. */
export interface CardMistake {
  readonly message: string;
  readonly help: string;
  readonly written: string;
}

const known = ['div', 'p', 'span', 'h1', 'h2', 'h3', 'strong', 'b', 'img'];

interface Open {
  readonly type: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (Box | string)[];
}

/**
 * Reads the HTML of a card: boxes with a `style` each, text, and pictures. Everything is laid out as `display: flex`
 * unless its style says otherwise.
 * @param drawable gives a text without what cannot be drawn
 */
export function readCard(html: string, drawable: (text: string) => string): Card | CardMistake {
  const stack: Open[] = [{ type: 'div', attributes: {}, children: [] }];
  const texts: string[] = [];
  const pictures: DrawnPicture[] = [];
  let mistake: CardMistake | undefined;
  let pending = '';
  const endText = (): void => {
    const shown = drawable(pending).replace(/\s+/g, ' ').trim();
    pending = '';
    if (shown === '') return;
    texts.push(shown);
    stack.at(-1)!.children.push(shown);
  };
  const parser = new Parser({
    onopentag(type, attributes) {
      endText();
      mistake ??= mistakeIn(type, attributes);
      stack.push({ type, attributes, children: [] });
    },
    // Comes in pieces, around each entity.
    ontext(text) {
      pending += text;
    },
    onclosetag() {
      endText();
      const open = stack.pop()!;
      const box = boxOf(open);
      const { src, width, height } = box.props;
      if (src !== undefined) pictures.push({ src, width: width!, height: height! });
      stack.at(-1)?.children.push(box);
    },
  });
  parser.end(html);
  endText();
  if (mistake) return mistake;
  const { children } = stack[0]!;
  return { root: filling(children), text: texts.join(' '), pictures };
}

export const isMistake = (card: Card | CardMistake): card is CardMistake => 'message' in card;

/** The whole card, whatever a template makes of it. */
const filling = (children: readonly (Box | string)[]): Box => ({
  type: 'div',
  props: { style: { display: 'flex', width: '100%', height: '100%' }, children },
});

function boxOf({ type, attributes, children }: Open): Box {
  const style = { display: 'flex', boxSizing: 'border-box', ...styleOf(attributes.style) };
  const dir = attributes.dir && { dir: attributes.dir };
  if (type !== 'img') return { type, props: { style, ...dir, ...(children.length > 0 && { children }) } };
  const [width, height] = [Number(attributes.width), Number(attributes.height)];
  return { type, props: { style, src: attributes.src ?? '', width, height } };
}

/** `font-size: 20px` -> `{ fontSize: '20px' }`. */
function styleOf(written = ''): Record<string, string> {
  const declarations = written.match(/(?:[^;()"']|\([^)]*\)|"[^"]*"|'[^']*')+/g) ?? [];
  return Object.fromEntries(
    declarations.flatMap((each) => {
      const at = each.indexOf(':');
      const name = each.slice(0, Math.max(0, at)).trim().toLowerCase();
      const value = each.slice(at + 1).trim();
      return name && value ? [[name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()), value]] : [];
    }),
  );
}

function mistakeIn(
  type: string,
  { style = '', width, height }: Readonly<Record<string, string>>,
): CardMistake | undefined {
  if (!known.includes(type))
    return {
      message: `a card can’t show \`<${type}>\``,
      help: `use ${known
        .slice(0, -1)
        .map((each) => `\`<${each}>\``)
        .join(', ')} or \`<img>\`, each with a \`style\``,
      written: `<${type}`,
    };
  if (/url\s*\(|image-set/i.test(style))
    return {
      message: 'a style of a card names an address',
      help: 'show a picture of the site by `<img>`; a card takes nothing from elsewhere',
      written: /url\s*\(|image-set/i.exec(style)![0],
    };
  if (type === 'img' && !(Number(width) >= 1 && Number(height) >= 1 && Math.max(Number(width), Number(height)) <= 1200))
    return {
      message: 'a picture of a card has no `width` and `height` in pixels',
      help: 'write both, up to 1200: `<img src="…" width="96" height="96">`',
      written: '<img',
    };
  return undefined;
}
