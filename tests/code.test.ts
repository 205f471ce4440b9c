import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { beforeEach, describe, expect, test } from 'vitest';
import { load } from '../src/code.ts';
import { temporaryFolder } from './whole/run.ts';

const program = (word: string): string => `(function (exports, require, module, __filename, __dirname) {
  const twice = (text) => text + text;
  exports.run = () => twice('${word}') + typeof require('node:path').join + __filename.length + __dirname.length;
})
`;

let folder: string;
let file: string;
beforeEach(() => {
  folder = temporaryFolder();
  file = join(folder, 'words.cjs');
  writeFileSync(file, program('ab'));
});

const said = (word: string): string => `${word}${word}function${file.length}${folder.length}`;
const kept = (): string => {
  const name = readdirSync(folder).find((each) => each.includes('.code-'));
  return name === undefined ? '' : join(folder, name);
};
/** Runs it, and lets it keep what it compiled. */
const started = (amount = 2): unknown => {
  const { program, keep } = load(file);
  const result = program.run();
  keep(amount);
  return result;
};
const keepWithSums = (rest: Buffer): void => {
  const sums = Buffer.alloc(8);
  sums.writeUInt32LE(crc32(readFileSync(file)), 0);
  sums.writeUInt32LE(crc32(rest), 4);
  writeFileSync(kept(), Buffer.concat([sums, rest]));
};
/** Whether a start wrote down what it compiled. */
const writes = (): boolean => {
  utimesSync(kept(), 0, 0);
  expect(started()).toBe(said('ab'));
  return statSync(kept()).mtimeMs !== 0;
};

test('a program runs with what it was given, the first time and later', () => {
  expect(started()).toBe(said('ab'));
  expect(statSync(kept()).size).toBeGreaterThan(100);
  expect(writes()).toBe(false);
  expect(started()).toBe(said('ab'));
});

describe('what was kept is never taken for more than it is', () => {
  test('another program of the same length', () => {
    started();
    writeFileSync(file, program('cd'));
    expect(started()).toBe(said('cd'));
    expect(started()).toBe(said('cd'));
  });

  test('a damaged file', () => {
    started();
    const whole = readFileSync(kept());
    for (let at = 0; at < whole.length; at += 7) {
      const damaged = Buffer.from(whole);
      damaged[at] = damaged[at]! ^ 0x10;
      writeFileSync(kept(), damaged);
      expect(writes(), `byte ${at}`).toBe(true);
    }
  });

  test.each([0, 5, 8, 9, 200])('a file that is cut off after %i bytes', (length) => {
    started();
    writeFileSync(kept(), readFileSync(kept()).subarray(0, length));
    expect(writes()).toBe(true);
    expect(writes()).toBe(false);
  });

  test('bytes with the right sums that are no bytecode', () => {
    started();
    // V8 remembers what it compiled, and would not look.
    writeFileSync(file, program('ef'));
    keepWithSums(Buffer.alloc(300, 'no bytecode'));
    expect(started()).toBe(said('ef'));
    expect(readFileSync(kept()).includes('no bytecode')).toBe(false);
  });
});

test('what ran is kept again where it was more than before, and not where nothing may be', () => {
  started(0);
  expect(kept()).toBe('');
  const sizes = [1, 1, 2, 1].map((amount) => {
    started(amount);
    return readFileSync(kept()).readUInt32LE(8);
  });
  expect(sizes).toEqual([1, 1, 2, 2]);
});

test('there is one of each program, and what other versions left goes', () => {
  started();
  rmSync(kept());
  const others = ['words.cjs.code-1', 'words.cjs.code-2-6c0f'];
  for (const name of [...others, 'words.cjs.map', 'other.cjs.code-1']) writeFileSync(join(folder, name), '');
  started();
  const names = readdirSync(folder);
  expect(names).toHaveLength(4);
  expect(names).toEqual(expect.arrayContaining(['words.cjs.map', 'other.cjs.code-1']));
  for (const name of others) expect(names).not.toContain(name);
});

test('where nothing can be kept it runs all the same', () => {
  const { program: loaded, keep } = load(file);
  rmSync(folder, { recursive: true });
  expect(loaded.run()).toBe(said('ab'));
  keep(1);
  mkdirSync(folder);
  expect(readdirSync(folder)).toEqual([]);
});
