import { createRequire } from 'node:module';
import type { IOptions } from 'sanitize-html';
import { close, type Remark, sizeOpen } from './rendered.ts';
import {
  addresses,
  conditionalTags,
  isPeerTube,
  reasonAgainstAttribute,
  reasonAgainstTag,
  safeAttributes,
  safeSchemes,
  safeTags,
} from './safe-html.ts';

const require = createRequire(import.meta.url);

/** HTML in three parts, of which the second is the excerpt. */
export type Parts = readonly [before: string, excerpt: string, after: string];

export interface Reduced {
  readonly html: string;
  /** Where the excerpt is in it. */
  readonly excerpt: readonly [start: number, end: number];
  readonly removed: readonly Remark[];
}

/** Stands between the parts while they are one. No other element can have such a value. */
const cut = `<wbr data-cut="${sizeOpen}${close}">`;
/** A comment of words, such as the credit that an icon carries: the sanitiser knows none, so an element holds it. */
const plainComment = /<!--( [\w ,.:/()-]* )-->/g;
const heldComment = `<wbr data-comment="${sizeOpen}$1${close}">`;
/** Either of them in an element that nobody closed, and that holds text alone. */
const lost = new RegExp(`&lt;wbr data-\\w+=(?:"|&quot;)${sizeOpen}[\\w ,.:/()-]*${close}(?:"|&quot;)&gt;`, 'g');
const held = /<wbr data-comment="\u0005( [\w ,.:/()-]* )\u0002">/g;
/** What an element is called once it is found to fulfil its condition: nobody can write it, as names are read small. */
const accepted = (tag: string): string => tag.toUpperCase();
/** Of elements in each other. No text needs as many, and reading takes the square of it. */
const deepest = 5_000;
/** What a frame of a site that anybody may run is allowed. */
const sandbox = 'allow-scripts allow-same-origin allow-popups';

/** Reduces the HTML of a body to what a stranger's may hold. Whatever is taken out is a remark. */
export function reduceHtml(parts: Parts): Reduced {
  if (depthOf(parts.join('')) > deepest)
    return { html: '', excerpt: [0, 0], removed: [remark('all of this was removed: it is nested too deep', '<')] };
  const sanitize = require('sanitize-html') as typeof import('sanitize-html');
  const removed: Remark[] = [];
  let drawings = 0;
  const options = {
    allowedTags: [...safeTags.filter((tag) => !conditionalTags.includes(tag)), ...conditionalTags.map(accepted)],
    allowedAttributes: {
      ...safeAttributes,
      ...Object.fromEntries(conditionalTags.map((tag) => [accepted(tag), safeAttributes[tag]!])),
    },
    allowedSchemes: safeSchemes,
    allowedSchemesAppliedToAttributes: [...addresses],
    allowedEmptyAttributes: ['alt', 'download'],
    selfClosing: ['img', 'br', 'hr', 'wbr', 'col', 'source', 'track', accepted('input')],
    nonTextTags: ['script', 'style', 'textarea', 'option', 'xmp', 'noscript', 'noembed', 'noframes', 'template'],
    onOpenTag: (tag) => {
      if (tag === 'svg') drawings += 1;
    },
    onCloseTag: (tag) => {
      if (tag === 'svg') drawings -= 1;
    },
    transformTags: {
      '*': (tag, attributes) => {
        const reason = reasonAgainstTag(tag, attributes, drawings > 0);
        if (reason) removed.push(remark(`\`<${tag}>\` was removed: ${reason}`, attributes.src || `<${tag}`));
        if (reason) return { tagName: tag, attribs: {} };
        return {
          tagName: conditionalTags.includes(tag) ? accepted(tag) : tag,
          attribs: keep(tag, attributes, removed),
        };
      },
    },
  } satisfies IOptions & { readonly allowedEmptyAttributes: readonly string[] };
  const reduced = sanitize(withoutForgedMarks(parts.join(cut)).replace(plainComment, heldComment), options)
    .replaceAll(' />', '>')
    .replace(lost, '')
    .replace(/<\/?[A-Z]+/g, (tag) => tag.toLowerCase())
    .replace(held, '<!--$1-->');
  const pieces = reduced.split(cut);
  const [before = '', excerpt = ''] = pieces.length === 3 ? pieces : [];
  return { html: pieces.join(''), excerpt: [before.length, before.length + excerpt.length], removed };
}

function keep(tag: string, written: Readonly<Record<string, string>>, removed: Remark[]): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const [lower, value] of Object.entries(written)) {
    const name = lower === 'viewbox' ? 'viewBox' : lower;
    const reason = reasonAgainstAttribute(tag, name, value);
    const near = reason && /^(?:href|src|style|allow)$/.test(name) && value ? value.split('\n', 1)[0]! : name;
    if (reason) removed.push(remark(`\`${name}\` was removed from \`<${tag}>\`: ${reason}`, near));
    else kept[name] = value;
  }
  return tag === 'iframe' && isPeerTube(kept.src ?? '') ? { ...kept, sandbox } : kept;
}

/** How deep elements are in each other, at most: some are closed without being told. */
function depthOf(html: string): number {
  let depth = 0;
  let most = 0;
  for (const [tag] of html.matchAll(/<\/?[a-z]/gi)) {
    depth = tag[1] === '/' ? Math.max(0, depth - 1) : depth + 1;
    most = Math.max(most, depth);
  }
  return most;
}

const remark = (message: string, near: string): Remark => ({
  code: 'removed-html',
  message,
  help: 'take it out, or build without `untrusted` what you trust',
  near,
});

/** References to control characters, which marks are made of. */
const withoutForgedMarks = (html: string): string =>
  html.replace(/&#(?:x([\da-f]+)|(\d+));?/gi, (written, hex?: string, decimal?: string) => {
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code < 0x20 && !/^[\t\n\f\r]$/.test(String.fromCharCode(code)) ? '\ufffd' : written;
  });
