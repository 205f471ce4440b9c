import { randomUUID } from 'node:crypto';
import { chmodSync, readFileSync, realpathSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { WrongCall } from '../commands/io.ts';
import { decodeSource } from '../content/scan.ts';
import type { Source } from '../content/source.ts';
import { placeFile, removeIfEmpty } from '../output/place.ts';
import { refusal } from '../output/problems.ts';
import { notWritten } from './write-new.ts';

/** A file, and the text that it is to have. */
export interface Changed {
  readonly source: Source;
  readonly text: string;
}

const byteOrderMark = Buffer.from('\ufeff');

/**
 * Gives a file its new text in one step. Where it was changed since it was read, or the disk refuses, it stays as it is,
 * and `WrongCall` says so.
 * @param folder absolute
 * @param made files that were made for it, which go again then with folders that they leave empty
 */
export function replaceFile(folder: string, { source, text }: Changed, made: readonly string[] = []): void {
  const path = realpathSync.native(join(folder, source.path));
  const temporary = join(dirname(path), `.meetpress-${randomUUID()}`);
  try {
    const bytes = readFileSync(path);
    const now = decodeSource(bytes, source.path);
    if (!('hash' in now) || now.hash !== source.hash)
      throw new WrongCall(`${source.path} was changed meanwhile; nothing was written`);
    const { mode } = statSync(path);
    const mark = bytes.subarray(0, byteOrderMark.length).equals(byteOrderMark) ? '\ufeff' : '';
    placeFile(temporary, path, Buffer.from(mark + text));
    chmodSync(path, mode);
  } catch (error) {
    rmSync(temporary, { force: true });
    for (const each of made) {
      rmSync(join(folder, each), { force: true });
      removeIfEmpty(dirname(join(folder, each)));
    }
    throw error instanceof WrongCall ? error : notWritten(join(folder, source.path), refusal(error).reason);
  }
}
