import { mkdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stepsOfANewcomer } from '../../scripts/package-steps.mjs';
import { start } from './package.ts';
import { installPacked, type Packed } from './packed.ts';
import { now, readTree } from './run.ts';

/** The Node that runs the tests, and those that `MEETPRESS_NODES` names as `PATH` names folders. */
const nodes = [process.execPath, ...(process.env.MEETPRESS_NODES?.split(delimiter) ?? [])];

let packed: Packed;
beforeAll(() => {
  packed = installPacked();
});
afterAll(() => packed?.remove());

test('holds what a site needs, and nothing of how it was made', () => {
  const { paths } = packed;
  expect([...new Set(paths.map((path) => path.replace(/[\\/].*/, '')))].sort()).toEqual([
    'CHANGELOG.md',
    'LICENSE',
    'README.md',
    'assets',
    'docs',
    'lib',
    'package.json',
    'templates',
  ]);
  expect(paths).toEqual(expect.arrayContaining(['lib/cli.js', 'lib/client.js', 'docs/reference.md', 'docs/start.md']));
  expect(paths.filter((path) => /\.(?:map|ts|webp)$|^lib\/reference|^docs\/decisions/.test(path))).toEqual([]);
});

describe.each(nodes.map((node, index) => ({ node, index })))('on $node', ({ node, index }) => {
  const when = ['--now', now];
  const siteFolder = (): string => join(packed.folder, `site-${index}`);
  const call = (args: readonly string[]) => start([packed.cli, ...args], {}, siteFolder(), node);

  test('a newcomer makes a site, and it builds', { timeout: 600_000 }, async () => {
    mkdirSync(siteFolder());
    for (const args of stepsOfANewcomer(when)) {
      const ran = await call(args).ended;
      expect(ran, args.join(' ')).toMatchObject({ status: 0, err: expect.stringMatching(/^(?:note: .*\n)?$/) });
      expect(ran.out, args.join(' ')).not.toBe('');
    }
    const files = readTree(siteFolder());
    const pages = ['2026-12-10-first-evening', '2027-01-14-maps-for-everybody'].map((name) => `events/${name}`);
    for (const page of [...pages, 'people/ada-example', 'people/bob-example', 'code-of-conduct'])
      expect(files.has(join('dist', page, 'index.html')), page).toBe(true);
    // What is optional came along: cards, pictures, the search.
    expect([...files.keys()].some((path) => path.startsWith(join('dist', 'pagefind')))).toBe(true);
  });

  test('and previews it', async () => {
    const running = call(['dev', '--port', '0', ...when]);
    const addressIn = () => /http:\S+(?=\.)/.exec(running.printed().out)?.[0];
    await expect.poll(addressIn).toBeDefined();
    const answer = await fetch(addressIn()!);
    expect([answer.status, await answer.text()]).toEqual([200, expect.stringContaining('Heron Valley')]);
    running.signal('SIGINT');
    expect(await running.ended).toMatchObject({ status: 0, err: expect.stringMatching(/^(?:note: .*\n)?$/) });
  });
});
