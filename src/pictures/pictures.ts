import { hash } from 'node:crypto';
import { type Diagnostic, diagnose, type Problem, type Span } from '../diagnostics/diagnostic.ts';
import { attempt, type Files } from '../files.ts';
import { limits } from '../limits.ts';
import type { Derived, RenderedOutput } from '../output/derived.ts';
import { slugify } from '../slug.ts';
import { encodeCopy, encodeDrawn, encodeOriginal, recipe } from './encode.ts';
import { createFactsOf, type PictureFacts } from './facts.ts';
import type { Library } from './library.ts';
import { type Room, sizesOf } from './sizes.ts';

/** A picture of the site, for those who show it. */
export interface Picture {
  /** @param at where it is shown, asked for only where something is wrong with the picture */
  show(room: Room, at: () => Span | undefined): ShownPicture;
}

/** The element's attributes beside its address, as far as there is something to say, and what is published for them. */
export interface ShownPicture {
  readonly width?: number | undefined;
  readonly height?: number | undefined;
  readonly srcset?: string;
  readonly sizes?: string;
  readonly also: readonly RenderedOutput[];
}

/** A picture that is drawn into another one. */
export interface Drawn {
  /** Names all that its bytes are made of. */
  readonly key: string;
  /** Whether it is made of shapes. */
  readonly isDrawing: boolean;
  /** Its bytes as a `data:` address; undefined where it can't be read. */
  readonly load: () => Promise<string | undefined>;
}

export interface Pictures {
  /** By the URL of its file; undefined for what is no picture of the site. */
  at(url: string): Picture | undefined;
  /** Whether a file was shown until now, by its URL. */
  isShown(url: string): boolean;
  /** What is published at the URL of a file; undefined where that is the file as it is. */
  original(url: string): Derived | undefined;
  /**
   * A picture for drawing, that fills so many pixels; undefined for what is none, or in a format that nobody here reads.
   * A drawing keeps its shape.
   */
  drawn(url: string, width: number, height: number): Drawn | undefined;
}

export interface PicturesOptions {
  /** `/` or `/name/`. */
  readonly basePath: string;
  readonly files: Files;
  /** The files that are published, by their URL. */
  readonly fileOf: ReadonlyMap<string, string>;
  /** Without it pictures are published as they are. */
  readonly library: Library | undefined;
}

/** What is scaled. Others are drawings, move, or are understood by few browsers, and are left alone. */
const scaled = new Set(['jpg', 'png', 'webp', 'avif']);
const named = /\.(?:jpe?g|png|webp|avif)$/i;
/** What can be drawn without being read first, and its media types. */
const drawable: ReadonlyMap<string, string> = new Map([
  ['jpg', 'image/jpeg'],
  ['png', 'image/png'],
  ['svg', 'image/svg+xml'],
]);
/** Where copies are published, below the output folder; their names tell their bytes. */
export const copiesFolder = 'assets/img';
/** Icons of so few pixels are as small as their copies. */
const tiny = 64;

/** Whether the name of a file is a picture's that is scaled. */
export const isScaled = (path: string): boolean => named.test(path);

