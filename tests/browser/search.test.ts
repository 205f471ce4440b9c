import type { Page } from 'playwright-core';
import { afterEach, describe, expect, test } from 'vitest';
import { harbour } from '../search/site.ts';
import { previewOf } from './preview.ts';
import { type Served, serve } from './serve.ts';
import { built } from './site.ts';
import { visits } from './visit.ts';

const at = '2026-11-20T12:00:00Z';
const site = { ...harbour, 'site.yaml': 'title: Reed Bank\nlanguage: en-GB\ncards: false\n' };
// The pages' own policy is the one that counts.
const visit = visits(async () => serve(await built(at, site), ''));

/** What is asked for from now on, of the search. */
function asked(page: Page): string[] {
  const paths: string[] = [];
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (/pagefind|search/.test(pathname)) paths.push(pathname.replace(/\.[\da-f]{10}\./, '.'));
  });
  return paths;
}

/** Opens the search by its keys, and waits until it says something else than before, of these words as a whole. */
async function search(page: Page, words: string): Promise<string | null> {
  const said = () => page.textContent('dialog.search [role=status]');
  await page.keyboard.press('Control+k');
  await page.waitForSelector('dialog.search[open]');
  const before = await said();
  await page.keyboard.insertText(words);
  await expect.poll(said).not.toBe(before);
  return said();
}

const found = (page: Page) =>
  page.$$eval('dialog.search [role=group]:not([hidden])', (groups) =>
    groups.map((group) => [group.ariaLabel, ...[...group.querySelectorAll('b')].map((each) => each.textContent)]),
  );
const isOpen = (page: Page) => page.$eval('dialog.search', (dialog) => dialog.hasAttribute('open'));
const chosen = (page: Page) =>
  page.$eval('dialog.search input', (field) => {
    const id = field.getAttribute('aria-activedescendant');
    const option = id && field.ownerDocument.getElementById(id);
    return option ? [option.ariaSelected, option.querySelector('b')?.textContent] : [];
  });

test('results come by kind, in all languages, with their date and what was found marked', async () => {
  const page = await visit('/de/', at);
  expect(await search(page, 'lantern')).toBe('Results: 5');
  expect(await found(page)).toEqual([
    ['Events', 'Evening of lanterns'],
    ['People', 'Mara Lund'],
    ['Posts', 'What we saw'],
    ['Pages', 'About us', 'Reed Bank'],
  ]);
  const event = page.locator('[data-kind=event] [role=option]');
  expect(await event.locator('> span').textContent()).toBe('4 June 2026');
  expect(await event.locator('mark').first().textContent()).toMatch(/lantern/i);
});

test('a talk is found at its place, and its title is text', async () => {
  const page = await visit('/', at);
  await search(page, 'heron');
  expect(await found(page)).toContainEqual(['Talks', 'Wicks & <b>wax</b>']);
  await page.locator('[role=group][data-kind=talk] [role=option]').click();
  await page.waitForURL('**/events/lanterns/#talk-wicks-and-b-wax-b');
});

test('the keyboard alone leads there and back', async () => {
  const page = await visit('/about/', at);
  await page.focus('.brand');
  await search(page, 'lantern');
  expect(await chosen(page)).toEqual([]);
  await page.keyboard.press('ArrowDown');
  expect(await chosen(page)).toEqual(['true', 'Evening of lanterns']);
  await page.keyboard.press('ArrowDown');
  expect(await chosen(page)).toEqual(['true', 'Mara Lund']);
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  expect(await chosen(page)).toEqual([]);
  await page.keyboard.press('Escape');
  expect(await isOpen(page)).toBe(false);
  expect(await page.evaluate('document.activeElement.className')).toBe('brand');
  await search(page, 'wicks');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/events/lanterns/**');
});

test('what isn’t there is said', async () => {
  const page = await visit('/', at);
  expect(await search(page, 'xylophone')).toBe('Nothing found');
  expect(await page.getAttribute('dialog.search input', 'aria-expanded')).toBe('false');
  expect(await page.isVisible('#found')).toBe(false);
});

describe('before it is opened', () => {
  test('nothing but its script is loaded', async () => {
    // A page that nothing of it was loaded for yet.
    const page = await visit('/', at, { zone: 'Europe/Lisbon' });
    const paths = asked(page);
    await page.reload({ waitUntil: 'networkidle' });
    expect(paths).toEqual(['/assets/theme/search.js']);
    await page.click('.find');
    await expect.poll(() => paths).toContain('/pagefind/pagefind.js');
    await expect.poll(() => paths).toContain('/assets/theme/search.css');
  });

  test('its button is there from the first frame, and 24 pixels large at least', async () => {
    const page = await visit('/', at, { width: 375 });
    const { width, height } = (await page.locator('.find').boundingBox())!;
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(24);
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
  });

  test('without scripts there is none', async () => {
    const page = await visit('/', at, { scripts: false });
    expect(await page.locator('.find').isVisible()).toBe(false);
    expect(await page.locator('dialog.search').isVisible()).toBe(false);
  });
});

describe('in a preview', () => {
  let served: Served | undefined;
  afterEach(async () => served?.close());

  test('drafts are found, too', async () => {
    served = await previewOf(harbour, at);
    const page = await visit('/', at, { zone: 'Europe/Paris' });
    await page.goto(`${served.origin}/bank/about/`);
    await search(page, 'heron');
    expect(await found(page)).toContainEqual(['Events', 'Kites', 'Evening of lanterns']);
    await page.goto('about:blank');
  });
});
