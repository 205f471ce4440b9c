import type { MarkdownIt, StateCore, Token } from 'markdown-it';
import { defaultTitle, dress, titleClass } from './admonitions.ts';
import { envOf } from './env.ts';

const marker = /^\[!(note|tip|important|warning|caution)\][ \t]*(?:\n|$)/i;

/** A blockquote whose first line is `[!NOTE]` or another of GitHub's five is the admonition of that name. */
export function alerts(md: MarkdownIt): void {
  md.core.ruler.after('block', 'alerts', (state) => {
    if (state.src.includes('[!')) state.tokens = raise(state);
  });
}

function raise(state: StateCore): Token[] {
  const kept: Token[] = [];
  /** Of the blockquotes around a token, which are alerts. */
  const around: boolean[] = [];
  const { tokens } = state;
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index]!;
    kept.push(token);
    if (token.type === 'blockquote_close' && around.pop()) become(token, 'admonition_close');
    if (token.type !== 'blockquote_open') continue;
    const [paragraph, inline, end] = tokens.slice(index + 1, index + 4);
    const found = paragraph?.type === 'paragraph_open' ? marker.exec(inline!.content) : undefined;
    around.push(Boolean(found));
    if (!found) continue;
    const type = found[1]!.toLowerCase();
    become(token, 'admonition_open');
    dress(token, [type]);
    kept.push(...titleTokens(defaultTitle(type, envOf(state).words), paragraph!, state));
    // What else was in the marker's paragraph goes on as one.
    inline!.content = inline!.content.slice(found[0].length);
    if (inline!.content) kept.push(paragraph!, inline!, end!);
    index += 3;
  }
  return kept;
}

function become(token: Token, type: string): void {
  token.type = type;
  token.tag = 'div';
}

function titleTokens(title: string, { level, map }: Token, { Token }: StateCore): Token[] {
  const open = Object.assign(new Token('admonition_title_open', 'p', 1), { level, map, block: true });
  open.attrSet('class', titleClass);
  const inline = Object.assign(new Token('inline', '', 0), { content: title, level: level + 1, map, children: [] });
  return [open, inline, Object.assign(new Token('admonition_title_close', 'p', -1), { level, block: true })];
}
