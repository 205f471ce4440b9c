import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { WrongCall } from '../../src/commands/io.ts';
import { withoutFingerprints } from '../../src/fingerprints.ts';
import { readTree, reportBuild, runBuild, temporaryFolder, writeFiles } from './run.ts';

type Files = Readonly<Record<string, string | Uint8Array>>;

/** A stranger's site, built; and, where it is given, the folder that is trusted. */
async function build(files: Files, trusted?: Files) {
  const root = temporaryFolder();
  writeFiles(root, { 'content/index.md': '# Hello\n', 'content/about.md': 'About us.\n', ...files });
  const base = temporaryFolder();
  if (trusted) writeFiles(base, trusted);
  const out = join(root, 'dist');
  const built = await reportBuild({ root, out, untrusted: true, ...(trusted && { trusted: base }) });
  const paths = existsSync(out) ? readdirSync(out, { recursive: true }).map(String) : [];
  const byName = new Map(paths.map((path) => [withoutFingerprints(path), path]));
  return { ...built, out, root, read: (path: string) => readFileSync(join(out, byName.get(path) ?? path), 'utf8') };
}

const hostile =
  'ran {{ constructor.constructor("return process")().version }}{{ range.constructor("return 6 * 7")() }}';

describe('templates', () => {
  test('of a stranger are not used', async () => {
    const { status, lines, read } = await build({ 'templates/page.njk': hostile, 'templates/base.njk': hostile });
    expect({ status, lines }).toEqual({
      status: 0,
      lines: [
        'templates/base.njk:1:1 warning[untrusted-file] templates are code, so none of a stranger is used',
        'templates/page.njk:1:1 warning[untrusted-file] templates are code, so none of a stranger is used',
      ],
    });
    expect(read('about/index.html')).toContain('<p>About us.</p>');
    expect(read('about/index.html')).not.toMatch(/ran v\d/);
  });

  test('would run code otherwise', async () => {
    const root = temporaryFolder();
    writeFiles(root, { 'content/about.md': 'About us.\n', 'templates/page.njk': hostile });
    await reportBuild({ root, out: join(root, 'dist') });
    expect(readFileSync(join(root, 'dist/about/index.html'), 'utf8')).toMatch(/ran v\d/);
  });

  test('of the trusted folder are, and what a stranger changed is named', async () => {
    const { status, lines, read } = await build(
      { 'templates/page.njk': hostile, 'templates/post.njk': 'the same', 'templates/venue.njk': hostile },
      { 'templates/page.njk': 'trusted {{ entry | content }}', 'templates/post.njk': 'the same' },
    );
    expect({ status, lines }).toEqual({
      status: 0,
      lines: [
        'templates/page.njk:1:1 warning[untrusted-file] templates are code, so the trusted one is used',
        'templates/venue.njk:1:1 warning[untrusted-file] templates are code, so none of a stranger is used',
      ],
    });
    expect(read('about/index.html')).toBe('trusted <p>About us.</p>\n');
  });

  test.each([
    '../content/evil',
    '../../etc/passwd',
    '/etc/passwd',
    'content/evil.md',
    'evil',
    'constructor',
    '__proto__',
  ])('are never taken from content (layout: %s)', async (layout) => {
    const { lines, read } = await build({
      'content/evil.md': `---\nlayout: ${layout}\n---\n${hostile}\n`,
      'content/evil.njk': hostile,
    });
    expect(lines).toContainEqual(expect.stringContaining('content/evil.md:2:9 warning[unknown-layout]'));
    expect(read('evil/index.html')).toContain('constructor.constructor');
    expect(read('evil/index.html')).not.toMatch(/ran v\d/);
  });
});

