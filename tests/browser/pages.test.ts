import { dirname } from 'node:path/posix';
import { expect, test } from 'vitest';
import { groupBy } from '../../src/group.ts';
import { packageRoot } from '../../src/package-root.ts';
import { built, builtFrom } from './site.ts';
import { visits } from './visit.ts';

const now = '2026-10-15T10:00:00Z';
type Site = ReadonlyMap<string, Buffer>;

/** Those that stay where they are. */
const pagesOf = (files: Site): string[] =>
  [...files.keys()].filter((path) => path.endsWith('.html') && !files.get(path)!.includes('http-equiv="refresh"'));

/** Of pages of one kind, the longest will do. */
const kindsOf = (files: Site): string[] =>
  groupBy(pagesOf(files), (path) => (dirname(dirname(path)) === '.' ? path : dirname(dirname(path)))).map(
    ([, paths]) => paths.toSorted((a, b) => files.get(b)!.length - files.get(a)!.length)[0]!,
  );

const states = built(now);
const example = builtFrom(packageRoot, now);

test.each([
  ['a site with events in every state', pagesOf(states), visits(() => states)],
  ['the example site', kindsOf(example), visits(() => example)],
])('on a phone, no page of %s complains or scrolls sideways', async (_, paths, visit) => {
  expect(paths.length).toBeGreaterThan(20);
  for (const path of paths) {
    const page = await visit(`/${path.replace(/index\.html$/, '')}`, now, { width: 375 });
    const wider = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
    expect({ path, wider }).toEqual({ path, wider: 0 });
  }
});
