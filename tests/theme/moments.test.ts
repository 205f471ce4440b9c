import { statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { packageRoot } from '../../src/package-root.ts';
import { readTree, reportBuild, temporaryFolder } from '../whole/run.ts';

test('the script that decides when a page is viewed is smaller than 2.4 kB', () => {
  expect(statSync(join(packageRoot, 'assets/theme/moments.js')).size).toBeLessThan(2400);
});

test('no page has a script in it, and only those that have something to decide load the one that decides', async () => {
  const pagesAt = async (now: string) => {
    const out = join(temporaryFolder(), 'dist');
    expect((await reportBuild({ root: packageRoot, out, now })).status).toBe(0);
    return [...readTree(out)].flatMap(([path, bytes]) => (path.endsWith('.html') ? [[path, `${bytes}`] as const] : []));
  };
  const deciding = (pages: Awaited<ReturnType<typeof pagesAt>>) =>
    pages.filter(([, page]) => /theme\/moments\.(?:[\da-f]+\.)?js/.test(page)).map(([path]) => path);

  const pages = await pagesAt('2026-11-20T12:00:00Z');
  expect(
    pages.filter(([, page]) => /<script(?![^>]* src=| type="application\/ld\+json")|\son\w+="/.test(page)),
  ).toEqual([]);
  expect(deciding(pages)).toEqual(
    expect.arrayContaining([
      'index.html',
      'events/index.html',
      'talks/index.html',
      'events/2026-12-10-short-blasts/index.html',
    ]),
  );
  expect(deciding(pages)).not.toContain('events/2026-06-11-small-boats/index.html');
  expect(deciding(pages)).not.toContain('about/index.html');
});
