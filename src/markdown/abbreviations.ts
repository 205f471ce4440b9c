import type { MarkdownIt, StateCore, Token } from 'markdown-it';
import { envOf } from './env.ts';

const definition = /\*\[([^[\]\n]+)\]:[ \t]*(\S.*)/y;

/** `*[PSF]: Python Software Foundation` anywhere in the body explains every PSF in it. */
export function abbreviations(md: MarkdownIt): void {
  md.block.ruler.before(
    'reference',
    'abbreviation',
    (state, line, _endLine, silent) => {
      const start = state.bMarks[line]! + state.tShift[line]!;
      if (state.src.charCodeAt(start) !== 0x2a || state.src.charCodeAt(start + 1) !== 0x5b) return false;
      definition.lastIndex = start;
      const [, short, long] = definition.exec(state.src) ?? [];
      if (!short?.trim() || state.sCount[line]! - state.blkIndent >= 4) return false;
      if (silent) return true;
      const known = envOf(state).abbreviations;
      if (!known.has(short)) known.set(short, long!.trim());
      state.line = line + 1;
      return true;
    },
    { alt: ['paragraph', 'reference', 'blockquote'] },
  );
  md.core.ruler.push('abbreviations', (state) => {
    const known = envOf(state).abbreviations;
    if (known.size === 0) return;
    const names = [...known.keys()].sort((a, b) => b.length - a.length).map(md.utils.escapeRE);
    const pattern = new RegExp(`(?<![\\p{L}\\p{N}_])(?:${names.join('|')})(?![\\p{L}\\p{N}_])`, 'gu');
    for (const token of state.tokens)
      if (token.type === 'inline')
        token.children = (token.children ?? []).flatMap((child) => explain(child, pattern, known, state));
  });
}

function explain(text: Token, pattern: RegExp, known: ReadonlyMap<string, string>, { Token }: StateCore): Token[] {
  if (text.type !== 'text') return [text];
  const make = (type: string, tag: string, nesting: -1 | 0 | 1, content: string): Token =>
    Object.assign(new Token(type, tag, nesting), { content, level: text.level });
  const parts: Token[] = [];
  let from = 0;
  for (const { 0: short, index } of text.content.matchAll(pattern)) {
    const open = make('abbr_open', 'abbr', 1, '');
    open.attrSet('title', known.get(short)!);
    if (index > from) parts.push(make('text', '', 0, text.content.slice(from, index)));
    parts.push(open, make('text', '', 0, short), make('abbr_close', 'abbr', -1, ''));
    from = index + short.length;
  }
  if (from === 0) return [text];
  return from < text.content.length ? [...parts, make('text', '', 0, text.content.slice(from))] : parts;
}
