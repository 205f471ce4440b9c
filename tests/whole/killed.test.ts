import { join } from 'node:path';
import { expect, test } from 'vitest';
import { killBuilds } from '../../fuzz/kills.ts';
import { install } from './package.ts';
import { temporaryFolder } from './run.ts';

/** `npm run fuzz -- kills` does it 200 times, and `--seed` says at which moments. */
test('a build killed at any moment leaves whole files, and the next one gives a clean build’s bytes', async () => {
  const cli = join(install().folder, 'lib/cli.js');
  const killed = await killBuilds({ cli, folder: temporaryFolder(), seed: 1, count: 24 });
  expect(killed.problems).toEqual([]);
  expect(killed.before + killed.writing + killed.over).toBe(24);
  expect(killed.writing).toBeGreaterThan(4);
}, 600_000);
