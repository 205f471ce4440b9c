import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, onTestFinished } from 'vitest';
import { launch } from './browser.ts';
import type { Served } from './serve.ts';

/** How pages are looked at. */
export interface View {
  /** IANA; the reader's. */
  readonly zone?: string;
  readonly scripts?: boolean;
  readonly width?: number;
  /** Lets the clock run, and the test turn it. Else it stands still. */
  readonly running?: boolean;
  /** A script that runs in the page before all others. */
  readonly watch?: string;
}

/** A page at a path, viewed when the reader's clock shows an instant. What it complains about fails the test. */
export type Visit = (path: string, at: string, view?: View) => Promise<Page>;

/** One browser and one server for all tests of a file, and one page for all visits of a kind. */
export function visits(serve: () => Promise<Served>): Visit {
  let browser: Browser;
  let served: Served;
  const pages = new Map<string, Promise<{ readonly page: Page; readonly errors: string[] }>>();
  beforeAll(async () => {
    [browser, served] = await Promise.all([launch(), serve()]);
  });
  afterAll(async () => {
    await browser?.close();
    await served?.close();
  });

  const open = async ({ zone = 'Europe/Berlin', scripts = true, width = 1280, watch }: View) => {
    const context = await browser.newContext({
      timezoneId: zone,
      javaScriptEnabled: scripts,
      viewport: { width, height: 800 },
    });
    const page = await context.newPage();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(`${error}`));
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    if (watch) await page.addInitScript(watch);
    return { page, errors };
  };

  return async (path, at, view = {}) => {
    const key = JSON.stringify(view);
    const opened = (!view.running && pages.get(key)) || open(view);
    pages.set(key, opened);
    const { page, errors } = await opened;
    onTestFinished(() => {
      if (errors.length) throw new Error(`${path}: ${errors.splice(0).join('; ')}`);
    });
    if (view.running) await page.clock.install({ time: at });
    else await page.clock.setFixedTime(at);
    await page.goto(served.origin + path);
    return page;
  };
}

/** The text of each element that is shown, white space joined. */
export async function shown(page: Page, selector: string): Promise<string[]> {
  const texts = await page.$$eval(selector, (elements) =>
    elements
      .filter((element) => element.checkVisibility({ visibilityProperty: true }))
      .map((element) => element.textContent ?? ''),
  );
  return texts.map((text) => text.replace(/\s+/g, ' ').trim());
}

/** How a list of events presents itself. */
export async function listing(page: Page) {
  return {
    next: await shown(page, '.next .row-title'),
    upcoming: await shown(page, '.coming:not(.next) .row-title'),
    past: await shown(page, '[data-past] .row-title'),
    none: (await shown(page, '.none')).length > 0,
  };
}
