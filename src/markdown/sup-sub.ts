import type { MarkdownIt, StateInline } from 'markdown-it';

const tags: Readonly<Record<string, string>> = { '^': 'sup', '~': 'sub' };

/** `x^2^` and `H~2~O`, without spaces unless after a backslash. What holds no letter or digit, as in `^_^`, is a face. */
export function supAndSub(md: MarkdownIt): void {
  md.inline.ruler.after('emphasis', 'sup_sub', (state, silent) => {
    const { pos, posMax } = state;
    const sign = state.src[pos]!;
    const tag = tags[sign];
    if (!tag || silent) return false;
    const end = closing(state, sign);
    state.pos = pos;
    if (end < 0) return false;

    const first = state.tokens.length;
    state.push(`${tag}_open`, tag, 1);
    state.pos = pos + 1;
    state.posMax = end;
    state.md.inline.tokenize(state);
    // The backslash of a space has done its work.
    for (const token of state.tokens.slice(first)) if (token.markup === '\\') token.content = '';
    state.push(`${tag}_close`, tag, -1);
    state.pos = end + 1;
    state.posMax = posMax;
    return true;
  });
}

const word = /[\p{L}\p{N}]/u;
const isWord = (sign: string | undefined): boolean => sign !== undefined && word.test(sign);

/** Where the sign stands again before any space, or -1. */
function closing(state: StateInline, sign: string): number {
  const start = state.pos;
  state.pos += 1;
  while (state.pos < state.posMax) {
    if (state.src[state.pos] !== sign) state.md.inline.skipToken(state);
    else if (state.src[state.pos + 1] === sign) state.pos += 2;
    else break;
  }
  const content = state.src.slice(start + 1, state.pos);
  if (state.pos >= state.posMax || !word.test(content) || /(?<!\\)\s/.test(content)) return -1;
  // `~10-~20` is a range, not something below the line.
  const about = !isWord(state.src[start - 1]) && isWord(state.src[state.pos + 1]);
  return about ? -1 : state.pos;
}
