import { existsSync, mkdirSync, readdirSync, readFileSync, utimesSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { withLock } from '../../src/output/lock.ts';
import { writeSite } from '../../src/output/write.ts';
import { contents, outputs, put, temporaryFolder } from './folder.ts';

const patience = { wait: 150, silence: 10_000 };
const lock = '.meetpress/lock';
/** A process that is there as long as this one is. */
const living = process.ppid;

/** What became of something that was to be done in a folder. */
function tried(out: string, times = patience) {
  let done = 0;
  const problems = withLock(
    out,
    () => {
      done += 1;
      return [];
    },
    times,
  );
  return { done, messages: problems.map(({ message }) => message) };
}

test('is there while something is done, and gone afterwards', () => {
  const out = temporaryFolder();
  const seen = withLock(out, () => [{ code: 'write-failed', message: readFileSync(join(out, lock), 'utf8') }]);
  expect(seen[0]!.message).toMatch(`${process.pid} ${hostname()} `);
  expect(readdirSync(out)).toEqual([]);
});

test('is gone where something was thrown, and so are folders that were made for it', () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'mine'));
  const thrown = () =>
    withLock(join(folder, 'mine/deep/dist'), () => {
      throw new Error('thrown');
    });
  expect(thrown).toThrow('thrown');
  expect(contents(folder)).toEqual({ 'mine/': '' });
});

test('of a build that is writing is waited for, and then the other says so', () => {
  const out = temporaryFolder();
  put(out, lock, `${living} ${hostname()} x\n`);
  expect(tried(out)).toEqual({ done: 0, messages: [expect.stringMatching(/^another build has been writing to `/)] });
  expect(readFileSync(join(out, lock), 'utf8')).toBe(`${living} ${hostname()} x\n`);
});

test.each([
  ['a process that has ended', `999999999 ${hostname()} x\n`],
  ['an earlier process of our own number', `${process.pid} ${hostname()} x\n`],
])('of %s is left over', (_, text) => {
  const out = temporaryFolder();
  put(out, lock, text);
  expect(tried(out)).toEqual({ done: 1, messages: [] });
  expect(existsSync(join(out, lock))).toBe(false);
});

test.each([`${living} elsewhere x\n`, `${living} ${hostname()} x\n`, '', `${living}`])(
  'is left over where there was no sign of life: %j',
  (text) => {
    const out = temporaryFolder();
    put(out, lock, text);
    // However old it is by the clock.
    utimesSync(join(out, lock), 1000, 1000);
    expect(tried(out).done).toBe(0);
    expect(tried(out, { wait: 10_000, silence: 30 })).toEqual({ done: 1, messages: [] });
  },
);

test('is given back to nobody who lost it', () => {
  const out = temporaryFolder();
  withLock(out, () => {
    put(out, lock, `${living} elsewhere x\n`);
    return [];
  });
  expect(readFileSync(join(out, lock), 'utf8')).toBe(`${living} elsewhere x\n`);
});

test('a build clears away what a killed one left, and takes nothing of its site', () => {
  const out = temporaryFolder();
  writeSite(out, outputs({ a: '1', b: '2' }));
  put(out, lock, `999999999 ${hostname()} x\n`);
  put(out, '.meetpress/tmp-1', 'half');
  expect(writeSite(out, outputs({ a: '1', c: '3' })).diagnostics).toEqual([]);
  expect(contents(out)).toEqual({ a: '1', c: '3' });
  expect(readdirSync(join(out, '.meetpress'))).toEqual(['manifest.json']);
});
