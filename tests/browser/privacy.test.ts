import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { groupBy } from '../../src/group.ts';
import { packageRoot } from '../../src/package-root.ts';
import { launch } from './browser.ts';
import { type Served, serve } from './serve.ts';
import { built, builtFrom } from './site.ts';

const now = '2026-10-15T10:00:00Z';
const written = `# Reed Bank

<iframe width="560" height="315" src="https://www.youtube.com/embed/lanterns" title="Lanterns"></iframe>

<iframe width="300" height="200" src="https://www.openstreetmap.org/export/embed.html?bbox=1"></iframe>

<iframe src="https://slides.example/deck"></iframe>

![A heron](https://pictures.example/heron.png)

<p style="color: red">Red.</p>

<script>window.ran = true;</script>
<button id="go" onclick="window.clicked = 'yes &amp; no'">Go</button>
<style>h1 { letter-spacing: 3px }</style>
`;
const files = {
  'site.yaml': 'title: Reed Bank\nurl: https://reed.example/\n',
  'content/index.md': written,
  'content/lanterns.md': '```mermaid\ngraph LR\n  A --> B\n```\n',
  'content/events/lanterns.md':
    '---\ntitle: Lanterns\nstart: 2026-06-04 19:00\nrecording: https://youtu.be/lanterns\n---\n',
};
const strangers = { ...files, 'site.yaml': `${files['site.yaml']}untrusted: true\ncsp: false\n` };

let browser: Browser;
let context: BrowserContext;
let served: Served | undefined;
/** Addresses elsewhere that were asked for. */
let asked: string[];
let violations: string[];

beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser?.close());
beforeEach(async () => {
  [asked, violations] = [[], []];
  context = await browser.newContext({ viewport: { width: 375, height: 800 } });
  await context.exposeFunction('violated', (words: string) => violations.push(words));
  await context.addInitScript(
    `addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      violated(violatedDirective + ' ' + blockedURI))`,
  );
  await context.route('**/*', (route) => {
    const url = route.request().url();
    if (url.startsWith(served!.origin)) return route.continue();
    asked.push(url);
    return route.fulfill({ contentType: 'text/html', body: '<title>Elsewhere</title><button>Pause</button>' });
  });
});
afterEach(async () => {
  await context.close();
  await served?.close();
});

/** A page of a host that sends no policy of its own. */
async function open(site: ReadonlyMap<string, Buffer>, path = '/'): Promise<Page> {
  served ??= await serve(site, '');
  const page = await context.newPage();
  await page.goto(served.origin + path, { waitUntil: 'networkidle' });
  return page;
}
const boxOf = (page: Page) => page.locator('.embed').first().boundingBox();

describe('what a page names', async () => {
  const site = await built(now, files);
  beforeEach(() => {
    served = undefined;
  });

  test('is allowed, and nothing is asked of another host but the pictures in it', async () => {
    const page = await open(site);
    await page.locator('img[src*=heron]').scrollIntoViewIfNeeded();
    await expect.poll(() => asked).toEqual(['https://pictures.example/heron.png']);
    await page.click('#go');
    expect(await page.evaluate('[window.ran, window.clicked]')).toEqual([true, 'yes & no']);
    expect(await page.evaluate(`getComputedStyle(document.querySelector('h1')).letterSpacing`)).toBe('3px');
    expect(await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')).toBe(0);
    expect(violations).toEqual([]);
  });

  test.each([
    ['/', 'https://www.youtube-nocookie.com/embed/lanterns?autoplay=1'],
    ['/events/lanterns/', 'https://www.youtube-nocookie.com/embed/lanterns?autoplay=1'],
  ])('a video of %s is loaded once it is asked for, where its button was', async (path, address) => {
    const page = await open(site, path);
    const before = await boxOf(page);
    expect(asked.filter((url) => url.includes('youtube'))).toEqual([]);
    await page.locator('.embed').first().focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => asked).toContain(address);
    expect(await boxOf(page)).toEqual(before);
    expect(await page.evaluate('[document.activeElement.localName, document.activeElement.title]')).toEqual([
      'iframe',
      'Lanterns',
    ]);
    expect(violations).toEqual([]);
  });

  test('a map and slides are, too', async () => {
    const page = await open(site);
    for (const [name, host] of [
      ['.map', 'www.openstreetmap.org'],
      ['[href*=slides]', 'slides.example'],
    ] as const) {
      expect(await page.textContent(`a.embed${name}`)).toContain(host);
      await page.click(`a.embed${name}`);
      await expect.poll(() => asked.some((url) => new URL(url).host === host)).toBe(true);
    }
    expect(violations).toEqual([]);
  });

  test('a diagram is drawn', async () => {
    const page = await open(site, '/lanterns/');
    await page.waitForSelector('.drawing svg');
    expect([violations, asked]).toEqual([[], []]);
  });
});

test('what strangers smuggle into a page does not run, whatever they write into the settings', async () => {
  const site = await built(now, strangers);
  const page = site.get('index.html')!.toString();
  const smuggled =
    '<script>window.ran = 1</script><script src="https://evil.example/x.js"></script><img src="x" onerror="window.ran = 2">';
  served = await serve(
    new Map([...site, ['index.html', Buffer.from(page.replace('</main>', `${smuggled}</main>`))]]),
    '',
  );
  const opened = await open(site);
  await expect.poll(() => violations.length).toBeGreaterThanOrEqual(3);
  expect(await opened.evaluate('window.ran')).toBeUndefined();
  expect(asked.filter((url) => url.includes('evil'))).toEqual([]);
});

test('the example site asks nobody else for anything', async () => {
  const site = await builtFrom(packageRoot, now);
  served = undefined;
  const pages = [...site.keys()].filter((path) => path.endsWith('.html'));
  const kinds = groupBy(pages, (path) => path.split('/').slice(0, 2).length + path.split('/')[0]!);
  const page = await open(site);
  for (const [, [path]] of kinds) await page.goto(`${served!.origin}/${path!.replace(/index\.html$/, '')}`);
  expect(kinds.length).toBeGreaterThan(10);
  expect([violations, asked]).toEqual([[], []]);
});