describe('files that could run code', () => {
  const active = [
    'a.html',
    'a.HTM',
    'a.xhtml',
    'a.js',
    'a.mjs',
    'a.wasm',
    'a.css',
    'a.xml',
    'a.svgz',
    'a.json',
    'CNAME',
    'a.php',
    'a.swf',
  ];

  test.each(active.flatMap((name) => [`content/${name}`, `assets/${name}`]))('%s is not published', async (path) => {
    const { status, lines, out } = await build({ [path]: 'x' });
    expect({ status, lines }).toEqual({
      status: 0,
      lines: [`${path}:1:1 warning[untrusted-file] a file of this kind could run code, so it is not published`],
    });
    const published = [...readTree(out).keys()].map((each) => each.toLowerCase());
    expect(published).not.toContain(path.replace('content/', '').toLowerCase());
  });

  test('a drawing that could is named with its line, one that could not is published', async () => {
    const { lines, out } = await build({
      'content/bad.svg': '<svg xmlns="http://www.w3.org/2000/svg">\n<script>run()</script></svg>',
      'content/latin.svg': Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><text>é</text></svg>', 'latin1'),
      'content/good.svg': '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h9"/></svg>',
    });
    expect(lines).toEqual([
      'content/bad.svg:2:1 warning[untrusted-file] this drawing may not be safe: `<script>` is not known to be harmless, so it is not published',
      expect.stringMatching(
        /^content\/latin\.svg:1:1 warning\[untrusted-file\] byte \d+ of this file .*not published$/,
      ),
    ]);
    expect(['bad.svg', 'latin.svg', 'good.svg'].filter((path) => existsSync(join(out, path)))).toEqual(['good.svg']);
  });

  test('a link to one is no second mistake', async () => {
    const { lines } = await build({
      'content/about.md': '[talk](talk.html), [script](/assets/a.js)',
      'content/talk.html': 'x',
      'assets/a.js': 'x',
    });
    expect(lines.filter((line) => !line.includes('untrusted-file'))).toEqual([]);
  });

  test('the trusted folder’s own are published, not what a stranger made of them', async () => {
    const { lines, read, out } = await build(
      { 'content/talk.html': 'changed', 'assets/site.js': 'the same', 'assets/new.js': 'new' },
      { 'content/talk.html': 'trusted', 'assets/site.js': 'the same', 'assets/gone.js': 'gone' },
    );
    expect(lines).toEqual([
      'assets/new.js:1:1 warning[untrusted-file] a file of this kind could run code, so it is not published',
      'content/talk.html:1:1 warning[untrusted-file] a file of this kind could run code, so the trusted one is published',
    ]);
    expect([read('talk.html'), read('assets/site.js')]).toEqual(['trusted', 'the same']);
    expect(['assets/new.js', 'assets/gone.js'].filter((path) => existsSync(join(out, path)))).toEqual([]);
  });

  test('the theme’s own scripts and styles stay, whatever a stranger puts in their place', async () => {
    const { read } = await build({
      'assets/theme/theme.css': 'body { display: none }',
      'assets/theme/moments.js': 'run()',
    });
    expect(read('assets/theme/theme.css')).not.toContain('display: none }\n'.repeat(2));
    expect(read('assets/theme/moments.js')).not.toContain('run()');
  });

  test('pictures, documents, sound and text are published', async () => {
    const passive = ['a.png', 'a.JPG', 'a.webp', 'a.pdf', 'a.txt', 'a.csv', 'a.woff2', 'a.mp4', 'a.mp3', 'a.odp'];
    const { lines, out } = await build(Object.fromEntries(passive.map((name) => [`content/files/${name}`, 'x'])));
    expect(lines).toEqual([]);
    expect(passive.filter((name) => !existsSync(join(out, 'files', name)))).toEqual([]);
  });
});

