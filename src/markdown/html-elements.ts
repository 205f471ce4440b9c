/** Elements in which Markdown may be read; those that hold text alone are read as one line of it. */
const textHolders = 'address dd dt figcaption h1 h2 h3 h4 h5 h6 legend p summary td th caption';
const blockHolders =
  'article aside blockquote center details div dl fieldset figure footer header li main nav ol section table tbody ' +
  'tfoot thead tr ul';
const holdsText = new Set(textHolders.split(' '));
const names = [...textHolders.split(' '), ...blockHolders.split(' ')].join('|');

/** What begins raw HTML that goes on until a blank line. */
export const blockTag: RegExp = new RegExp(`^</?(?:${names})(?=[\\s/>]|$)`, 'i');

const attribute = `\\s+[\\w:.-]+(?:\\s*=\\s*(?:"[^"]*"|'[^']*'|[^\\s"'=<>\`]+))?`;
const openTag = new RegExp(`^<(${names})((?:${attribute})+)\\s*>`, 'i');
const attributes = new RegExp(attribute, 'g');
const asks = /^\s+markdown(?:\s*=\s*["']?(markdown|1|block|span)["']?)?$/i;

/** The opening tag of an element whose Markdown is to be read. */
export interface MarkdownTag {
  readonly length: number;
  /** Whether it holds blocks, or a line of text. */
  readonly reads: 'blocks' | 'text';
}

/** Reads the tag at the start of a text; undefined where it is none that asks for Markdown. */
export function readMarkdownTag(text: string): MarkdownTag | undefined {
  const [all, name, written] = openTag.exec(text) ?? [];
  const found = written?.match(attributes)?.find((each) => asks.test(each));
  if (!all || found === undefined) return undefined;
  const how = asks.exec(found)![1]?.toLowerCase();
  const isText = how === 'span' || (how !== 'block' && holdsText.has(name!.toLowerCase()));
  return { length: all.length, reads: isText ? 'text' : 'blocks' };
}

/** Tags, and what can hold something that only looks like one: comments, fences, code. */
const pieces = new RegExp(
  '<!--[\\s\\S]*?(?:-->|(?![\\s\\S]))|^[ \\t>]*(```+|~~~+)[^\\n]*\\n[\\s\\S]*?(?:^[ \\t>]*\\1|(?![\\s\\S]))|`[^`\\n]*`|' +
    `<(/?)(${names})(?=[\\s>/])`,
  'gim',
);

/** Where each element ends, by where it begins: offsets of its tags. One that is never closed isn't there. */
export function pairTags(html: string): ReadonlyMap<number, number> {
  const pairs = new Map<number, number>();
  const open = new Map<string, number[]>();
  for (const { 2: slash, 3: name, index } of html.matchAll(pieces)) {
    if (name === undefined) continue;
    const waiting = open.get(name.toLowerCase()) ?? [];
    if (slash === '') waiting.push(index);
    else if (waiting.length) pairs.set(waiting.pop()!, index);
    open.set(name.toLowerCase(), waiting);
  }
  return pairs;
}
