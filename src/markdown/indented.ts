import type { StateBlock, Token } from 'markdown-it';
import { envOf } from './env.ts';

/** The lines that belong to a header by their indentation. */
export interface Indented {
  /** Behind its last line that says something. */
  readonly end: number;
  /** The column at which its text begins. */
  readonly indent: number;
}

/** A line's text from its first sign on, or undefined where it is code. */
export function lineText(state: StateBlock, line: number): string | undefined {
  if (state.sCount[line]! - state.blkIndent >= 4) return undefined;
  return state.src.slice(state.bMarks[line]! + state.tShift[line]!, state.eMarks[line]).trimEnd();
}

/**
 * The body of the header on a line: the lines after it that are indented by four, blank ones between. Undefined where
 * there are none. The four count from the header, or from the block around it if the writer did so.
 */
export function bodyBelow(state: StateBlock, line: number, endLine: number): Indented | undefined {
  const first = state.skipEmptyLines(line + 1);
  // A header that ends a list item by standing outside of it is asked for while the item is read.
  const least = Math.min(state.blkIndent, state.sCount[line]!) + 4;
  if (first >= endLine || state.sCount[first]! < least) return undefined;
  const indent = state.sCount[first]! < state.sCount[line]! + 4 ? least : state.sCount[line]! + 4;
  let end = first;
  for (let next = first; next < endLine; next += 1) {
    if (state.isEmpty(next)) continue;
    if (state.sCount[next]! < indent) break;
    end = next + 1;
  }
  return { end, indent };
}

/** Reads the blocks from a line on that stand at an indentation. */
export function readBlocks(state: StateBlock, from: number, { end, indent }: Indented): void {
  const { blkIndent, lineMax, parentType } = state;
  Object.assign(state, { blkIndent: indent, lineMax: end, parentType: 'indented' });
  state.md.block.tokenize(state, from, end);
  Object.assign(state, { blkIndent, lineMax, parentType });
}

/** A line of text in an element of its own, which is returned. */
export function pushLine(state: StateBlock, type: string, tag: string, text: string, line: number): Token {
  const map: [number, number] = [line, line + 1];
  const element = state.push(`${type}_open`, tag, 1);
  element.map = map;
  const inline = state.push('inline', '', 0);
  Object.assign(inline, { content: text, map, children: [] });
  state.push(`${type}_close`, tag, -1);
  return element;
}

/** Tells the writer of a header that has nothing below it. */
export function missBody(state: StateBlock, header: string, line: number): void {
  envOf(state).remarks.push({
    code: 'missing-body',
    message: `nothing below \`${header}\` is indented, so it is text`,
    help: 'indent the lines that belong to it by four spaces',
    near: header,
    lines: [line, line + 1],
  });
}
