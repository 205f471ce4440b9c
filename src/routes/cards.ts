import { hash } from 'node:crypto';
import type { Cards } from '../cards/cards.ts';
import { type Box, type Card, isMistake, readCard } from '../cards/elements.ts';
import { isTooLong } from '../content/permalink.ts';
import { diagnose, type Problem, type Result } from '../diagnostics/diagnostic.ts';
import { contentsOf } from '../model/contents.ts';
import type { Content, Site } from '../model/values.ts';
import type { Derived } from '../output/derived.ts';
import type { Drawn } from '../pictures/pictures.ts';
import type { Renderer } from '../render/renderer.ts';
import { cardData, pictureOf } from './card-data.ts';
import { cardUrl, hasPicture } from './card-url.ts';
import { documentRoute, type Route } from './route.ts';

const template = 'card.njk';

/** What has a card of its own; all other pages show the site's. */
const kinds: readonly Content['kind'][] = ['event', 'post', 'person', 'page'];

/**
 * A card for the site, and for each event, post, person and page that has no picture of its own. A card is made of HTML,
 * which a template gives, and made again when that, or a picture in it, differs.
 */
export function cardRoutes(site: Site, cards: Cards): Route[] {
  const own = contentsOf(site).filter(
    ({ kind, url, image }) => kinds.includes(kind) && url !== '/' && !hasPicture(image),
  );
  const byUrl = new Map([undefined, ...own].map((content) => [cardUrl(content?.url ?? '/').toLowerCase(), content]));
  return [...byUrl.values()].map((content) => cardRoute(site, content, cards)).filter(({ path }) => !isTooLong(path));
}

const cardRoute = (site: Site, content: Content | undefined, cards: Cards): Route => ({
  ...documentRoute(cardUrl(content?.url ?? '/'), (renderer) => {
    const made = renderer.page(template, cardData(site, content, cards.fonts, renderer));
    if (made.diagnostics.some(({ severity }) => severity === 'error')) return made;
    const card = readCard(made.value, cards.fonts.drawable);
    if (isMistake(card))
      return { value: '', diagnostics: [...made.diagnostics, mistaken(card, renderer, card.written)] };
    return { value: derivedFrom(card, made.value, cards, renderer), diagnostics: made.diagnostics };
  }),
  origin: `the card of ${content?.title ?? 'the site'}`,
});

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
