import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { writeSite } from '../../src/output/write.ts';
import { contents, outputs, put, temporaryFolder } from './folder.ts';

describe('files of others', () => {
  test('are left alone', () => {
    const out = temporaryFolder();
    put(out, 'CNAME', 'example.org');
    put(out, 'events/notes.txt', 'mine');
    writeSite(out, outputs({ 'events/index.html': '1' }));
    writeSite(out, []);
    expect(contents(out)).toEqual({ CNAME: 'example.org', 'events/notes.txt': 'mine' });
  });

  test('that are in the way are all named, before anything is written', () => {
    const folder = temporaryFolder();
    const out = join(folder, 'dist');
    put(out, 'index.html', 'mine');
    put(out, 'events', 'a file');
    put(out, 'feed.xml/mine.txt', 'in a folder');
    const { value, diagnostics } = writeSite(
      out,
      outputs({ 'a.html': 'a', 'index.html': 'ours', 'events/x': '1', 'events/y/z': '2', 'feed.xml': '3' }),
    );
    expect(value.written).toBe(0);
    expect(diagnostics.map(({ code }) => code)).toEqual(['foreign-file', 'foreign-file', 'foreign-file']);
    expect(diagnostics.map(({ message }) => message.split(' ')[0])).toEqual([
      '`dist/events`',
      '`dist/feed.xml/mine.txt`',
      '`dist/index.html`',
    ]);
    expect(diagnostics[0]?.help).toContain('move it away');
    expect(contents(out)).toEqual({ 'index.html': 'mine', events: 'a file', 'feed.xml/mine.txt': 'in a folder' });
    expect(existsSync(join(out, '.meetpress'))).toBe(false);
  });

  test('with our bytes are adopted, and then are ours', () => {
    const out = temporaryFolder();
    put(out, 'index.html', 'same');
    utimesSync(join(out, 'index.html'), 1000, 1000);
    expect(writeSite(out, outputs({ 'index.html': 'same' })).value.unchanged).toBe(1);
    expect(statSync(join(out, 'index.html')).mtimeMs).toBe(1_000_000);
    expect(writeSite(out, outputs({ 'index.html': 'new' })).value.written).toBe(1);
  });

  test('with a name that was ours once are theirs', () => {
    const out = temporaryFolder();
    writeSite(out, outputs({ a: '1', b: '2' }));
    writeSite(out, outputs({ a: '1' }));
    put(out, 'b', 'mine');
    writeSite(out, outputs({ a: '1' }));
    expect(contents(out)).toEqual({ a: '1', b: 'mine' });
  });

  test('a folder with a stranger in it is no file of ours', () => {
    const out = temporaryFolder();
    writeSite(out, outputs({ 'x/index.html': '1', 'x/y/z': '2' }));
    put(out, 'x/y/mine.txt', 'mine');
    expect(writeSite(out, outputs({ x: 'file' })).diagnostics).toMatchObject([
      { code: 'foreign-file', message: expect.stringContaining('/x/y/mine.txt`') },
    ]);
    expect(Object.keys(contents(out))).toHaveLength(3);
  });

  test('what stands where our own folder or manifest should be', () => {
    for (const path of ['.meetpress', '.meetpress/manifest.json/x']) {
      const out = temporaryFolder();
      put(out, path, 'mine');
      expect(writeSite(out, outputs({ a: '1' })).diagnostics).toMatchObject([{ code: 'foreign-file' }]);
      expect(readFileSync(join(out, path), 'utf8')).toBe('mine');
      expect(existsSync(join(out, 'a'))).toBe(false);
    }
  });
});

