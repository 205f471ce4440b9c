import type { Token } from 'markdown-it';
import { plainText } from './headings.ts';
import type { Rendered } from './rendered.ts';

const more = /^\s*<!--\s*more\s*-->\s*$/i;

/**
 * Which tokens the excerpt is made of, as a half-open range: all before a `more` marker that stands by itself, else the
 * first paragraph that says something. A heading of level one that opens the body is no part of it.
 */
export function excerptRange(tokens: readonly Token[]): readonly [start: number, end: number] {
  const marker = tokens.findIndex(
    ({ type, level, content }) => type === 'html_block' && level === 0 && more.test(content),
  );
  const start = opensWithHeading(tokens) ? 3 : 0;
  if (marker >= 0) return [Math.min(start, marker), marker];
  for (let index = start; index < tokens.length; index += 1) {
    const token = tokens[index]!;
    if (token.type === 'paragraph_open' && token.level === 0 && plainText(tokens[index + 1]!.children ?? []))
      return [index, index + 3];
  }
  return [0, 0];
}

export const opensWithHeading = (tokens: readonly Token[]): boolean =>
  tokens[0]?.type === 'heading_open' && tokens[0].tag === 'h1';

const noteReference = /<sup class="footnote-ref"><a [^<>]*>\d+<\/a><\/sup>/g;
const contents = /<nav[^<>]* class="(?:[^"<>]* )?toc"[^<>]*>(?:[^<]|<(?!\/?nav))*<\/nav>\n/g;

/** The excerpt as HTML for another page than the body's: without references to notes and headings that stay behind. */
export const excerptHtml = ({ html, excerpt }: Rendered): string =>
  html
    .slice(...excerpt)
    .replace(noteReference, '')
    .replace(contents, '');