export function createPictures({ basePath, files, fileOf, library }: PicturesOptions): Pictures {
  const factsOf = createFactsOf(files, fileOf);
  /** Where each was shown first, by its URL. */
  const shownAt = new Map<string, () => Span | undefined>();
  const hashes = new Map<string, string | undefined>();
  const hashOf = (path: string): string | undefined => {
    if (!hashes.has(path))
      hashes.set(
        path,
        attempt(() => files.hashOf(path)),
      );
    return hashes.get(path);
  };
  const derive = (path: string, what: string, make: Derived['make']): Derived | undefined => {
    const content = library && hashOf(path);
    return content === undefined
      ? undefined
      : { key: `picture ${recipe} ${library!.version} ${content} ${what}`, make };
  };
  const read = (path: string): Uint8Array => {
    const bytes = files.readStart(path, limits.picture + 1);
    if (bytes.length > limits.picture) throw new RangeError('too many bytes');
    return bytes;
  };

  const copy = (
    path: string,
    width: number,
  ): { readonly width: number; readonly output: RenderedOutput } | undefined => {
    const content = derive(path, `webp ${width}`, async () => {
      try {
        return { value: await encodeCopy(library!, read(path), width), diagnostics: [] };
      } catch {
        // The picture itself says why.
        return { value: undefined, diagnostics: [] };
      }
    });
    if (!content) return undefined;
    const stem = path
      .replace(/^.*\//, '')
      .replace(/\.\w+$/, '')
      .normalize('NFKD');
    const name = slugify(stem.replace(/[^\w -]/g, '')).slice(0, 40) || 'picture';
    const output = `${copiesFolder}/${name}-${width}-${hash('sha1', content.key).slice(0, 10)}.webp`;
    return { width, output: { path: output, content } };
  };

  const isAlone = ({ type, animated, width, height }: PictureFacts): boolean =>
    !library || !scaled.has(type) || animated || (width <= tiny && height <= tiny);

  return {
    at(url) {
      const path = fileOf.get(url);
      if (path === undefined) return undefined;
      return {
        show(room, at) {
          if (!shownAt.has(url)) shownAt.set(url, at);
          const facts = factsOf(url);
          if (!facts) return { also: [] };
          const { width, height, widths, sizes } = sizesOf(facts, room);
          const copies = isAlone(facts) ? [] : widths.flatMap((each) => copy(path, each) ?? []);
          if (copies.length === 0) return { width, height, also: [] };
          const srcset = copies.map((each) => `${basePath}${each.output.path} ${each.width}w`).join(', ');
          return { width, height, srcset, sizes, also: copies.map(({ output }) => output) };
        },
      };
    },
    drawn(url, width, height) {
      const path = fileOf.get(url);
      const facts = path === undefined ? undefined : factsOf(url);
      const content = path === undefined || !facts ? undefined : hashOf(path);
      if (path === undefined || !facts || content === undefined) return undefined;
      if (library && scaled.has(facts.type)) {
        const key = `${recipe} ${library.version} ${content} ${width}x${height}`;
        const load = () =>
          encodeDrawn(library, read(path), width, height).then((bytes) => dataUrl('image/jpeg', bytes));
        return { key, isDrawing: false, load: () => load().catch(() => undefined) };
      }
      const type = drawable.get(facts.type);
      if (type === undefined) return undefined;
      const isDrawing = facts.type === 'svg';
      return { key: content, isDrawing, load: async () => attempt(() => dataUrl(type, read(path))) };
    },
    isShown: (url) => shownAt.has(url),
    original(url) {
      const path = fileOf.get(url);
      if (!library || path === undefined || !isScaled(path)) return undefined;
      const facts = factsOf(url);
      if (facts && (!scaled.has(facts.type) || facts.animated)) return undefined;
      const at = shownAt.get(url);
      // Where it isn't shown it may be no picture at all, and what is kept of that must not stand where it is shown.
      return derive(path, at ? 'original' : 'unseen', async () => {
        try {
          return { value: await encodeOriginal(library, read(path)), diagnostics: [] };
        } catch (error) {
          return brokenPicture(path, error, at);
        }
      });
    },
  };

  /** A file that no page shows may be anything, and is published as it is. */
  function brokenPicture(path: string, error: unknown, at: (() => Span | undefined) | undefined) {
    const diagnostics: Diagnostic[] = at ? [diagnose(whyBroken(path, error), at())] : [];
    return { value: at ? undefined : attempt(() => files.readStart(path, Number.MAX_SAFE_INTEGER)), diagnostics };
  }
}

function whyBroken(path: string, error: unknown): Problem {
  const words = String(error);
  const [reason, help] = /pixel limit/.test(words)
    ? [`has more than ${limits.pixels / 1e6} million pixels`, 'scale it down before it is added']
    : /too many bytes/.test(words)
      ? [`has more than ${limits.picture / 1024 ** 2} MB`, 'scale it down before it is added']
      : /unsupported image format|is empty/.test(words)
        ? ['holds no picture', 'save it anew as JPEG, PNG, WebP or AVIF; where it is one, its file was damaged']
        : ['is damaged or cut off', 'copy it once more from where it came, or save it anew'];
  return { code: 'broken-picture', message: `the picture \`${path}\` ${reason}`, help };
}

const dataUrl = (type: string, bytes: Uint8Array): string =>
  `data:${type};base64,${Buffer.from(bytes).toString('base64')}`;
