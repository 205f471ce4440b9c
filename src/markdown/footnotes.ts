import type { MarkdownIt, StateBlock, StateCore, Token } from 'markdown-it';
import type { Words } from '../words/words.ts';
import { envOf, scopeOf } from './env.ts';
import { readBlocks } from './indented.ts';

const definition = /\[\^([^\s[\]]+)\]:[ \t]*/y;
const reference = /\[\^([^\s[\]]+)\]/y;

/** A note that is referred to. */
interface Note {
  readonly body: readonly Token[];
  readonly references: Token[];
}

/** `[^1]` and, anywhere in the body, `[^1]: The note.`, further blocks indented by four: notes in order at the end. */
export function footnotes(md: MarkdownIt): void {
  md.block.ruler.before(
    'reference',
    'footnote_definition',
    (state, line, endLine, silent) => {
      const start = state.bMarks[line]! + state.tShift[line]!;
      if (!opens(state.src, start) || state.sCount[line]! - state.blkIndent >= 4) return false;
      definition.lastIndex = start;
      const [found, label] = definition.exec(state.src) ?? [];
      if (!found) return false;
      if (silent) return true;
      envOf(state).footnotes.add(label!);
      state.push('footnote_open', 'li', 1).meta = { label };
      readNote(state, line, endLine, start + found.length);
      state.push('footnote_close', 'li', -1);
      return true;
    },
    { alt: ['paragraph', 'reference', 'blockquote'] },
  );
  md.inline.ruler.after('link', 'footnote_reference', (state, silent) => {
    // A link around it wins: its text is looked at silently, and then read at a level of its own.
    if (silent || !opens(state.src, state.pos) || state.linkLevel > 0) return false;
    reference.lastIndex = state.pos;
    const [found, label] = reference.exec(state.src) ?? [];
    if (!found || !envOf(state).footnotes.has(label!)) return false;
    state.push('footnote_reference', 'a', 0).meta = { label };
    state.pos += found.length;
    return true;
  });
  md.core.ruler.push('footnotes', (state) => {
    if (envOf(state).footnotes.size > 0) state.tokens = gather(state);
  });
  const link = (token: Token, text: string): string => `<a${md.renderer.renderAttrs(token)}>${text}</a>`;
  md.renderer.rules.footnote_reference = (tokens, index) =>
    `<sup class="footnote-ref">${link(tokens[index]!, tokens[index]!.content)}</sup>`;
  // With the sign that keeps it from becoming a picture on phones.
  md.renderer.rules.footnote_back = (tokens, index) => ` ${link(tokens[index]!, '\u21a9\ufe0e')}`;
}

const opens = (text: string, at: number): boolean => text.charCodeAt(at) === 0x5b && text.charCodeAt(at + 1) === 0x5e;

/** Reads the rest of the definition's line, and what is indented below, as blocks. */
function readNote(state: StateBlock, line: number, endLine: number, textStart: number): void {
  const { bMarks, tShift, sCount } = state;
  const before = [bMarks[line]!, tShift[line]!, sCount[line]!] as const;
  const indent = state.blkIndent + 4;
  [bMarks[line], tShift[line], sCount[line]] = [textStart, 0, indent];
  readBlocks(state, line, { end: endLine, indent });
  [bMarks[line], tShift[line], sCount[line]] = before;
}

/** The tokens with the notes at their end, in the order in which they are first referred to. */
function gather(state: StateCore): Token[] {
  const { text, bodies } = takeOut(state.tokens);
  const notes = new Map<string, Note>();
  const count = (tokens: readonly Token[]): void => {
    for (const child of tokens.flatMap(({ type, children }) => (type === 'inline' ? (children ?? []) : []))) {
      if (child.type !== 'footnote_reference') continue;
      const label = String(child.meta?.label);
      const note = notes.get(label) ?? { body: bodies.get(label)!, references: [] };
      note.references.push(child);
      notes.set(label, note);
    }
  };
  count(text);
  // A map gives the entries, too, that are added while it is walked: a note can refer to another.
  for (const { body } of notes.values()) count(body);
  if (notes.size === 0) return text;
  const make = maker(state);
  const { words } = envOf(state);
  const items = [...notes.values()].flatMap((note, index) =>
    item(note, index + 1, { scope: scopeOf(state), make, words }),
  );
  const section = { class: 'footnotes', role: 'doc-endnotes', 'aria-label': words.t('footnotes') };
  return [
    ...text,
    make('footnotes_open', 'section', 1, section),
    make('footnote_list_open', 'ol', 1),
    ...items,
    make('footnote_list_close', 'ol', -1),
    make('footnotes_close', 'section', -1),
  ];
}

/** Parts the definitions from the text. The first of a name counts; one can stand in another. */
function takeOut(tokens: readonly Token[]): { readonly text: Token[]; readonly bodies: Map<string, Token[]> } {
  const text: Token[] = [];
  const bodies = new Map<string, Token[]>();
  const around: { readonly label: string; readonly body: Token[] }[] = [];
  for (const token of tokens) {
    if (token.type === 'footnote_open') around.push({ label: String(token.meta?.label), body: [] });
    else if (token.type === 'footnote_close') {
      const { label, body } = around.pop()!;
      if (!bodies.has(label)) bodies.set(label, body);
    } else (around.at(-1)?.body ?? text).push(token);
  }
  return { text, bodies };
}

/** A note as an item of the list, with a way back to each reference; those get their number and their ids. */
function item({ body, references }: Note, number: number, { scope, make, words: { t } }: Making): Token[] {
  const id = `fn-${scope}-${number}`;
  const back = references.map((token, index) => {
    const again = index === 0 ? '' : `-${index + 1}`;
    const from = `fnref-${scope}-${number}${again}`;
    token.content = String(number);
    const name = t('footnote', { number });
    token.attrs = Object.entries({ href: `#${id}`, id: from, role: 'doc-noteref', 'aria-label': name });
    const label = index === 0 ? t('backToFootnote', { number }) : t('backToFootnoteAgain', { number, time: index + 1 });
    return make('footnote_back', 'a', 0, { href: `#${from}`, role: 'doc-backlink', 'aria-label': label });
  });
  const last = body.at(-1)?.type === 'paragraph_close' ? body.at(-2) : undefined;
  if (last) last.children = [...(last.children ?? []), ...back];
  const alone = Object.assign(make('inline', '', 0), { children: back });
  return [
    make('footnote_open', 'li', 1, { id }),
    ...body,
    ...(last ? [] : [make('paragraph_open', 'p', 1), alone, make('paragraph_close', 'p', -1)]),
    make('footnote_close', 'li', -1),
  ];
}

/** What items are made with. */
interface Making {
  readonly scope: string;
  readonly make: ReturnType<typeof maker>;
  readonly words: Words;
}

const maker =
  ({ Token }: StateCore) =>
  (type: string, tag: string, nesting: -1 | 0 | 1, attributes: Readonly<Record<string, string>> = {}): Token =>
    Object.assign(new Token(type, tag, nesting), { block: true, attrs: Object.entries(attributes) });
