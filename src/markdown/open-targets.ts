import type { MarkdownIt, Token } from 'markdown-it';
import { envOf } from './env.ts';
import { type HtmlTag, rewriteTags } from './html-tags.ts';
import { frameAttributes, isForeign, isMute, pictureAttributes, pictureShape } from './media.ts';
import { type MutePicture, mark, type OpenTarget, type PictureShape } from './rendered.ts';
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
/** The picture of a paragraph that holds nothing else, but perhaps a link around it. */
function onlyPictureIn({ children }: Token): Token | undefined {
  const [picture, ...others] = (children ?? []).filter(({ type }) => type !== 'link_open' && type !== 'link_close');
  return others.length === 0 && picture?.type === 'image' ? picture : undefined;
}

/** Which attributes of which elements lead somewhere, and what they lead to. */
const uses: Readonly<Record<string, Readonly<Record<string, OpenTarget['use']>>>> = {
  a: { href: 'link' },
  area: { href: 'link' },
  img: { src: 'image' },
  source: { src: 'file' },
  video: { src: 'file', poster: 'image' },
  audio: { src: 'file' },
  iframe: { src: 'link', 'data-poster': 'image' },
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
    const mutePictures: MutePicture[] = [];
    let lines: readonly [number, number] = [0, 0];
    let pictures = 0;
    /** The picture that is all of its paragraph. */
    let alone: Token | undefined;
    /** The target's place, or undefined where it isn't the site's. */
    const leaveOpen = (written: string, use: OpenTarget['use'], shape?: PictureShape): number | undefined =>
      isElsewhere(written) || written === '' || hasTemplateTag(written)
        ? undefined
        : targets.push({ written, use, lines, ...(shape && { shape }) }) - 1;

    const open = (token: Token, name: string, use: OpenTarget['use'], shape?: PictureShape): number | undefined => {
      const written = String(token.attrGet(name) ?? '');
      // Markdown's own links were checked; what an attribute list sets was not.
      const safe = md.validateLink(written);
      const target = safe ? leaveOpen(written, use, shape) : undefined;
      if (!safe) remarks.push({ ...unsafeLink(written), near: written, lines });
      if (!safe || target !== undefined) token.attrSet(name, target === undefined ? '#' : mark(target));
      return target;
    };
    const visit = (token: Token): void => {
      if (token.type === 'link_open') open(token, 'href', 'link');
      else if (token.type === 'image') {
        const get = (name: string) => token.attrGet(name)?.toString();
        if (token.content.trim() === '' && isMute(get)) mutePictures.push({ written: get('src') ?? '', lines });
        const target = open(token, 'src', 'image', pictureShape(get));
        if (token === alone && isForeign(get) && !pictureShape(get)) token.attrJoin('class', 'held');
        for (const [name, value] of pictureAttributes(get, pictures++ === 0, target)) token.attrSet(name, value);
      } else if ((token.type === 'html_block' || token.type === 'html_inline') && candidate.test(token.content))
        token.content = rewriteTags(token.content, changesOf);
      if (token.type === 'inline') alone = onlyPictureIn(token);
      // The words of a picture lead nowhere.
      if (token.type !== 'image') for (const child of token.children ?? []) visit(child);
    };
    function* changesOf({ name, get }: HtmlTag): Generator<readonly [string, string | undefined]> {
      if (get('markdown') !== undefined) yield ['markdown', undefined];
      let picture: number | undefined;
      for (const [attribute, use] of Object.entries(uses[name] ?? {})) {
        const shape = name === 'img' ? pictureShape(get) : undefined;
        const target = leaveOpen(withoutEntities((get(attribute) ?? '').trim()), use, shape);
        if (target !== undefined) yield [attribute, mark(target)];
        if (use === 'image') picture = target;
      }
      if (name === 'img' && get('alt') === undefined && isMute(get))
        mutePictures.push({ written: withoutEntities(get('src') ?? ''), lines });
      if (name === 'img') yield* pictureAttributes(get, pictures++ === 0, picture);
      if (name === 'iframe') yield* frameAttributes(get, envOf(state).words);
    }
    for (const token of state.tokens) {
      lines = token.map ?? lines;
      if (token.type === 'inline' || token.type === 'html_block') visit(token);
    }
    envOf(state).targets = targets;
    envOf(state).mutePictures = mutePictures;
  });
}
