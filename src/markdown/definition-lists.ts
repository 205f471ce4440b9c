import type { MarkdownIt } from 'markdown-it';
import deflist from 'markdown-it-deflist';

/** `Term`, then `: What it is.` on the next line, as PHP Markdown Extra has it. */
export function definitionLists(md: MarkdownIt): void {
  md.use(deflist);
  md.core.ruler.after('block', 'definition_terms', (state) => {
    // By the library, a term stands on no line.
    for (const { type, map } of state.tokens) if (type === 'inline' && map && map[0] === map[1]) map[1] += 1;
  });
}
