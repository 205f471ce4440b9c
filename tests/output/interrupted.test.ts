import * as fs from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { writeSite } from '../../src/output/write.ts';
import { contents, outputs, put, temporaryFolder } from './folder.ts';

/** After so many changes of the disk, `interrupt` is called before each further one, with the function's name. */
const disk = vi.hoisted(() => ({ left: Number.POSITIVE_INFINITY, interrupt: (_name: string): void => {} }));

vi.mock('node:fs', async (importOriginal) => {
  const real = await importOriginal<typeof fs>();
  const changing = ['mkdirSync', 'writeFileSync', 'copyFileSync', 'renameSync', 'unlinkSync', 'rmdirSync', 'rmSync'];
  const guarded = changing.map((name) => {
    const call = real[name as 'rmSync'] as (...args: unknown[]) => unknown;
    const guard = (...args: unknown[]) => {
      disk.left -= 1;
      // The first one that is interrupted leaves half a file.
      if (disk.left === -1 && name === 'writeFileSync') call(args[0], String(args[1]).slice(0, 3));
      if (disk.left < 0) disk.interrupt(name);
      return call(...args);
    };
    return [name, guard];
  });
  return { ...real, ...Object.fromEntries(guarded) };
});

const before = { 'a/b/old': 'old', 'a/same': 'same', x: 'a file', 'y/z/index.html': 'a folder', picture: 'a house' };
const after = { 'a/same': 'same', 'x/index.html': 'a folder', y: 'a file', 'new/one': 'fresh', picture: 'a garden' };
const mine = { 'a/mine.txt': 'mine' };

/** Calls `use` with a folder in which the build of `after` was interrupted, once for every step of that build. */
function atEveryStep(interrupt: (name: string) => void, use: (out: string, build: () => unknown) => void): void {
  for (let steps = 0, enough = false; !enough; steps += 1) {
    const out = temporaryFolder();
    put(out, 'a/mine.txt', 'mine');
    writeSite(out, outputs(before));
    use(out, () => {
      Object.assign(disk, { left: steps, interrupt });
      try {
        return writeSite(out, outputs(after)).diagnostics.map(({ message }) => message.replace(/.*: /, ''));
      } catch (error) {
        return (error as Error).message;
      } finally {
        enough = disk.left >= 0;
        disk.left = Number.POSITIVE_INFINITY;
      }
    });
  }
}

function expectWhole(out: string): void {
  const possible = [before, after, mine].flatMap((files) => Object.entries(files));
  for (const file of Object.entries(contents(out))) if (!file[0].endsWith('/')) expect(possible).toContainEqual(file);
}

function expectCompleted(out: string, files: Record<string, string>): void {
  expect(writeSite(out, outputs(files)).diagnostics).toEqual([]);
  expect(contents(out)).toEqual({ ...files, ...mine });
  expect(fs.readdirSync(join(out, '.meetpress'))).toEqual(['manifest.json']);
}

const following: Record<string, string>[] = [after, before, { ...before, x: 'other' }, { 'new/one/more': '1' }, {}];

test.each(following)('a build killed at any step is completed by the next: %j', (next) => {
  const killed = () => {
    throw new Error('killed');
  };
  const outcomes: unknown[] = [];
  atEveryStep(killed, (out, build) => {
    outcomes.push(build());
    expectWhole(out);
    expectCompleted(out, next);
  });
  expect(outcomes.length).toBeGreaterThan(15);
  expect(outcomes).toEqual([...outcomes.slice(0, -1).map(() => 'killed'), []]);
});

test('a disk that is full from any step on is reported, and the next build completes the site', () => {
  const full = (name: string) => {
    const error = { code: 'ENOSPC', errno: -28, syscall: 'write' };
    if (name === 'writeFileSync') throw Object.assign(new Error('ENOSPC: no space left on device, write'), error);
  };
  const outcomes: unknown[] = [];
  atEveryStep(full, (out, build) => {
    outcomes.push(build());
    expectWhole(out);
    expect(fs.readdirSync(join(out, '.meetpress'))).toEqual(['manifest.json']);
    expectCompleted(out, after);
  });
  const enough = outcomes.findIndex((outcome) => (outcome as string[]).length === 0);
  expect(enough).toBeGreaterThan(15);
  expect(outcomes.slice(0, enough)).toEqual(Array(enough).fill(['the disk is full']));
});
