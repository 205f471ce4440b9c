import GithubSlugger, { slug } from 'github-slugger';
import type { MarkdownIt, Token } from 'markdown-it';
import { envOf } from './env.ts';
import type { Heading } from './rendered.ts';

/** Gives each heading the id that GitHub gives it, unless it has one, and lists them in `env.headings`. */
export function headingAnchors(md: MarkdownIt): void {
  md.core.ruler.push('heading_anchors', (state) => {
    const slugger = new GithubSlugger();
    const headings: Heading[] = [];
    // An id that was written wins over the one that would be made from another heading's text.
    for (const token of state.tokens) {
      const id = token.type === 'heading_open' && token.attrGet('id');
      if (id) slugger.slug(String(id));
    }
    state.tokens.forEach((token, index) => {
      if (token.type !== 'heading_open') return;
      const text = plainText(state.tokens[index + 1]!.children ?? []);
      const id = String(token.attrGet('id') ?? slugger.slug(slug(text) ? text : 'section'));
      token.attrSet('id', id);
      headings.push({ level: Number(token.tag.slice(1)), id, text, line: token.map![0] });
    });
    envOf(state).headings = headings;
  });
}

/** What inline tokens say, without markup. */
export function plainText(tokens: readonly Token[]): string {
  return tokens
    .map((token) => {
      if (token.type === 'softbreak' || token.type === 'hardbreak') return ' ';
      if (token.type === 'image') return '';
      if (token.type === 'icon') return '\0';
      return token.type === 'text' || token.type === 'code_inline' ? token.content : plainText(token.children ?? []);
    })
    .join('')
    .replace(/(?: ?\0 ?)+/g, (gap) => (gap.includes(' ') ? ' ' : ''))
    .trim();
}
