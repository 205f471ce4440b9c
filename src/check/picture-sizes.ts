import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import { isDerived } from '../output/derived.ts';
import { isCopy } from '../output/output.ts';
import { createFactsOf, type PictureSize } from '../pictures/facts.ts';
import { answering, createUnderstand } from './addresses.ts';
import { type Checking, onPages, type Page } from './checking.ts';
import type { PagePicture } from './page.ts';

/** Beyond this a picture is slow to arrive, whatever it shows. */
const mostBytes = 1_000_000;
/** Below this no size matters. */
const fewBytes = 150_000;
/** Screens of two pixels in each are usual; beyond three to one nobody sees a difference. */
const mostPixels = 3;

interface Shown {
  readonly href: string;
  readonly pages: Page[];
  /** The largest size at which a page shows it, where every page says one. */
  size: PictureSize | undefined;
}

/** The size of a published file in bytes, by its absolute path; undefined where it can't be read. */
export type BytesOf = (file: string) => number | undefined;

/** Pictures of the site that are far larger than any page shows them, or that take long to arrive. */
export function checkPictureSizes(checking: Checking, bytesOf: BytesOf): Diagnostic[] {
  const { outputs, routes, files, find } = checking;
  const fileOf = new Map(routes.flatMap(({ path, file }) => (file ? [[path, file]] : [])));
  const sizeOf = createFactsOf(files, fileOf);
  return [...shownPictures(checking)].flatMap(([path, { href, pages, size: shown }]) => {
    const content = outputs.get(path)!;
    const bytes = !isDerived(content) && isCopy(content) ? bytesOf(content.copy) : undefined;
    if (bytes === undefined || bytes < fewBytes || /\.svgz?$/i.test(path)) return [];
    const real = sizeOf(path);
    const tooMany = real && shown && real.width > shown.width * mostPixels && real.height > shown.height * mostPixels;
    if (bytes <= mostBytes && !tooMany) return [];
    const pixels = real ? `${spell(real)}, ` : '';
    const message = `the picture \`${path}\` (${pixels}${megabytes(bytes)}) is ${tooMany ? `shown at ${spell(shown)}` : 'slow to arrive'}`;
    const help = tooMany
      ? `scale it down to ${spell({ width: shown.width * 2, height: shown.height * 2 })}, for sharp screens`
      : 'scale it down to some 1,600 pixels, and save it as JPEG or WebP with less quality';
    return diagnose(
      { code: 'large-picture', message, notes: [onPages(pages.map(({ url }) => url))], help },
      find(href.split('/').at(-1)!, pages[0]!.entry),
    );
  });
}

/** By their path among the outputs. */
function shownPictures(checking: Checking): Map<string, Shown> {
  const { pages, outputs } = checking;
  const understand = createUnderstand(checking);
  const shown = new Map<string, Shown>();
  for (const page of pages)
    for (const picture of page.facts.pictures) {
      // The size that a browser takes is then its own choice.
      if (picture.hasChoice) continue;
      const to = understand(picture.src, page.url);
      const path = to.kind === 'here' ? answering(to.path, (each) => outputs.has(each)) : undefined;
      if (path === undefined) continue;
      const known = shown.get(path);
      const size = sizeAt(picture);
      if (known) {
        known.pages.push(page);
        known.size = known.size && size && larger(known.size, size);
      } else shown.set(path, { href: picture.src, pages: [page], size });
    }
  return shown;
}

/** One side alone leaves the other open: it is taken for the same, which is wrong by little. */
function sizeAt({ width, height }: PagePicture): PictureSize | undefined {
  const side = width ?? height;
  return side === undefined ? undefined : { width: width ?? side, height: height ?? side };
}

const larger = (a: PictureSize, b: PictureSize): PictureSize => ({
  width: Math.max(a.width, b.width),
  height: Math.max(a.height, b.height),
});

const grouped = new Intl.NumberFormat('en-GB');
const spell = ({ width, height }: PictureSize): string => `${grouped.format(width)} × ${grouped.format(height)} pixels`;
const megabytes = (bytes: number): string =>
  bytes < mostBytes ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
