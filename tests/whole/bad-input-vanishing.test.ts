import type { PathLike } from 'node:fs';
import { basename } from 'node:path';
import { beforeEach, expect, test, vi } from 'vitest';
import { complaintsOf } from './bad-input.ts';

/** What the file system answers with, by the last part of a path; everything else is there as it is. */
const failures = vi.hoisted(() => new Map<string, string>());
beforeEach(() => failures.clear());

vi.mock('node:fs', async (original) => {
  const fs = await original<typeof import('node:fs')>();
  const failing =
    <T extends (path: PathLike, ...rest: never[]) => unknown>(call: T) =>
    (path: PathLike, ...rest: never[]) => {
      const code = failures.get(basename(String(path)));
      if (code) throw Object.assign(new Error(`${code}: ${path}`), { code });
      return call(path, ...rest);
    };
  return { ...fs, readdirSync: failing(fs.readdirSync), openSync: failing(fs.openSync) };
});

const files = {
  'content/minutes/x.md': '',
  'content/contact.md': '',
  'assets/photos/x.jpg': '',
  'templates/x.njk': '',
};

test.each([
  ['minutes', 'EACCES', 'content/minutes', 'this folder cannot be read'],
  ['minutes', 'ENOENT', 'content/minutes', 'this folder cannot be read'],
  ['photos', 'EACCES', 'assets/photos', 'this folder cannot be read'],
  ['contact.md', 'EACCES', 'content/contact.md', 'this file cannot be read (EACCES)'],
  ['contact.md', 'EIO', 'content/contact.md', 'this file cannot be read (EIO)'],
  ['contact.md', 'ENOENT', 'content/contact.md', 'this file went away while it was read'],
  ['x.njk', 'EACCES', 'templates/x.njk', 'this file cannot be read (EACCES)'],
])('%s: %s', async (name, code, path, message) => {
  failures.set(name, code);
  expect(await complaintsOf(files)).toEqual([`${path}:1:1 error[unreadable-file] ${message}`]);
});
