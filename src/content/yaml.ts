import { createRequire } from 'node:module';
import { CORE_SCHEMA, load, YAMLException } from 'js-yaml';
import type { Document, Node, Pair, Scalar } from 'yaml';
import type { Problem, Span } from '../diagnostics/diagnostic.ts';
import { placeAt } from '../diagnostics/place-at.ts';
import { limits } from '../limits.ts';
import type { Locate, Path } from './path.ts';
import { explainYaml } from './yaml-reasons.ts';

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
  if (text.length > limits.yaml) return { failure: { problem: tooLong, line: 0, column: 0 } };
  try {
    const value = load(text, { schema: CORE_SCHEMA }) ?? null;
    return holdsTooMuch(value) ? { failure: { problem: tooMany, line: 0, column: 0 } } : { value };
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const secondOpinion = () => parseWithPlaces(text).errors[0];
    const { problem, offset } = explainYaml(error.reason, text, error.mark?.position ?? 0, secondOpinion);
    const { line, column } = placeAt(text, offset);
    return { failure: { problem, line: line - 1, column: column - 1 } };
  }
}

const tooLong: Problem = {
  code: 'too-much',
  message: `this YAML is longer than ${limits.yaml / 1024} kB`,
  help: 'put long texts below the front matter, and lists of things into files of their own',
};
const tooMany: Problem = {
  code: 'too-much',
  message: 'this YAML holds too many values, or too much text by its aliases',
  help: 'an alias (`*name`) repeats all that its anchor (`&name`) stands at: write out what you need',
};

/** Whether there are more values than may be, those behind an alias counted wherever it stands; long texts count more. */
function holdsTooMuch(value: unknown): boolean {
  const left = [value];
  for (let count = 0; left.length; count += 1) {
    const next = left.pop();
    if (typeof next === 'string') count += next.length / 16;
    else if (typeof next === 'object' && next !== null) left.push(...Object.values(next));
    if (count + left.length > limits.values) return true;
  }
  return false;
}

type Part = NonNullable<Problem['within']>;

/** By the parser that knows positions, and is loaded and run only when somebody asks: it is four times slower. */
function parseWithPlaces(yaml: string): Document {
  const { parseDocument } = require('yaml') as typeof import('yaml');
  // It takes a lone carriage return for text.
  return parseDocument(yaml.replace(/\r(?!\n)/g, '\n'), { logLevel: 'silent', uniqueKeys: false });
}

/**
 * A function that finds keys and values in a piece of YAML.
 * @param firstLine the line of the file, from 1, on which the YAML begins
 */
export function createLocate(path: string, yaml: string, firstLine: number): Locate {
  let document: Document | undefined;
  return (keys, part = 'value', within) => {
    document ??= parseWithPlaces(yaml);
    const node = nodeAt(document, keys, part);
    const [start, end] = node?.range ?? [0, 0];
    const inner = within && node && startOfPart(node, within, yaml);
    const from = inner ?? start;
    const until = inner === undefined ? end : inner + within!.length;
    const { line, column } = placeAt(yaml, from);
    const lineEnd = from + /[^\r\n]*/.exec(yaml.slice(from))![0].length;
    const length = Math.max(1, Math.min(until, lineEnd) - from);
    return { path, line: line + firstLine - 1, column, length } satisfies Span;
  };
}

/** The offset at which a part of a value begins, where the value stands there character by character. */
function startOfPart({ value, range }: Scalar, part: Part, yaml: string): number | undefined {
  if (typeof value !== 'string' || !range || part.offset + part.length > value.length) return undefined;
  const start = /["']/.test(yaml[range[0]]!) ? range[0] + 1 : range[0];
  return yaml.startsWith(value, start) ? start + part.offset : undefined;
}

/** The deepest key or value on the path that exists and isn't empty. */
function nodeAt(document: Document, keys: Path, part: 'key' | 'value'): Scalar | undefined {
  let node: unknown = document.contents;
  let key: unknown;
  let found: unknown;
  for (const step of keys) {
    const items: readonly unknown[] = isCollection(node) ? node.items : [];
    const item =
      typeof step === 'number' && !isPair(items[0]) ? items[step] : items.find((each) => keyOf(each) === String(step));
    if (item === undefined) break;
    key = isPair(item) ? item.key : item;
    node = isPair(item) ? item.value : item;
    found = [node, key, found].find(hasPlace);
  }
  return (part === 'key' && hasPlace(key) ? key : found) as Scalar | undefined;
}

const hasPlace = (node: unknown): boolean => {
  const range = (node as Node | undefined | null)?.range;
  return !!range && range[1] > range[0];
};
const isPair = (item: unknown): item is Pair => item !== null && typeof item === 'object' && 'key' in item;
const isCollection = (node: unknown): node is { items: unknown[] } =>
  node !== null && typeof node === 'object' && 'items' in node && Array.isArray(node.items);
const keyOf = (item: unknown): string | undefined =>
  isPair(item) ? String((item.key as { value?: unknown } | null)?.value ?? item.key) : undefined;

/** Whether a value is a mapping, and so a list of fields. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
