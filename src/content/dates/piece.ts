import type { Problem } from '../../diagnostics/diagnostic.ts';

/** A stretch of the text being read, which knows where it starts (UTF-16 units). */
export interface Piece {
  readonly text: string;
  readonly offset: number;
}

/** One phrase read from the front of a piece and what is left behind it, or why it can't be read. */
export type Step<T> = { readonly value: T; readonly rest: Piece } | { readonly problem: Problem };

export interface Taken {
  /** The pattern's named groups, those that took part. */
  readonly parts: Readonly<Record<string, Piece>>;
  readonly rest: Piece;
}

/** Matches the front of a piece. The pattern begins with `^` and has the flag `d`. */
export function take(from: Piece, pattern: RegExp): Taken | undefined {
  const match = pattern.exec(from.text);
  if (!match) return undefined;
  const parts: Record<string, Piece> = {};
  for (const [name, range] of Object.entries(match.indices?.groups ?? {}))
    if (range) parts[name] = { text: from.text.slice(...range), offset: from.offset + range[0] };
  return { parts, rest: after(from, match[0].length) };
}

export function after(piece: Piece, length: number): Piece {
  return { text: piece.text.slice(length), offset: piece.offset + length };
}

/** The part of the value that a problem means. */
export function within(piece: Piece): NonNullable<Problem['within']> {
  return { offset: piece.offset, length: piece.text.length };
}

/** A writer's words inside a message: on one line, and not too many. */
export function quote(text: string): string {
  const line = text.trim().replace(/\s+/g, ' ');
  return `\`${line.length > 60 ? `${line.slice(0, 59)}…` : line}\``;
}
