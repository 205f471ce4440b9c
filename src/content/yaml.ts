import { createRequire } from 'node:module';
import { CORE_SCHEMA, load, YAMLException } from 'js-yaml';
import type { Document, LineCounter, Node, Pair } from 'yaml';
import type { Problem, Span } from '../diagnostics/diagnostic.ts';
import type { Locate, Path } from './entry.ts';

const require = createRequire(import.meta.url);

export interface YamlFailure {
  readonly problem: Problem;
  /** From 0, in the text given. */
  readonly line: number;
  readonly column: number;
}

/**
 * YAML 1.2, core schema: `19:00` and `2026-10-06` stay strings. Never throws.
 * An empty document gives null.
 */
export function parseYaml(text: string): { value: unknown } | { failure: YamlFailure } {
  try {
    return { value: load(text, { schema: CORE_SCHEMA }) ?? null };
  } catch (error) {
    if (error instanceof YAMLException && error.mark) {
      const { line, column } = error.mark;
      return { failure: { problem: explain(error.reason, text.split(/\r\n|\r|\n/), line), line, column } };
    }
    // Nesting deeper than the stack is the one other way to fail.
    const message = 'this is nested too deeply to be read';
    return { failure: { problem: { code: 'bad-yaml', message }, line: 0, column: 0 } };
  }
}

/** The parser's reason in the words of somebody who writes front matter. */
function explain(reason: string, lines: readonly string[], line: number): Problem {
  const around = [lines[line] ?? '', lines[line - 1] ?? ''];
  const colonInText = around.find((text) => /^\s*(?:- )?[\w-]+:\s+[^\s"'|>[{#].*:(?:\s|$)/.test(text));
  if (around.some((text) => /^ *\t/.test(text)))
    return { code: 'bad-yaml', message: 'a tab stands where YAML wants spaces', help: 'indent with spaces' };
  if (/duplicated mapping key/.test(reason))
    return { code: 'bad-yaml', message: 'this field is written twice', help: 'keep one of the two' };
  if (colonInText) {
    const [, key = '', value = ''] = /^\s*(?:- )?([\w-]+):\s+(.*?)\s*$/.exec(colonInText) ?? [];
    const quoted = value.includes('"') ? `'${value.replaceAll("'", "''")}'` : `"${value}"`;
    return {
      code: 'bad-yaml',
      message: 'a colon followed by a space starts a new field here',
      help: `put the text in quotes: ${key}: ${quoted}`,
    };
  }
  if (/unexpected end of the stream within a (double|single) quoted scalar/.test(reason))
    return { code: 'bad-yaml', message: 'a quotation mark is never closed', help: 'close it on the same line' };
  if (/bad indentation|deficient indentation/.test(reason))
    return {
      code: 'bad-yaml',
      message: 'the indentation or the start of this value cannot be read',
      help: 'line the fields up at the left, and put text that begins with a sign such as @ or ` in quotes',
    };
  if (/unexpected end of the stream within a flow collection|missed comma/.test(reason))
    return { code: 'bad-yaml', message: 'a list or a brace is never closed', help: 'close it with ] or }' };
  return { code: 'bad-yaml', message: `YAML stops here: ${reason}` };
}

/**
 * A function that finds keys and values in a piece of YAML. The parser that knows positions is four times slower
 * than the one that reads, so it is loaded and run only when somebody asks.
 * @param firstLine the line of the file, from 1, on which the YAML begins
 */
export function createLocate(path: string, yaml: string, firstLine: number): Locate {
  let parsed: { document: Document; lines: LineCounter } | undefined;
  const parse = () => {
    const { parseDocument, LineCounter } = require('yaml') as typeof import('yaml');
    const lines = new LineCounter();
    const document = parseDocument(yaml, { lineCounter: lines, logLevel: 'silent', uniqueKeys: false });
    return { document, lines };
  };
  return (keys, part = 'value', within) => {
    parsed ??= parse();
    const [start, end] = rangeOf(parsed.document, keys, part);
    const quote = /["']/.test(yaml[start] ?? '') ? 1 : 0;
    const from = within ? start + quote + within.offset : start;
    const until = within ? from + within.length : end;
    const { line, col } = parsed.lines.linePos(from);
    const lineEnd = yaml.indexOf('\n', from);
    const length = Math.max(1, Math.min(until, lineEnd < 0 ? yaml.length : lineEnd) - from);
    return { path, line: Math.max(1, line + firstLine - 1), column: Math.max(1, col), length } satisfies Span;
  };
}

/** The offsets of the deepest node on the path that exists; the first line's where none does. */
function rangeOf(document: Document, keys: Path, part: 'key' | 'value'): [number, number] {
  let node: unknown = document.contents;
  let key: unknown;
  let range: [number, number] = [0, 0];
  for (const step of keys) {
    const items: readonly unknown[] = isCollection(node) ? node.items : [];
    const found =
      typeof step === 'number' && !isPair(items[0]) ? items[step] : items.find((i) => keyOf(i) === String(step));
    if (found === undefined) break;
    key = isPair(found) ? found.key : found;
    node = isPair(found) ? found.value : found;
    const target = (rangeFrom(node) ?? rangeFrom(key))!;
    range = target ?? range;
  }
  return part === 'key' ? (rangeFrom(key) ?? range) : range;
}

const rangeFrom = (node: unknown): [number, number] | undefined => {
  const range = (node as Node | undefined | null)?.range;
  return range && range[1] > range[0] ? [range[0], range[1]] : undefined;
};
const isPair = (item: unknown): item is Pair => item !== null && typeof item === 'object' && 'key' in item;
const isCollection = (node: unknown): node is { items: unknown[] } =>
  node !== null && typeof node === 'object' && 'items' in node && Array.isArray(node.items);
const keyOf = (item: unknown): string | undefined =>
  isPair(item) ? String((item.key as { value?: unknown } | null)?.value ?? item.key) : undefined;
