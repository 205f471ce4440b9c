import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** What a page leads to or shows. */
export interface PageLink {
  /** As the page has it, entities apart. */
  readonly href: string;
  readonly use: 'link' | 'image' | 'file';
}

export interface PagePicture {
  readonly src: string;
  /** The width and height that it is shown at, in CSS pixels, where the page says so. */
  readonly width: number | undefined;
  readonly height: number | undefined;
  /** Whether a browser can choose among several sizes of it: `srcset`, `<picture>`. */
  readonly hasChoice: boolean;
  /** Whether it has an `alt`, be it empty, or something else that takes its place. */
  readonly hasText: boolean;
}

export interface PageHeading {
  readonly level: number;
  readonly id: string | undefined;
  readonly text: string;
}

/** What there is to check about a page. */
export interface PageFacts {
  readonly links: readonly PageLink[];
  /** Where a fragment can lead. */
  readonly ids: ReadonlySet<string>;
  readonly pictures: readonly PagePicture[];
  readonly headings: readonly PageHeading[];
  /** Of its head; undefined where it has none, or an empty one. */
  readonly description: string | undefined;
  /** Whether it sends readers on to another page. */
  readonly redirects: boolean;
}

/** Which attributes of which elements lead somewhere, and what they lead to (HTML, “attributes that are URLs”). */
const uses: Readonly<Record<string, Readonly<Record<string, PageLink['use']>>>> = {
  a: { href: 'link' },
  area: { href: 'link' },
  form: { action: 'link' },
  iframe: { src: 'link' },
  img: { src: 'image' },
  video: { src: 'file', poster: 'image' },
  audio: { src: 'file' },
  source: { src: 'file' },
  track: { src: 'file' },
  embed: { src: 'file' },
  object: { data: 'file' },
  script: { src: 'file' },
  link: { href: 'file' },
  use: { href: 'file', 'xlink:href': 'file' },
};

/** Reads a page once, from its start to its end. */
export function readPage(html: string): PageFacts {
  const { Parser } = require('htmlparser2') as typeof import('htmlparser2');
  const links: PageLink[] = [];
  const ids = new Set<string>();
  const pictures: PagePicture[] = [];
  const headings: PageHeading[] = [];
  let description: string | undefined;
  let redirects = false;
  let isInPicture = false;
  let heading: { level: number; id: string | undefined; text: string } | undefined;

  const parser = new Parser({
    onopentag(name, attributes) {
      const { id } = attributes;
      if (id) ids.add(id);
      const level = /^h[1-6]$/.test(name) ? Number(name[1]) : 0;
      if (level) heading = { level, id, text: '' };
      for (const [attribute, use] of Object.entries(uses[name] ?? none)) {
        const href = attributes[attribute]?.trim();
        if (href) links.push({ href, use });
      }
      if (name === 'a' && attributes.name) ids.add(attributes.name);
      else if (name === 'img') pictures.push(pictureOf(attributes, isInPicture));
      else if (name === 'picture') isInPicture = true;
      else if (name === 'meta') readMeta(attributes);
      if (attributes.srcset) for (const href of candidatesOf(attributes.srcset)) links.push({ href, use: 'image' });
    },
    ontext(text) {
      if (heading) heading.text += text;
    },
    onclosetag(name) {
      if (name === 'picture') isInPicture = false;
      if (!heading || name !== `h${heading.level}`) return;
      headings.push({ ...heading, text: heading.text.trim().replace(/\s+/g, ' ') });
      heading = undefined;
    },
  });
  parser.end(html);
  return { links, ids, pictures, headings, description, redirects };

  function readMeta(attributes: Attributes): void {
    const { content = '' } = attributes;
    if (attributes.name?.toLowerCase() === 'description') description = content.trim() || undefined;
    if (attributes['http-equiv']?.toLowerCase() !== 'refresh') return;
    const href = /^\s*[\d.]+\s*[;,]\s*url\s*=\s*['"]?(.*?)['"]?\s*$/i.exec(content)?.[1];
    if (!href) return;
    redirects = true;
    links.push({ href, use: 'link' });
  }
}

type Attributes = Readonly<Record<string, string>>;
const none: Readonly<Record<string, PageLink['use']>> = {};

function pictureOf(attributes: Attributes, isInPicture: boolean): PagePicture {
  const { src = '', width, height, style = '', alt } = attributes;
  const named = ['title', 'aria-label', 'aria-labelledby'].some((name) => attributes[name]?.trim());
  const ornament = /^(?:presentation|none)$/i.test(attributes.role ?? '') || attributes['aria-hidden'] === 'true';
  const styled = (name: string): string | undefined =>
    new RegExp(`(?:^|[;\\s])${name}\\s*:\\s*([\\d.]+)px`, 'i').exec(style)?.[1];
  return {
    src: src.trim(),
    width: pixels(styled('width') ?? width),
    height: pixels(styled('height') ?? height),
    hasChoice: isInPicture || !!attributes.srcset,
    hasText: alt !== undefined || named || ornament,
  };
}

/** A percentage says nothing without the screen. */
function pixels(written: string | undefined): number | undefined {
  const read = written === undefined || written.trim().endsWith('%') ? Number.NaN : Number.parseFloat(written);
  return read > 0 ? read : undefined;
}

/** The addresses of a `srcset`: each has a size behind it, and a comma after that. */
function candidatesOf(srcset: string): string[] {
  const found: string[] = [];
  let isNext = true;
  for (const word of srcset.split(/\s+/)) {
    // What stands behind the comma of a size is the next address.
    const comma = isNext ? -1 : word.indexOf(',');
    if (!isNext && comma < 0) continue;
    const written = word.slice(comma + 1);
    const address = withoutCommas(written);
    if (address) found.push(address);
    isNext = address === '' || written.endsWith(',');
  }
  return found;
}

function withoutCommas(text: string): string {
  let [start, end] = [0, text.length];
  while (text[start] === ',') start += 1;
  while (end > start && text[end - 1] === ',') end -= 1;
  return text.slice(start, end);
}
