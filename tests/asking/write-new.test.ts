import { chmodSync, existsSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { replaceFile } from '../../src/asking/replace-file.ts';
import { writeNew } from '../../src/asking/write-new.ts';
import { decodeSource } from '../../src/content/scan.ts';
import type { Source } from '../../src/content/source.ts';
import { readTree, temporaryFolder, writeFiles } from '../whole/run.ts';

const treeOf = (folder: string) => Object.fromEntries([...readTree(folder)].map(([path, bytes]) => [path, `${bytes}`]));

describe('new files', () => {
  test('are made with their folders', () => {
    const folder = join(temporaryFolder(), 'new');
    const files = new Map<string, string | Uint8Array>([
      ['a/b/c.md', 'c'],
      ['a/d.png', new Uint8Array([65])],
    ]);
    expect(writeNew(folder, files)).toEqual(['a/b/c.md', 'a/d.png']);
    expect(treeOf(folder)).toEqual({ 'a/b/c.md': 'c', 'a/d.png': 'A' });
  });

  test('never take the place of others, and then none is made', () => {
    const folder = temporaryFolder();
    writeFiles(folder, { 'b.md': 'old', 'c/d.md': 'old' });
    symlinkSync('nowhere', join(folder, 'e.md'));
    const files = new Map(['a.md', 'b.md', 'c/d.md', 'e.md'].map((path) => [path, 'new']));
    expect(() => writeNew(folder, files)).toThrow('b.md, c/d.md, e.md are there already; nothing was written');
    expect(treeOf(folder)).toEqual({ 'b.md': 'old', 'c/d.md': 'old' });
  });

  test('go again where one cannot be made, and so do their folders', () => {
    const folder = temporaryFolder();
    writeFiles(folder, { file: 'x' });
    const files = new Map(['a/b/c.md', 'file/d.md'].map((path) => [path, 'new']));
    expect(() => writeNew(folder, files)).toThrow(
      /file cannot be written: .* where a folder is needed; nothing was changed/,
    );
    expect(treeOf(folder)).toEqual({ file: 'x' });
    expect(() => writeNew(folder, new Map([['a/b', 'x']]))).not.toThrow();
  });

  test('stay in the folder', () => {
    const [folder, elsewhere] = [temporaryFolder(), temporaryFolder()];
    symlinkSync(elsewhere, join(folder, 'out'));
    const files = new Map(['in.md', 'out/x/y.md'].map((path) => [path, 'x']));
    expect(() => writeNew(folder, files)).toThrow(/out\/x\/y\.md would lie outside/);
    expect(() => writeNew(join(folder, 'in'), new Map([['../up.md', 'x']]))).toThrow(/outside/);
    expect([treeOf(folder), treeOf(elsewhere)]).toEqual([{}, {}]);
  });
});

describe('a new text for a file', () => {
  const sourceIn = (folder: string, bytes: string): Source => {
    writeFiles(folder, { 'a.md': bytes });
    return decodeSource(Buffer.from(bytes), 'a.md') as Source;
  };

  test('takes the place of the old one, below its byte order mark', () => {
    const folder = temporaryFolder();
    replaceFile(folder, { source: sourceIn(folder, '\ufeffold'), text: 'new' });
    expect(treeOf(folder)).toEqual({ 'a.md': '\ufeffnew' });
  });

  test('is refused where the file was changed meanwhile, and what was made for it goes', () => {
    const folder = temporaryFolder();
    const source = sourceIn(folder, 'old');
    writeFiles(folder, { 'a.md': 'changed', 'new/made.md': 'x' });
    expect(() => replaceFile(folder, { source, text: 'new' }, ['new/made.md'])).toThrow(/was changed meanwhile/);
    expect(existsSync(join(folder, 'new'))).toBe(false);
    expect(treeOf(folder)).toEqual({ 'a.md': 'changed' });
  });

  test.skipIf(process.getuid?.() === 0)('is refused where the folder cannot be written to', () => {
    const folder = temporaryFolder();
    const source = sourceIn(folder, 'old');
    chmodSync(folder, 0o500);
    expect(() => replaceFile(folder, { source, text: 'new' })).toThrow(
      /a\.md cannot be written: you are not allowed to/,
    );
    chmodSync(folder, 0o700);
    expect(treeOf(folder)).toEqual({ 'a.md': 'old' });
  });
});
