import type { MarkdownIt, StateBlock } from 'markdown-it';
import { envOf } from './env.ts';
import { blockTag, type MarkdownTag, pairTags, readMarkdownTag } from './html-elements.ts';
import { readBlocks } from './indented.ts';

const asks = /<[a-z][^<]*\smarkdown[\s=>]/i;

interface Element extends MarkdownTag {
  /** Offsets: behind the opening tag, and of the closing one. */
  readonly start: number;
  readonly end: number;
  /** The line of the closing tag. */
  readonly lastLine: number;
}

/**
 * Markdown inside of raw HTML: `markdown="1"` (or alone, `"block"`, `"span"`) on a block element, also on one that
 * stands at the start of a line within other HTML. What is inside may be indented as HTML is. The attribute itself is
 * taken out later, with the other changes to raw HTML.
 */
export function markdownInHtml(md: MarkdownIt): void {
  md.block.ruler.before(
    'html_block',
    'markdown_in_html',
    (state, line, endLine, silent) => {
      if (state.src.charCodeAt(startOf(state, line)) !== 0x3c || state.sCount[line]! - state.blkIndent >= 4)
        return false;
      const env = envOf(state);
      env.htmlPairs ??= asks.test(state.src) ? pairTags(state.src) : new Map();
      if (env.htmlPairs.size === 0 || !blockTag.test(lineOf(state, line))) return false;
      const own = elementAt(state, line, endLine);
      if (silent) return own !== undefined;
      if (own) {
        readElement(state, line, own);
        state.line = own.lastLine + 1;
        return true;
      }
      let raw = line;
      let next = line + 1;
      for (; next < endLine && !state.isEmpty(next) && state.sCount[next]! >= state.blkIndent; next += 1) {
        const element = elementAt(state, next, endLine);
        if (!element) continue;
        pushRaw(state, raw, next);
        readElement(state, next, element);
        raw = element.lastLine + 1;
        next = element.lastLine;
      }
      if (raw === line) return false;
      pushRaw(state, raw, next);
      state.line = next;
      return true;
    },
    { alt: ['paragraph', 'reference', 'blockquote'] },
  );
}

const startOf = (state: StateBlock, line: number): number => state.bMarks[line]! + state.tShift[line]!;
const lineOf = (state: StateBlock, line: number): string => state.src.slice(startOf(state, line), state.eMarks[line]);

/** The element that begins a line, where it ends before the block around it does. */
function elementAt(state: StateBlock, line: number, endLine: number): Element | undefined {
  const end = envOf(state).htmlPairs?.get(startOf(state, line));
  const tag = end === undefined ? undefined : readMarkdownTag(lineOf(state, line));
  if (end === undefined || !tag || state.level + 1 >= state.md.options.maxNesting) return undefined;
  let lastLine = line;
  while (lastLine < endLine && state.eMarks[lastLine]! < end) {
    lastLine += 1;
    if (lastLine < endLine && !state.isEmpty(lastLine) && state.sCount[lastLine]! < state.blkIndent) return undefined;
  }
  return lastLine < endLine ? { ...tag, start: startOf(state, line) + tag.length, end, lastLine } : undefined;
}

function readElement(state: StateBlock, line: number, element: Element): void {
  const { start, end, lastLine, reads } = element;
  const open = state.src.slice(startOf(state, line), start);
  const close = state.src.slice(end, state.eMarks[lastLine]);
  pushHtml(state, reads === 'text' ? open : `${open}\n`, [line, line + 1]);
  if (reads === 'text') {
    const inline = state.push('inline', '', 0);
    inline.content = textOf(state, line, element);
    inline.map = [line, lastLine + 1];
    inline.children = [];
  } else readInside(state, line, element);
  pushHtml(state, `${close}\n`, [lastLine, lastLine + 1]);
}

function textOf(state: StateBlock, line: number, { start, end, lastLine }: Element): string {
  const lines: string[] = [];
  for (let next = line; next <= lastLine; next += 1)
    lines.push(state.src.slice(Math.max(start, startOf(state, next)), Math.min(end, state.eMarks[next]!)).trim());
  return lines.join('\n').trim();
}

/** Reads the blocks between the tags, which may share their lines with text. */
function readInside(state: StateBlock, line: number, { start, end, lastLine }: Element): void {
  const { bMarks, tShift, sCount, eMarks } = state;
  const kept = [bMarks[line]!, tShift[line]!, sCount[line]!, eMarks[lastLine]!] as const;
  const first = state.src.slice(start, Math.min(end, eMarks[line]!)).trim() ? line : line + 1;
  const last = lastLine > line && state.src.slice(startOf(state, lastLine), end).trim() ? lastLine + 1 : lastLine;
  const to = first === lastLine ? lastLine + 1 : last;
  if (first < to) {
    const indents = [];
    for (let next = line + 1; next < to; next += 1) if (!state.isEmpty(next)) indents.push(sCount[next]!);
    const indent = indents.length ? Math.min(...indents) : state.blkIndent;
    if (first === line) {
      const space = /^[ \t]*/.exec(state.src.slice(start, eMarks[line]))![0].length;
      Object.assign(bMarks, { [line]: start });
      Object.assign(tShift, { [line]: space });
      Object.assign(sCount, { [line]: indent });
    }
    if (to > lastLine) eMarks[lastLine] = end;
    state.level += 1;
    readBlocks(state, first, { end: to, indent });
    state.level -= 1;
    [bMarks[line], tShift[line], sCount[line], eMarks[lastLine]] = kept;
  }
}

function pushRaw(state: StateBlock, from: number, to: number): void {
  if (to > from) pushHtml(state, state.getLines(from, to, state.blkIndent, true), [from, to]);
}

function pushHtml(state: StateBlock, content: string, map: [number, number]): void {
  const token = state.push('html_block', '', 0);
  token.content = content;
  token.map = map;
}
