import { closeSync, fstatSync, openSync, statSync } from 'node:fs';
import { fill } from '../files.ts';
import { type Content, isCopy } from './output.ts';

const chunkSize = 1 << 16;

/** In bytes; 0 for a file that isn't there. */
export function amountOf(content: Content): number {
  if (!isCopy(content)) return content.length;
  return statSync(content.copy, { throwIfNoEntry: false })?.size ?? 0;
}

/** Whether a file has exactly these bytes. Sizes are compared first. Throws what the file system throws. */
export function sameBytes(path: string, content: Content): boolean {
  return withFile(path, (file) =>
    isCopy(content) ? withFile(content.copy, (source) => equal(file, source)) : holds(file, content),
  );
}

function holds(file: number, bytes: Uint8Array): boolean {
  if (fstatSync(file).size !== bytes.length) return false;
  const found = Buffer.allocUnsafe(bytes.length);
  return fill(file, found) === bytes.length && found.equals(bytes);
}

function equal(file: number, source: number): boolean {
  if (fstatSync(file).size !== fstatSync(source).size) return false;
  const [left, right] = [Buffer.allocUnsafe(chunkSize), Buffer.allocUnsafe(chunkSize)];
  for (;;) {
    const length = fill(file, left);
    if (fill(source, right) !== length || left.compare(right, 0, length, 0, length) !== 0) return false;
    if (length < chunkSize) return true;
  }
}

function withFile<T>(path: string, use: (file: number) => T): T {
  const file = openSync(path, 'r');
  try {
    return use(file);
  } finally {
    closeSync(file);
  }
}
