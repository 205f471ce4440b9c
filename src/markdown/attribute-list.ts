import type { MarkdownIt } from 'markdown-it';
import attrs from 'markdown-it-attrs';
import { listClose, listOpen, type Remark } from './rendered.ts';

/** One attribute list takes this much of a line at most; a longer one is text. */
const longest = 2_000;
const item =
  /\s*(?:([.#])([\w-]+)|([a-zA-Z_][\w:.-]*)=(?:"([^"\n]*)"|'([^'\n]*)'|([^\s"'=<>`{}]+))|([a-zA-Z]+)(?=[\s}]))/y;
const end = /\s*\}/y;

const booleans = ['reversed', 'open', 'download', 'controls'];
const allowed = new Set(
  (
    'class id style title lang dir align width height alt loading decoding target rel download start reversed ' +
    'colspan rowspan scope open controls role href src'
  ).split(' '),
);
const isAllowed = (name: string): boolean => allowed.has(name) || /^(?:data|aria)-[\w-]+$/.test(name);
const badStyle = /url\s*\(|expression|@import|position\s*:\s*fixed|\\|\/\*/i;

export interface AttributeList {
  readonly pairs: readonly (readonly [name: string, value: string])[];
  /** The offset behind the closing brace. */
  readonly end: number;
}

/**
 * Reads the attribute list at a brace, by the one strict grammar of all three dialects: `{`, an optional `:`, items
 * with spaces between, `}`. Undefined where anything else is inside: then the braces are text.
 */
export function readAttributeList(text: string, start: number): AttributeList | undefined {
  let at = text[start + 1] === ':' ? start + 2 : start + 1;
  const pairs: [string, string][] = [];
  for (;;) {
    end.lastIndex = at;
    if (end.test(text)) return pairs.length ? { pairs, end: end.lastIndex } : undefined;
    item.lastIndex = at;
    const found = item.exec(text);
    if (!found || (pairs.length > 0 && !/^\s/.test(found[0])) || item.lastIndex - start > longest) return undefined;
    const [, sign, word, name, double, single, bare, flag] = found;
    if (sign) pairs.push([sign === '.' ? 'class' : 'id', word!]);
    else if (name) pairs.push(modern(name.toLowerCase(), double ?? single ?? bare ?? ''));
    else if (booleans.includes(flag!)) pairs.push([flag!, '']);
    else return undefined;
    at = item.lastIndex;
  }
}

/** HTML has given `align` up; the theme floats by class, and lays it out well on a phone. */
const modern = (name: string, value: string): [string, string] =>
  name === 'align' && /^(?:left|right|center)$/i.test(value)
    ? ['class', `align-${value.toLowerCase()}`]
    : [name, value];

/** Why an attribute may not be set, or undefined where it may. */
function reasonAgainst(name: string, value: string): string | undefined {
  if (!isAllowed(name)) return `the attribute \`${name}\` cannot be set here`;
  if (name === 'style' && badStyle.test(value)) return 'this style loads something or leaves its place';
  return undefined;
}

/**
 * Attribute lists by markdown-it-attrs, behind a rule of ours that decides what is one. The engine reads delimiters that
 * no text contains, so prose in braces never reaches it.
 */
export function attributeLists(md: MarkdownIt): void {
  md.use(attrs as unknown as (md: MarkdownIt, options: object) => void, {
    leftDelimiter: listOpen,
    rightDelimiter: listClose,
    fenceAttrsOnPre: true,
  });
  const rules = md.core.ruler.getRules('');
  const engine = rules.find((rule) => rule.name === 'curlyAttrs')!;
  // The engine looks at every token, so it is spared a text without lists.
  md.core.ruler.at('curly_attributes', (state) => {
    if (state.env?.hasLists) engine(state);
  });
  md.inline.ruler.before('link', 'attribute_list', (state, silent) => {
    if (state.src.charCodeAt(state.pos) !== 0x7b) return false;
    const list = readAttributeList(state.src, state.pos);
    if (!list || list.end > state.posMax) return false;
    if (!silent) {
      const env = state.env as { hasLists?: boolean; remarks?: Remark[] };
      const near = state.src.slice(state.pos, list.end);
      const kept = list.pairs.filter(([name, value]) => {
        const message = reasonAgainst(name, value);
        if (message) env.remarks?.push({ code: 'dropped-attribute', message, help: 'take it out', near });
        return !message;
      });
      const opens = kept.some(([name, value]) => name === 'target' && value === '_blank');
      const all = opens && !kept.some(([name]) => name === 'rel') ? [...kept, ['rel', 'noopener'] as const] : kept;
      env.hasLists = true;
      if (all.length) state.pending += listOpen + all.map(writeForEngine).join(' ') + listClose;
    }
    state.pos = list.end;
    return true;
  });
}

/** In the engine's own syntax. Its values cannot hold its delimiters, as bodies hold none. */
function writeForEngine([name, value]: readonly [string, string]): string {
  return `${name}="${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}
