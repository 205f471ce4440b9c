import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { complaintsOf } from './bad-input.ts';
import { readTree, reportBuild, temporaryFolder, writeFiles } from './run.ts';

const isRoot = process.getuid?.() === 0;
const isWindows = process.platform === 'win32';

const unreadable = (path: string, message: string): string => `${path}:1:1 error[unreadable-file] ${message}`;
const noFile = 'this is neither a file nor a folder';
const outside = 'this link leads out of the site’s folder';
const broken = 'this link leads to a file that is not there';

test('a folder named like a file is a folder', async () => {
  expect(await complaintsOf({ 'content/events/x.md/y.md': '' })).toEqual([
    'content/events/x.md/y.md:1:1 error[missing-field] `start` is missing',
  ]);
  expect(await complaintsOf({}, (root) => mkdirSync(join(root, 'content/events/x.md'), { recursive: true }))).toEqual(
    [],
  );
});

test('a folder where a file is wanted', async () => {
  const message = 'a folder stands where a file is wanted';
  const paths = ['site.yaml', 'templates/page.njk'];
  for (const path of paths) expect(await complaintsOf({ [`${path}/x.txt`]: '' })).toEqual([unreadable(path, message)]);
});

test('a file where the content should be', async () => {
  const root = temporaryFolder();
  writeFiles(root, { content: '# Hello\n' });
  expect((await reportBuild({ root })).lines).toEqual([
    "error[no-content] there is no folder `content/` in the site's folder",
  ]);
});

describe.skipIf(isWindows)('what is no file', () => {
  const pipe = (path: string) => (root: string) => {
    mkdirSync(join(root, path, '..'), { recursive: true });
    execFileSync('mkfifo', [join(root, path)]);
  };
  test.each(['content/x.md', 'content/x.jpg', 'assets/x.svg', 'templates/page.njk', 'site.yaml'])(
    'a pipe as %s',
    async (path) => {
      expect(await complaintsOf({}, pipe(path))).toEqual([unreadable(path, noFile)]);
    },
  );

  test.each(['content/x.md', 'content/x.jpg'])('a link to a pipe as %s', async (path) => {
    const link = (root: string): void => {
      pipe('pipe')(root);
      symlinkSync('../pipe', join(root, path));
    };
    expect(await complaintsOf({}, link)).toEqual([unreadable(path, noFile)]);
  });
});

describe.skipIf(isWindows)('a link', () => {
  const link = (target: string, path: string) => (root: string) => {
    mkdirSync(join(root, path, '..'), { recursive: true });
    rmSync(join(root, path), { recursive: true, force: true });
    symlinkSync(target, join(root, path));
  };
  test.each([
    ['content/x.md', 'nowhere.md', broken],
    ['content/x.md', 'x.md', broken],
    ['content/x.jpg', 'nowhere.jpg', broken],
    ['assets', 'nowhere', broken],
    ['assets/x.svg', 'nowhere.svg', broken],
    ['templates/page.njk', 'nowhere.njk', broken],
    ['site.yaml', 'nowhere.yaml', broken],
    ['site.yaml', 'site.yaml', broken],
    ['content/x', '/etc', outside],
    ['assets', '/etc', outside],
    ['assets/x.svg', '/etc/hosts', outside],
    ['templates/page.njk', '/etc/hosts', outside],
    ['site.yaml', '/etc/hosts', outside],
  ])('%s -> %s', async (path, target, message) => {
    expect(await complaintsOf({}, link(target, path))).toEqual([unreadable(path, message)]);
  });

  test.each([
    ['nowhere', broken],
    ['/etc', outside],
  ])('content -> %s', async (target, message) => {
    const root = temporaryFolder();
    symlinkSync(target, join(root, 'content'));
    expect((await reportBuild({ root })).lines).toEqual([unreadable('content', message)]);
  });
});

describe.skipIf(isWindows)('a folder that cannot be listed hides no other', () => {
  test.skipIf(isRoot)('as it may not be', async () => {
    const locked = (root: string): void => chmodSync(join(root, 'content/minutes'), 0o000);
    expect(await complaintsOf({ 'content/minutes/x.md': '' }, locked)).toEqual([
      unreadable('content/minutes', 'this folder cannot be read'),
    ]);
  });
});

describe('a failed build leaves what is published as it is', () => {
  test.each([
    ['a binary file', (root: string) => writeFileSync(join(root, 'content/about.md'), '\0\0')],
    [
      'a file that became a folder',
      (root: string) => {
        renameSync(join(root, 'content/about.md'), join(root, 'about.md'));
        mkdirSync(join(root, 'content/about.md'));
        writeFileSync(join(root, 'content/about.md/x.md'), '---\npermalink: ../../x\n---\n');
      },
    ],
    ['an empty template', (root: string) => writeFiles(root, { 'templates/page.njk': '' })],
  ])('%s', async (_, spoil) => {
    const root = temporaryFolder();
    const out = join(root, 'dist');
    writeFiles(root, { 'content/about.md': '# About us\n' });
    expect((await reportBuild({ root, out })).status).toBe(0);
    const before = readTree(out);
    spoil(root);
    expect((await reportBuild({ root, out })).status).toBe(1);
    expect(readTree(out)).toEqual(before);
  });
});
