import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { serve } from './serve.ts';
import { built } from './site.ts';
import { visits } from './visit.ts';

const visit = visits(async () => serve(await built('2026-08-16T10:00:00Z')));
const at = '2026-08-16T10:00:00Z';

/** The lightness of the page's ground, of 255. */
const ground = (page: Page): Promise<number> =>
  page.evaluate<number>('Number(getComputedStyle(document.documentElement).backgroundColor.match(/\\d+/)[0])');
const isDark = async (page: Page): Promise<boolean> => (await ground(page)) < 100;
const pressed = (page: Page) => page.locator('.scheme').getAttribute('aria-pressed');

/** Waits for the page to be dark or light, and for its switch to say so: the page is told of a preference a moment later. */
const settles = (page: Page, dark: boolean) =>
  expect.poll(async () => [await isDark(page), await pressed(page)]).toEqual([dark, `${dark}`]);

/** A reader who sees the ground of every frame that is painted with the style sheet. */
const watch = `
  window.seen = [];
  const look = () => {
    const ground = document.body && getComputedStyle(document.documentElement).backgroundColor;
    if (ground && ground !== 'rgba(0, 0, 0, 0)' && ground !== seen.at(-1)) seen.push(ground);
    requestAnimationFrame(look);
  };
  look();
`;

test('a page is as the system prefers until the reader chooses the other, which is remembered', async () => {
  const page = await visit('/', at, { watch });
  await page.emulateMedia({ colorScheme: 'light' });
  await settles(page, false);
  await page.emulateMedia({ colorScheme: 'dark' });
  await settles(page, true);

  await page.emulateMedia({ colorScheme: 'light' });
  await page.getByRole('button', { name: 'Dark colours' }).click();
  await settles(page, true);
  await page.goto(new URL('/events/?slow=50', page.url()).href);
  await settles(page, true);
  expect(await page.evaluate<string[]>('seen')).toHaveLength(1);

  await page.getByRole('button', { name: 'Dark colours' }).press('Enter');
  await settles(page, false);
  // Back at what the system prefers, the reader follows it again.
  await page.emulateMedia({ colorScheme: 'dark' });
  await settles(page, true);
});

test('without scripts there is no switch, and the preference holds', async () => {
  const page = await visit('/', at, { scripts: false });
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await page.locator('.scheme').isVisible()).toBe(false);
  expect(await page.locator('main').isVisible()).toBe(true);
});

test('on paper an event’s page is light, with a code to scan and nothing to press', async () => {
  const page = await visit('/events/bridges/', at);
  await page.emulateMedia({ colorScheme: 'dark', media: 'print' });
  expect(await isDark(page)).toBe(false);
  const scan = page.locator('.scan img');
  expect(await scan.isVisible()).toBe(true);
  expect(await page.evaluate<number>("document.querySelector('.scan img').naturalWidth")).toBeGreaterThan(20);
  for (const part of await page.locator('.button, .scheme, nav').all()) expect(await part.isVisible()).toBe(false);
  await page.emulateMedia({ colorScheme: 'dark', media: 'screen' });
  expect(await scan.isVisible()).toBe(false);
});

test('how long it is until the next event is counted by the reader’s clock, in the days of its zone', async () => {
  const until = async (now: string) => (await visit('/', now)).locator('.next .until').textContent();
  expect(await until(at)).toBe('in 18 days');
  expect(await until('2026-09-01T21:59:00Z')).toBe('in 2 days');
  expect(await until('2026-09-01T22:01:00Z')).toBe('tomorrow');
});
