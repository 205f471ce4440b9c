import createMarkdownIt, { type MarkdownIt, type Token } from 'markdown-it';
import { limits } from '../limits.ts';
import { english, type Words } from '../words/words.ts';
import { abbreviations } from './abbreviations.ts';
import { admonitions } from './admonitions.ts';
import { alerts } from './alerts.ts';
import { attributeLines } from './attribute-lines.ts';
import { attributes } from './attributes.ts';
import { bareLinks } from './bare-links.ts';
import { booleanAttributes } from './boolean-attributes.ts';
import { code } from './code.ts';
import { definitionLists } from './definition-lists.ts';
import { withoutForeignFrames } from './embeds.ts';
import { emoji } from './emoji.ts';
import { createEnv } from './env.ts';
import { excerptRange, opensWithHeading } from './excerpt.ts';
import { footnotes } from './footnotes.ts';
import { headingAnchors, plainText } from './headings.ts';
import { icons } from './icons.ts';
import { loneBreaks } from './lone-breaks.ts';
import { looseReferences } from './loose-references.ts';
import { markAndIns } from './mark-ins.ts';
import { markdownInHtml } from './markdown-in-html.ts';
import { openTargets } from './open-targets.ts';
import { plainAddresses } from './plain-addresses.ts';
import { type Parts, type Reduced, reduceHtml } from './reduce-html.ts';
import type { Rendered } from './rendered.ts';
import { supAndSub } from './sup-sub.ts';
import { tables } from './tables.ts';
import { tabs } from './tabs.ts';
import { taskLists } from './task-lists.ts';
import { templateTags } from './template-tags.ts';
import { tableOfContents } from './toc.ts';
import { typographicQuotes } from './typography.ts';
import { unspacedHeadings } from './unspaced-headings.ts';

/** Turns a body into HTML. Depends on the text alone, and on the language that it is in. */
export type RenderMarkdown = (text: string) => Rendered;

export interface MarkdownOptions {
  /** Whether strangers write: HTML is reduced to a safe list, and what is taken out is a remark. */
  readonly untrusted?: boolean;
  /** Whose quotes straight ones become (BCP 47); without it they stay. */
  readonly quotes?: string | undefined;
  /** Whether more is read than CommonMark; without it headings have no ids and aren't listed. */
  readonly extensions?: boolean;
  /** In the language of the bodies; English without. */
  readonly words?: Words;
}

export function createMarkdown({
  untrusted = false,
  quotes,
  extensions = true,
  words = english,
}: MarkdownOptions = {}): RenderMarkdown {
  const md = extensions ? assemble() : createMarkdownIt('commonmark').use(openTargets);
  if (quotes !== undefined) md.use(typographicQuotes(quotes));
  return (text) => {
    const env = createEnv(words);
    const tokens = md.parse(clean(text), env as never);
    const { targets, headings, mutePictures, remarks } = env;
    const [start, end] = excerptRange(tokens);
    const render = (from: number, to: number) => md.renderer.render(tokens.slice(from, to), md.options, env as never);
    const parts: Parts = [render(0, start), render(start, end), render(end, tokens.length)];
    const isLong = parts[0].length + parts[1].length + parts[2].length > limits.html;
    const { html, excerpt, removed } = isLong ? tooLong : framed(untrusted ? reduceHtml(parts) : join(parts), words);
    return {
      html,
      targets,
      headings,
      mutePictures,
      remarks: [...remarks, ...removed],
      needs: html.includes(' data-frame=') ? [...env.needs, 'embed'] : [...env.needs],
      excerpt,
      excerptText: tokens
        .slice(start, end)
        .flatMap((token) => (token.type === 'inline' ? plainText(token.children ?? []) : []))
        .join(' '),
      ids: idsOf(tokens),
      ownHeading: opensWithHeading(tokens),
    };
  };
}

function assemble(): MarkdownIt {
  const md = createMarkdownIt({ html: true, linkify: true });
  return md
    .use(plainAddresses)
    .use(bareLinks)
    .use(looseReferences)
    .use(templateTags)
    .use(unspacedHeadings)
    .use(markdownInHtml)
    .use(loneBreaks)
    .use(attributes)
    .use(attributeLines)
    .use(icons)
    .use(emoji)
    .use(admonitions)
    .use(alerts)
    .use(booleanAttributes)
    .use(tabs)
    .use(definitionLists)
    .use(footnotes)
    .use(abbreviations)
    .use(markAndIns)
    .use(supAndSub)
    .use(taskLists)
    .use(tables)
    .use(headingAnchors)
    .use(tableOfContents)
    .use(openTargets)
    .use(code);
}

const join = (parts: Parts): Reduced => ({
  html: parts.join(''),
  excerpt: [parts[0].length, parts[0].length + parts[1].length],
  removed: [],
});

/** Each part by itself, so that the excerpt is found again. */
function framed({ html, excerpt: [start, end], removed }: Reduced, words: Words): Reduced {
  const part = (from: number, to?: number): string => withoutForeignFrames(html.slice(from, to), words);
  return { ...join([part(0, start), part(start, end), part(end)]), removed };
}

const tooLong: Reduced = {
  html: '',
  excerpt: [0, 0],
  removed: [
    {
      code: 'too-much',
      message: `this text would be more than ${limits.html / 1024 ** 2} MB of HTML`,
      help: 'look for what is there thousands of times, such as icons or references to a footnote',
      near: '',
    },
  ],
};

/** Without byte order mark, and without the control characters that HTML forbids and marks are made of. */
function clean(text: string): string {
  return text.replace(/^\ufeff/, '').replace(/[\u0001-\u0008\u000b\u000e-\u001f]/g, '\ufffd');
}

function idsOf(tokens: readonly Token[], found: string[] = []): string[] {
  for (const token of tokens) {
    if (token.type === 'html_block' || token.type === 'html_inline')
      for (const [, id] of token.content.matchAll(/\s(?:id|name)\s*=\s*["']?([^\s"'>]+)/gi)) found.push(id!);
    for (const [name, value] of token.attrs ?? []) if (name === 'id') found.push(String(value));
    if (token.children) idsOf(token.children, found);
  }
  return found;
}
