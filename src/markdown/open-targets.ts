import type { MarkdownIt, Token } from 'markdown-it';
import { openHtmlTargets } from './html-targets.ts';
import { mark, type OpenTarget } from './rendered.ts';

/** An address that needs nothing of the site: with a scheme, or with a host. */
export const isElsewhere = (target: string): boolean => /^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(target);

/** Takes every target inside the site out of the tokens, and leaves a mark in its place. They gather in `env.targets`. */
export function openTargets(md: MarkdownIt): void {
  md.core.ruler.push('open_targets', (state) => {
    const targets: OpenTarget[] = [];
    const leaveOpen = (written: string, use: OpenTarget['use'], lines: readonly [number, number]): string =>
      isElsewhere(written) || written === '' ? written : mark(targets.push({ written, use, lines }) - 1);
    const visit = (token: Token, lines: readonly [number, number]): void => {
      if (token.type === 'link_open') replace(token, 'href', 'link');
      else if (token.type === 'image') replace(token, 'src', 'image');
      else if (token.type === 'html_block' || token.type === 'html_inline')
        token.content = openHtmlTargets(token.content, (written, use) => leaveOpen(written, use, lines));
      for (const child of token.children ?? []) visit(child, lines);

      function replace(of: Token, name: string, use: OpenTarget['use']): void {
        const written = of.attrGet(name);
        if (written !== null) of.attrSet(name, leaveOpen(String(written), use, lines));
      }
    };
    let lines: readonly [number, number] = [0, 0];
    for (const token of state.tokens) {
      lines = token.map ?? lines;
      if (token.type === 'inline' || token.type === 'html_block') visit(token, lines);
    }
    if (state.env) state.env.targets = targets;
  });
}
