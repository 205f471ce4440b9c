import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { openLastBuild, type Terms } from '../../src/last-build/last-build.ts';
import { writeSite } from '../../src/output/write.ts';
import { temporaryFolder, writeFiles } from '../whole/run.ts';

const now = Temporal.Instant.from('2026-11-20T12:00Z');
const span = { from: now.epochNanoseconds, until: now.epochNanoseconds + 5n };
const said = { words: 'All is well.', none: undefined };
const outputs = [
  { path: 'index.html', content: Buffer.from('<p>Ö\n') },
  { path: 'a/raw.bin', content: Uint8Array.of(0, 255) },
];

/** A folder with a site that was built, and what is known of that. */
function built(config = 'title: Weir\n', terms: Partial<Terms> = {}) {
  const root = temporaryFolder();
  const theme = temporaryFolder();
  writeFiles(root, { 'site.yaml': config, 'content/a.md': 'One.\n' });
  writeFiles(theme, { 'templates/page.njk': 'Page.\n' });
  const all: Terms = { root, theme, out: join(root, 'dist'), drafts: false, ...terms };
  const last = openLastBuild<typeof said>(all, 'program');
  last.site.list('content');
  last.site.read('content/a.md');
  last.theme.readIfThere('templates/page.njk');
  expect(writeSite(all.out, outputs).diagnostics).toEqual([]);
  last.keep(outputs, span, said);
  const again = (changed: Partial<Terms> = {}, program = 'program', at = now) =>
    openLastBuild<typeof said>({ ...all, ...changed }, program).stillSays(at);
  return { root, theme, again, file: join(root, '.meetpress/last-build') };
}

test('where nothing has changed, it still says what it said', () => {
  const { again } = built();
  expect(again()).toStrictEqual(said);
  expect(again({}, 'program', now.add({ nanoseconds: 4 }))).toStrictEqual(said);
});

test('before the first build nothing is said', () => {
  const root = temporaryFolder();
  expect(openLastBuild({ root, theme: root, out: join(root, 'dist') }, 'program').stillSays(now)).toBe(undefined);
});

test('another option, program, folder or time', () => {
  const { again } = built();
  expect(again({ drafts: true })).toBe(undefined);
  expect(again({ strict: true })).toBe(undefined);
  expect(again({ out: temporaryFolder() })).toBe(undefined);
  expect(again({}, 'newer')).toBe(undefined);
  expect(again({}, 'program', now.subtract({ nanoseconds: 1 }))).toBe(undefined);
  expect(again({}, 'program', now.add({ nanoseconds: 5 }))).toBe(undefined);
  expect(again()).toStrictEqual(said);
});

test.each(['content/a.md', 'content/b.md', 'dist/index.html', 'dist/a/raw.bin'])('%s', (path) => {
  const { root, again } = built();
  writeFiles(root, { [path]: 'Two.\n' });
  expect(again()).toBe(undefined);
});

test('a template that comes with the program', () => {
  const { theme, again } = built();
  writeFiles(theme, { 'templates/page.njk': 'Pages.\n' });
  expect(again()).toBe(undefined);
});

test('a record that is cut off or changed anywhere says nothing', () => {
  const { file, again } = built();
  const bytes = readFileSync(file);
  for (let at = 0; at < bytes.length; at += 3) {
    writeFileSync(file, bytes.subarray(0, at));
    expect(again(), `cut off at ${at}`).toBe(undefined);
    const changed = Buffer.from(bytes);
    changed[at]! ^= 1;
    writeFileSync(file, changed);
    expect(again(), `changed at ${at}`).toBe(undefined);
  }
  writeFileSync(file, bytes);
  expect(again()).toStrictEqual(said);
});

test.each(['untrusted: true', 'un-trusted: yes', '"UNTRUSTED": true', '# untrusted, one day'])(
  'a site with `%s`',
  (line) => {
    expect(built(`${line}\n`).again()).toBe(undefined);
  },
);

test('one build is kept', () => {
  const { root, file } = built();
  const { length } = readFileSync(file);
  const last = openLastBuild({ root, theme: root, out: join(root, 'dist'), drafts: false }, 'program');
  last.keep(outputs, span, said);
  expect(readFileSync(file).length).toBeLessThan(length);
});
