import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch } from '../browser/browser.ts';
import { serve } from '../browser/serve.ts';
import { built } from '../browser/site.ts';
import { createLook, type Part, type View } from './look.ts';
import { oddSites } from './odd-sites.ts';
import { kindsOf } from './pages.ts';

const now = '2026-10-15T10:00:00Z';
let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser?.close());

const looks: readonly (readonly [View, Part])[] = [
  [{ width: 375, scheme: 'dark' }, 'all'],
  [{ width: 1280, scheme: 'light' }, 'shape'],
];

test.each(Object.entries(oddSites))(
  'nothing is wrong with a site of %s',
  async (_, files) => {
    const site = await built(now, files);
    const served = await serve(site, '');
    const found = [];
    for (const [view, part] of looks) {
      const { look, close } = await createLook(browser, served, view, now);
      for (const page of kindsOf(site)) found.push(...(await look(page, part)));
      await close();
    }
    await served.close();
    expect(found).toEqual([]);
  },
  600_000,
);
