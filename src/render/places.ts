import type { Entry } from '../content/entry.ts';
import type { Span } from '../diagnostics/diagnostic.ts';

/** Where in a file a piece of Markdown begins. */
export interface Origin {
  readonly entry: Entry;
  /** The Markdown itself, and the line of the file on which it begins. */
  readonly text: string;
  readonly line: number;
}

type Lines = readonly [start: number, end: number];
interface Place {
  readonly line: number;
  readonly column: number;
  readonly length: number;
}

/**
 * Finds pieces of text in a body, between two of its lines (from 0, the end exclusive) where they are given. Asked again
 * for the same it gives the next, or the first again where there is no other; where there is none, the first line.
 */
export function createSpanOf({ entry, text, line: first }: Origin): (near: string, lines?: Lines) => Span {
  // Most bodies have nothing to be said about.
  let split: readonly string[] | undefined;
  const linesOf = (): readonly string[] => {
    split ??= text.split(/\r\n|\r|\n/);
    return split;
  };
  const last = new Map<string, Place>();
  /** What is given from then on, when the last one was found. */
  const ended = new Map<string, Place | undefined>();
  const find = (near: string, from: number, to: number): Place | undefined => {
    const key = `${from} ${to} ${near}`;
    if (ended.has(key)) return ended.get(key);
    const next = findIn(linesOf(), near, from, to, last.get(near));
    if (next) last.set(near, next);
    else ended.set(key, findIn(linesOf(), near, from, to));
    return next ?? ended.get(key);
  };
  return (near, [from, to] = [0, linesOf().length]) => {
    const whole = { line: from, column: 0, length: linesOf()[from]?.length ?? 1 };
    const { line, column, length } = find(near, from, to) ?? whole;
    return { path: entry.source.path, line: first + line, column: column + 1, length: Math.max(1, length) };
  };
}

function findIn(lines: readonly string[], near: string, from: number, to: number, after?: Place): Place | undefined {
  const spellings = new Set([near, decode(near)]);
  for (let line = Math.max(from, after?.line ?? 0); line < Math.min(to, lines.length); line += 1)
    for (const spelling of spellings) {
      const start = line === after?.line ? after.column + after.length : 0;
      const column = lines[line]!.indexOf(spelling, start);
      if (column >= 0) return { line, column, length: spelling.length };
    }
  return undefined;
}

function decode(text: string): string {
  try {
    return decodeURI(text);
  } catch {
    return text;
  }
}
