import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeSite } from '../../src/output/write.ts';
import { contents, put, temporaryFolder } from './folder.ts';
import { sites } from './sites.ts';

const compiled = mkdtempSync(join(tmpdir(), 'meetpress-builder-'));
const builder = join(compiled, 'builder.mjs');

beforeAll(() => {
  const entry = fileURLToPath(new URL('builder.ts', import.meta.url));
  buildSync({ entryPoints: [entry], outfile: builder, bundle: true, platform: 'node', format: 'esm' });
});
afterAll(() => rmSync(compiled, { recursive: true }));

const start = (out: string, times: number, ...names: (keyof typeof sites)[]): ChildProcess =>
  spawn(process.execPath, [builder, out, String(times), ...names], { stdio: ['ignore', 'pipe', 'inherit'] });

const filesOf = (site: (typeof sites)['red']) =>
  Object.fromEntries(site.map(({ path, content }) => [path, `${content}`]));

/** Every file is one of a site's, to the last byte. */
function expectWhole(out: string): void {
  const possible = Object.values(sites).flat();
  const whole = new Set(possible.map(({ path, content }) => `${path}\n${content}`));
  for (const [path, text] of Object.entries(contents(out))) {
    if (path.endsWith('/') || path === 'mine.txt') continue;
    expect(whole.has(`${path}\n${text}`), `${path} is whole`).toBe(true);
  }
}

test('a build killed at any moment leaves whole files, and the next one completes it', async () => {
  const out = temporaryFolder();
  put(out, 'mine.txt', 'kept');
  const names = ['red', 'blue', 'green'] as const;
  for (let round = 0; round < 9; round += 1) {
    const child = start(out, 1_000_000, 'blue', 'red', 'green');
    const exit = once(child, 'exit');
    const [line] = await once(child.stdout!, 'data');
    expect(String(line)).toBe('started\n');
    await setTimeout(7 * round);
    child.kill('SIGKILL');
    expect(await exit).toEqual([null, 'SIGKILL']);
    expectWhole(out);

    // Every other time the next build is one that is killed as well.
    if (round % 2 === 0) continue;
    const site = sites[names[round % 3]!];
    expect(writeSite(out, site).diagnostics).toEqual([]);
    expect(contents(out)).toEqual({ ...filesOf(site), 'mine.txt': 'kept' });
    expect(readdirSync(join(out, '.meetpress'))).toEqual(['manifest.json']);
  }
});

/** What several processes printed, that ran at the same time. */
async function saidBy(children: readonly ChildProcess[]): Promise<string[]> {
  const said = children.map(async ({ stdout }) => {
    const pieces: Buffer[] = [];
    for await (const piece of stdout!) pieces.push(piece);
    return Buffer.concat(pieces).toString();
  });
  return Promise.all(said);
}

const turns: Readonly<Record<string, readonly (readonly (keyof typeof sites)[])[]>> = {
  'the same files': [['red', 'green'], ['green', 'red'], ['red']],
  'different files': [['red', 'blue'], ['blue', 'green'], ['blue']],
};

test.each(Object.entries(turns))('builds of %s at the same time wait for each other', async (_, turns) => {
  const out = temporaryFolder();
  put(out, 'mine.txt', 'kept');
  expect(await saidBy(turns.map((names) => start(out, 3, ...names)))).toEqual(turns.map(() => 'started\n'));
  const possible = Object.values(sites).map((site) => ({ ...filesOf(site), 'mine.txt': 'kept' }));
  expect(possible).toContainEqual(contents(out));
  expect(readdirSync(join(out, '.meetpress'))).toEqual(['manifest.json']);
  expect(writeSite(out, sites.green).diagnostics).toEqual([]);
  expect(contents(out)).toEqual({ ...filesOf(sites.green), 'mine.txt': 'kept' });
});
