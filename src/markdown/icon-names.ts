import type { Token } from 'markdown-it';
import { subject } from './icon-library.ts';

/** Something that must have a name: a link, a button, a heading. */
interface Place {
  /** What it is called where neither words nor `icons` say more. */
  readonly title: string | undefined;
  readonly icons: Token[];
  speaks: boolean;
}

const opening = /^<(?:a|button)[\s>]/i;
const closing = /^<\/(?:a|button)\s*>/i;

/**
 * Decides what screen readers are told of each icon: nothing, unless an attribute list names it, or it is all that a
 * link, a button or a heading holds. There it gets words beside it, which the theme keeps out of sight.
 */
export function nameIcons(tokens: readonly Token[]): void {
  tokens.forEach((token, index) => {
    const children = token.type === 'inline' ? (token.children ?? []) : [];
    if (!children.some(({ type }) => type === 'icon')) return;
    const places = tokens[index - 1]?.type === 'heading_open' ? [enter()] : [];
    for (const child of children) visit(child, places);
    while (places.length > 0) leave(places);
  });
}

function visit(token: Token, places: Place[]): void {
  const html = token.type === 'html_inline' ? token.content : '';
  const place = places.at(-1);
  if (token.type === 'link_open' || opening.test(html)) places.push(enter(token));
  else if (token.type === 'link_close' || closing.test(html)) leave(places);
  else if (token.type === 'icon' && !named(token)) place?.icons.push(token);
  else if (place && says(token)) place.speaks = true;
}

function enter(token?: Token): Place {
  const title = token?.attrGet('title');
  const labelled = token && (token.attrGet('aria-label') !== null || /\saria-label\s*=/i.test(token.content));
  return { title: title ? String(title) : undefined, icons: [], speaks: labelled === true };
}

function leave(places: Place[]): void {
  const { title, icons, speaks } = places.pop() ?? enter();
  const last = icons.at(-1);
  if (last && !speaks) last.meta = { beside: title ?? icons.map(wordsFor).join(', ') };
  const around = places.at(-1);
  if (around && (speaks || last)) around.speaks = true;
}

/** Whether an attribute list names it; then it is an image. */
function named(icon: Token): boolean {
  const title = icon.attrGet('aria-label') ?? icon.attrGet('title');
  if (title === null) return false;
  const others = (icon.attrs ?? []).filter(([name]) => !['aria-hidden', 'aria-label', 'role', 'title'].includes(name));
  icon.attrs = [...others, ['role', 'img']];
  icon.meta = { title: String(title) };
  return true;
}

function says({ type, nesting, content }: Token): boolean {
  if (nesting !== 0 || type === 'softbreak' || type === 'hardbreak') return false;
  if (type === 'html_inline') return /\salt\s*=\s*["']?[^\s"'>]/i.test(content);
  return type === 'icon' || content.trim() !== '';
}

/** `fontawesome-solid-person-chalkboard` -> `Person chalkboard` */
function wordsFor({ info }: Token): string {
  const words = subject(info).replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
