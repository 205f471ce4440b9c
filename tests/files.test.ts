import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createFiles, type Files } from '../src/files.ts';
import { filesOf } from './support.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'meetpress-files-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(paths: readonly string[]): Files {
  for (const path of paths) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), path);
  }
  return createFiles(folder);
}

const link = (target: string, path: string): void => symlinkSync(target, join(folder, path));
const listed = (files: Files): string[] | undefined =>
  files.list('content')?.map(({ path, type }) => (type === 'file' ? path : `${path} ${type}`));

const tree = [
  'content/b.md',
  'content/a/z.md',
  'content/a.md',
  'content/a/Index.md',
  'content/_drafts/x.md',
  'content/.git/x.md',
  'content/a/_note.md',
  'content/a/.hidden',
  'other/x.md',
];
const shown = ['content/a.md', 'content/a/Index.md', 'content/a/z.md', 'content/b.md'];

test('every file below a folder, sorted by path, without hidden ones and those set aside', () => {
  expect(listed(write(tree))).toEqual(shown);
});

test('the folder in memory that tests use lists the same', () => {
  expect(listed(filesOf(Object.fromEntries(tree.map((path) => [path, '']))))).toEqual(shown);
});

test.each([
  ['a disk', () => write(['site.yaml'])],
  ['memory', () => filesOf({ 'site.yaml': 'site.yaml' })],
])('what is there and what is not, on %s', (_, make) => {
  const files = make();
  expect(files.list('content')).toBeUndefined();
  expect(files.readIfThere('none')).toBeUndefined();
  expect(files.readIfThere('site.yaml/none')).toBeUndefined();
  expect(() => files.read('none')).toThrow(expect.objectContaining({ code: 'ENOENT' }));
  expect(() => files.readStart('none', 4)).toThrow(expect.objectContaining({ code: 'ENOENT' }));
  expect(() => files.readStart('none', 4)).toThrow(expect.objectContaining({ code: 'ENOENT' }));
  expect(Buffer.from(files.read('site.yaml')).toString()).toBe('site.yaml');
  expect(Buffer.from(files.readStart('site.yaml', 4)).toString()).toBe('site');
  expect(Buffer.from(files.readStart('site.yaml', 99)).toString()).toBe('site.yaml');
});

test.each([
  ['a disk', () => write(['site.yaml'])],
  ['memory', () => filesOf({ 'site.yaml': 'site.yaml' })],
])('the start of a file, on %s', (_, make) => {
  const startOf = (length: number): string => Buffer.from(make().readStart('site.yaml', length)).toString();
  expect([startOf(0), startOf(4), startOf(99)]).toEqual(['', 'site', 'site.yaml']);
});

test('a file where the folder should be is no folder', () => {
  expect(write(['content']).list('content')).toBeUndefined();
});

describe('links', () => {
  test('are followed inside the site', () => {
    const files = write(['content/a.md', 'shared/b/c.md']);
    link('a.md', 'content/same.md');
    link('../shared', 'content/more');
    expect(listed(files)).toEqual(['content/a.md', 'content/more/b/c.md', 'content/same.md']);
  });

  test('are named, not followed, where they leave it or lead nowhere', () => {
    const files = write(['content/a.md']);
    link(tmpdir(), 'content/out');
    link('/etc/hosts', 'content/out.md');
    link('gone.md', 'content/broken.md');
    expect(listed(files)).toEqual([
      'content/a.md',
      'content/broken.md broken',
      'content/out outside',
      'content/out.md outside',
    ]);
  });

  test('that lead back to a folder above them are left out', () => {
    const files = write(['content/a/x.md', 'content/b/y.md']);
    link('.', 'content/a/self');
    link('..', 'content/a/up');
    link('../..', 'content/a/root');
    link('../b', 'content/a/to-b');
    link('../a', 'content/b/to-a');
    expect(listed(files)).toEqual(['content/a/to-b/y.md', 'content/a/x.md', 'content/b/to-a/x.md', 'content/b/y.md']);
  });
});
