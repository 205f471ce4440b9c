import type { MarkdownIt, StateCore, Token } from 'markdown-it';
import attrs from 'markdown-it-attrs';
import { type Pair, permit, readAttributeList } from './attribute-list.ts';
import { makeRoomForSpans } from './cell-spans.ts';
import { envOf } from './env.ts';
import { listClose, listOpen } from './rendered.ts';

/** What the engine is made to set: the place of a list, as it cannot carry every value, and loses cells over `colspan`. */
const held = 'list';

/**
 * Attribute lists within a line. A rule of ours decides what is one while the line is read, before the signs in a value
 * could mean anything else; those that follow an element directly are given to it; for those at the end of a heading, a
 * paragraph, a list item or a cell, the engine, markdown-it-attrs, finds the block. It reads delimiters that no text
 * contains, so that prose in braces never reaches it.
 */
export function attributes(md: MarkdownIt): void {
  md.use(attrs as unknown as (md: MarkdownIt, options: object) => void, {
    leftDelimiter: listOpen,
    rightDelimiter: listClose,
    fenceAttrsOnPre: true,
  });
  const engine = md.core.ruler.getRules('').find((rule) => rule.name === 'curlyAttrs')!;
  md.core.ruler.at('curly_attributes', (state) => {
    if (!envOf(state).hasLists) return;
    const lists: Pair[][] = [];
    const ending = new Set<Token>();
    for (const [index, token] of state.tokens.entries())
      if (token.type === 'inline') {
        const pairs = settle(token, index, state);
        if (pairs.length === 0) continue;
        token.children!.push(textToken(`${listOpen}${held}=${lists.push(pairs) - 1}${listClose}`, 0, state));
        ending.add(token);
      }
    if (lists.length === 0) return;
    // The engine looks at every token in a dozen ways, so it is spared those that have nothing for it.
    const parts: Token[][] = [];
    let done = 0;
    for (const [start, end] of blocksWith(ending, state.tokens)) {
      const part = { tokens: state.tokens.slice(start, end) } as StateCore;
      engine(part);
      parts.push(state.tokens.slice(done, start), part.tokens);
      done = end;
    }
    state.tokens = [...parts, state.tokens.slice(done)].flat();
    for (const [index, token] of state.tokens.entries()) {
      const list = token.attrGet(held);
      if (list === null) continue;
      token.attrs = token.attrs!.filter(([name]) => name !== held);
      // A paragraph of a tight list has no element.
      setPairs(token.hidden ? state.tokens[index - 1]! : token, lists[Number(list)]!);
    }
    if (lists.flat().some(([name]) => name === 'colspan' || name === 'rowspan'))
      state.tokens = makeRoomForSpans(state.tokens);
  });
  md.inline.ruler.before('link', 'attribute_list', (state, silent) => {
    if (state.src.charCodeAt(state.pos) !== 0x7b) return false;
    const env = envOf(state);
    const list = readAttributeList(state.src, state.pos, (name) => env.definitions.get(name));
    if (!list || list.end > state.posMax) return false;
    if (!silent) {
      const token = state.push('attribute_list', '', 0);
      token.content = state.src.slice(state.pos, list.end);
      token.meta = { pairs: permit(list.pairs, token.content, env) };
      env.hasLists = true;
    }
    state.pos = list.end;
    return true;
  });
}

/** Ranges of the outermost blocks that hold one of these tokens, each with the block before, to which a list can belong. */
function blocksWith(wanted: ReadonlySet<Token>, tokens: readonly Token[]): [start: number, end: number][] {
  const ranges: [start: number, end: number][] = [];
  let depth = 0;
  let before = 0;
  let start = 0;
  let isWanted = false;
  for (const [index, token] of tokens.entries()) {
    depth += token.nesting;
    isWanted ||= wanted.has(token);
    if (depth > 0) continue;
    const last = ranges.at(-1);
    if (isWanted && last && before < last[1]) last[1] = index + 1;
    else if (isWanted) ranges.push([before, index + 1]);
    [before, start, isWanted] = [start, index + 1, false];
  }
  return ranges;
}

