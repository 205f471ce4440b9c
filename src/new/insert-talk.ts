import { isMap, isScalar, isSeq, type Node, type Pair, parseDocument, type YAMLMap, type YAMLSeq } from 'yaml';
import { divide, readFrontMatter } from '../content/front-matter.ts';
import { parse } from '../content/parse.ts';
import { event } from '../content/schema/event.ts';
import { fieldMeant, isBlank } from '../content/schema/field.ts';
import type { Source } from '../content/source.ts';
import { writeYaml } from '../content/write-yaml.ts';
import { isRecord } from '../content/yaml.ts';
import type { Data } from './input.ts';

/**
 * The text of an event's file with one more talk. All else stays as it is written, to the byte. Undefined where its
 * talks are written in a way to which nothing can be added so.
 */
export function insertTalk(source: Source, given: Data): string | undefined {
  const talk = withoutEnds(given) as Data;
  const place = divide(source.text);
  if (!place) return undefined;
  const { start, end } = place;
  const yaml = source.text.slice(start, end);
  // The parser takes a lone carriage return for text.
  const root = parseDocument(yaml.replace(/\r(?!\n)/g, '\n'), { logLevel: 'silent', uniqueKeys: false }).contents;
  if (!isMap(root)) return undefined;
  const edited = insertInto(yaml, root, talk);
  if (edited === undefined) return undefined;
  const text = source.text.slice(0, start) + edited + source.text.slice(end);
  return addsOnly(source, { ...source, text }, talk) ? text : undefined;
}

/** Without blanks at the end of each text: those of the last one would run into what follows in the file. */
function withoutEnds(value: unknown): unknown {
  if (typeof value === 'string') return value.trimEnd();
  if (Array.isArray(value)) return value.map(withoutEnds);
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, withoutEnds(each)]));
}

function insertInto(yaml: string, root: YAMLMap, talk: Data): string | undefined {
  const lineEnd = /\r\n|\r|\n/.exec(yaml)?.[0] ?? '\n';
  const pad = (text: string, indent: number): string =>
    text.replace(/^(?=.)/gm, ' '.repeat(indent)).replaceAll('\n', lineEnd);
  const insert = (at: number, text: string): string => yaml.slice(0, at) + text + yaml.slice(at);
  const pairs = root.items.filter(({ key }) => isScalar(key) && fieldMeant(event, String(key.value)) === 'talks');
  const pair = (pairs.find(({ value }) => isSeq(value)) ?? pairs[0]) as Pair<Node, Node | null> | undefined;
  const list = pair?.value;
  const flow = writeYaml(talk, { flowLevel: 0 }).trimEnd();
  if (isSeq(list) && list.flow && list.items.length) return insert(lastOf(list), `, ${flow}`);
  if (root.flow) return pair ? undefined : insert(lastOf(root), `, talks: [${flow}]`);

  const column = columnOf(yaml, root.range![0]);
  const items = writeYaml([talk]);
  if (!pair) return insert(yaml.length, pad(`talks:\n${pad(items, 2)}`, column));
  if (isSeq(list) && !list.flow)
    return insert(nextLine(yaml, lastOf(list)), pad(items, columnOf(yaml, list.range![0])));
  if (list && !isSeq(list) && !(isScalar(list) && (isBlank(list.value) || list.value === false))) return undefined;
  const [from, to] = list?.range ?? [0, 0];
  const kept = yaml.slice(from, to).trim() ? yaml.slice(0, from).trimEnd() + yaml.slice(to) : yaml;
  const at = nextLine(kept, pair.key.range![1]);
  return kept.slice(0, at) + pad(items, column + 2) + kept.slice(at);
}

/** The offset behind the last item. */
function lastOf({ items }: YAMLMap | YAMLSeq): number {
  const last = items.at(-1) as Pair<Node, Node | null> | Node;
  const node = 'key' in last ? (last.value ?? last.key) : last;
  return node.range![1];
}

const columnOf = (text: string, offset: number): number =>
  offset - Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) - 1;

/** Where the next line begins; a value that holds the end of its last line ends there. */
const nextLine = (text: string, offset: number): number =>
  /[\r\n]/.test(text[offset - 1] ?? '')
    ? offset
    : offset + /^[^\r\n]*(?:\r\n|\r|\n)?/.exec(text.slice(offset))![0].length;

/** Whether the file says the same as before, and the talk. */
function addsOnly(before: Source, after: Source, talk: Data): boolean {
  const [old, now] = [readFrontMatter(before).data, readFrontMatter(after).data];
  const keys = Object.keys(now).filter((each) => fieldMeant(event, each) === 'talks');
  const wanted = keys.map((key) =>
    JSON.stringify({ ...old, [key]: [...(Array.isArray(old[key]) ? (old[key] as unknown[]) : []), talk] }),
  );
  return wanted.includes(JSON.stringify(now)) && parse(after).diagnostics.length <= parse(before).diagnostics.length;
}
