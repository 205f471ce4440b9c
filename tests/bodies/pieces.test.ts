import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readPieces, writePieces } from '../../src/bodies/pieces.ts';
import { temporaryFolder } from '../whole/run.ts';

const values = Array.from({ length: 1000 }, (_, index) => ({ index, text: `é${index}` }));
const read = (path: string, stamp = 'stamp') => [...readPieces(path, stamp)].flat();

test('values come back in their order, and nothing else is left in the folder', () => {
  const folder = temporaryFolder();
  const path = join(folder, 'file');
  writePieces(path, 'stamp', values);
  expect(read(path)).toEqual(values);
  writePieces(path, 'stamp', []);
  expect(read(path)).toEqual([]);
  expect(readdirSync(folder)).toEqual(['file']);
});

test('with another stamp there is nothing', () => {
  const path = join(temporaryFolder(), 'file');
  writePieces(path, 'stamp', values);
  expect(read(path, 'other')).toEqual([]);
});

test('whatever byte is changed or missing, what comes is the beginning of what was written', () => {
  const path = join(temporaryFolder(), 'file');
  writePieces(path, 'stamp', values);
  const sound = readFileSync(path);
  for (let place = 0; place < sound.length; place += 211) {
    const changed = Buffer.from(sound);
    changed[place]! ^= 0x55;
    for (const bytes of [changed, sound.subarray(0, place)]) {
      writeFileSync(path, bytes);
      const found = read(path);
      expect(found).toEqual(values.slice(0, found.length));
      expect(found.length).toBeLessThan(values.length);
    }
  }
});

test('where nothing can be written, it says so', () => {
  expect(() => writePieces(join(temporaryFolder(), 'no/file'), 'stamp', values)).toThrow('ENOENT');
  expect(() => read(join(temporaryFolder(), 'file'))).toThrow('ENOENT');
});
