/** How much a whole site may be. */
export interface Extent {
  /** Bytes of all Markdown together. */
  readonly allText: number;
  /** Files that a site is made of. */
  readonly routes: number;
  /** Bytes of everything that is rendered. It is in memory until it is written. */
  readonly rendered: number;
}

const strangers: Extent = { allText: 16 * 1024 ** 2, routes: 30_000, rendered: 256 * 1024 ** 2 };
/** A network of groups may publish twenty years of events together. */
const known: Extent = { allText: 1024 ** 3, routes: 1_000_000, rendered: 4 * 1024 ** 3 };

/** A site that is built for somebody nobody knows has to be small, as what each part may be adds up. */
export const extentOf = (untrusted: boolean): Extent => (untrusted ? strangers : known);

/**
 * How much a part of a site may hold: otherwise a change that somebody sends could make a build take any time and memory.
 * What people write stays far below, so the same holds for trusted sites. What goes past is `too-much`.
 */
export const limits = {
  /** Files and folders below each of `content/`, `assets/` and `templates/`, those behind links counted each time. */
  files: 200_000,
  /** Of a path in the site's folder, in UTF-16 units. Links can make any path longer than a system takes. */
  path: 1_000,
  /** Bytes of a file that is read as text. Some Markdown takes the square of its length. */
  text: 256 * 1024,
  /** Characters of the HTML that a body becomes: four signs can name an icon or footnote of hundreds. */
  html: 4 * 1024 * 1024,
  /** Of `site.yaml`, or of one front matter, in UTF-16 units. */
  yaml: 128 * 1024,
  /** Values in it, those behind an alias counted wherever it stands, 16 characters of a text as one more. */
  values: 10_000,
  /** Items of a list: tags, talks, speakers, old addresses. Each may have a page that names all of the others. */
  items: 500,
  /** Series in `site.yaml`, and changes of one. The days of each are counted from its start. */
  series: 100,
  /** Days that all rules give, up to a year after the last event. A weekly series has 52 a year. */
  days: 20_000,
  /** Links that stand on every page: the navigation, the accounts. */
  links: 100,
  /** Milliseconds that a page may take that a site's own templates make. */
  pageTime: 5_000,
  /** Numbers that `range` gives to a template, and items that a filter adds to a list. */
  range: 10_000,
  /** Bytes of a picture that is scaled, and its pixels: a few bytes can be any number of these. */
  picture: 64 * 1024 * 1024,
  pixels: 100_000_000,
  /** Bytes of all files that are published as they are: links can bring one along any number of times. */
  copied: 4 * 1024 ** 3,
} as const;
