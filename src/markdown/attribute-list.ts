import type { Env } from './env.ts';

export type Pair = readonly [name: string, value: string];

export interface AttributeList {
  readonly pairs: readonly Pair[];
  /** The offset behind the closing brace. */
  readonly end: number;
}

/** What a bare name after a colon stands for. */
export type Defined = (name: string) => readonly Pair[] | undefined;
const nothing: Defined = () => undefined;

/** An attribute list takes this much of a line at most; a longer one is text. */
const longest = 2_000;
const item =
  /\s*(?:([.#])([\w-]+)|([a-zA-Z_][\w:.-]*)=(?:"([^"\n]*)"|'([^'\n]*)'|([^\s"'=<>`{}]+))|([a-zA-Z][\w-]*)(?=[\s}]))/y;
const end = /\s*\}/y;
const booleans = new Set(['reversed', 'open', 'download', 'controls']);

/**
 * Reads the attribute list at a brace, by the one strict grammar of all three dialects: `{`, an optional `:`, items
 * with spaces between, `}`. Undefined where anything else is inside: then the braces are text. A bare name is an item
 * only after a colon, and where it was defined.
 */
export function readAttributeList(text: string, start: number, defined: Defined = nothing): AttributeList | undefined {
  const colon = text[start + 1] === ':';
  let at = colon ? start + 2 : start + 1;
  const pairs: Pair[] = [];
  for (let items = 0; ; items += 1) {
    end.lastIndex = at;
    if (end.test(text)) return items > 0 ? { pairs, end: end.lastIndex } : undefined;
    item.lastIndex = at;
    const found = item.exec(text);
    if (!found || (items > 0 && !/^\s/.test(found[0])) || item.lastIndex - start > longest) return undefined;
    const [, sign, word, name, double, single, bare, flag] = found;
    if (sign) pairs.push([sign === '.' ? 'class' : 'id', word!]);
    else if (name) pairs.push(modern(name.toLowerCase(), double ?? single ?? bare ?? ''));
    else if (booleans.has(flag!)) pairs.push([flag!, '']);
    else {
      const named = colon ? defined(flag!) : undefined;
      if (!named) return undefined;
      pairs.push(...named);
    }
    at = item.lastIndex;
  }
}

/** HTML has given `align` up; the theme floats by class, and lays it out well on a phone. */
const modern = (name: string, value: string): Pair =>
  name === 'align' && /^(?:left|right|center)$/i.test(value)
    ? ['class', `align-${value.toLowerCase()}`]
    : [name, value];

const allowed = new Set(
  (
    'id class style title lang dir align width height alt loading decoding target rel download start reversed ' +
    'colspan rowspan scope open controls role href src'
  ).split(' '),
);
const badStyle = /url\s*\(|expression|@import|position\s*:\s*fixed|\\|\/\*/i;

/** Why an attribute may not be set, or undefined where it may. */
function reasonAgainst([name, value]: Pair): string | undefined {
  if (!allowed.has(name) && !/^(?:data|aria)-[\w-]+$/.test(name)) return `the attribute \`${name}\` cannot be set here`;
  if (name === 'style' && badStyle.test(value)) return 'this style loads something or leaves its place';
  return undefined;
}

/** The pairs that may be set; each that may not is a remark. A link into a new window does not tell where it came from. */
export function permit(pairs: readonly Pair[], near: string, env: Pick<Env, 'remarks'>): readonly Pair[] {
  const kept = pairs.filter((pair) => {
    const message = reasonAgainst(pair);
    if (message) env.remarks.push({ code: 'dropped-attribute', message, help: 'take it out', near });
    return !message;
  });
  const opens = kept.some(([name, value]) => name === 'target' && value === '_blank');
  return opens && !kept.some(([name]) => name === 'rel') ? [...kept, ['rel', 'noopener']] : kept;
}
