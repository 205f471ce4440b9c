import { mkdirSync, readdirSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { writeFailed } from '../../src/output/problems.ts';
import { writeSite } from '../../src/output/write.ts';
import { contents, outputs, put, temporaryFolder } from './folder.ts';

const site = { 'index.html': 'home', 'events/x/index.html': 'événement', '.nojekyll': '' };

describe('a build', () => {
  test('writes bytes and copies into a folder that does not exist yet', () => {
    const folder = temporaryFolder();
    const out = join(folder, 'deep/dist');
    put(folder, 'a.png', 'picture');
    const result = writeSite(out, [
      { path: 'bytes', content: new Uint8Array([104, 105]) },
      { path: 'buffer', content: Buffer.from('héllo') },
      { path: 'assets/a.png', content: { copy: join(folder, 'a.png') } },
    ]);
    expect(result).toEqual({ value: { written: 3, unchanged: 0, removed: 0 }, diagnostics: [] });
    expect(contents(out)).toEqual({ bytes: 'hi', buffer: 'héllo', 'assets/a.png': 'picture' });
    expect(readdirSync(join(out, '.meetpress'))).toEqual(['manifest.json']);
  });

  test('leaves what is the same alone, time stamps and manifest included', () => {
    const folder = temporaryFolder();
    put(folder, 'source', 'as it was');
    const out = join(folder, 'dist');
    const all = [
      ...outputs(site),
      { path: 'bytes', content: Buffer.from('bytes') },
      { path: 'copy', content: { copy: join(folder, 'source') } },
    ];
    writeSite(out, all);
    const files = [...Object.keys(contents(out)), '.meetpress/manifest.json'];
    for (const path of files) utimesSync(join(out, path), 1000, 1000);
    const inodes = files.map((path) => statSync(join(out, path)).ino);

    expect(writeSite(out, all).value).toEqual({ written: 0, unchanged: 5, removed: 0 });
    expect(files.map((path) => statSync(join(out, path)).mtimeMs)).toEqual(files.map(() => 1_000_000));
    expect(files.map((path) => statSync(join(out, path)).ino)).toEqual(inodes);
  });

  test('trusts the bytes on the disk, not the record', () => {
    const out = temporaryFolder();
    writeSite(out, outputs(site));
    put(out, 'index.html', 'hom3');
    utimesSync(join(out, 'index.html'), 1000, 1000);
    expect(writeSite(out, outputs(site)).value).toEqual({ written: 1, unchanged: 2, removed: 0 });
    expect(contents(out)).toEqual(site);
  });

  test('writes what was deleted again', () => {
    const folder = temporaryFolder();
    const out = join(folder, 'dist');
    writeSite(out, outputs({ 'a/b/c': '1', 'a/d': '2' }));
    expect(writeSite(out, outputs({ 'a/d': '2' })).value.removed).toBe(1);
    expect(writeSite(out, outputs({ 'a/b/c': '1', 'a/d': '2' })).value).toEqual({
      written: 1,
      unchanged: 1,
      removed: 0,
    });
  });

  test('removes what is not made any more, and the folders that are empty then', () => {
    const out = temporaryFolder();
    writeSite(out, outputs({ 'a/b/c/x': '1', 'a/b/y': '2', 'a/z': '3', 'e/f/g': '4' }));
    put(out, 'e/mine.txt', 'kept');
    mkdirSync(join(out, 'a/mine'));
    expect(writeSite(out, outputs({ 'a/z': '3' })).value).toEqual({ written: 0, unchanged: 1, removed: 3 });
    expect(contents(out)).toEqual({ 'a/z': '3', 'a/mine/': '', 'e/mine.txt': 'kept' });
  });

  test('finishes the removal of an emptied folder that a stopped build left', () => {
    const out = temporaryFolder();
    mkdirSync(join(out, 'x/y'), { recursive: true });
    put(out, '.meetpress/manifest.json', JSON.stringify({ files: ['x/y/gone', 'x/old'] }));
    expect(writeSite(out, outputs({ 'z/new': '' }))).toEqual({
      value: { written: 1, unchanged: 0, removed: 0 },
      diagnostics: [],
    });
    expect(contents(out)).toEqual({ 'z/new': '' });
  });

  test('turns a file into a folder and back', () => {
    const out = temporaryFolder();
    for (const files of [{ x: '1' }, { 'x/index.html': '2' }, { 'x/y/z/index.html': '3' }, { x: '4' }]) {
      expect(writeSite(out, outputs(files)).diagnostics).toEqual([]);
      expect(contents(out)).toEqual(files);
    }
  });

  test('replaces an empty folder by a file', () => {
    const out = temporaryFolder();
    mkdirSync(join(out, 'x/y'), { recursive: true });
    expect(writeSite(out, outputs({ x: 'file' })).diagnostics).toEqual([]);
    expect(contents(out)).toEqual({ x: 'file' });
  });

  test('changes the case of a name', () => {
    const out = temporaryFolder();
    writeSite(out, outputs({ 'About/index.html': 'same' }));
    expect(writeSite(out, outputs({ 'about/index.html': 'same' })).value).toMatchObject({ written: 1, removed: 1 });
    expect(contents(out)).toEqual({ 'about/index.html': 'same' });
  });

  test('cleans up after builds that were stopped', () => {
    const out = temporaryFolder();
    put(out, '.meetpress/tmp-1', 'half');
    writeSite(out, outputs(site));
    expect(readdirSync(join(out, '.meetpress'))).toEqual(['manifest.json']);
  });

  test('writes through a link that is the output folder itself', () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'real'));
    symlinkSync('real', join(folder, 'dist'));
    expect(writeSite(join(folder, 'dist'), outputs(site)).diagnostics).toEqual([]);
    expect(contents(join(folder, 'real'))).toEqual(site);
  });

  test('always gives the folder of a clean build, whatever was there before', () => {
    const path = fc.constantFrom('a', 'a/b', 'a/b/c', 'a/c', 'b', 'b/index.html', 'c/d/e', 'c/d', 'c/f');
    const files = fc
      .dictionary(path, fc.constantFrom('', 'one', 'two', 'other'))
      .map((all) =>
        Object.fromEntries(
          Object.entries(all).filter(([one]) => !Object.keys(all).some((other) => other.startsWith(`${one}/`))),
        ),
      );
    fc.assert(
      fc.property(fc.array(files, { minLength: 2, maxLength: 6 }), (history) => {
        const out = temporaryFolder();
        put(out, 'mine/kept.txt', 'kept');
        for (const site of history) {
          expect(writeSite(out, outputs(site)).diagnostics).toEqual([]);
          expect(contents(out)).toEqual({ ...site, 'mine/kept.txt': 'kept' });
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('what the machine refuses is a diagnostic', () => {
  test('a file where the output folder should be', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'dist'), 'a file');
    const { value, diagnostics } = writeSite(join(folder, 'dist'), outputs(site));
    expect(value).toEqual({ written: 0, unchanged: 0, removed: 0 });
    expect(diagnostics).toMatchObject([
      { code: 'write-failed', message: 'writing the site failed at `dist`: a file stands where a folder is needed' },
    ]);
    expect(contents(folder)).toEqual({ dist: 'a file' });
  });

  test('a name that the disk does not take; the next build completes the site', () => {
    const out = temporaryFolder();
    const long = 'x'.repeat(300);
    const { value, diagnostics } = writeSite(out, outputs({ 'a/one': '1', [`b/${long}`]: '2', 'c/three': '3' }));
    expect(value.written).toBe(1);
    expect(diagnostics).toMatchObject([{ code: 'write-failed', help: expect.stringContaining('shorter') }]);
    expect(readdirSync(join(out, '.meetpress'))).toEqual(['manifest.json']);

    expect(writeSite(out, outputs({ 'a/one': 'changed', 'c/three': '3' })).diagnostics).toEqual([]);
    expect(contents(out)).toEqual({ 'a/one': 'changed', 'c/three': '3' });
  });

  test('a source that is gone, found before anything is written', () => {
    const out = temporaryFolder();
    const { diagnostics } = writeSite(out, [
      ...outputs({ a: 'a' }),
      { path: 'b', content: { copy: join(out, 'nowhere.png') } },
      { path: 'c', content: { copy: '/dev/null' } },
    ]);
    expect(diagnostics.map(({ code }) => code)).toEqual(['unreadable-file', 'unreadable-file']);
    expect(readdirSync(out)).toEqual([]);
  });

  test('a read-only disk, without the name of a temporary file', () => {
    const out = temporaryFolder();
    const refused = Object.assign(new Error('EROFS'), {
      code: 'EROFS',
      syscall: 'open',
      path: `${out}/.meetpress/tmp-1`,
    });
    expect(writeFailed(out, refused).message).toBe(
      `writing the site failed at \`${basename(out)}\`: the disk cannot be written to`,
    );
  });

  test('but a bug is thrown', () => {
    expect(() => writeSite(temporaryFolder(), [{ path: 'a', content: 1 as unknown as Uint8Array }])).toThrow(TypeError);
  });
});