describe('the output folder', () => {
  test('may not be a link in a stranger’s site', async () => {
    const elsewhere = temporaryFolder();
    const root = temporaryFolder();
    writeFiles(root, { 'content/index.md': '# Hello\n' });
    symlinkSync(elsewhere, join(root, 'dist'));
    await expect(async () => runBuild({ root, untrusted: true })).rejects.toThrow(
      new WrongCall("--out: is a link in the site's folder"),
    );
    await expect(async () => runBuild({ root, untrusted: true, out: join(root, 'dist/x') })).rejects.toThrow(WrongCall);
    expect(readTree(elsewhere)).toEqual(new Map());
  });

  test('links in it are not written through, and files named in a forged manifest outside of it stay', async () => {
    const elsewhere = temporaryFolder();
    const root = temporaryFolder();
    writeFiles(elsewhere, { 'kept.txt': 'kept' });
    const paths = ['../kept.txt', join(elsewhere, 'kept.txt'), 'about/kept.txt', 'link/kept.txt'];
    writeFiles(root, {
      'content/about.md': 'About us.\n',
      'content/link.md': 'A link.\n',
      'dist/.meetpress/manifest.json': JSON.stringify({ files: paths }),
    });
    symlinkSync(elsewhere, join(root, 'dist/about'));
    symlinkSync(elsewhere, join(root, 'dist/link'));
    await reportBuild({ root, out: join(root, 'dist'), untrusted: true });
    expect([...readTree(elsewhere)].map(([path, bytes]) => [path, `${bytes}`])).toEqual([['kept.txt', 'kept']]);
  });
});

test('a message never shows a file that a link leads to', async () => {
  const elsewhere = temporaryFolder();
  writeFiles(elsewhere, { secret: 'the secret words' });
  const root = temporaryFolder();
  writeFiles(root, { '.git/config': 'the secret token', '.env': 'the secret key', 'content/index.md': '# Hello\n' });
  for (const folder of ['assets', 'templates']) mkdirSync(join(root, folder));
  const links = ['content/a.md', 'content/a.txt', 'assets/b.png', 'templates/page.njk', 'site.yaml'];
  for (const path of links) symlinkSync(join(elsewhere, 'secret'), join(root, path));
  symlinkSync('../.git/config', join(root, 'content/config.txt'));
  symlinkSync('../.env', join(root, 'content/env.md'));
  for (const untrusted of [true, false]) {
    const { status, out, err } = await runBuild({ root, out: join(root, 'dist'), untrusted });
    expect(status).toBe(1);
    expect(`${out}${err}`).not.toContain('the secret');
    for (const path of [...links, 'content/config.txt', 'content/env.md']) expect(err).toContain(path);
    expect(existsSync(join(root, 'dist'))).toBe(false);
  }
});

test.each(['content', 'assets', 'templates'])('a link in the place of %s/ leads nowhere', async (folder) => {
  const elsewhere = temporaryFolder();
  writeFiles(elsewhere, { 'index.md': '# Secret\n', 'page.njk': 'secret', 'a.png': 'secret' });
  const root = temporaryFolder();
  writeFiles(root, folder === 'content' ? { 'site.yaml': '' } : { 'content/index.md': '# Hello\n' });
  symlinkSync(elsewhere, join(root, folder));
  expect(await reportBuild({ root, out: join(root, 'dist') })).toMatchObject({
    status: 1,
    lines: [`${folder}:1:1 error[unreadable-file] this link leads out of the site’s folder`],
  });
});

test('site.yaml cannot take back what the command line says', async () => {
  const { read } = await build({ 'site.yaml': 'untrusted: false\n', 'content/about.md': '<script>run()</script>\n' });
  expect(read('about/index.html')).not.toContain('run()');
});

test('--trusted goes with --untrusted, and names a folder', async () => {
  const root = temporaryFolder();
  writeFiles(root, { 'content/index.md': '# Hello\n' });
  await expect(async () => runBuild({ root, trusted: root })).rejects.toThrow(WrongCall);
  await expect(async () => runBuild({ root, untrusted: true, trusted: join(root, 'nowhere') })).rejects.toThrow(
    WrongCall,
  );
});
