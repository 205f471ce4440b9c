import type { MarkdownIt, Token } from 'markdown-it';
import type { WordKey } from '../words/en.ts';
import { isWordKey } from '../words/languages.ts';
import type { Words } from '../words/words.ts';
import { envOf } from './env.ts';
import { bodyBelow, lineText, missBody, pushLine, readBlocks } from './indented.ts';

const header = /^(!!!|\?\?\?\+?)(?: ?([\w-]+(?: +[\w-]+)*))?(?: *"(.*)")?$/;
/** Types that no sentence begins with by chance, so that one without a body is worth a word. */
const known = new Set(
  (
    'note abstract summary tldr info todo tip hint important success check done question help faq warning caution ' +
    'attention failure fail missing danger error bug example snippet quote cite'
  ).split(' '),
);

/**
 * `!!! note "Title"` with a body indented by four is an admonition, as in Python-Markdown; `??? note` is one that is
 * closed until somebody opens it, `???+ note` one that is open until somebody closes it. More words after the type are
 * classes. An empty title leaves the title out. Anything else that begins like this is text.
 */
export function admonitions(md: MarkdownIt): void {
  md.block.ruler.before(
    'fence',
    'admonition',
    (state, line, endLine, silent) => {
      const start = state.bMarks[line]! + state.tShift[line]!;
      const sign = state.src.charCodeAt(start);
      if ((sign !== 0x21 && sign !== 0x3f) || state.src.charCodeAt(start + 1) !== sign) return false;
      const text = lineText(state, line) ?? '';
      const [, opener, words, title] = header.exec(text) ?? [];
      if (!opener || (words === undefined && title === undefined)) return false;
      const body = bodyBelow(state, line, endLine);
      const types = words?.toLowerCase().split(/ +/) ?? ['note'];
      if (!body && !title) {
        if (!silent && known.has(types[0]!)) missBody(state, text, line);
        return false;
      }
      if (silent) return true;

      const folds = opener !== '!!!';
      const [type, tag] = folds ? ['details', 'details'] : ['admonition', 'div'];
      const open = state.push(`${type}_open`, tag, 1);
      open.map = [line, body?.end ?? line + 1];
      dress(open, types, folds);
      if (opener === '???+') open.attrSet('open', '');
      const shown = title || (title === undefined || folds ? defaultTitle(types[0]!, envOf(state).words) : '');
      if (shown) pushLine(state, 'admonition_title', folds ? 'summary' : 'p', shown, line).attrSet('class', titleClass);
      if (body) readBlocks(state, line + 1, body);
      state.push(`${type}_close`, tag, -1);
      state.line = body?.end ?? line + 1;
      return true;
    },
    { alt: ['paragraph', 'reference', 'blockquote'] },
  );
}

export const titleClass = 'admonition-title';

/** What an admonition without a title is called. */
export const defaultTitle = (type: string, { t }: Words): string =>
  isWordKey(`${type}Title`)
    ? t(`${type}Title` as WordKey)
    : type.charAt(0).toUpperCase() + type.slice(1).replaceAll('-', ' ');

/** Makes an opening token that of an admonition. */
export function dress(token: Token, types: readonly string[], folds = false): void {
  token.attrJoin('class', ['admonition', ...types].join(' '));
  if (!folds) token.attrSet('role', 'note');
}