describe('nothing outside the output folder is touched', () => {
  test.each([
    '../x',
    'a/../../x',
    '/etc/x',
    'a//x',
    'a/',
    './a',
    'a/.',
    '..',
    '',
    'a\\..\\x',
    'a\0b',
    'c:/x',
    'C:x',
    '.meetpress/manifest.json',
    '.MEETPRESS',
    '.git/hooks/post-commit',
  ])('the path %j is refused', (path) => {
    const out = temporaryFolder();
    const { value, diagnostics } = writeSite(out, outputs({ 'index.html': '1', [path]: '2' }));
    expect(value.written).toBe(0);
    expect(diagnostics).toMatchObject([
      { code: 'unsafe-output', message: expect.stringContaining(JSON.stringify(path)) },
    ]);
    expect(readdirSync(out)).toEqual([]);
  });

  test.each(['...', '..a/b', 'a..', '.well-known/x', '.gitignore', '10:30', 'ü/日本'])(
    'the path %j is fine',
    (path) => {
      const out = temporaryFolder();
      expect(writeSite(out, outputs({ [path]: '1' })).diagnostics).toEqual([]);
      expect(contents(out)).toEqual({ [path]: '1' });
    },
  );

  test('two outputs for one place are refused', () => {
    const out = temporaryFolder();
    const twice = [...outputs({ a: '1', 'b/c': '2' }), ...outputs({ a: '3', b: '4' })];
    expect(writeSite(out, twice).diagnostics.map(({ code, message }) => [code, message])).toEqual([
      ['url-collision', '`a` would be written twice'],
      ['url-collision', '`b` would be both a file and a folder'],
    ]);
    expect(readdirSync(out)).toEqual([]);
  });

  test.each(['victim', '../outside'])('a linked folder is not written through: %s', (target) => {
    const folder = temporaryFolder();
    const out = join(folder, 'dist');
    mkdirSync(join(folder, 'outside'));
    mkdirSync(join(out, 'victim'), { recursive: true });
    symlinkSync(target, join(out, 'link'));
    expect(writeSite(out, outputs({ 'a/b': '1', 'link/deep/x': '2' })).diagnostics).toMatchObject([
      { code: 'foreign-file', message: expect.stringContaining('`dist/link`') },
    ]);
    expect(contents(join(folder, 'outside'))).toEqual({});
    expect(readdirSync(out).sort()).toEqual(['link', 'victim']);
  });

  test('a linked file is not written through, nor are dangling links', () => {
    const folder = temporaryFolder();
    const out = join(folder, 'dist');
    put(folder, 'victim.txt', 'mine');
    writeSite(out, outputs({ 'old.html': '1' }));
    symlinkSync('../victim.txt', join(out, 'a.html'));
    symlinkSync('../nowhere', join(out, 'b.html'));
    const { diagnostics } = writeSite(out, outputs({ 'a.html': 'mine', 'b.html': '2' }));
    expect(diagnostics.map(({ code }) => code)).toEqual(['foreign-file', 'foreign-file']);
    expect(contents(folder)).toMatchObject({ 'victim.txt': 'mine', 'dist/old.html': '1' });
  });

  test('our own folder may not be a link', () => {
    const folder = temporaryFolder();
    const out = join(folder, 'dist');
    mkdirSync(out);
    put(folder, 'outside/tmp-1', 'mine');
    symlinkSync('../outside', join(out, '.meetpress'));
    expect(writeSite(out, outputs({ a: '1' })).diagnostics).toMatchObject([{ code: 'foreign-file' }]);
    expect(contents(join(folder, 'outside'))).toEqual({ 'tmp-1': 'mine' });
  });

  test('a manifest that was tampered with removes nothing there', () => {
    const folder = temporaryFolder();
    const out = join(folder, 'site/dist');
    const victims = { 'victim.txt': '1', 'site/victim.txt': '2', 'linked/victim.txt': '3' };
    for (const [path, text] of Object.entries(victims)) put(folder, path, text);
    mkdirSync(join(folder, 'linked/empty'));
    mkdirSync(join(folder, 'void'));
    mkdirSync(out);
    symlinkSync('../../linked', join(out, 'link'));
    symlinkSync('../../victim.txt', join(out, 'file'));
    const files = [
      '../victim.txt',
      '../../victim.txt',
      'x/../../victim.txt',
      join(folder, 'victim.txt'),
      'link/victim.txt',
      'link/empty/x',
      'link/../../victim.txt',
      '..\\victim.txt',
      '../../void/x',
      'file',
      'link',
      '.meetpress/manifest.json',
      '',
      '.',
      null,
      7,
      ['victim.txt'],
    ];
    put(out, '.meetpress/manifest.json', JSON.stringify({ files }));
    expect(writeSite(out, outputs({ 'index.html': '1' })).diagnostics).toEqual([]);
    expect(contents(folder)).toMatchObject({ ...victims, 'linked/empty/': '', 'void/': '' });
    expect(readdirSync(out).sort()).toEqual(['.meetpress', 'file', 'index.html', 'link']);
  });

  test.each(['', 'null', '{', '[]', '{"files":{"length":9}}', '{"files":"abc"}'])(
    'nor does a broken one: %s',
    (text) => {
      const out = temporaryFolder();
      put(out, '.meetpress/manifest.json', text);
      put(out, 'mine', 'mine');
      expect(writeSite(out, outputs({ a: '1' })).diagnostics).toEqual([]);
      expect(writeSite(out, []).value.removed).toBe(1);
      expect(contents(out)).toEqual({ mine: 'mine' });
    },
  );
});
