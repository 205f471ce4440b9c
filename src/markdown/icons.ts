import type { MarkdownIt } from 'markdown-it';
import { listOf } from '../diagnostics/suggest.ts';
import { type Env, envOf } from './env.ts';
import { createIconLibrary } from './icon-library.ts';
import { nameIcons } from './icon-names.ts';
import { shortcodeAt } from './shortcode.ts';

const shortcode = /:((?:fontawesome|material|octicons|simple)-[a-z\d-]{1,60}):/iy;
/** Looking for the nearest names takes its time, and after so many somebody has another set of icons in mind. */
const mostSuggestions = 10;

/**
 * `:fontawesome-brands-discord:` and its like become inline pictures of the text's size and colour that screen readers
 * pass over; one that an attribute list gives a `title` or an `aria-label` is an image of that name. An unknown name
 * stays as text, and is a remark.
 */
export function icons(md: MarkdownIt): void {
  const { draw, nearest } = createIconLibrary();
  md.inline.ruler.before('newline', 'icon', (state, silent) => {
    const name = silent ? undefined : shortcodeAt(state, shortcode);
    if (name === undefined) return false;
    const drawing = draw(name);
    if (!drawing) {
      remark(name, envOf(state));
      return false;
    }
    const token = state.push('icon', 'svg', 0);
    token.info = name;
    token.content = drawing.content;
    token.attrs = [
      ['class', 'icon'],
      ['viewBox', drawing.viewBox],
      ['width', drawing.size],
      ['height', drawing.size],
      ['aria-hidden', 'true'],
    ];
    envOf(state).hasIcons = true;
    state.pos += name.length + 2;
    return true;
  });
  md.core.ruler.push('icon_names', (state) => {
    if (envOf(state).hasIcons) nameIcons(state.tokens);
  });
  md.renderer.rules.icon = (tokens, index, _options, _env, renderer) => {
    const { content, meta } = tokens[index]!;
    const { title, beside } = (meta ?? {}) as { title?: string; beside?: string };
    const first = title ? `<title>${md.utils.escapeHtml(title)}</title>` : '';
    const after = beside ? `<span class="visually-hidden">${md.utils.escapeHtml(beside)}</span>` : '';
    return `<svg${renderer.renderAttrs(tokens[index]!)}>${first}${content}</svg>${after}`;
  };

  function remark(name: string, { remarks, unknownIcons }: Env): void {
    if (unknownIcons.has(name)) return;
    const names = unknownIcons.size < mostSuggestions ? nearest(name) : [];
    unknownIcons.add(name);
    remarks.push({
      code: 'unknown-icon',
      message: `there is no icon \`:${name}:\``,
      help: names.length
        ? `did you mean ${listOf(names.map((each) => `\`:${each}:\``))}?`
        : 'find its name at https://squidfunk.github.io/mkdocs-material/reference/icons-emojis/',
      near: `:${name}:`,
    });
  }
}
