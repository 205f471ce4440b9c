import nunjucks from 'nunjucks';
import { addLinks } from '../calendar/add-links.ts';
import type { Entry } from '../content/entry.ts';
import type { Path } from '../content/path.ts';
import { embed } from '../markdown/embeds.ts';
import { escapeAttribute } from '../markdown/escape.ts';
import { excerptHtml } from '../markdown/excerpt.ts';
import { frameOfPage } from '../markdown/players.ts';
import type { Need, Rendered } from '../markdown/rendered.ts';
import type { Event, Prose, Target } from '../model/values.ts';
import type { WordsIn } from '../words/words.ts';
import type { Addressed, Addressing } from './addressing.ts';
import { type Filled, fillBody } from './bodies.ts';
import { createDateFilters } from './dates.ts';
import { createLanguageFilters } from './languages.ts';
import type { Resolve } from './links.ts';
import { occasionFilters } from './occasions.ts';
import { pictureElement } from './picture-element.ts';
import { qrCode } from './qr.ts';
import type { Renderer } from './renderer.ts';
import type { Showing } from './showing.ts';
import { initials } from './text.ts';

export interface FilterParts {
  /** The page for which a filter is called. */
  readonly now: () => Showing;
  readonly words: WordsIn;
  readonly addressing: Addressing;
  readonly resolve: Resolve;
  readonly render: (entry: Entry, text: string) => Rendered;
  /** A body, its links filled in. */
  readonly bodyOf: (entry: Entry) => Filled;
  readonly summary: Renderer['summary'];
  readonly basePath: string;
  /** The URL of each file whose name tells its bytes, by its path without that: `assets/site.css`. */
  readonly assets: ReadonlyMap<string, string>;
}

type WithEntry = { readonly entry?: Entry } | undefined;

/** What templates can do with a value, by name. */
export function createFilters(parts: FilterParts) {
  const { now, words, addressing, resolve, render, bodyOf, summary, basePath, assets } = parts;
  const { href, absolute, picture } = addressing;
  // A page says what is wrong with the links that it shows.
  const tell: Parameters<typeof href>[1] = (problem) => now().found.push(problem);
  const safe = (html: string) => new nunjucks.runtime.SafeString(html);
  const show = ({ html, diagnostics, also }: Filled) => {
    now().found.push(...diagnostics);
    now().brought.push(...also);
    return html && safe(html);
  };
  const need = (needed: readonly Need[]): void => {
    const { needs } = now();
    const published = needed.filter((each) => assets.has(`assets/theme/${each}.js`));
    needs.push(...published.filter((each) => !needs.includes(each)));
  };

  return {
    ...createDateFilters(() => now().words.language),
    ...createLanguageFilters(() => now().words.language),
    ...occasionFilters,
    summary,
    initials,
    // Nunjucks' own looks at each space of a page.
    trim: (text: string) =>
      (text as unknown) instanceof nunjucks.runtime.SafeString ? safe(text.trim()) : text.trim(),
    number: (value: number) => now().words.number(value),
    gap: (index: number, count: number) => now().words.gap(index - 1, count),
    href: (target: Addressed) => href(target, tell),
    absolute: (target: Addressed) => absolute(target, tell),
    asset: (path: string) => basePath + (assets.get(`assets/${path}`)?.slice(1) ?? `assets/${path}`),
    qr: (url: string | undefined) => (url ? qrCode(url) : ''),
    calendarLinks: (event: Event) => addLinks(event, { absolute, summary, words }, href),
    picture(target: Target | string | undefined, width?: number, height?: number, fit?: string) {
      if (!target) return '';
      const at = () => (typeof target === 'string' ? undefined : target.entry.locate(target.path));
      const { html, also } = pictureElement(picture(target, tell), { width, height, cover: fit === 'cover' }, at);
      now().brought.push(...also);
      return safe(html);
    },
    /** A video that waits to be asked for; nothing where no player is known for its page. */
    player(target: Target | undefined, title: string) {
      const frame = target && frameOfPage(href(target));
      if (!frame) return '';
      need(['embed']);
      return safe(embed(frame, { title: escapeAttribute(title), class: 'video' }, now().words));
    },
    ownHeading: (of: WithEntry) => (of?.entry ? render(of.entry, of.entry.body.text).ownHeading : false),
    content(of: WithEntry) {
      if (!of?.entry) return '';
      need(render(of.entry, of.entry.body.text).needs);
      return show(bodyOf(of.entry));
    },
    excerpt(of: WithEntry) {
      if (!of?.entry) return '';
      const { entry } = of;
      const rendered = render(entry, entry.body.text);
      const html = excerptHtml(rendered);
      if (/<pre| data-frame=/.test(html)) need(rendered.needs);
      return show(fillBody(rendered, html, { entry, ...entry.body }, resolve));
    },
    markdown(prose: Prose | undefined) {
      if (!prose) return '';
      const rendered = render(prose.entry, prose.text);
      need(rendered.needs);
      return show(fillProse(prose, rendered, resolve));
    },
  };
}

function fillProse({ text, entry, path }: Prose, rendered: Rendered, resolve: Resolve): Filled {
  // Inside YAML a line of the text need not be a line of the file, so the field as a whole is named.
  const at = entry.locate(path as Path);
  const filled = fillBody(rendered, rendered.html, { entry, text, line: at.line }, resolve);
  return { ...filled, diagnostics: filled.diagnostics.map((each) => ({ ...each, at })) };
}
