import createMarkdownIt, { type MarkdownIt, type Token } from 'markdown-it';
import { attributeLists } from './attribute-list.ts';
import { excerptRange, opensWithHeading } from './excerpt.ts';
import { headingAnchors, plainText } from './headings.ts';
import { openTargets } from './open-targets.ts';
import type { Heading, OpenTarget, Remark, Rendered } from './rendered.ts';

/** Turns a body into HTML. Depends on the text alone. */
export type RenderMarkdown = (text: string) => Rendered;

interface Env {
  readonly targets: readonly OpenTarget[];
  readonly headings: readonly Heading[];
  readonly remarks: Remark[];
}

export function createMarkdown(): RenderMarkdown {
  const md = assemble();
  return (text) => {
    const env: Record<string, unknown> & { remarks: Remark[] } = { remarks: [] };
    const tokens = md.parse(clean(text), env);
    const { targets, headings, remarks } = env as unknown as Env;
    const [start, end] = excerptRange(tokens);
    const render = (from: number, to: number) => md.renderer.render(tokens.slice(from, to), md.options, env);
    const before = render(0, start);
    const excerpt = render(start, end);
    return {
      html: before + excerpt + render(end, tokens.length),
      targets,
      headings,
      remarks,
      excerpt: [before.length, before.length + excerpt.length],
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
  // A bare word with a dot is no link.
  md.linkify.set({ fuzzyLink: false, fuzzyEmail: false });
  return md.use(attributeLists).use(headingAnchors).use(openTargets);
}

/** Without byte order mark, and without the control characters that HTML forbids and marks are made of. */
function clean(text: string): string {
  return text.replace(/[\u0001-\u0008\u000b\u000e-\u001f]/g, '\ufffd');
}

function idsOf(tokens: readonly Token[]): string[] {
  return tokens.flatMap((token): string[] => {
    if (token.type === 'html_block' || token.type === 'html_inline')
      return [...token.content.matchAll(/\s(?:id|name)\s*=\s*["']?([^\s"'>]+)/gi)].map((found) => found[1]!);
    const id = token.attrs?.find(([name]) => name === 'id')?.[1];
    const own = id === undefined ? [] : [String(id)];
    return token.children ? [...own, ...idsOf(token.children)] : own;
  });
}
