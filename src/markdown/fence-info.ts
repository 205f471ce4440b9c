import { type Pair, readAttributeList } from './attribute-list.ts';

/** What stands after a fence. */
export interface FenceInfo {
  /** As written; empty where there is none. */
  readonly language: string;
  readonly title: string | undefined;
  /** Lines to point out, counted from 1 whatever number the first one is shown with. */
  readonly highlighted: readonly LineRange[];
  /** The number of the first line, where lines have numbers. */
  readonly firstNumber: number | undefined;
  /** For the element: what was in an attribute list and is none of the above. Not checked yet. */
  readonly pairs: readonly Pair[];
}

/** Both ends inclusive. */
export type LineRange = readonly [from: number, to: number];

/** An info string is read this far; what comes after says nothing. */
const longest = 2_000;
/** A word, which ends where rustdoc's `rust,ignore` and the line numbers of `js{1,3}` and `ts:line-numbers` begin. */
const leadingWord = /^(?!\w+=)[^\s{,:]+/;
const part = /\{([\d\s,-]+)\}|(\w+)=(?:"([^"]*)"|'([^']*)'|([^\s"'{}]+))|\s+|\S+?(?=[\s{]|$)/y;
const options = new Set(['title', 'hl_lines', 'linenums']);

/**
 * Reads an info string, its entities and backslashes resolved, in any of the dialects: `python {.wide hl_lines="2 4"}`,
 * `python title="x.py" hl_lines="2-4"`, `{.python .wide}`, whose language is left among the classes, and `js {1,3-4}`,
 * which are lines. Anything else after the language is left unread, as CommonMark has it.
 */
export function readFenceInfo(info: string): FenceInfo {
  const text = info.trim().slice(0, longest);
  const language = leadingWord.exec(text)?.[0] ?? '';
  const pairs: Pair[] = [];
  const settings: Pair[] = [];
  for (let at = language.length; at < text.length; ) {
    const list = text[at] === '{' ? readAttributeList(text, at) : undefined;
    if (list) {
      for (const pair of list.pairs) (options.has(pair[0]) ? settings : pairs).push(pair);
      at = list.end;
      continue;
    }
    part.lastIndex = at;
    const [, lines, name, double, single, bare] = part.exec(text)!;
    if (lines) settings.push(['hl_lines', lines]);
    else if (name) settings.push([name, double ?? single ?? bare ?? '']);
    at = part.lastIndex;
  }
  const { title, hl_lines, linenums } = Object.fromEntries<string | undefined>(settings);
  return {
    language,
    title: title?.trim() || undefined,
    highlighted: rangesIn(hl_lines ?? ''),
    firstNumber: linenums === undefined ? undefined : Number(/^\d{1,6}/.exec(linenums)?.[0] ?? 1),
    pairs,
  };
}

/** `2 4`, `2-4`, `1,3-4`. */
const rangesIn = (text: string): LineRange[] =>
  [...text.matchAll(/(\d{1,6})(?:\s*-\s*(\d{1,6}))?/g)].map(([, from, to]) => [Number(from), Number(to ?? from)]);
