import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { packageRoot } from '../../src/package-root.ts';
import { launch } from '../browser/browser.ts';
import { type Served, serve } from '../browser/serve.ts';
import { builtFrom } from '../browser/site.ts';
import { createLook, views } from './look.ts';
import { kindsOf, pagesOf } from './pages.ts';

const now = '2026-10-15T10:00:00Z';
const example = await builtFrom(packageRoot, now);
const kinds = new Set(kindsOf(example));

let browser: Browser;
let served: Served;
beforeAll(async () => {
  [browser, served] = await Promise.all([launch(), serve(example, '')]);
});
afterAll(async () => {
  await browser?.close();
  await served?.close();
});

// The shape of a page doesn't depend on its colours; pages of a kind differ in their words, which are too long on phones if anywhere.
test.each(views)(
  'nothing is wrong with the example site at $width px, $scheme',
  async (view) => {
    const { look, close } = await createLook(browser, served, view, now);
    const light = view.scheme === 'light';
    const found = [];
    for (const page of light && view.width < 1280 ? pagesOf(example) : kinds)
      found.push(...(await look(page, !light ? 'colours' : kinds.has(page) ? 'all' : 'shape')));
    expect(kinds.size).toBeGreaterThan(20);
    expect(found).toEqual([]);
    await close();
  },
  600_000,
);
