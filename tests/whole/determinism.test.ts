import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { packageRoot } from '../../src/package-root.ts';
import { type Installed, install } from './package.ts';
import { now, readTree, temporaryFolder } from './run.ts';

let meetpress: Installed;
beforeAll(() => {
  meetpress = install();
});

const parts = ['site.yaml', 'assets', 'content'];
const withNow = ['--now', now];
const withEpoch = { SOURCE_DATE_EPOCH: `${Date.parse(now) / 1000}` };

test('the example site is the same bytes on every machine', async () => {
  const folder = temporaryFolder();
  const near = join(folder, 'near');
  const far = join(folder, 'a folder/farther away');
  for (const part of parts) cpSync(join(packageRoot, part), join(near, part), { recursive: true });
  for (const part of parts.toReversed()) cpSync(join(packageRoot, part), join(far, part), { recursive: true });

  const machines: readonly [root: string, args: readonly string[], env: Readonly<Record<string, string>>][] = [
    [near, withNow, { TZ: 'UTC' }],
    [near, withNow, { TZ: 'America/Chicago', LC_ALL: 'de_DE.UTF-8' }],
    [far, withNow, { TZ: 'Asia/Kolkata', LC_ALL: 'C' }],
    [far, [], { TZ: 'Pacific/Auckland', ...withEpoch }],
  ];
  const trees = await Promise.all(
    machines.map(async ([root, args, env], index) => {
      const out = join(folder, `out-${index}`);
      const ran = await meetpress.run(['build', '--root', root, '--out', out, ...args], env);
      expect(ran).toMatchObject({ status: 0, err: '' });
      return readTree(out);
    }),
  );

  const [first, ...others] = trees as [Map<string, Buffer>, ...Map<string, Buffer>[]];
  expect(first.size).toBeGreaterThan(60);
  for (const other of others) {
    expect([...other.keys()]).toEqual([...first.keys()]);
    expect([...other].filter(([path, bytes]) => !bytes.equals(first.get(path)!)).map(([path]) => path)).toEqual([]);
  }
}, 600_000);
