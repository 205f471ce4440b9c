import axe, { type AxeResults, type RunOptions } from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Served } from '../browser/serve.ts';

/** How a page is looked at. */
export interface View {
  readonly width: number;
  readonly scheme: 'light' | 'dark';
}

/** Something that is wrong with a page. */
export interface Finding {
  readonly page: string;
  readonly view: View;
  /** Of one kind and cause, this is the same on each page. */
  readonly what: string;
  /** Whether it is in what a writer wrote as HTML or Markdown, and the theme could not do better. */
  readonly written: boolean;
}

/** What a page is looked at for: everything, what needs no axe, or that and the colours. */
export type Part = 'all' | 'colours' | 'shape';

/** Looks at a page. */
export type Look = (page: string, part?: Part) => Promise<Finding[]>;

export const views: readonly View[] = [1280, 375].flatMap((width) =>
  (['light', 'dark'] as const).map((scheme) => ({ width, scheme })),
);

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const runs: Readonly<Record<'all' | 'colours', RunOptions>> = {
  all: { runOnly: tags, rules: { 'target-size': { enabled: true } } },
  colours: { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } },
};

/** What only a writer can mend: the theme knows no better text for a picture, and doesn't change the order of headings. */
const ofWriters = new Set([
  'empty-heading',
  'empty-table-header',
  'frame-title',
  'heading-order',
  'image-alt',
  'image-redundant-alt',
  'link-name',
  'table-duplicate-name',
]);

/** A build warns of it. */
const lostPicture = /status of 404 .*\.(?:avif|gif|jpe?g|png|svg|webp)$/i;

/** A picture of a size that no page expects, for each that is named by an address elsewhere. */
const elsewhere =
  '<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="900"><rect width="9" height="9"/></svg>';

const shiftWatch = `
  window.shifts = [];
  new PerformanceObserver((list) => {
    for (const { value, sources } of list.getEntries())
      shifts.push(value.toFixed(4) + ' ' + sources.map(({ node }) => node?.cloneNode?.(false).outerHTML ?? '').join(' '));
  }).observe({ type: 'layout-shift', buffered: true });
`;

/** Down to the end and up again, so that everything that loads late is loaded, and painted. */
const settle = `(async () => {
  const painted = () => new Promise(requestAnimationFrame);
  for (let top = 0; top < document.documentElement.scrollHeight; top += 700) {
    scrollTo({ top, behavior: 'instant' });
    await painted();
  }
  scrollTo({ top: 0, behavior: 'instant' });
  // One that waits for its turn would never be there.
  for (const image of document.images) image.loading = 'eager';
  await Promise.all([...document.images].map((image) => image.decode().catch(() => {})));
  for (let frame = 0; frame < 3; frame++) await painted();
})()`;

const widest = `(() => {
  const room = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= room) return [];
  const wide = [...document.body.querySelectorAll('*')].filter((element) => {
    const { left, right } = element.getBoundingClientRect();
    return right > room + 1 || left < -1;
  });
  return ['scrolls sideways: ' + wide.slice(0, 3).map((each) => each.cloneNode(false).outerHTML).join(' ')];
})()`;

/** A look at pages of a served site, in one window. `at` is the reader's time. Close the context when done. */
export async function createLook(browser: Browser, served: Served, view: View, at: string) {
  const context = await browser.newContext({
    viewport: { width: view.width, height: 800 },
    colorScheme: view.scheme,
    reducedMotion: 'reduce',
  });
  await context.clock.setFixedTime(at);
  await context.addInitScript(shiftWatch);
  const asked: string[] = [];
  await answerAll(context, served.origin, asked);
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(`${error}`));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(`${message.text()} ${message.location().url}`);
  });

  const look: Look = async (path, part = 'all') => {
    const response = await page.goto(served.origin + path);
    const found: Omit<Finding, 'page' | 'view'>[] = [];
    const add = (what: string, written = false) => void found.push({ what, written });
    if (response?.status() !== 200) add(`status ${response?.status()}`);
    await page.evaluate(settle);
    for (const what of await page.evaluate<string[]>(widest)) add(what);
    // Where a picture should be that is not there, its words take its place.
    const isLost = errors.some((error) => lostPicture.test(error));
    for (const what of await page.evaluate<string[]>('shifts')) add(`moves: ${what}`, isLost);
    if (part !== 'shape') for (const each of await violations(page, runs[part])) found.push(each);
    for (const error of errors.splice(0)) add(error.replaceAll(served.origin, ''), lostPicture.test(error));
    for (const url of asked.splice(0)) add(`asks another host: ${url}`);
    return found.map((each) => ({ page: path, view, ...each }));
  };
  return { look, page, close: () => context.close() };
}

/** Another host is never asked. For a picture, which content may name, stands one. */
async function answerAll(context: BrowserContext, origin: string, asked: string[]): Promise<void> {
  await context.route(
    (url) => url.origin !== origin,
    async (route) => {
      const request = route.request();
      const { referer } = await request.allHeaders();
      if (request.resourceType() !== 'image' || referer !== undefined)
        asked.push(`${request.resourceType()} ${request.url()}`);
      await route.fulfill({ contentType: 'image/svg+xml', body: elsewhere });
    },
  );
}

async function violations(page: Page, options: RunOptions): Promise<Omit<Finding, 'page' | 'view'>[]> {
  await page.evaluate(axe.source);
  const run = { ...options, resultTypes: ['violations'], preload: false };
  const results = await page.evaluate<AxeResults>(`axe.run(document, ${JSON.stringify(run)})`);
  const found = results.violations.flatMap(({ id, nodes }) =>
    nodes.map(async ({ target, html, failureSummary = '' }) => {
      const inProse = await page.evaluate<boolean>(
        `Boolean(document.querySelector(${JSON.stringify(`${target}`)})?.closest('.prose'))`,
      );
      const why = failureSummary.split('\n')[1]?.trim() ?? '';
      return { what: `${id}: ${html.slice(0, 160)}: ${why}`, written: inProse && ofWriters.has(id) };
    }),
  );
  return Promise.all(found);
}
