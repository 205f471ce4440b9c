import type { Fonts } from '../cards/fonts.ts';
import { keepWith } from '../keep.ts';
import type { Content, Person, Site } from '../model/values.ts';
import type { Drawn } from '../pictures/pictures.ts';
import { type Colours, defaultAccent, paletteOf } from '../render/colours.ts';
import type { Renderer } from '../render/renderer.ts';
import { initials, shorten } from '../render/text.ts';
import { siteTitle } from './site-title.ts';

/** What a card's template sees under `card`: texts that can be drawn, and sizes that fit. */
export interface CardData {
  /** The page's title; the site's where the letters of that can't be drawn. */
  readonly title: string;
  /** In pixels, for the title. */
  readonly size: number;
  /** The site's name; empty on its own card. */
  readonly site: string;
  /** A person's role, else how a page or the site is described; empty where nobody did. */
  readonly summary: string;
  /** Where an event takes place; empty where nobody said. */
  readonly place: string;
  /** Speakers, else hosts; authors; or whom the page is about. At most four. */
  readonly people: readonly { readonly name: string; readonly initials: string; readonly face: string | undefined }[];
  /** How many more there are. */
  readonly more: number;
  /** All of their names, as one text. */
  readonly names: string;
  readonly colours: { readonly light: Colours; readonly dark: Colours };
}

const mostFaces = 4;
const longest = { title: 140, names: 52, summary: 110, place: 46, site: 48 };

/** Everything that the template of a card gets. @param content undefined for the site itself */
export function cardData(site: Site, content: Content | undefined, fonts: Fonts, renderer: Renderer) {
  const lang = languageOf(fonts, content?.lang ?? site.config.language);
  const shown = (text: string | undefined, most: number): string =>
    text !== undefined && fonts.covers(text) ? shorten(fonts.drawable(text).trim(), most) : '';
  const name = shown(siteTitle(site), longest.site) || new URL(site.config.url?.origin ?? 'https://example').host;
  const title = (content && shown(content.title, longest.title)) || name;
  const people = content ? peopleOf(content) : [];
  const faces = people.map((person) => faceOf(person, fonts, renderer)).filter((each) => each.face || each.initials);
  const card: CardData = {
    title,
    size: sizeOf(title),
    site: title === name ? '' : name,
    summary: shown(summaryOf(site, content), longest.summary),
    place: shown(placeOf(content, renderer, lang), longest.place),
    people: faces.slice(0, mostFaces),
    more: Math.max(0, faces.length - mostFaces),
    names: shorten(
      renderer.words(lang).list(people.flatMap((person) => shown(person.name, longest.names) || [])),
      longest.names,
    ).replace(/[\s,،、]+…$/, '…'),
    colours: paletteOf(site.config.accent ?? defaultAccent),
  };
  return {
    ...(content && { entry: content, [content.kind]: content }),
    site,
    title: siteTitle(site),
    page: {
      url: content?.url ?? '/',
      kind: content?.kind ?? 'home',
      title: content?.title,
      lang,
      dir: renderer.words(lang).direction,
    },
    card,
  };
}

/** English where the language's own dates can't be drawn. */
const languageOf = keepWith((fonts: Fonts, language: string): string => {
  const names = new Intl.DateTimeFormat(language, { weekday: 'long', month: 'long', day: 'numeric', timeZone: 'UTC' });
  const year = Array.from({ length: 12 }, (_, month) => names.format(Date.UTC(2026, month, month + 1)));
  return fonts.covers(year.join('')) ? language : 'en';
});

function peopleOf(content: Content): readonly Person[] {
  if (content.kind === 'person') return [content];
  if (content.kind === 'post') return content.authors;
  if (content.kind !== 'event') return [];
  const speakers = [...new Set(content.talks.flatMap((talk) => talk.speakers))];
  return speakers.length > 0 ? speakers : content.hosts;
}

function summaryOf({ config }: Site, content: Content | undefined): string | undefined {
  if (!content) return config.description;
  if (content.kind === 'person') return content.role;
  return content.kind === 'page' ? content.description : undefined;
}

function placeOf(content: Content | undefined, { words }: Renderer, lang: string): string | undefined {
  if (content?.kind !== 'event') return undefined;
  const { venue, online } = content;
  if (venue) return [venue.name, venue.city].filter((each) => each && each !== '').join(', ');
  return online ? words(lang).t('online') : undefined;
}

function faceOf({ name, avatar, image }: Person, fonts: Fonts, renderer: Renderer) {
  const src = renderer.href(avatar ?? image);
  return {
    name,
    initials: fonts.covers(name) ? initials(name) : '',
    face: src !== '' && pictureOf(src, renderer, 96, 96) ? src : undefined,
  };
}

/** A picture of the site, by its address as a template prints it. Strangers' drawings may take any time. */
export function pictureOf(src: string, { site, pictures }: Renderer, width: number, height: number): Drawn | undefined {
  const { url, untrusted } = site.config;
  const base = url?.basePath ?? '/';
  if (!src.startsWith(base)) return undefined;
  const drawn = pictures.drawn(`/${src.slice(base.length)}`, Math.round(width), Math.round(height));
  return drawn?.isDrawing && untrusted ? undefined : drawn;
}

/** As large as a title of that length can be in five lines, and its longest word in one. */
function sizeOf(title: string): number {
  // The signs of some scripts are as wide as they are high.
  const widthOf = (text: string): number =>
    [...text].reduce(
      (sum, each) => sum + (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(each) ? 1.8 : 1),
      0,
    );
  const word = Math.max(...title.split(/[\s-]+/).map((each) => (widthOf(each) > each.length ? 0 : each.length)));
  const width = widthOf(title);
  const size = width <= 32 ? 80 : width <= 56 ? 66 : width <= 90 ? 54 : 46;
  return Math.max(36, Math.min(size, Math.floor(1100 / Math.max(1, word))));
}