export const setPairs = (token: Token, pairs: readonly Pair[]): void => {
  for (const [name, value] of pairs) {
    if (name === 'class') token.attrJoin('class', value);
    else token.attrSet(name, value);
  }
};

const pairsOf = (token: Token): readonly Pair[] => (token.meta as { pairs: readonly Pair[] }).pairs;
/** What a list can follow directly. */
const elements = new Set(['image', 'code_inline', 'icon']);

/**
 * Gives each list of a line to its element or its list item, and gives back what those at the end set, which is for the
 * block; any other is text as it was written.
 */
function settle(inline: Token, index: number, state: StateCore): Pair[] {
  const children = inline.children ?? [];
  if (!children.some(({ type }) => type === 'attribute_list')) return [];
  const block = state.tokens[index - 1]!;
  const lastOther = children.findLastIndex(({ type }) => type !== 'attribute_list');
  const opened: Token[] = [];
  const kept: Token[] = [];
  const atEnd: Pair[] = [];
  /** What the next list would belong to. */
  let before: Token | undefined;
  /** Raw HTML has attributes of its own. */
  let isRaw = block.nesting !== 1;
  children.forEach((child, place) => {
    // Half of a `**` that was spent leaves a text of nothing behind.
    if (child.type === 'text' && child.content === '') return;
    if (child.type === 'attribute_list') {
      const item = place === 0 ? itemAround(state.tokens, index) : undefined;
      const element = before ?? item;
      if (element) give(element, child, state);
      else if (place > lastOther && !isRaw) atEnd.push(...pairsOf(child));
      else kept.push(asText(child, state));
      if (item) trimNext(children[place + 1]);
      return;
    }
    if (child.nesting === 1) opened.push(child);
    before = child.nesting === -1 ? opened.pop() : elements.has(child.type) ? child : undefined;
    isRaw = child.type === 'html_inline' || block.nesting !== 1;
    kept.push(child);
  });
  inline.children = mergeText(kept);
  if (atEnd.length) trimEnd(inline.children.at(-1), block);
  return atEnd;
}

function give(element: Token, list: Token, state: StateCore): void {
  setPairs(element, pairsOf(list));
  // A picture's words are what it contains.
  for (const [name, value] of pairsOf(list))
    if (name === 'alt' && element.type === 'image') element.children = [textToken(value, 0, state)];
}

/** The list item that a line begins. */
function itemAround(tokens: readonly Token[], index: number): Token | undefined {
  const item = tokens[index - 2];
  return tokens[index - 1]?.type === 'paragraph_open' && item?.type === 'list_item_open' ? item : undefined;
}

function trimNext(next: Token | undefined): void {
  if (next?.type === 'text') next.content = next.content.trimStart();
}

/** Takes spaces from the end of a block's text, and the signs that close a heading. */
function trimEnd(last: Token | undefined, block: Token): void {
  if (last?.type !== 'text') return;
  last.content = last.content.trimEnd();
  if (block.type !== 'heading_open') return;
  let end = last.content.length;
  while (last.content[end - 1] === '#') end -= 1;
  if (last.content[end - 1] === ' ') last.content = last.content.slice(0, end).trimEnd();
}

const asText = (list: Token, state: StateCore): Token => textToken(list.content, list.level, state);

function textToken(content: string, level: number, state: StateCore): Token {
  const token = new state.Token('text', '', 0);
  token.content = content;
  token.level = level;
  return token;
}

/** Neighbouring texts become one, as the engine and the later rules expect. */
function mergeText(tokens: readonly Token[]): Token[] {
  const merged: Token[] = [];
  for (const token of tokens) {
    const last = merged.at(-1);
    if (token.type === 'text' && last?.type === 'text') last.content += token.content;
    else merged.push(token);
  }
  return merged;
}
