import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderInRepository } from '../../src/commands/repository.ts';
import { runBuild, temporaryFolder, writeFiles } from '../whole/run.ts';

const site = { 'content/index.md': '[gone](gone.md)\n' };
const below = (files: Readonly<Record<string, string>>, folder: string) =>
  Object.fromEntries(Object.entries(files).map(([path, text]) => [`${folder}/${path}`, text]));

test.each([
  ['at its root', { '.git/HEAD': '', ...site }, '.', ''],
  ['below it', { '.git/HEAD': '', ...below(site, 'docs/our site') }, 'docs/our site', 'docs/our site/'],
  ['in a work tree', { '.git/HEAD': '', 'tree/.git': 'gitdir: x', ...below(site, 'tree/web') }, 'tree/web', 'web/'],
])('a site in a repository, %s', async (_, files, folder, expected) => {
  const root = temporaryFolder();
  writeFiles(root, files);
  expect(folderInRepository(join(root, folder))).toBe(expected);
  const { out } = await runBuild({ root: join(root, folder), format: 'github' });
  expect(out).toContain(`::warning file=${expected}content/index.md,line=1,col=8,endColumn=14,title=`);
});

test('a site in no repository', () => {
  const root = temporaryFolder();
  writeFiles(root, site);
  expect(folderInRepository(root)).toBe('');
});
