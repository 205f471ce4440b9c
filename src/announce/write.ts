import type { Dialect } from './dialects.ts';
import type { Block, Run } from './document.ts';

/** How a text is written down. */
export interface Writing {
  readonly dialect: Dialect;
  /** Lines are broken before they have more characters than this, as far as they have blanks. */
  readonly width?: number;
}

/** Blocks in the markup of a place, without a line break at the end. */
export function write(blocks: readonly Block[], writing: Writing): string {
  return blocks
    .map(
      (block, index) =>
        (index > 0 ? gapBetween(blocks[index - 1]!, block, writing.dialect) : '') + writeBlock(block, writing),
    )
    .join('');
}

function gapBetween(before: Block, { kind, marker, quotes }: Block, { lineEnd }: Dialect): string {
  if (before.kind === kind && kind === 'line') return lineEnd;
  if (before.kind === kind && kind === 'item' && marker !== '') return '\n';
  return `\n${'> '.repeat(Math.min(before.quotes, quotes)).trimEnd()}\n`;
}

/** Deep enough to be in an item of a list, whatever its marker. */
const nested = '    ';

function writeBlock({ kind, runs, level, depth, marker, quotes }: Block, { dialect, width }: Writing): string {
  const bullet = marker === '-' ? dialect.bullet : marker;
  const indent = nested.repeat(Math.max(0, depth - 1));
  const hanging = indent + ' '.repeat(depth === 0 ? 0 : bullet ? bullet.length + 1 : nested.length);
  const quote = '> '.repeat(quotes);
  const marked = kind === 'code' ? dialect.block(runs[0]!.text) : inline(runs, dialect);
  const text = kind === 'heading' ? dialect.heading(marked.replaceAll('\n', ' '), level) : marked;
  const room =
    width === undefined || kind === 'code' ? Number.POSITIVE_INFINITY : width - hanging.length - quote.length;
  return text
    .split('\n')
    .flatMap((line) => wrap(line, room))
    .map((line, index) => quote + (index === 0 && bullet ? `${indent}${bullet} ` : hanging) + line)
    .map((line) => line.trimEnd())
    .join(kind === 'code' ? '\n' : dialect.lineEnd);
}

/** Runs with one mark in common are marked together, so that no marks meet. */
function inline(runs: readonly Run[], dialect: Dialect): string {
  let atStart = true;
  const one = (run: Run): string => {
    const text = oneRun(run, dialect, atStart);
    atStart = run.text.endsWith('\n');
    return text;
  };
  return together(apart(runs), 'strong', dialect.strong, (some) =>
    together(some, 'em', dialect.em, (few) => few.map(one).join('')),
  );
}

/** Where marked runs touch, the second takes the marks of the first: signs that meet would be read otherwise. */
function apart(runs: readonly Run[]): readonly Run[] {
  const made: Run[] = [];
  for (const run of runs) {
    const { strong = false, em = false, text = ' ' } = made.at(-1) ?? {};
    const isTouched = (strong || em) && (run.strong || run.em) && !/\s$/.test(text) && !/^\s/.test(run.text);
    made.push(isTouched ? { ...run, strong, em } : run);
  }
  return made;
}

function together(
  runs: readonly Run[],
  mark: 'strong' | 'em',
  put: (marked: string) => string,
  inner: (runs: readonly Run[]) => string,
): string {
  const groups: Run[][] = [];
  for (const run of runs) {
    const last = groups.at(-1);
    if (last && Boolean(last[0]![mark]) === Boolean(run[mark])) last.push(run);
    else groups.push([run]);
  }
  return groups.map((group) => (group[0]![mark] ? around(inner(group), put) : inner(group))).join('');
}

/** Marks stand at words, on one line. */
const around = (text: string, put: (marked: string) => string): string => text.replace(/[^\s](?:[^\n]*[^\s])?/g, put);

function oneRun({ text, code, href, instant }: Run, dialect: Dialect, atStart: boolean): string {
  const label = text.replace(/\s+/g, ' ').trim();
  if (href !== undefined) {
    const bare = href.replace(/^(?:mailto|tel):/, '');
    if (label === '' || label === bare || label === href) return dialect.url(bare);
    return dialect.link(code ? dialect.code(label) : dialect.text(label, false), bare);
  }
  if (code) return dialect.code(label);
  const lines = text.split('\n').map((line, index) => dialect.text(line, atStart || index > 0));
  return instant === undefined ? lines.join('\n') : dialect.time(lines.join('\n'), instant);
}

/** Breaks a line at blanks; what has none stays whole. */
function wrap(line: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of line.split(' ')) {
    const longer = `${lines.at(-1)} ${word}`;
    if (lines.length && longer.length <= width) lines.splice(-1, 1, longer);
    else lines.push(word);
  }
  return lines;
}
