import type { Body } from './bodies.ts';

/** Bodies in memory that threads share: each would otherwise have a copy of all. Plain data. */
export interface Packed {
  /** One text after another, as UTF-8. */
  readonly texts: Uint8Array;
  /** Where each text ends. */
  readonly ends: Uint32Array;
  readonly languages: readonly string[];
}

/** Texts come out of files, and so have no half of a character. */
export function pack(bodies: readonly Body[]): Packed {
  const lengths = bodies.map(({ text }) => Buffer.byteLength(text));
  const shared = new SharedArrayBuffer(lengths.reduce((sum, length) => sum + length, 0));
  const texts = Buffer.from(shared);
  const ends = new Uint32Array(bodies.length);
  let end = 0;
  for (const [index, { text }] of bodies.entries()) {
    end += texts.write(text, end);
    ends[index] = end;
  }
  return { texts: new Uint8Array(shared), ends, languages: bodies.map(({ language }) => language) };
}

export function unpack({ texts, ends, languages }: Packed, index: number): Body {
  const start = index === 0 ? 0 : ends[index - 1]!;
  const text = Buffer.from(texts.buffer, start, ends[index]! - start).toString();
  return { text, language: languages[index]! };
}
