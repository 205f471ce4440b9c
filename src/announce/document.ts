/** A stretch of text. What has an address or an instant, and code, is never cut. */
export interface Run {
  readonly text: string;
  readonly strong?: boolean;
  readonly em?: boolean;
  readonly code?: boolean;
  /** A full address (RFC 3986). One without a text is shown as itself. */
  readonly href?: string;
  /** The time that the text names, in seconds since 1970. */
  readonly instant?: number;
}

/** A paragraph, or its like. Within its runs `\n` begins a new line. */
export interface Block {
  /** Only headings of level one and prose may be cut. */
  readonly kind: 'heading' | 'prose' | 'line' | 'item' | 'code';
  /** Never empty. */
  readonly runs: readonly Run[];
  /** Of a heading, from 1; else 0. */
  readonly level: number;
  /** Where there is no room for all, what has the highest goes first. */
  readonly rank: number;
  /** The same for all that one ranked element holds. */
  readonly section: number;
  /** In how many lists it stands. */
  readonly depth: number;
  /** Before an item: `-`, or its number with a dot; empty for what follows the first line of an item. */
  readonly marker: string;
  /** In how many quotes it stands. */
  readonly quotes: number;
}

/** A text with its structure, and without the markup of any place. */
export interface Document {
  readonly subject: string;
  readonly blocks: readonly Block[];
}

export const isCuttable = ({ kind, level }: Block): boolean => kind === 'prose' || (kind === 'heading' && level === 1);

/** In one line, without any markup. */
export const wordsOf = ({ runs }: Block): string =>
  runs
    .map(({ text, href = '' }) => text || href)
    .join('')
    .replace(/\s+/g, ' ')
    .trim();

/** Without the blanks that HTML doesn't show: around lines, and behind another. Undefined where nothing is left. */
export function tidied(runs: readonly Run[]): readonly Run[] | undefined {
  const kept: Run[] = [];
  for (const run of runs) {
    const before = kept.at(-1)?.text;
    const atStart = before === undefined || /[ \n]$/.test(before);
    const text = run.text.replace(/ *\n */g, '\n').replace(atStart ? /^ +/ : /^ +(?= )/, '');
    if (text.startsWith('\n') && before?.endsWith(' ')) kept.push({ ...kept.pop()!, text: before.trimEnd() });
    if (text !== '' || run.href !== undefined) kept.push({ ...run, text });
  }
  return trimmed(kept);
}

/** Without blanks at either end. */
export function trimmed(runs: readonly Run[]): readonly Run[] | undefined {
  const isBlank = ({ text, href }: Run): boolean => href === undefined && text.trim() === '';
  const first = runs.findIndex((run) => !isBlank(run));
  if (first < 0) return undefined;
  const kept = runs.slice(first, runs.findLastIndex((run) => !isBlank(run)) + 1);
  kept[0] = { ...kept[0]!, text: kept[0]!.text.trimStart() };
  kept.push({ ...kept.at(-1)!, text: kept.pop()!.text.trimEnd() });
  return kept;
}
