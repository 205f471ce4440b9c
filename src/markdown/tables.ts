import type { MarkdownIt, RendererRule } from 'markdown-it';
import { envOf } from './env.ts';

/**
 * A table is in an element of its own that scrolls where it is too wide, by the keyboard, too. A column is aligned by a
 * class, the same that an attribute list gives.
 */
export function tables(md: MarkdownIt): void {
  const { rules } = md.renderer;
  rules.table_open = (tokens, index, options, env, self) =>
    `<div class="table" role="group" tabindex="0" aria-label="${md.utils.escapeHtml(envOf({ env }).words.t('table'))}">\n${self.renderToken(tokens, index, options)}`;
  rules.table_close = (tokens, index, options, _env, self) => `${self.renderToken(tokens, index, options)}</div>\n`;
  rules.th_open = cell;
  rules.td_open = cell;
}

const cell: RendererRule = (tokens, index, options, _env, self) => {
  const token = tokens[index]!;
  const align = /^text-align:(\w+)$/.exec(String(token.attrGet('style') ?? ''))?.[1];
  if (align) {
    token.attrs = token.attrs!.filter(([name]) => name !== 'style');
    token.attrJoin('class', `align-${align}`);
  }
  return self.renderToken(tokens, index, options);
};
