import type { MarkdownIt, RendererRule, StateInline } from 'markdown-it';

const tags: Readonly<Record<string, string>> = { '=': 'mark', '^': 'ins' };

/** `==mark==` and `^^ins^^`, at the edges of words only, so that `if a==b or c==d` is text; `~~del~~` is their kin. */
export function markAndIns(md: MarkdownIt): void {
  md.inline.ruler.before('emphasis', 'mark_ins', (state, silent) => {
    const sign = state.src[state.pos]!;
    if (silent || !tags[sign] || state.src[state.pos + 1] !== sign) return false;
    const { length, can_open, can_close } = state.scanDelims(state.pos, false);
    const pairs = can_open || can_close ? Math.floor(length / 2) : 0;
    const marker = sign.charCodeAt(0);
    const rest = sign.repeat(length - 2 * pairs);
    // What is too much stays outside.
    if (can_open) state.pending += rest;
    for (let pair = 0; pair < pairs; pair += 1) {
      state.push('text', '', 0).content = sign + sign;
      const token = state.tokens.length - 1;
      state.delimiters.push({ marker, length: 0, token, end: -1, open: can_open, close: can_close });
    }
    if (!can_open) state.pending += rest;
    state.pos += length;
    return true;
  });
  md.inline.ruler2.before('emphasis', 'mark_ins', (state) => {
    if (!state.src.includes('==') && !state.src.includes('^^')) return;
    for (const delimiters of [state.delimiters, ...state.tokens_meta.map((meta) => meta?.delimiters ?? [])])
      pairUp(state, delimiters);
  });
  md.renderer.rules.s_open = asDel;
  md.renderer.rules.s_close = asDel;
}

const asDel: RendererRule = (tokens, index, options, _env, self) => {
  tokens[index]!.tag = 'del';
  return self.renderToken(tokens, index, options);
};

function pairUp(state: StateInline, delimiters: StateInline['delimiters']): void {
  for (const { marker, token, end } of delimiters) {
    const tag = tags[String.fromCharCode(marker)];
    if (!tag || end === -1) continue;
    Object.assign(state.tokens[token]!, { type: `${tag}_open`, tag, nesting: 1, content: '' });
    const close = delimiters[end]!.token;
    Object.assign(state.tokens[close]!, { type: `${tag}_close`, tag, nesting: -1, content: '' });
  }
}
