import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkOutDir } from '../../src/output/out-dir.ts';
import { temporaryFolder } from './folder.ts';

function site(): string {
  const root = join(temporaryFolder(), 'site');
  for (const name of ['content/events', 'assets']) mkdirSync(join(root, name), { recursive: true });
  return root;
}

test.each([
  ['.', "is the site's own folder"],
  ['content/..', "is the site's own folder"],
  ['..', "contains the site's own folder"],
  ['/', "contains the site's own folder"],
  ['content', "lies in the site's `content/`"],
  ['content/events/new', "lies in the site's `content/`"],
  ['templates/new', "lies in the site's `templates/`"],
  ['assets', "lies in the site's `assets/`"],
])('%s may not be the output folder', (path, reason) => {
  const root = site();
  expect(checkOutDir(root, path.startsWith('/') ? path : join(root, path))).toBe(reason);
});

test.each(['dist', 'dist/deep/er', '../elsewhere', 'content2', 'assets.out', '..dist'])('%s may', (path) => {
  const root = site();
  expect(checkOutDir(root, join(root, path))).toBeUndefined();
});

test('links are followed, those of the site as well', () => {
  const root = site();
  mkdirSync(join(root, '../theme/parts'), { recursive: true });
  symlinkSync('content', join(root, 'dist'));
  symlinkSync('../theme/parts', join(root, 'templates'));
  symlinkSync('.', join(root, 'self'));
  expect(checkOutDir(root, join(root, 'dist/new'))).toBe("lies in the site's `content/`");
  expect(checkOutDir(root, join(root, 'self'))).toBe("is the site's own folder");
  expect(checkOutDir(join(root, 'self'), root)).toBe("is the site's own folder");
  expect(checkOutDir(root, join(root, '../theme/parts/out'))).toBe("lies in the site's `templates/`");
  expect(checkOutDir(root, join(root, '../theme'))).toBe("contains the site's `templates/`");
  expect(checkOutDir(root, join(root, '../theme/out'))).toBeUndefined();
});
