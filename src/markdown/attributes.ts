import type { MarkdownIt, StateCore, Token } from 'markdown-it';
import attrs from 'markdown-it-attrs';
import { type Pair, permit, readAttributeList } from './attribute-list.ts';
import { makeRoomForSpans } from './cell-spans.ts';
import { envOf } from './env.ts';
import { listClose, listOpen } from './rendered.ts';

/**
 * Attribute lists within a line. A rule of ours decides what is one while the line is read, before the signs in a value
 * could mean anything else; those that follow an element directly are given to it, and those that end a cell to that; the
 * engine, markdown-it-attrs, has the ends of headings, paragraphs and list items. It reads delimiters that no text
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
    const settleAll = (inCells: boolean): boolean => {
      let left = false;
      for (const [index, token] of state.tokens.entries())
        if (token.type === 'inline' && isCell(state.tokens[index - 1]!) === inCells && settle(token, index, state))
          left = true;
      return left;
    };
    // The engine looks at every token, so it is spared what has nothing left for it.
    if (settleAll(false)) engine(state);
    // It stumbles over a cell that reaches out of its table, so it never sees one.
    if (settleAll(true)) state.tokens = makeRoomForSpans(state.tokens);
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

export const setPairs = (token: Token, pairs: readonly Pair[]): void => {
  for (const [name, value] of pairs) {
    if (name === 'class') token.attrJoin('class', value);
    else token.attrSet(name, value);
  }
};

const pairsOf = (token: Token): readonly Pair[] => (token.meta as { pairs: readonly Pair[] }).pairs;
/** What a list can follow directly. */
const elements = new Set(['image', 'code_inline', 'icon']);
const isCell = ({ type }: Token): boolean => type === 'td_open' || type === 'th_open';

/**
 * Gives each list of a line to its element or its list item; any other is text as it was written, but for those at the
 * end, which are given to the cell, or else left for the engine. Says whether there are such.
 */
function settle(inline: Token, index: number, state: StateCore): boolean {
  const children = inline.children ?? [];
  if (!children.some(({ type }) => type === 'attribute_list')) return false;
  let left = false;
  const lastOther = children.findLastIndex(({ type }) => type !== 'attribute_list');
  const opened: Token[] = [];
  const kept: Token[] = [];
  /** What the next list would belong to. */
  let before: Token | undefined;
  children.forEach((child, place) => {
    // Half of a `**` that was spent leaves a text of nothing behind.
    if (child.type === 'text' && child.content === '') return;
    if (child.type === 'attribute_list') {
      const item = place === 0 ? itemAround(state.tokens, index) : undefined;
      const element = before ?? item;
      if (element) give(element, child, state);
      // Raw HTML has attributes of its own.
      else if (place > lastOther && children[place - 1]?.type !== 'html_inline') {
        left = true;
        const block = state.tokens[index - 1]!;
        trimEnd(kept.at(-1), block);
        if (isCell(block)) setPairs(block, pairsOf(child));
        else kept.push(forEngine(child, state));
      } else kept.push(asText(child, state));
      if (item) trimNext(children[place + 1]);
      return;
    }
    if (child.nesting === 1) opened.push(child);
    before = child.nesting === -1 ? opened.pop() : elements.has(child.type) ? child : undefined;
    kept.push(child);
  });
  inline.children = mergeText(kept);
  return left;
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

/** In the engine's own syntax. Its values cannot hold its delimiters, as bodies hold none. */
function forEngine(list: Token, state: StateCore): Token {
  const written = pairsOf(list).map(
    ([name, value]) => `${name}="${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`,
  );
  return textToken(written.length ? listOpen + written.join(' ') + listClose : '', list.level, state);
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
