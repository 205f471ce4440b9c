import type { MarkdownIt } from 'markdown-it';
import { envOf } from './env.ts';

const signed = /#\p{L}/u;
const candidate = /^ {0,3}#{1,6}\p{L}/mu;
/** Several signs are no hashtag. */
const deep = /^#{2,6}\p{L}/u;
/** One sign and more than hashtags, which is no sentence. */
const words = /^#\p{L}\S* +(?!#)\S(?!.*[.,;]$)/u;

/** `#Title words` without a space is text, as CommonMark has it. Where it looks like a heading, that is worth a remark. */
export function unspacedHeadings(md: MarkdownIt): void {
  md.core.ruler.after('block', 'unspaced_headings', (state) => {
    // The second pattern tries every line, so a plain one goes before it.
    if (!signed.test(state.src) || !candidate.test(state.src)) return;
    state.tokens.forEach((token, index) => {
      // Deeper down it is a channel's name, or the rest of a sentence.
      if (token.type !== 'inline' || token.level !== 1 || state.tokens[index - 1]?.type !== 'paragraph_open') return;
      if (!token.content.includes('#')) return;
      token.content.split('\n').forEach((content, number) => {
        const line = content.trim();
        if (!deep.test(line) && !(number === 0 && words.test(line))) return;
        const from = token.map![0] + number;
        envOf(state).remarks.push({
          code: 'unspaced-heading',
          message: 'this is no heading without a space behind the sign',
          help: `write \`${line.replace(/^#+/, '$& ')}\``,
          near: line,
          lines: [from, from + 1],
        });
      });
    });
  });
}
