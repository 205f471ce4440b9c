import { mkdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { attempt, createFiles } from '../../src/files.ts';
import { gives, traced } from '../../src/last-build/trace.ts';
import { temporaryFolder, writeFiles } from '../whole/run.ts';

const given = {
  'content/a.md': 'One.\n',
  'content/12 b.md': 'Two.\n',
  'assets/long.bin': 'x'.repeat(100),
  'site.yaml': 'title: Weir\n',
};

/** A folder of which everything was asked, and whether it would answer the same now. */
function asked() {
  const root = temporaryFolder();
  writeFiles(root, given);
  const trace = traced(createFiles(root));
  const { files } = trace;
  files.list('content');
  files.list('templates');
  files.read('content/a.md');
  files.read('content/12 b.md');
  files.readIfThere('site.yaml');
  files.readIfThere('templates/page.njk');
  files.readStart('assets/long.bin', 10);
  attempt(() => files.read('content/none.md'));
  return { root, files, trace, isSame: () => gives(createFiles(root), trace.answers()!) };
}

test('a folder of which nothing has changed gives the same answers', () => {
  const { root, files, trace, isSame } = asked();
  expect(trace.answers()!.size).toBe(8);
  expect(files.root).toBe(root);
  expect(isSame()).toBe(true);
  writeFiles(root, { 'content/a.md': 'One.\n', 'notes.txt': '', 'assets/long.bin': `${'x'.repeat(10)}y` });
  expect(isSame()).toBe(true);
  files.hashOf('assets/long.bin');
  expect(isSame()).toBe(true);
});

test('what is given is what would be given otherwise, failures too', () => {
  const root = temporaryFolder();
  writeFiles(root, given);
  const plain = createFiles(root);
  const { files } = traced(plain);
  expect(files.list('content')).toEqual(plain.list('content'));
  expect(files.list('none')).toBe(undefined);
  expect(files.read('content/a.md')).toEqual(plain.read('content/a.md'));
  expect(files.readIfThere('none')).toBe(undefined);
  expect(files.readStart('site.yaml', 5)).toEqual(plain.readStart('site.yaml', 5));
  expect(files.hashOf('site.yaml')).toBe(plain.hashOf('site.yaml'));
  expect(() => files.read('none')).toThrow(expect.objectContaining({ code: 'ENOENT' }));
});

type Change = (root: string) => void;
const write =
  (path: string, text: string): Change =>
  (root) =>
    writeFiles(root, { [path]: text });

test.each<[string, Change]>([
  ['a byte of a text', write('content/a.md', 'One,\n')],
  ['a text whose name begins with a number', write('content/12 b.md', 'Two,\n')],
  ['a new file', write('content/c.md', '')],
  ['a new folder with a file', write('content/c/d.md', '')],
  ['a file that is gone', (root) => rmSync(join(root, 'content/a.md'))],
  ['a file of another name', (root) => renameSync(join(root, 'content/a.md'), join(root, 'content/z.md'))],
  [
    'a folder in the place of a file',
    (root) => [rmSync(join(root, 'content/a.md')), mkdirSync(join(root, 'content/a.md'))],
  ],
  [
    'a link in the place of a file',
    (root) => [rmSync(join(root, 'content/a.md')), symlinkSync('/dev/null', join(root, 'content/a.md'))],
  ],
  ['what was not there before', write('templates/page.njk', '')],
  ['settings', write('site.yaml', 'title: Wear\n')],
  ['settings that are gone', (root) => rmSync(join(root, 'site.yaml'))],
  ['the start of a long file', write('assets/long.bin', 'y')],
  ['what could not be read before', write('content/none.md', '')],
])('%s is noticed', (_, change) => {
  const { root, isSame } = asked();
  change(root);
  expect(isSame()).toBe(false);
});

test('the end of a long file is noticed where its hash was asked for', () => {
  const { root, files, isSame } = asked();
  files.hashOf('assets/long.bin');
  writeFiles(root, { 'assets/long.bin': `${'x'.repeat(99)}y` });
  expect(isSame()).toBe(false);
});

test('nothing is said of a folder that changed between two questions', () => {
  const { root, files, trace } = asked();
  writeFiles(root, { 'content/a.md': 'Other.\n' });
  files.read('content/a.md');
  expect(trace.answers()).toBe(undefined);
});
