import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { Temporal } from 'temporal-polyfill';
import { expect, test, vi } from 'vitest';
import { createBuilder } from '../../src/builder.ts';
import { createDerive } from '../../src/dev/derive.ts';
import { createKeptFiles } from '../../src/dev/kept-files.ts';
import { createPreview } from '../../src/dev/preview.ts';
import { createFiles } from '../../src/files.ts';
import { createStore } from '../../src/output/store.ts';
import { packageRoot } from '../../src/package-root.ts';
import { photograph, siteWith } from './site.ts';

function previewOf(root: string) {
  const files = createKeptFiles(root);
  const options = { now: Temporal.Instant.from('2026-07-01T12:00Z'), drafts: false, overrides: {} };
  const preview = createPreview({ files, builder: createBuilder(createFiles(packageRoot)), options: () => options });
  const told = vi.fn();
  const derive = createDerive(createStore(root), told);
  const page = () => (preview.answer('/') as { text: string }).text;
  const asked = (path: string) => {
    const answer = preview.answer(path);
    return answer.kind === 'derived' ? derive(answer.derived) : undefined;
  };
  return { preview, files, told, page, asked };
}

test('a copy is made when it is asked for, and not before', async () => {
  const root = siteWith('![a](a.jpg){width=100}', { 'content/a.jpg': await photograph(400, 300) });
  const { page, asked } = previewOf(root);
  const copy = /srcset="(\S+) 100w/.exec(page())![1]!;
  expect(existsSync(join(root, '.meetpress'))).toBe(false);
  expect((await sharp(readFileSync((await asked(copy))!)).metadata()).width).toBe(100);
  expect(readFileSync((await asked('/a.jpg'))!).includes('Exif')).toBe(false);
});

test('a change elsewhere reads no picture again; one of the picture gives it another address', async () => {
  const root = siteWith('![a](a.jpg){width=100}', { 'content/a.jpg': await photograph(400, 300) });
  const { preview, files, page } = previewOf(root);
  const disk = vi.spyOn(files, 'readStart');
  const before = page();
  writeFileSync(join(root, 'content/about.md'), 'About us.\n');
  preview.change(files.look());
  expect(page()).toContain(/srcset="[^"]*"/.exec(before)![0]);
  writeFileSync(join(root, 'content/a.jpg'), await photograph(400, 200));
  preview.change(files.look());
  expect(page()).not.toContain(/srcset="[^"]*"/.exec(before)![0]);
  // Its size is in its first bytes.
  expect(Math.max(...disk.mock.calls.map(([, length]) => length))).toBe(65_536);
});

test('a broken picture is told once', async () => {
  const root = siteWith('![a](a.jpg)', { 'content/a.jpg': (await photograph(400, 300)).subarray(0, 9000) });
  const { page, asked, told } = previewOf(root);
  page();
  for (const _ of ['first', 'again']) expect(await asked('/a.jpg')).toBeUndefined();
  expect(told.mock.calls).toMatchObject([[[{ code: 'broken-picture', at: { path: 'content/index.md', line: 1 } }]]]);
});
