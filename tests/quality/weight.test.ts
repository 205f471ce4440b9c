import { expect, test } from 'vitest';
import { packageRoot } from '../../src/package-root.ts';
import { built, builtFrom } from '../browser/site.ts';
import { pagesOf, type Site } from './pages.ts';
import { weigh } from './weight.ts';

const now = '2026-10-15T10:00:00Z';
const kib = 1024;

/** The pages that are heavier, uncompressed, than what every reader should have to load. */
const tooHeavy = (site: Site): string[] =>
  pagesOf(site)
    .filter((page) => page === '/' || /^\/events\/./.test(page))
    .map((page) => ({ page, size: weigh(site, page), limit: (page === '/' ? 60 : 50) * kib }))
    .filter(({ size, limit }) => size > limit)
    .map(({ page, size }) => `${page}: ${(size / kib).toFixed(1)} KiB`);

test.each([
  ['the example site', () => builtFrom(packageRoot, now)],
  ['a site with events in every state', () => built(now)],
])('pages, style sheets and scripts of %s are light', async (_, build) => {
  const site = await build();
  expect(weigh(site, '/')).toBeGreaterThan(10 * kib);
  expect(tooHeavy(site)).toEqual([]);
});

test('what a page names is weighed', () => {
  const page =
    '<link rel="stylesheet" href="../a.css"><script src="../b.js"></script><script type="module" src="../b.js">';
  const site = new Map([
    ['x/index.html', Buffer.from(page)],
    ['a.css', Buffer.alloc(100)],
    ['b.js', Buffer.alloc(1000)],
  ]);
  expect(weigh(site, '/x/')).toBe(page.length + 1100);
});
