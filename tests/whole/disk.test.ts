import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readTree, reportBuild, reportCheck, temporaryFolder, writeFiles } from './run.ts';

/** A small site that builds, and more. */
function siteWith(files: Readonly<Record<string, string>> = {}) {
  const root = temporaryFolder();
  writeFiles(root, { 'content/about.md': '# About us\n', ...files });
  return { root, out: join(root, 'dist') };
}

const isRoot = process.getuid?.() === 0;
const isWindows = process.platform === 'win32';

test('a link out of the folder is not followed (unreadable-file)', async () => {
  const site = siteWith();
  const elsewhere = temporaryFolder();
  writeFiles(elsewhere, { 'secret.md': '# Secret\n', 'secret.svg': '<svg/>' });
  symlinkSync(join(elsewhere, 'secret.md'), join(site.root, 'content/secret.md'));
  symlinkSync(elsewhere, join(site.root, 'content/folder'));
  symlinkSync('nowhere.md', join(site.root, 'content/broken.md'));
  expect(await reportBuild(site)).toMatchObject({
    status: 1,
    lines: [
      'content/broken.md:1:1 error[unreadable-file] this link leads to a file that is not there',
      'content/folder:1:1 error[unreadable-file] this link leads out of the site’s folder',
      'content/secret.md:1:1 error[unreadable-file] this link leads out of the site’s folder',
    ],
  });
});

test('a link within the folder is followed, and a circle of links ends', async () => {
  const site = siteWith({ 'shared/handbook.md': '# Handbook\n' });
  symlinkSync('../shared', join(site.root, 'content/shared'));
  symlinkSync('..', join(site.root, 'content/circle'));
  symlinkSync('about.md', join(site.root, 'content/imprint.md'));
  expect(await reportBuild(site)).toMatchObject({ status: 0, lines: [] });
  expect([...readTree(site.out).keys()]).toEqual(
    expect.arrayContaining(['shared/handbook/index.html', 'imprint/index.html', 'about/index.html']),
  );
});

test.skipIf(isRoot || isWindows)('a file without permission is named (unreadable-file)', async () => {
  const site = siteWith({ 'content/secret.md': '# Secret\n' });
  chmodSync(join(site.root, 'content/secret.md'), 0o000);
  expect((await reportBuild(site)).lines).toEqual([
    'content/secret.md:1:1 error[unreadable-file] this file cannot be read (EACCES)',
  ]);
});

test('a folder where site.yaml should be is named (unreadable-file)', async () => {
  const site = siteWith();
  mkdirSync(join(site.root, 'site.yaml'));
  expect((await reportBuild(site)).lines).toEqual([
    'site.yaml:1:1 error[unreadable-file] a folder stands where a file is wanted',
  ]);
});

test('a file of somebody else is not overwritten (foreign-file)', async () => {
  const site = siteWith();
  writeFiles(site.out, { 'about/index.html': 'Hand-made.', CNAME: 'valley.example' });
  expect(await reportBuild(site)).toMatchObject({
    status: 1,
    lines: ['error[foreign-file] `dist/about/index.html` is in the way, and Meetpress did not make it'],
  });
  expect([...readTree(site.out)].map(([path, bytes]) => [path, `${bytes}`])).toEqual([
    ['CNAME', 'valley.example'],
    ['about/index.html', 'Hand-made.'],
  ]);
});

test('what the disk refuses is said (write-failed)', async () => {
  const { root } = siteWith({ public: 'a file' });
  const { status, diagnostics, lines } = await reportBuild({ root, out: join(root, 'public/site') });
  expect(status).toBe(1);
  expect(lines).toEqual([
    expect.stringMatching(/^error\[write-failed\] writing the site failed at `.*`: a file stands/),
  ]);
  expect(diagnostics[0]?.help).toBe('move that file away, or choose another output folder');
});

