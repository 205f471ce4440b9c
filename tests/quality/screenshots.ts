import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import sharp from 'sharp';
import { packageRoot } from '../../src/package-root.ts';
import { launch } from '../browser/browser.ts';
import { serve } from '../browser/serve.ts';
import { buildOf } from './build.ts';
import type { View } from './look.ts';

/** When the example's pictures are taken: three weeks before an evening, on an ordinary day. */
const now = '2026-11-20T15:00:00Z';

interface Shot extends View {
  readonly name: string;
  readonly page: string;
  /** What is shown of the page; else its top. */
  readonly part?: string;
}

const desk = { width: 1100, scheme: 'light' } as const;
const phone = { width: 375, scheme: 'dark' } as const;
const event = '/events/2026-12-10-short-blasts/';
const past = '/events/2026-10-15-tides-and-names/';

const shots: readonly Shot[] = [
  { ...desk, name: 'home', page: '/' },
  { ...phone, name: 'home-phone', page: '/' },
  { ...desk, name: 'event', page: event },
  { ...phone, name: 'event-phone', page: event },
  { ...desk, name: 'talks', page: '/talks/' },
  { ...desk, name: 'people', page: '/people/' },
  { ...desk, name: 'part-next-row', page: '/', part: '.next' },
  { ...desk, name: 'part-past-row', page: '/events/', part: '[data-past] .row' },
  { ...desk, name: 'part-ticket', page: event, part: '.ticket' },
  { ...desk, name: 'part-talk', page: past, part: '.talk' },
  { ...desk, name: 'part-talk-card', page: '/talks/', part: '.year .item, .year li, .year article' },
  { ...desk, name: 'part-chips', page: past, part: '.chips' },
  { ...desk, name: 'part-logos', page: event, part: '.logos' },
  { ...desk, name: 'part-posts', page: '/posts/', part: '.cards' },
  { ...desk, name: 'part-pager', page: past, part: '.pager' },
];

/** Takes pictures of the example site, and writes them as `docs/images/….webp`. */
export async function run(): Promise<number> {
  const folder = join(packageRoot, 'docs/images');
  mkdirSync(folder, { recursive: true });
  const site = await buildOf(packageRoot, now);
  if (typeof site === 'string') throw new Error(site);
  const [browser, served] = await Promise.all([launch(), serve(site, '')]);
  try {
    for (const shot of shots) {
      const png = await take(browser, served.origin, shot);
      writeFileSync(join(folder, `${shot.name}.webp`), await sharp(png).webp({ quality: 82, effort: 6 }).toBuffer());
    }
  } finally {
    await browser.close();
    await served.close();
  }
  return 0;
}

async function take(browser: Browser, origin: string, { width, scheme, page: path, part }: Shot): Promise<Buffer> {
  const height = width < 600 ? 760 : 800;
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: scheme,
    timezoneId: 'America/Halifax',
  });
  await context.clock.setFixedTime(now);
  const page = await context.newPage();
  await page.goto(origin + path, { waitUntil: 'networkidle' });
  const png = part ? await page.locator(`${part} >> visible=true`).first().screenshot() : await page.screenshot();
  await context.close();
  return png;
}
