import type { MarkdownIt, StateCore, Token } from 'markdown-it';
import { type Defined, type Pair, permit, readAttributeList } from './attribute-list.ts';
import { setPairs } from './attributes.ts';
import { envOf } from './env.ts';

const definition = /^\{:([\w-]+):(.*)\}$/;
/** What kramdown's `{:toc}` stands for: no attribute, but a table of contents in the list's place. */
const tocHere: Pair = ['toc', ''];
/** Before all definitions are known, any name may be one. */
const anyName: Defined = () => [];

/**
 * Attribute lists on a line of their own: they belong to the block that they follow without a blank line between, or
 * else to the block that follows them. Kramdown's definitions, `{:name: …}`, are read here too.
 */
export function attributeLines(md: MarkdownIt): void {
  md.block.ruler.before(
    'fence',
    'attribute_line',
    (state, line, _end, silent) => {
      const start = state.bMarks[line]! + state.tShift[line]!;
      if (state.src.charCodeAt(start) !== 0x7b || state.sCount[line]! - state.blkIndent >= 4) return false;
      const text = state.src.slice(start, state.eMarks[line]).trimEnd();
      const [, name, items] = definition.exec(text) ?? [];
      const { definitions } = envOf(state);
      const defined =
        name === undefined ? undefined : readAttributeList(`{:${items}}`, 0, (other) => definitions.get(other));
      if (!defined && readAttributeList(text, 0, anyName)?.end !== text.length) return false;
      if (silent) return true;
      state.line = line + 1;
      if (defined) {
        definitions.set(name!, defined.pairs);
        return true;
      }
      const token = state.push('attribute_line', '', 0);
      token.content = text;
      token.map = [line, line + 1];
      token.meta = { follows: line > 0 && !state.isEmpty(line - 1) };
      return true;
    },
    { alt: ['paragraph', 'reference', 'blockquote', 'list', 'table'] },
  );
  md.core.ruler.after('block', 'attribute_lines', (state) => {
    if (!state.tokens.some(({ type }) => type === 'attribute_line')) return;
    state.tokens = applyLines(state);
  });
}

function applyLines(state: StateCore): Token[] {
  const env = envOf(state);
  const defined: Defined = (name) => (name === 'toc' ? [tocHere] : env.definitions.get(name));
  const kept: Token[] = [];
  /** The last block that began at each level, within its parent. */
  const last: (Token | undefined)[] = [];
  let waiting: { readonly pairs: Pair[]; readonly level: number } | undefined;
  for (const token of state.tokens) {
    if (token.type === 'attribute_line') {
      const list = readAttributeList(token.content, 0, defined);
      const toc = list?.pairs.includes(tocHere) ?? false;
      const pairs =
        list &&
        permit(
          list.pairs.filter((pair) => pair !== tocHere),
          token.content,
          env,
        );
      const before = token.meta?.follows ? last[token.level] : undefined;
      if (!pairs) kept.push(...paragraphOf(token, state));
      else if (before) give(before, pairs, last, toc);
      else if (waiting?.level === token.level) waiting.pairs.push(...pairs);
      else waiting = { pairs: [...pairs], level: token.level };
      continue;
    }
    if (token.nesting >= 0 && token.type !== 'inline') {
      if (waiting?.level === token.level) {
        setPairs(token, waiting.pairs);
        waiting = undefined;
      }
      last[token.level] = token;
      last.length = token.level + 1;
    }
    if (token.nesting < 0) last.length = token.level + 1;
    kept.push(token);
  }
  return kept;
}

/** A paragraph of a tight list has no element of its own, so its item stands in. */
function give(block: Token, pairs: readonly Pair[], last: readonly (Token | undefined)[], toc: boolean): void {
  const element = block.hidden ? (last[block.level - 1] ?? block) : block;
  if (toc) element.meta = { ...element.meta, toc: true };
  setPairs(element, pairs);
}

/** A line that names something undefined stays on the page as it was written. */
function paragraphOf(token: Token, state: StateCore): Token[] {
  const make = (type: string, tag: string, nesting: -1 | 0 | 1, level: number): Token =>
    Object.assign(new state.Token(type, tag, nesting), { level, map: token.map, block: true });
  const inline = Object.assign(make('inline', '', 0, token.level + 1), { content: token.content, children: [] });
  return [make('paragraph_open', 'p', 1, token.level), inline, make('paragraph_close', 'p', -1, token.level)];
}
