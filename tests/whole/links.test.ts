import { join } from 'node:path';
import { expect, test } from 'vitest';
import { packageRoot } from '../../src/package-root.ts';
import { type Parsed, parsePage } from './pages.ts';
import { readTree, runBuild, temporaryFolder } from './run.ts';

test.each([
  ['at the root of its host', 'https://meetup.example/', '/'],
  ['below a path', 'https://org.example/name/', '/name/'],
])('every link of the example site leads somewhere, %s', async (_, baseUrl, basePath) => {
  const out = join(temporaryFolder(), 'dist');
  expect(await runBuild({ root: packageRoot, out, baseUrl })).toMatchObject({ status: 0, err: '' });
  const tree = readTree(out);
  const pages = new Map<string, Parsed>();
  for (const [path, bytes] of tree) if (path.endsWith('.html')) pages.set(path, parsePage(bytes.toString()));
  expect(pages.size).toBeGreaterThan(60);

  const { origin } = new URL(baseUrl);
  const isBroken = (target: string, from: string): boolean => {
    const { origin: host, pathname, hash } = new URL(target, `${origin}${basePath}${from}`);
    if (host !== origin) return false;
    if (!pathname.startsWith(basePath)) return true;
    const path = decodeURIComponent(pathname.slice(basePath.length)).replace(/(^|\/)$/, '$1index.html');
    if (!tree.has(path)) return true;
    return hash !== '' && !pages.get(path)?.ids.includes(decodeURIComponent(hash.slice(1)));
  };
  const broken = [...pages].flatMap(([path, { targets }]) =>
    targets.filter((target) => isBroken(target, path)).map((target) => `${path}: ${target}`),
  );
  expect(broken).toEqual([]);
});
