import type { MarkdownIt } from 'markdown-it';

/** Text that is neither a checkbox nor a footnote, then a name; no link follows that takes the name for its text. */
const loose = /\[(?![ xX]?\]|\^)([^[\]\\`<]{1,300})\] \[([^[\]\\]{1,300})\](?![[(])/y;

/**
 * Reference links with a space in them, `[text] [name]`, as the first Markdown had them: where `name` is defined, and
 * `text` isn't, so that two references beside each other stay two.
 */
export function looseReferences(md: MarkdownIt): void {
  const { normalizeReference } = md.utils;
  md.inline.ruler.before('link', 'loose_reference', (state, silent) => {
    const { src, pos, posMax } = state;
    const { references } = state.env;
    if (references === undefined || src.charCodeAt(pos) !== 0x5b || src.charCodeAt(pos - 1) === 0x21) return false;
    loose.lastIndex = pos;
    const [all, text, name] = loose.exec(src) ?? [];
    if (!all || pos + all.length > posMax || references[normalizeReference(text!)]) return false;
    const reference = references[normalizeReference(name!)];
    if (!reference) return false;
    if (!silent) {
      state.pos = pos + 1;
      state.posMax = state.pos + text!.length;
      const link = state.push('link_open', 'a', 1);
      link.attrSet('href', reference.href);
      if (reference.title) link.attrSet('title', reference.title);
      state.linkLevel += 1;
      state.md.inline.tokenize(state);
      state.linkLevel -= 1;
      state.push('link_close', 'a', -1);
      state.posMax = posMax;
    }
    state.pos = pos + all.length;
    return true;
  });
}
