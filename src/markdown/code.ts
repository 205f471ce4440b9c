import type { MarkdownIt, StateCore, Token } from 'markdown-it';
import { permit } from './attribute-list.ts';
import { setPairs } from './attributes.ts';
import { dressLines, splitLines } from './code-lines.ts';
import { envOf } from './env.ts';
import { type FenceInfo, readFenceInfo } from './fence-info.ts';
import { createHighlight, type Highlight } from './highlight.ts';
import { grammarFor, grammarOf, meantLanguage } from './languages.ts';

/** What is known of a piece of code once it is read. */
type Code = Omit<FenceInfo, 'pairs'>;

/** Fences and indented code: highlighted, with a title, lines pointed out and numbered; `mermaid` is a diagram. */
export function code(md: MarkdownIt): void {
  const { escapeHtml, unescapeAll } = md.utils;
  const highlight = createHighlight();
  md.core.ruler.push('code', (state) => {
    for (const token of state.tokens)
      if (token.type === 'fence' || token.type === 'code_block') read(token, unescapeAll(token.info), state);
  });
  md.renderer.rules.fence = md.renderer.rules.code_block = (tokens, index, _options, _env, renderer) => {
    const token = tokens[index]!;
    const { language, title } = codeOf(token);
    const named = language && ` class="language-${escapeHtml(language)}"`;
    // What may be wider than the narrowest phone can be scrolled from a keyboard.
    const focus = /.{28}/.test(token.content) ? ' tabindex="0"' : '';
    const pre = `<pre${focus}><code${named}>${htmlOf(token, highlight, escapeHtml)}</code></pre>`;
    const attributes = renderer.renderAttrs(token);
    if (title === undefined) return `<div${attributes}>${pre}</div>\n`;
    return `<figure${attributes}><figcaption>${escapeHtml(title)}</figcaption>${pre}</figure>\n`;
  };
}

const codeOf = (token: Token): Code => (token.meta as { code: Code }).code;

function read(token: Token, info: string, state: StateCore): void {
  const env = envOf(state);
  const { pairs, ...written } = readFenceInfo(info);
  setPairs(token, permit(pairs, token.info.trim(), env));
  const language = (written.language || takeLanguage(token)).replace(/^language-/, '');
  token.meta = { ...token.meta, code: { ...written, language } };
  const isDiagram = language.toLowerCase() === 'mermaid';
  env.needs.add(isDiagram ? 'mermaid' : 'copy');
  token.attrJoin('class', isDiagram ? 'diagram' : 'code');
  const meant = meantLanguage(language);
  if (meant)
    env.remarks.push({
      code: 'unknown-language',
      message: `there are no colours for the language \`${language}\``,
      help: `did you mean \`${meant}\`?`,
      near: language,
      ...(token.map && { lines: token.map }),
    });
}

/** The language where it stands among the classes, as Pandoc and kramdown have it. */
function takeLanguage(token: Token): string {
  const classes = String(token.attrGet('class') ?? '').split(' ');
  const found = classes.find((name) => {
    const language = name.replace(/^language-/, '');
    return language === 'mermaid' || grammarOf(language) !== undefined;
  });
  if (found === undefined) return '';
  const others = classes.filter((name) => name !== found);
  token.attrs = token.attrs!.filter(([name]) => name !== 'class');
  if (others.length) token.attrSet('class', others.join(' '));
  return found;
}

function htmlOf(token: Token, highlight: Highlight, escapeHtml: (text: string) => string): string {
  const { language, highlighted, firstNumber } = codeOf(token);
  const grammar = grammarFor(language, token.content);
  const html = (grammar && highlight(token.content, grammar)) ?? escapeHtml(token.content);
  if (highlighted.length === 0 && firstNumber === undefined) return html;
  return dressLines(splitLines(html) ?? splitLines(escapeHtml(token.content))!, highlighted, firstNumber);
}
