import { mkdirSync, renameSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { createKeptFiles, type KeptFiles } from '../../src/dev/kept-files.ts';
import { temporaryFolder, writeFiles } from '../whole/run.ts';

let root: string;
let files: KeptFiles;
const write = (path: string, text: string) => writeFileSync(join(root, path), text);
const text = (path: string) => new TextDecoder().decode(files.read(path));
const listed = () => files.list('content')?.map(({ path }) => path);

beforeEach(() => {
  root = temporaryFolder();
  writeFiles(root, { 'content/a.md': 'a', 'content/b/c.md': 'c', 'assets/x.css': 'x', 'site.yaml': 'title: T' });
  files = createKeptFiles(root);
  for (const { path } of files.list('content')!) files.read(path);
  files.list('assets');
  files.readIfThere('site.yaml');
  files.readIfThere('templates/page.njk');
});

describe.each([
  ['told where', (...paths: string[]) => files.look(paths)],
  ['told nothing', () => files.look()],
])('%s', (_, look) => {
  test('nothing has changed: bytes and lists are the same objects', () => {
    const [bytes, list] = [files.read('content/a.md'), files.list('content')];
    expect(look('content/a.md')).toEqual([]);
    expect(files.read('content/a.md')).toBe(bytes);
    expect(files.list('content')).toBe(list);
  });
  test('a file that was written with the same bytes stays the same object', () => {
    const bytes = files.read('content/a.md');
    write('content/a.md', 'a');
    utimesSync(join(root, 'content/a.md'), 1, 1);
    expect(look('content/a.md')).toEqual([]);
    expect(files.read('content/a.md')).toBe(bytes);
  });
  test('a hash is known until the file changes', () => {
    const before = files.hashOf('assets/x.css');
    expect(look('assets/x.css')).toEqual([]);
    expect(files.hashOf('assets/x.css')).toBe(before);
    write('assets/x.css', 'another');
    expect(look('assets/x.css')).toEqual(['assets/x.css']);
    expect(files.hashOf('assets/x.css')).not.toBe(before);
  });
  test('a file has changed', () => {
    expect(text('content/a.md')).toBe('a');
    write('content/a.md', 'other');
    expect(text('content/a.md')).toBe('a');
    expect(look('content/a.md')).toEqual(['content/a.md']);
    expect(text('content/a.md')).toBe('other');
  });
  test('a file that nobody has read has changed', () => {
    write('assets/x.css', 'other');
    expect(look('assets/x.css')).toEqual(['assets/x.css']);
    expect(look('assets/x.css')).toEqual([]);
  });
  test('a file is new, and goes again', () => {
    write('content/new.md', 'n');
    expect(look('content/new.md')).toEqual(['content/new.md']);
    expect(listed()).toEqual(['content/a.md', 'content/b/c.md', 'content/new.md']);
    expect(text('content/new.md')).toBe('n');
    rmSync(join(root, 'content/new.md'));
    expect(look('content/new.md')).toEqual(['content/new.md']);
    expect(listed()).toEqual(['content/a.md', 'content/b/c.md']);
    expect(() => files.read('content/new.md')).toThrow('ENOENT');
  });
  test('a file that was asked for in vain appears, and one that was there is gone', () => {
    expect(files.readIfThere('templates/page.njk')).toBeUndefined();
    mkdirSync(join(root, 'templates'));
    write('templates/page.njk', 'p');
    rmSync(join(root, 'site.yaml'));
    expect(look('templates/page.njk', 'site.yaml')).toEqual(['site.yaml', 'templates/page.njk']);
    expect(files.readIfThere('templates/page.njk')).toEqual(Buffer.from('p'));
    expect(files.readIfThere('site.yaml')).toBeUndefined();
  });
  test('a folder of files that were asked for in vain appears', () => {
    writeFiles(root, { 'templates/page.njk': 'p' });
    expect(look('templates')).toEqual(['templates/page.njk']);
  });
  test('a folder is renamed', () => {
    renameSync(join(root, 'content/b'), join(root, 'content/d'));
    expect(look('content/b', 'content/d')).toEqual(['content/b/c.md', 'content/d/c.md']);
    expect(listed()).toEqual(['content/a.md', 'content/d/c.md']);
  });
  test('the content folder goes and comes', () => {
    renameSync(join(root, 'content'), join(root, 'aside'));
    expect(look('content')).toEqual(['content', 'content/a.md', 'content/b/c.md']);
    expect(listed()).toBeUndefined();
    renameSync(join(root, 'aside'), join(root, 'content'));
    expect(look('content')).toEqual(['content', 'content/a.md', 'content/b/c.md']);
    expect(text('content/b/c.md')).toBe('c');
  });
  test('a file becomes a folder', () => {
    rmSync(join(root, 'content/a.md'));
    writeFiles(root, { 'content/a.md/index.md': 'i' });
    expect(look('content/a.md')).toContain('content/a.md/index.md');
    expect(listed()).toEqual(['content/a.md/index.md', 'content/b/c.md']);
  });
  test('a file becomes a link that leads out', () => {
    rmSync(join(root, 'content/a.md'));
    symlinkSync('/etc/hostname', join(root, 'content/a.md'));
    look('content/a.md');
    expect(files.list('content')).toContainEqual({ path: 'content/a.md', type: 'outside' });
  });
});

test('a write that leaves time and size as they were is seen where the path is told', () => {
  utimesSync(join(root, 'content/a.md'), 1, 1);
  files.look();
  write('content/a.md', 'z');
  utimesSync(join(root, 'content/a.md'), 1, 1);
  expect(files.look(['content/a.md'])).toEqual(['content/a.md']);
});

test('what is missing or empty, and was not, is unsettled', () => {
  expect(files.isUnsettled(['content/a.md', 'content/nowhere.md', 'templates/page.njk'])).toBe(false);
  write('content/a.md', '');
  expect(files.isUnsettled(['content/a.md'])).toBe(true);
  files.look(['content/a.md']);
  expect(files.isUnsettled(['content/a.md'])).toBe(false);
  rmSync(join(root, 'assets/x.css'));
  expect(files.isUnsettled(['assets/x.css'])).toBe(true);
});
