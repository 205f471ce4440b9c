import type * as fs from 'node:fs';
import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test, vi } from 'vitest';
import { writeSite } from '../../src/output/write.ts';
import { contents, put, temporaryFolder } from './folder.ts';

/** What others do to a file while it is copied, by the number of the copy. */
const others = vi.hoisted(() => ({ copies: 0, meanwhile: (_path: string, _copy: number): void => {} }));

vi.mock('node:fs', async (importOriginal) => {
  const real = await importOriginal<typeof fs>();
  return {
    ...real,
    copyFileSync(source: string, target: string) {
      others.copies += 1;
      real.copyFileSync(source, target);
      others.meanwhile(source, others.copies);
    },
  };
});

beforeEach(() => {
  others.copies = 0;
});

function copied() {
  const folder = temporaryFolder();
  put(folder, 'film.bin', 'whole');
  const out = join(folder, 'dist');
  const source = join(folder, 'film.bin');
  const outputs = [
    { path: 'a', content: Buffer.from('a') },
    { path: 'film.bin', content: { copy: source } },
  ];
  return { out, source, outputs };
}

test('a file that is changed while it is copied is copied again', () => {
  const { out, outputs } = copied();
  others.meanwhile = (path, copy) => copy < 3 && appendFileSync(path, ` ${copy}`);
  expect(writeSite(out, outputs).diagnostics).toEqual([]);
  expect(others.copies).toBe(3);
  expect(contents(out)).toEqual({ a: 'a', 'film.bin': 'whole 1 2' });
});

test('so is one that keeps its length', () => {
  const { out, outputs } = copied();
  others.meanwhile = (path, copy) => copy === 1 && writeFileSync(path, 'other');
  expect(writeSite(out, outputs).diagnostics).toEqual([]);
  expect(contents(out)['film.bin']).toBe('other');
});

test('one that never rests is said, and what was there stays', () => {
  const { out, source, outputs } = copied();
  others.meanwhile = () => {};
  writeSite(out, outputs);
  appendFileSync(source, '!');
  others.meanwhile = (path) => appendFileSync(path, '.');
  expect(writeSite(out, outputs).diagnostics).toMatchObject([
    {
      code: 'write-failed',
      message: expect.stringMatching(/failed at `.*film\.bin`: another program uses it$/),
      help: 'close that program, and build again',
    },
  ]);
  expect(contents(out)).toEqual({ a: 'a', 'film.bin': 'whole' });
  others.meanwhile = () => {};
  expect(writeSite(out, outputs).diagnostics).toEqual([]);
  expect(contents(out)['film.bin']).toBe(readFileSync(source, 'utf8'));
});

test('one that vanishes before it is copied is said', () => {
  const { out, outputs } = copied();
  const [first, film] = outputs;
  const vanishing = {
    path: 'b',
    get content() {
      // Looked at when it is compared, and when it is written.
      if (this.looked) rmSync((film!.content as { copy: string }).copy, { force: true });
      this.looked = true;
      return Buffer.from('b');
    },
    looked: false,
  };
  others.meanwhile = () => {};
  expect(writeSite(out, [first!, vanishing, film!]).diagnostics).toMatchObject([
    { code: 'write-failed', message: expect.stringMatching(/film\.bin`: it is not there any more$/) },
  ]);
});
