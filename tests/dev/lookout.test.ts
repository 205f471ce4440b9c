import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { KeptFiles } from '../../src/dev/kept-files.ts';
import { createLookout, type Lookout } from '../../src/dev/lookout.ts';
import { filesOf } from '../support.ts';

/** What the disk has that nobody has looked at yet. */
let disk: Set<string>;
let unsettled: Set<string>;
let looks: (readonly string[] | 'everything')[];
let changes: (readonly string[])[];
let lookout: Lookout;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  [disk, unsettled, looks, changes] = [new Set(), new Set(), [], []];
  const files: KeptFiles = {
    ...filesOf({}),
    look(paths) {
      looks.push(paths ? [...paths] : 'everything');
      const seen = [...disk].filter((path) => !paths || [...paths].includes(path));
      for (const path of seen) disk.delete(path);
      return seen;
    },
    isUnsettled: (paths) => [...paths].some((path) => unsettled.has(path)),
  };
  lookout = createLookout(files, (paths) => changes.push(paths));
});
afterEach(() => {
  lookout.close();
  vi.useRealTimers();
});

const write = (...paths: string[]): void => {
  for (const path of paths) disk.add(path);
  lookout.hint(paths);
};

test('a change is seen after ten milliseconds, and looked at once more', () => {
  write('a.md');
  vi.advanceTimersByTime(10);
  expect(changes).toEqual([['a.md']]);
  vi.advanceTimersByTime(1000);
  expect(changes).toHaveLength(1);
  expect(looks).toEqual([['a.md'], ['a.md']]);
});

test('what is written after the first look, and told by nobody, is seen', () => {
  write('a.md');
  vi.advanceTimersByTime(10);
  disk.add('a.md');
  vi.advanceTimersByTime(200);
  expect(changes).toEqual([['a.md'], ['a.md']]);
});

test('a hint without a change is no change', () => {
  lookout.hint(['a.md']);
  vi.advanceTimersByTime(1000);
  expect(changes).toEqual([]);
  expect(looks).toHaveLength(1);
});

test('a burst is one change, and everything is looked at', () => {
  const paths = Array.from({ length: 1000 }, (_, index) => `${index}.md`);
  for (const path of paths) {
    write(path);
    if (Number.parseInt(path, 10) % 10 === 0) vi.advanceTimersByTime(3);
  }
  disk.add('forgotten.md');
  vi.advanceTimersByTime(100);
  expect(changes).toEqual([[...paths, 'forgotten.md'].sort()]);
  expect(looks.at(-1)).toBe('everything');
});

test('a burst without an end is seen all the same', () => {
  for (let time = 0; time < 1000; time += 5) {
    write('a.md');
    vi.advanceTimersByTime(5);
  }
  expect(changes.length).toBeGreaterThan(0);
});

test('a file that is empty or missing for a moment is waited for', () => {
  unsettled.add('a.md');
  write('a.md');
  vi.advanceTimersByTime(30);
  expect(changes).toEqual([]);
  unsettled.clear();
  lookout.hint(['a.md']);
  vi.advanceTimersByTime(60);
  expect(changes).toEqual([['a.md']]);
});

test('a file that stays empty or missing is believed', () => {
  unsettled.add('a.md');
  write('a.md');
  vi.advanceTimersByTime(80);
  expect(changes).toEqual([['a.md']]);
});

test('a hint that names nothing means everything', () => {
  disk.add('x.md');
  lookout.hint();
  vi.advanceTimersByTime(10);
  expect(changes).toEqual([['x.md']]);
});

test('after closing nothing is looked at', () => {
  write('a.md');
  lookout.close();
  vi.advanceTimersByTime(1000);
  expect(looks).toEqual([]);
});
