import { createHash } from 'node:crypto';
import { closeSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { deserialize, serialize } from 'node:v8';
import { fill } from '../files.ts';

/** Bytes of a whole file, and values in a piece: what is being read or written is in memory twice. */
const longest = 256 * 1024 ** 2;
const perPiece = 256;
/** A sum, and how many bytes follow. */
const sumLength = 20;
const headLength = sumLength + 4;

/** The stamp takes part, so that what was made otherwise doesn't fit. */
const sumOf = (stamp: string, bytes: Uint8Array): Buffer => createHash('sha1').update(stamp).update(bytes).digest();

/**
 * Writes values that can be cloned, as many as a file may hold. The file appears whole. Throws what the file system throws.
 */
export function writePieces(path: string, stamp: string, values: readonly unknown[]): void {
  const temporary = `${path}-${process.pid}`;
  const file = openSync(temporary, 'w');
  try {
    for (let [start, left] = [0, longest]; start < values.length && left > 0; start += perPiece) {
      const bytes = serialize(values.slice(start, start + perPiece));
      const head = Buffer.alloc(headLength);
      sumOf(stamp, bytes).copy(head);
      head.writeUInt32LE(bytes.length, sumLength);
      left -= writeSync(file, head) + writeSync(file, bytes);
    }
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  } finally {
    closeSync(file);
  }
  renameSync(temporary, path);
}

/** What was written with this stamp, up to the first piece that was cut off or changed. Throws what the file system throws. */
export function* readPieces<T>(path: string, stamp: string): Generator<readonly T[], void, undefined> {
  const file = openSync(path, 'r');
  try {
    const head = Buffer.alloc(headLength);
    while (fill(file, head) === headLength) {
      const length = head.readUInt32LE(sumLength);
      if (length > longest) return;
      const bytes = Buffer.allocUnsafe(length);
      if (fill(file, bytes) < length || !sumOf(stamp, bytes).equals(head.subarray(0, sumLength))) return;
      yield deserialize(bytes) as readonly T[];
    }
  } finally {
    closeSync(file);
  }
}
