import { resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { groupBy } from '../../src/group.ts';
import { launch } from '../browser/browser.ts';
import { serve } from '../browser/serve.ts';
import { buildOf } from './build.ts';
import { createLook, type Finding, views } from './look.ts';
import { kindsOf, pagesOf, type Site } from './pages.ts';
import { weigh } from './weight.ts';

/** Builds each site, looks at its pages, and says what it found. `--kinds` looks at one page of each kind. Gives an exit status. */
export async function run(args: readonly string[]): Promise<number> {
  const folders = args.filter((arg) => !arg.startsWith('-'));
  const some = args.includes('--kinds');
  if (folders.length === 0) {
    console.error('name the folders of sites: npm run quality -- [--kinds] FOLDER…');
    return 2;
  }
  const browser = await launch();
  let status = 0;
  try {
    for (const folder of folders) if (!(await isGood(browser, resolve(folder), some))) status = 1;
  } finally {
    await browser.close();
  }
  return status;
}

async function isGood(browser: Browser, root: string, some: boolean): Promise<boolean> {
  const site = await buildOf(root);
  if (typeof site === 'string') {
    console.log(`${root}: the build failed\n${site}`);
    return false;
  }
  const pages = some ? kindsOf(site) : pagesOf(site);
  console.log(`${root}: ${pages.length} pages, home ${(weigh(site, '/') / 1024).toFixed(1)} KiB without pictures`);
  const found = await lookAtAll(browser, site, pages);
  const ours = found.filter(({ written }) => !written);
  tell('', ours);
  tell(
    'as it was written: ',
    found.filter(({ written }) => written),
  );
  return ours.length === 0;
}

async function lookAtAll(browser: Browser, site: Site, pages: readonly string[]): Promise<Finding[]> {
  const served = await serve(site, '');
  const found: Finding[] = [];
  for (const view of views) {
    const { look, close } = await createLook(browser, served, view, new Date().toISOString());
    for (const page of pages) found.push(...(await look(page, view.scheme === 'light' ? 'all' : 'colours')));
    await close();
  }
  await served.close();
  return found;
}

/** Each finding once, with the places where it is; of what is written, each kind once. */
function tell(before: string, found: readonly Finding[]): void {
  const cause = ({ what }: Finding): string => (before ? what.replace(/:.*/s, '') : what);
  for (const [what, places] of groupBy(found, cause)) {
    const pages = [...new Set(places.map(({ page }) => page))];
    const { view } = places[0]!;
    const others = pages.length > 1 ? ` and ${pages.length - 1} more pages` : '';
    console.log(`  ${before}${what}\n      ${pages[0]} (${view.width} px, ${view.scheme})${others}`);
  }
}
