import { hash } from 'node:crypto';
import { type Box, type Card, isMistake, readCard } from '../cards/elements.ts';
import { isTooLong, outputPath } from '../content/permalink.ts';
import { diagnose, type Problem, type Result } from '../diagnostics/diagnostic.ts';
import { placeAt } from '../diagnostics/place-at.ts';
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
  const { value, diagnostics } = layOut(page, renderer);
  const content = value && derivedFrom(keyOf(value, renderer), page, renderer);
  return { value: content ? [{ path: outputPath(cardUrl(page.url)), content }] : [], diagnostics };
}

/** A card that is laid out, and the HTML that it was made of. */
interface LaidOut {
  readonly card: Card;
  readonly html: string;
}

function layOut({ url, content }: Page, renderer: Renderer): Result<LaidOut | undefined> {
  const { fonts } = renderer.cards!;
  const shown = url === '/' ? undefined : content;
  const { value: html, diagnostics } = renderer.page(template, cardData(renderer.site, shown, fonts, renderer));
  if (diagnostics.some(({ severity }) => severity === 'error')) return { value: undefined, diagnostics };
  const card = readCard(html, fonts.drawable);
  if (!isMistake(card)) return { value: { card, html }, diagnostics };
  return { value: undefined, diagnostics: [...diagnostics, mistaken(card, renderer, card.written)] };
}

function keyOf({ card, html }: LaidOut, renderer: Renderer): string {
  const contents = [html, ...[...picturesOf(card, renderer).values()].map(({ key }) => key)];
  return `card ${renderer.cards!.version} ${hash('sha1', contents.join('\0'))}`;
}

/** Lays the card out once more when it is drawn: thousands of them would fill the memory until then. */
const derivedFrom = (key: string, page: Page, renderer: Renderer): Derived => ({
  key,
  async make() {
    const { value, diagnostics } = layOut(page, renderer);
    return value ? draw(value.card, renderer) : { value: undefined, diagnostics };
  },
});

function isDrawn({ url, content }: Page, { cards, publishes }: Renderer): boolean {
  const own = cardUrl(url);
  const hasOne = url === '/' || (content !== undefined && kinds.includes(content.kind) && !hasPicture(content.image));
  return cards !== undefined && hasOne && !publishes(own) && !isTooLong(outputPath(own));
}

function picturesOf(card: Card, renderer: Renderer): Map<string, Drawn> {
  const pictures = new Map<string, Drawn>();
  for (const { src, width, height } of card.pictures) {
    const drawn = pictureOf(src, renderer, width, height);
    if (drawn) pictures.set(src, drawn);
  }
  return pictures;
}

async function draw(card: Card, renderer: Renderer): Promise<Result<Uint8Array | undefined>> {
  const { root, text } = card;
  const pictures = [...picturesOf(card, renderer)];
  const loaded = await Promise.all(pictures.map(async ([src, { load }]) => [src, await load()] as const));
  const drawWith = (known: ReadonlyMap<string, string | undefined>) =>
    renderer.cards!.draw(withPictures(root, known), text);
  try {
    // What cannot be drawn as a picture isn't the template's fault.
    const value = await drawWith(new Map(loaded)).catch(() => drawWith(new Map()));
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
  const length = at < 0 ? 1 : written!.length;
  const { message, help } = problem;
  return diagnose(
    { code: 'template-error', message, ...(help && { help }) },
    { path: templates.pathOf(template), ...placeAt(text, Math.max(0, at)), length },
  );
}
