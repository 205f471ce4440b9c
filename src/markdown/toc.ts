import type { MarkdownIt, StateCore, Token } from 'markdown-it';
import { envOf } from './env.ts';
import { plainText } from './headings.ts';
import type { Heading } from './rendered.ts';

/**
 * `[TOC]` on a line of its own, or `{:toc}` on a list, which it replaces: a table of the headings of two levels. A body
 * has one; where another is asked for, nothing comes.
 */
export function tableOfContents(md: MarkdownIt): void {
  md.core.ruler.push('table_of_contents', (state) => {
    if (state.src.includes('[TOC]') || /\{:[^{}\n]*\btoc\b/.test(state.src)) state.tokens = place(state);
  });
  md.renderer.rules.toc = (tokens, index, _options, _env, self) => {
    const { content, attrs } = tokens[index]!;
    return content && `<nav${self.renderAttrs({ attrs })}>\n${content}</nav>\n`;
  };
}

function place(state: StateCore): Token[] {
  const kept: Token[] = [];
  const { tokens } = state;
  let placed = false;
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index]!;
    const list = token.meta?.toc && token.type.endsWith('_list_open');
    if (!list && !(token.type === 'paragraph_open' && isMarker(tokens[index + 1]!))) {
      kept.push(token);
      continue;
    }
    if (!placed) kept.push(tableToken(token, list ? token.tag : 'ul', state));
    placed = true;
    const { level } = token;
    do index += 1;
    while (tokens[index]!.level > level || tokens[index]!.nesting >= 0);
  }
  return kept;
}

function isMarker({ content, children }: Token): boolean {
  return content === '[TOC]' && children?.length === 1 && children[0]!.content === '[TOC]';
}

/** It has no content where there is nothing to list. */
function tableToken(from: Token, tag: string, state: StateCore): Token {
  const token = Object.assign(new state.Token('toc', 'nav', 0), { level: from.level, map: from.map, block: true });
  token.attrs = from.attrs;
  token.attrJoin('class', 'toc');
  token.attrSet('aria-label', envOf(state).words.t('contents'));
  token.content = listOf(sectionsOf(headingsOf(state.tokens)), tag, state.md.utils.escapeHtml);
  return token;
}

/** All but the page's own heading, and those that want to stay out. */
function headingsOf(tokens: readonly Token[]): Listed[] {
  return tokens.flatMap((token, index) => {
    const [level, id] = [Number(token.tag.slice(1)), String(token.attrGet('id') ?? '')];
    if (token.type !== 'heading_open' || (index === 0 && level === 1)) return [];
    if (/(?:^| )no_toc(?:$| )/.test(String(token.attrGet('class') ?? ''))) return [];
    const text = plainText(tokens[index + 1]!.children ?? []);
    return text ? [{ level, id, text }] : [];
  });
}

type Listed = Pick<Heading, 'level' | 'id' | 'text'>;

interface Section {
  readonly heading: Listed;
  readonly parts: Section[];
}

/** The headings of the highest level that there is, each with those of the next level that follow it. */
function sectionsOf(headings: readonly Listed[]): Section[] {
  const top = headings.reduce((least, { level }) => Math.min(least, level), 6);
  const sections: Section[] = [];
  for (const heading of headings) {
    if (heading.level > top + 1) continue;
    const last = sections.at(-1);
    if (heading.level > top && last) last.parts.push({ heading, parts: [] });
    else sections.push({ heading, parts: [] });
  }
  return sections;
}

function listOf(sections: readonly Section[], tag: string, quote: (text: string) => string): string {
  if (sections.length === 0) return '';
  const items = sections.map(
    ({ heading: { id, text }, parts }) =>
      `<li><a href="#${quote(id)}">${quote(text)}</a>${parts.length ? `\n${listOf(parts, tag, quote)}` : ''}</li>\n`,
  );
  return `<${tag}>\n${items.join('')}</${tag}>\n`;
}
