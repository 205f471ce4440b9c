import { hash } from 'node:crypto';
import type { Cards } from '../cards/cards.ts';
import { type Box, type Card, isMistake, readCard } from '../cards/elements.ts';
import { isTooLong, outputPath } from '../content/permalink.ts';
import { diagnose, type Problem, type Result } from '../diagnostics/diagnostic.ts';
import type { Content } from '../model/values.ts';
import type { Derived, RenderedOutput } from '../output/derived.ts';
import type { Drawn } from '../pictures/pictures.ts';
import type { Renderer } from '../render/renderer.ts';
import { cardData, pictureOf } from './card-data.ts';
import { cardUrl, hasPicture, siteCard } from './card-url.ts';

const template = 'card.njk';

/** What has a card of its own; all other pages show the site's. */
const kinds: readonly Content['kind'][] = ['event', 'post', 'person', 'page'];

/** Where a page stands, and what it shows if that is one thing. */
interface Page {
  readonly url: string;
  readonly content?: Content | undefined;
}

/**
 * The address of the card that networks show beside a link to a page: its own, else the site's; undefined where there are
 * none. A card is for what has no picture, and a file of the site's own at a card's address is that card.
 */
export function shownCard(page: Page, renderer: Renderer): string | undefined {
  const own = cardUrl(page.url);
  if (renderer.publishes(own) || isDrawn(page, renderer)) return own;
  return renderer.cards || renderer.publishes(siteCard) ? siteCard : undefined;
}

/** The card that a page brings with it: the site's is brought by the home page. */
export function cardOf(page: Page, renderer: Renderer): Result<readonly RenderedOutput[]> {
  if (!isDrawn(page, renderer)) return { value: [], diagnostics: [] };
  const { cards, site } = renderer;
  const content = page.url === '/' ? undefined : page.content;
  const made = renderer.page(template, cardData(site, content, cards!.fonts, renderer));
  if (made.diagnostics.some(({ severity }) => severity === 'error'))
    return { value: [], diagnostics: made.diagnostics };
  const card = readCard(made.value, cards!.fonts.drawable);
  if (isMistake(card)) return { value: [], diagnostics: [...made.diagnostics, mistaken(card, renderer, card.written)] };
  const path = outputPath(cardUrl(page.url));
  return {
    value: [{ path, content: derivedFrom(card, made.value, cards!, renderer) }],
    diagnostics: made.diagnostics,
  };
}

function isDrawn({ url, content }: Page, { cards, publishes }: Renderer): boolean {
  const own = cardUrl(url);
  const hasOne = url === '/' || (content !== undefined && kinds.includes(content.kind) && !hasPicture(content.image));
  return cards !== undefined && hasOne && !publishes(own) && !isTooLong(outputPath(own));
}

function derivedFrom(card: Card, html: string, cards: Cards, renderer: Renderer): Derived {
  const pictures = new Map<string, Drawn>();
  for (const { src, width, height } of card.pictures) {
    const drawn = pictureOf(src, renderer, width, height);
    if (drawn) pictures.set(src, drawn);
  }
  const contents = [html, ...[...pictures.values()].map(({ key }) => key)];
  return {
    key: `card ${cards.version} ${hash('sha1', contents.join('\0'))}`,
    make: () => make(card, pictures, cards, renderer),
  };
}

async function make(
  { root, text }: Card,
  pictures: ReadonlyMap<string, Drawn>,
  cards: Cards,
  renderer: Renderer,
): Promise<Result<Uint8Array | undefined>> {
  const loaded = await Promise.all([...pictures].map(async ([src, { load }]) => [src, await load()] as const));
  const draw = (known: ReadonlyMap<string, string | undefined>) => cards.draw(withPictures(root, known), text);
  try {
    // What cannot be drawn as a picture isn't the template's fault.
    const value = await draw(new Map(loaded)).catch(() => draw(new Map()));
    return { value, diagnostics: [] };
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n')[0]! : String(error);
    const message = `a card can’t be laid out: ${reason.replace(/\.$/, '')}`;
    const help = 'see docs/cards.md for the styles that a card knows';
    return { value: undefined, diagnostics: [mistaken({ message, help }, renderer)] };
  }
}

/** With the bytes of each picture; where one has none, its box stays. */
function withPictures(box: Box, loaded: ReadonlyMap<string, string | undefined>): Box {
  const { src, width, height, style, children, ...props } = box.props;
  if (src === undefined) {
    const filled = children?.map((child) => (typeof child === 'string' ? child : withPictures(child, loaded)));
    return { type: box.type, props: { ...props, style, ...(filled && { children: filled }) } };
  }
  const data = loaded.get(src);
  if (data !== undefined) return { type: 'img', props: { style, src: data, width: width!, height: height! } };
  return { type: 'div', props: { style: { width: `${width}px`, height: `${height}px`, ...style } } };
}

/** At the site's own template; what fails in the built-in one is a bug of ours, and is thrown. */
function mistaken(problem: Omit<Problem, 'code'>, { templates }: Renderer, written?: string) {
  if (!templates.isOwn(template)) throw new Error(`the built-in template ${template} fails: ${problem.message}`);
  const text = templates.text(template) ?? '';
  const at = written === undefined ? -1 : text.indexOf(written);
  const before = text.slice(0, Math.max(0, at)).split('\n');
  const length = at < 0 ? 1 : written!.length;
  const { message, help } = problem;
  return diagnose(
    { code: 'template-error', message, ...(help && { help }) },
    { path: templates.pathOf(template), line: before.length, column: before.at(-1)!.length + 1, length },
  );
}
