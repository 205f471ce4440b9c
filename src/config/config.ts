import type { Locate, Path } from '../content/path.ts';
import type { Span } from '../diagnostics/diagnostic.ts';
import type { OwnWords } from '../words/languages.ts';
import type { Sources } from './policy.ts';
import type { SeriesConfig } from './series.ts';

/** `site.yaml`, validated, with every default filled in. Data only, never code. */
export interface Config {
  /** `undefined` lets the home page's title stand in. */
  readonly title: string | undefined;
  readonly description: string | undefined;
  /** Where the site will live; without it there are no canonical links, no sitemap and no feeds. */
  readonly url: SiteUrl | undefined;
  /** BCP 47. */
  readonly language: string;
  /** IANA; the zone of every time that doesn't say otherwise. */
  readonly timezone: string;
  /** Whether another zone was written that could not be read: what disagrees with this one may be right. */
  readonly zoneRefused: boolean;
  readonly logo: string | undefined;
  /** Undefined: made from what the site has. */
  readonly nav: readonly WrittenNavItem[] | undefined;
  readonly social: readonly WrittenNavItem[];
  /** A CSS colour, `#rrggbb`. */
  readonly accent: string | undefined;
  /** Ids or names, in the order in which they are shown. */
  readonly sponsors: readonly string[];
  readonly series: readonly SeriesConfig[];
  /** Where to propose a talk. */
  readonly speak: string | undefined;
  /** Where members chat. */
  readonly chat: string | undefined;
  readonly copyright: string | undefined;
  /** Of the group, as in its announcements, without `#`. */
  readonly hashtags: readonly string[];
  /** `{path}` in it stands for the file's path in the site's folder; without it the path is appended. */
  readonly edit: string | undefined;
  readonly postsPerPage: number;
  /** The site's own for the theme's, in its language. */
  readonly words: OwnWords;
  /** Whether straight quotes become those of the site's language. */
  readonly typography: boolean;
  /** What the site adds to the content-security policy of its pages; `false` where they are to have none. */
  readonly csp: Sources | false;
  readonly untrusted: boolean;
  /** Whether pictures are scaled for the pages that show them. */
  readonly images: boolean;
  /** Whether readers can search the site. */
  readonly search: boolean;
  /** Whether a card is drawn for each page, which networks show beside a link to it. */
  readonly cards: boolean;
  /** Whether `_headers` is published, for hosts that read it. */
  readonly headers: boolean;
  /** What `check` is silent about: addresses, hosts, tags and names, with `*` for anything. */
  readonly checkIgnores: readonly string[];
  /** For a site's own templates. */
  readonly extra: Readonly<Record<string, unknown>>;
  /** Where a field stands in `site.yaml`, or an item of it. */
  readonly locate: (field: string, index?: number) => Span;
  /** Where the path of a value that was read leads to, keys as written. */
  readonly locatePath: Locate;
}

export interface SiteUrl {
  /** `https://example.org`, no slash at the end. */
  readonly origin: string;
  /** Begins and ends with a slash; `/` for a site at the root of its host. */
  readonly basePath: string;
}

export interface NavItem {
  readonly title: string | undefined;
  /** A URL, a path of the site, or a Markdown file's path. */
  readonly href: string;
}

export interface WrittenNavItem extends NavItem {
  /** Where the address stands in `site.yaml`. */
  readonly path: Path;
}
