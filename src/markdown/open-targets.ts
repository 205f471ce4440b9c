import type { MarkdownIt, Token } from 'markdown-it';
import { envOf } from './env.ts';
import { type HtmlTag, rewriteTags } from './html-tags.ts';
import { frameAttributes, pictureAttributes } from './media.ts';
import { mark, type OpenTarget } from './rendered.ts';
import { hasTemplateTag } from './template-tags.ts';

/** An address that needs nothing of the site: with a scheme, or with a host. */
export const isElsewhere = (target: string): boolean => /^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(target);

/** An address that would run code, or that is a document of its own. */
export const isUnsafe = (target: string): boolean =>
  /^(?:javascript|vbscript|data):/i.test(target.replace(/[\0-\u0020]+/g, ''));

export const unsafeLink = (written: string) =>
  ({
    code: 'unsafe-link',
    message: `\`${written.length > 60 ? `${written.slice(0, 60)}…` : written}\` is no address to link to`,
    help: 'link to a page or a file, with `https://` or a path',
  }) as const;

/** Raw HTML in which there is something to do. */
const candidate = /<(?:a|area|img|source|video|audio|iframe)\b|\smarkdown\b/i;
/** Which attributes of which elements lead somewhere, and what they lead to. */
const uses: Readonly<Record<string, Readonly<Record<string, OpenTarget['use']>>>> = {
  a: { href: 'link' },
  area: { href: 'link' },
  img: { src: 'image' },
  source: { src: 'file' },
  video: { src: 'file', poster: 'image' },
  audio: { src: 'file' },
  iframe: { src: 'link' },
};

/**
 * Takes every target inside the site out of the tokens, and leaves a mark in its place; they gather in `env.targets`.
 * Pictures and frames are given what they need beside.
 */
export function openTargets(md: MarkdownIt): void {
  // What the library unescapes beside entities means nothing in HTML.
  const withoutEntities = (value: string): string => md.utils.unescapeAll(value.replaceAll('\\', '\\\\'));
  md.core.ruler.push('open_targets', (state) => {
    const { remarks } = envOf(state);
    const targets: OpenTarget[] = [];
    let lines: readonly [number, number] = [0, 0];
    let pictures = 0;
    /** The target's place, or undefined where it isn't the site's. */
    const leaveOpen = (written: string, use: OpenTarget['use']): number | undefined =>
      isElsewhere(written) || written === '' || hasTemplateTag(written)
        ? undefined
        : targets.push({ written, use, lines }) - 1;

    const open = (token: Token, name: string, use: OpenTarget['use']): number | undefined => {
      const written = String(token.attrGet(name) ?? '');
      // Markdown's own links were checked; what an attribute list sets was not.
      const safe = md.validateLink(written);
      const target = safe ? leaveOpen(written, use) : undefined;
      if (!safe) remarks.push({ ...unsafeLink(written), near: written, lines });
      if (!safe || target !== undefined) token.attrSet(name, target === undefined ? '#' : mark(target));
      return target;
    };
    const visit = (token: Token): void => {
      if (token.type === 'link_open') open(token, 'href', 'link');
      else if (token.type === 'image') {
        const target = open(token, 'src', 'image');
        const get = (name: string) => token.attrGet(name)?.toString();
        for (const [name, value] of pictureAttributes(get, pictures++ === 0, target)) token.attrSet(name, value);
      } else if ((token.type === 'html_block' || token.type === 'html_inline') && candidate.test(token.content))
        token.content = rewriteTags(token.content, changesOf);
      for (const child of token.children ?? []) visit(child);
    };
    function* changesOf({ name, get }: HtmlTag): Generator<readonly [string, string | undefined]> {
      if (get('markdown') !== undefined) yield ['markdown', undefined];
      let picture: number | undefined;
      for (const [attribute, use] of Object.entries(uses[name] ?? {})) {
        const target = leaveOpen(withoutEntities((get(attribute) ?? '').trim()), use);
        if (target !== undefined) yield [attribute, mark(target)];
        if (use === 'image') picture = target;
      }
      if (name === 'img') yield* pictureAttributes(get, pictures++ === 0, picture);
      if (name === 'iframe') yield* frameAttributes(get);
    }
    for (const token of state.tokens) {
      lines = token.map ?? lines;
      if (token.type === 'inline' || token.type === 'html_block') visit(token);
    }
    envOf(state).targets = targets;
  });
}
