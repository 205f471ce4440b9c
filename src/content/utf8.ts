import type { Problem } from '../diagnostics/diagnostic.ts';
import { placeAt } from '../diagnostics/place-at.ts';

/** Why a file isn't read, and where that is, from 1. */
export type Unreadable = Problem & { readonly line: number; readonly column: number };

const strict = new TextDecoder('utf-8', { fatal: true });

/** Text without byte order mark, or the problem with the first byte that is none. No text holds a NUL. */
export function decode(bytes: Uint8Array): string | Unreadable {
  try {
    if (!bytes.includes(0)) return strict.decode(bytes);
  } catch {
    // Where and why is found below.
  }
  const before = validStart(bytes).split('\0', 1)[0]!;
  const offset = Buffer.byteLength(before);
  const byte = bytes[offset]!.toString(16).padStart(2, '0').toUpperCase();
  return {
    code: 'not-utf8',
    message: `byte ${offset + 1} of this file (0x${byte}) is no UTF-8 text`,
    help: 'save the file with the encoding UTF-8',
    ...placeAt(before.replace(/^\ufeff/, ''), before.length),
  };
}

const replacement = Buffer.from('\ufffd');

/** The text before the first byte that is no part of valid UTF-8. */
function validStart(bytes: Uint8Array): string {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  let seen = 0;
  let offset = 0;
  // Each such byte was read as U+FFFD, as was U+FFFD itself.
  for (const { index } of text.matchAll(/\ufffd/g)) {
    offset += Buffer.byteLength(text.slice(seen, index));
    seen = index;
    if (!replacement.equals(bytes.subarray(offset, offset + replacement.length))) return text.slice(0, index);
  }
  return text;
}
