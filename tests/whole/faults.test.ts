import { execFile, execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test, vi } from 'vitest';
import { type Installed, install } from './package.ts';
import { now, readTree, temporaryFolder, writeFiles } from './run.ts';

let meetpress: Installed;
// Each starts the program many times.
vi.setConfig({ testTimeout: 600_000 });

beforeAll(() => {
  meetpress = install();
});

const numbers = Array.from({ length: 60 }, (_, number) => number);

/** A site whose every page holds a word, 1,000 times, and half of whose files are named by it. */
function siteOf(word: string): string {
  const root = temporaryFolder();
  writeFiles(root, {
    'templates/page.njk': '{% for i in range(1000) %}{{ page.title }}{% endfor %}',
    ...Object.fromEntries(
      numbers.map((number) => [`content/${number % 2 ? word : 'both'}-${number}.md`, `---\ntitle: ${word}\n---\n`]),
    ),
  });
  return root;
}

const build = (root: string, out: string) => meetpress.run(['build', '--root', root, '--out', out, '--now', now]);

/** Whether this machine lets somebody have a small disk of their own, which goes with the process that asked for it. */
const canMount = ((): boolean => {
  try {
    execFileSync('unshare', ['-rm', 'mount', '-t', 'tmpfs', 'tmpfs', '/tmp'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

/** Runs a script in which `disk SIZE` mounts or resizes one at `$DISK`, `build SITE` builds, and `keep NAME` copies what is there. */
function onDisk(script: string, folders: Readonly<Record<string, string>>): Promise<string> {
  const [cli, disk] = [join(meetpress.folder, 'lib/cli.js'), temporaryFolder()];
  const prelude = `
    build() { node ${cli} build --root "$1" --out "$DISK/out" --now ${now} 2>&1 && echo "status 0" || echo "status $?"; }
    keep() { rm -rf "$KEPT/$1"; cp -r "$DISK/out" "$KEPT/$1"; }
    mount -t tmpfs -o size=4m tmpfs "$DISK"
  `;
  const env = { PATH: process.env.PATH, DISK: disk, ...folders };
  return new Promise((resolve, reject) =>
    execFile('unshare', ['-rm', 'sh', '-ec', prelude + script], { env }, (error, out, err) =>
      error ? reject(new Error(`${error.message}\n${out}${err}`)) : resolve(out),
    ),
  );
}

/** Every file of a tree is one of others, to the last byte. */
function expectWhole(tree: ReadonlyMap<string, Buffer>, ...others: readonly ReadonlyMap<string, Buffer>[]): void {
  for (const [path, bytes] of tree)
    if (!path.startsWith('.meetpress'))
      expect([path, others.some((other) => other.get(path)?.equals(bytes))]).toEqual([path, true]);
}

test.skipIf(!canMount)(
  'a disk that fills up is said, what is on it is whole, and the next build completes it',
  async () => {
    const [OLD, NEW, KEPT] = [siteOf('old'), siteOf('new-and-longer'), temporaryFolder()];
    const said = await onDisk(
      `
    build "$OLD"; keep old
    used=$(du -sk "$DISK" | cut -f1); mount -o remount,size=$((used + 200))k "$DISK"
    build "$NEW"; keep full
    mount -o remount,size=16m "$DISK"
    build "$NEW"; keep new
    rm -rf "$DISK/out"; build "$NEW"; keep clean
  `,
      { OLD, NEW, KEPT },
    );
    expect(said.match(/status \d+/g)).toEqual(['status 0', 'status 1', 'status 0', 'status 0']);
    expect(said).toMatch(
      /error\[write-failed\] writing the site failed at `out.*`: the disk is full\n(?:.*\n)*?.*make room, and build again/,
    );
    expect(said).toMatch(/^(?:Nothing was written|The site was written in part)/m);
    const [old, full, completed, clean] = ['old', 'full', 'new', 'clean'].map((name) => readTree(join(KEPT, name)));
    expectWhole(full!, old!, clean!);
    expect(completed).toEqual(clean);
  },
);

test.skipIf(!canMount)('a disk that became read-only keeps what it holds', async () => {
  const [OLD, NEW, KEPT] = [siteOf('old'), siteOf('new-and-longer'), temporaryFolder()];
  const said = await onDisk(
    `
    build "$OLD"; keep old
    mount -o remount,ro "$DISK"
    build "$NEW"; keep kept
    mount -o remount,rw "$DISK"
    build "$OLD"; keep again
  `,
    { OLD, NEW, KEPT },
  );
  expect(said.match(/status \d+/g)).toEqual(['status 0', 'status 1', 'status 0']);
  expect(said).toContain('error[write-failed] writing the site failed at `out`: the disk cannot be written to');
  expect(said).toContain('Nothing was written');
  const [old, kept, again] = ['old', 'kept', 'again'].map((name) => readTree(join(KEPT, name)));
  expect(kept).toEqual(old);
  expect(again).toEqual(old);
});

test('an output folder that cannot be one is said', async () => {
  const folder = temporaryFolder();
  writeFiles(folder, { dist: 'a file' });
  const ran = await build(siteOf('old'), join(folder, 'dist'));
  expect(ran).toMatchObject({ status: 1, out: 'Nothing was written (1 error).\n' });
  expect(ran.err).toContain(
    'error[write-failed] writing the site failed at `dist`: a file stands where a folder is needed',
  );
  expect(readFileSync(join(folder, 'dist'), 'utf8')).toBe('a file');
});

test('of builds of different sites at the same time, one comes last and is whole', async () => {
  const folder = temporaryFolder();
  const out = join(folder, 'out');
  mkdirSync(out);
  const roots = [siteOf('old'), siteOf('new')];
  const clean = [];
  for (const [index, root] of roots.entries()) {
    expect(await build(root, join(folder, `clean-${index}`))).toMatchObject({ status: 0 });
    clean.push(readTree(join(folder, `clean-${index}`)));
  }
  for (let round = 0; round < 2; round += 1) {
    const ran = await Promise.all([...roots, ...roots].map((root) => build(root, out)));
    expect(ran.map(({ status }) => status)).toEqual([0, 0, 0, 0]);
    expect(clean).toContainEqual(readTree(out));
  }
});
