import type * as fs from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { writeSite } from '../../src/output/write.ts';
import { contents, outputs, put, temporaryFolder } from './folder.ts';

// Stands for the disks of macOS and Windows: names that differ in case alone, or in how `é` is encoded, are one.
vi.mock('node:fs', async (importOriginal) => {
  const real = await importOriginal<typeof fs>();
  const fold = (name: string) => name.normalize('NFC').toLowerCase();
  const spell = (path: unknown): unknown => {
    if (typeof path !== 'string' || path === dirname(path)) return path;
    const folder = spell(dirname(path)) as string;
    let names: string[] = [];
    try {
      names = real.readdirSync(folder);
    } catch {}
    const name = basename(path);
    return join(folder, names.find((other) => fold(other) === fold(name)) ?? name);
  };
  const caseless = Object.entries(real).map(([name, value]) => {
    if (!name.endsWith('Sync')) return [name, value];
    const paths = name === 'renameSync' || name === 'copyFileSync' ? 2 : 1;
    const call = value as (...args: unknown[]) => unknown;
    return [name, (...args: unknown[]) => call(...args.map((arg, index) => (index < paths ? spell(arg) : arg)))];
  });
  return Object.fromEntries(caseless);
});

test('the disk of this test takes two spellings for one', () => {
  const out = temporaryFolder();
  put(out, 'About/x', '1');
  put(out, 'aBout/X', '2');
  expect(contents(out)).toEqual({ 'About/x': '2' });
});

test('a name that changed its case is written anew', () => {
  const out = temporaryFolder();
  writeSite(out, outputs({ 'About/index.html': 'same', 'Old/x': '1' }));
  expect(writeSite(out, outputs({ 'about/index.html': 'same', 'old/X': '2' })).diagnostics).toEqual([]);
  expect(contents(out)).toEqual({ 'about/index.html': 'same', 'old/X': '2' });
  expect(writeSite(out, outputs({ 'about/index.html': 'same', 'old/X': '2' })).value.unchanged).toBe(2);
});

test('files beside it stay, and so does the spelling of their folder', () => {
  const out = temporaryFolder();
  writeSite(out, outputs({ 'About/index.html': 'same' }));
  put(out, 'About/mine.txt', 'mine');
  for (const text of ['same', 'same', 'new']) {
    expect(writeSite(out, outputs({ 'about/index.html': text })).diagnostics).toEqual([]);
    expect(contents(out)).toEqual({ 'About/index.html': text, 'About/mine.txt': 'mine' });
  }
  expect(writeSite(out, []).value.removed).toBe(1);
  expect(contents(out)).toEqual({ 'About/mine.txt': 'mine' });
});

test('the file of somebody else is in the way under any spelling', () => {
  const out = temporaryFolder();
  put(out, 'cname', 'mine');
  put(out, 'Events/Mine.html', 'mine');
  const { diagnostics } = writeSite(out, outputs({ CNAME: 'ours', 'events/mine.html': 'ours' }));
  expect(diagnostics.map(({ message }) => message.split(' ')[0])).toEqual([
    expect.stringContaining('/Events/Mine.html`'),
    expect.stringContaining('/cname`'),
  ]);
  expect(contents(out)).toEqual({ cname: 'mine', 'Events/Mine.html': 'mine' });
});

test('what the disk spells with a combining accent stays untouched', () => {
  const out = temporaryFolder();
  put(out, 'cafe\u0301/index.html', 'same');
  expect(writeSite(out, outputs({ 'caf\u00e9/index.html': 'same' })).value.unchanged).toBe(1);
});
