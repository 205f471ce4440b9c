import { type Block, isCuttable, type Run, trimmed } from './document.ts';
import { charactersOf } from './lengths.ts';

/** A paragraph of which less than this is left says nothing. In characters. */
const shortest = 24;
/** How far back the end of a word is looked for. */
const longestWord = 30;

/**
 * The blocks that there is room for. Of those with the highest rank the last goes first, a list as a whole; one that may
 * be cut is cut at the end of a word, where enough of it stays. What doesn't fit even alone is left out.
 * @param fits asked for parts of the blocks, in their order
 */
export function fitting(blocks: readonly Block[], fits: (blocks: readonly Block[]) => boolean): readonly Block[] {
  let kept = fits(blocks) ? blocks : blocks.filter((block) => isCuttable(block) || fits([block]));
  while (kept.length && !fits(kept)) {
    const highest = Math.max(...kept.map(({ rank }) => rank));
    const at = kept.findLastIndex(({ rank }) => rank === highest);
    const without = kept.filter((block) => !goesWith(kept[at]!, block));
    const withCut = (runs: readonly Run[]): readonly Block[] => kept.with(at, { ...kept[at]!, runs });
    const cut = fits(without) && isCuttable(kept[at]!) ? cutToFit(kept[at]!, (runs) => fits(withCut(runs))) : undefined;
    kept = cut ? withCut(cut) : without;
  }
  return kept.filter(
    (block, index) => !isLoneHeading(block, kept[index + 1]) || isLoneHeading(block, blocks[blocks.indexOf(block) + 1]),
  );
}

/** Half a list would say that there is no more. */
const goesWith = (one: Block, other: Block): boolean =>
  one === other || (one.kind === 'item' && other.kind === 'item' && one.section === other.section);

/** A heading with nothing below it: where something was, that had no room. */
const isLoneHeading = ({ kind, level, section }: Block, next: Block | undefined): boolean =>
  kind === 'heading' && level > 1 && next?.section !== section;

/** As much of a block as there is room for; undefined where that isn't worth it. */
function cutToFit({ kind, runs }: Block, fits: (runs: readonly Run[]) => boolean): readonly Run[] | undefined {
  let most = 0;
  let beyond = runs.reduce((sum, { text }) => sum + charactersOf(text).length, 0);
  while (beyond - most > 1) {
    const middle = Math.floor((most + beyond) / 2);
    if (fits(cutAt(runs, middle))) most = middle;
    else beyond = middle;
  }
  const cut = cutAt(runs, most);
  const left = cut.reduce((sum, { text }) => sum + charactersOf(text).length, 0);
  return left >= (kind === 'heading' ? 2 : shortest) && fits(cut) ? cut : undefined;
}

/** At most so many characters, and an ellipsis. */
function cutAt(runs: readonly Run[], most: number): readonly Run[] {
  const kept: Run[] = [];
  let left = most;
  for (const run of runs) {
    const characters = charactersOf(run.text);
    const isWhole = run.href !== undefined || run.code || run.instant !== undefined;
    if (characters.length > left) {
      if (!isWhole) kept.push({ ...run, text: wordsIn(characters.slice(0, left)) });
      break;
    }
    kept.push(run);
    left -= characters.length;
  }
  return [...(trimmed(kept) ?? []), { text: '…' }];
}

function wordsIn(characters: readonly string[]): string {
  const blank = characters.findLastIndex((character) => /\s/.test(character));
  const end = blank >= 0 && characters.length - blank <= longestWord ? blank : characters.length;
  return characters
    .slice(0, end)
    .join('')
    .replace(/[\s,;:–—-]+$/, '');
}
