import { createRequire } from 'node:module';
import type { MarkdownIt } from 'markdown-it';
import { shortcodeAt } from './shortcode.ts';

const require = createRequire(import.meta.url);

const shortcode = /:([a-z\d_+-]{1,50}):(?![A-Za-z\d])/y;

/** `:smile:` becomes the character, by GitHub's names. Any other word between colons stays as it is. */
export function emoji(md: MarkdownIt): void {
  md.inline.ruler.before('newline', 'emoji', (state, silent) => {
    const name = silent ? undefined : shortcodeAt(state, shortcode);
    // In `12:100:30` and `std::x::y` the colons are punctuation.
    if (name === undefined || (state.pending && /[A-Za-z\d:]/.test(state.src[state.pos - 1]!))) return false;
    const { default: characters } = require('markdown-it-emoji/lib/data/full.mjs') as {
      readonly default: Readonly<Record<string, string>>;
    };
    if (!Object.hasOwn(characters, name)) return false;
    state.push('text', '', 0).content = characters[name]!;
    state.pos += name.length + 2;
    return true;
  });
}
