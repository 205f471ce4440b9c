import type { Problem } from '../diagnostics/diagnostic.ts';

/** What a second parser has to say about the same text: `Missing closing "quote`, and between which offsets. */
type SecondOpinion = () => { readonly message: string; readonly pos: readonly [number, number] } | undefined;

const signs: Readonly<Record<string, string>> = { double: '"', single: "'", alias: '*', anchor: '&', tag: '!' };

/**
 * A parser's reason for refusing YAML in the words of somebody who writes front matter, and the offset that is meant.
 * @param offset where the parser gave up; of what never ends that is far from its beginning
 */
export function explainYaml(
  reason: string,
  text: string,
  offset: number,
  secondOpinion: SecondOpinion,
): { problem: Problem; offset: number } {
  const say = (message: string, help?: string, at = offset) => ({
    problem: { code: 'bad-yaml', message, ...(help && { help }) } as const,
    offset: Math.max(0, at),
  });
  const unclosedQuote = (mark: string, end: number) =>
    say('a quotation mark is never closed', 'close it on the same line', text.lastIndexOf(mark, end - 1));
  const line = lineAt(text, offset);
  const { value } = fieldIn(line);
  const quoting = inQuotes(line);

  if (/null byte|non-printable/.test(reason)) {
    const at = text.search(unprintable);
    const code = text.codePointAt(at)!.toString(16).toUpperCase().padStart(4, '0');
    return say(`a character that cannot be seen stands here (U+${code})`, 'delete it, or write the line anew', at);
  }
  if (/single document/.test(reason)) {
    const first = text.search(/^[^\s#%-]/m);
    const end = first + text.slice(first).search(/^(?:---|\.\.\.)/m);
    return say('the fields end with this line, and more follows', 'delete this line', end);
  }
  if (/^ *\t/.test(line)) return say('a tab stands where YAML wants spaces', 'indent with spaces');
  if (/duplicated mapping key/.test(reason)) return say('this field is written twice', 'keep one of the two');
  if (/bad indentation|deficient indentation/.test(reason)) {
    if (/^[@`%]/.test(value)) return say('no text may begin with this sign', quoting);
    if (/^["'[{]/.test(value)) return say('the value ends before this, and more follows', quoting);
    if (/:(?:\s|$)/.test(value)) return say('a colon followed by a space starts a new field here', quoting);
    return say('the indentation of this line cannot be read', 'line the fields up at the left');
  }
  if (/line break is expected/.test(reason)) {
    const start = Math.max(text.lastIndexOf('>', offset - 1), text.lastIndexOf('|', offset - 1));
    return say('no text may begin with this sign', quoting, start);
  }
  const [, scalar] = /within a (double|single) quoted scalar/.exec(reason) ?? [];
  if (scalar) return unclosedQuote(signs[scalar]!, offset);
  if (/multiline key|^end of the stream/.test(reason)) {
    const { message = '', pos = [offset] } = secondOpinion() ?? {};
    const [, mark] = /Missing closing (["'])/.exec(message) ?? [];
    return mark ? unclosedQuote(mark, pos[0]) : say('this line is no field', 'write it as `name: value`', pos[0]);
  }
  const [, name] = /\b(alias|anchor|tag)\b/.exec(reason) ?? [];
  if (name) {
    const sign = signs[name]!;
    const start = text.lastIndexOf(` ${sign}`, offset - 1) + 1 || text.lastIndexOf(sign, offset - 1);
    return say('no text may begin with this sign', inQuotes(lineAt(text, start)), start);
  }
  if (/flow collection/.test(reason)) {
    const bracket = Math.max(text.lastIndexOf('[', offset - 1), text.lastIndexOf('{', offset - 1));
    return say('a list or a brace is never closed', 'close it with ] or }', bracket);
  }
  if (/escape/.test(reason)) return say('a backslash means more in double quotes', 'use single quotes here');
  if (/maxDepth/.test(reason)) return say('this is nested too deeply to be read', 'a hundred levels are read');
  return say(`YAML stops here: ${reason}`);
}

/** What YAML 1.2 lets no text hold (5.1), tab and line ends apart. */
const unprintable = /[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

const lineAt = (text: string, offset: number): string =>
  text
    .slice(0, offset)
    .split(/[\r\n]/)
    .at(-1)! + text.slice(offset).split(/[\r\n]/, 1)[0]!;

function fieldIn(line: string): { key: string | undefined; value: string } {
  const [, key, value = ''] = /^\s*(?:- )?([\w-]+):\s+(.*)$/.exec(line) ?? [];
  return { key, value: value.trim() };
}

/** The field in the quotes that need the least change. Single ones around an apostrophe were meant to be double. */
function inQuotes(line: string): string | undefined {
  const { key, value } = fieldIn(line);
  const text = value.replace(/^'([^'"]*'[^'"]*)'$/, '$1');
  const quoted = text.includes('"') ? `'${text.replaceAll("'", "''")}'` : `"${text}"`;
  return key && `put the text in quotes: ${key}: ${quoted}`;
}