test('a failed build leaves the earlier one untouched', async () => {
  const site = siteWith({ 'content/events/2026-12-01-maps.md': '---\ntitle: Maps\nstart: 2026-12-01 19:00\n---\n' });
  expect((await reportBuild(site)).status).toBe(0);
  const before = readTree(site.out);
  writeFiles(site.root, { 'content/about.md': '# About all of us\n', 'content/contact.md': '# Contact\n' });

  const failures: Readonly<Record<string, string>>[] = [
    { 'content/events/2026-12-01-maps.md': '---\ntitle: Maps\nstart: 2026-18-12\n---\n' },
    { 'content/events/2026-12-01-maps.md': '---\nstart: 2026-12-01\n---\n', 'templates/page.njk': '{% nothing %}' },
    { 'templates/page.njk': '{{ entry | content }}', 'content/about.md': '---\npermalink: /contact/\n---\n' },
  ];
  for (const files of failures) {
    writeFiles(site.root, files);
    expect((await reportBuild(site)).status).toBe(1);
    expect(readTree(site.out)).toEqual(before);
  }
  writeFileSync(join(site.root, 'content/about.md'), '[nowhere](nope.md)');
  expect((await reportBuild({ ...site, strict: true })).status).toBe(1);
  expect(readTree(site.out)).toEqual(before);
  expect((await reportBuild(site)).status).toBe(0);
  expect(readTree(site.out)).not.toEqual(before);
});

test('an edit, a rename and a removal leave no stale file', async () => {
  const site = siteWith({ 'content/events/maps.md': '---\ntitle: Maps\nstart: 2026-12-01\ntags: gis\n---\n' });
  await reportBuild(site);
  writeFiles(site.root, { 'content/events/maps.md': '---\ntitle: Maps\nstart: 2026-12-01\npermalink: /maps/\n---\n' });
  expect((await reportBuild(site)).status).toBe(0);
  const fresh = join(site.root, 'fresh');
  await reportBuild({ root: site.root, out: fresh });
  expect(readTree(site.out)).toEqual(readTree(fresh));
});

test.skipIf(isWindows)('a name that other systems take for a path is refused (unsafe-output)', async () => {
  const site = siteWith({ 'content/plans\\room.svg': '<svg/>' });
  expect(await reportBuild(site)).toMatchObject({
    status: 1,
    lines: [expect.stringContaining('error[unsafe-output] content/plans\\room.svg has a name that is no safe path')],
  });
});

test('check finds what build finds', async () => {
  const sites: Readonly<Record<string, string>>[] = [
    { 'content/about.md': '[nowhere](nope.md)' },
    { 'content/about.md': '---\nstart: [\n---\n' },
    { 'content/imprint.md': '---\npermalink: /.git/imprint/\n---\n' },
    { 'content/imprint.md': '---\npermalink: /about/index.html/\n---\n' },
  ];
  for (const files of sites) {
    const site = siteWith(files);
    const checked = await reportCheck(site);
    const built = await reportBuild(site);
    expect(checked.status).toBe(built.status);
    expect(checked.lines).toEqual(expect.arrayContaining(built.lines));
  }
});

test('a name is one name, however its accents are encoded', async () => {
  const site = siteWith({
    [`content/${'über-uns'.normalize('NFD')}.md`]: '# Über uns\n',
    [`content/${'käse'.normalize('NFD')}.svg`]: '<svg xmlns="http://www.w3.org/2000/svg"/>',
    'content/index.md': '[wir](über-uns.md), [wir](/über-uns/), ![](käse.svg)'.normalize('NFC'),
    'content/contact.md': '[wir](über-uns.md), ![](käse.svg)'.normalize('NFD'),
  });
  expect(await reportBuild(site)).toMatchObject({ status: 0, lines: [] });
  expect([...readTree(site.out).keys()]).toEqual(
    expect.arrayContaining(['über-uns/index.html', 'käse.svg'].map((path) => path.normalize('NFC'))),
  );
});
