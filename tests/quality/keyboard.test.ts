import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { packageRoot } from '../../src/package-root.ts';
import { serve } from '../browser/serve.ts';
import { built, builtFrom } from '../browser/site.ts';
import { visits } from '../browser/visit.ts';
import { oddSites } from './odd-sites.ts';

const at = '2026-10-15T10:00:00Z';
const example = visits(async () => serve(await builtFrom(packageRoot, at)));
const everything = visits(async () => serve(await built(at, oddSites['everything at once']), ''));

/** What the keyboard stands on: its name, whether a reader sees that, and how high it is in the page. */
const focused = `(() => {
  const element = document.activeElement;
  const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element);
  const { width, height, bottom, right } = element.getBoundingClientRect();
  const isShown = width > 0 && height > 0 && bottom > 0 && right > 0;
  return {
    index: all.indexOf(element),
    name: element.localName + ' ' + element.textContent.trim().slice(0, 40),
    visible: isShown && outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 && !outlineColor.endsWith(', 0)'),
  };
})()`;

const reachable = `window.all = [...document.querySelectorAll('a[href], button, input, summary, iframe, [tabindex="0"]')].filter(
  (element) => element.checkVisibility({ visibilityProperty: true }) && element.tabIndex >= 0 && !element.disabled,
); all.length`;

/** Every stop of the Tab key, from the top of a page to its end. */
async function walk(page: Page): Promise<{ index: number; name: string; visible: boolean }[]> {
  const count = await page.evaluate<number>(reachable);
  const stops = [];
  for (let stop = 0; stop < count; stop++) {
    await page.keyboard.press('Tab');
    stops.push(await page.evaluate<{ index: number; name: string; visible: boolean }>(focused));
  }
  return stops;
}

test.each([
  ['the example’s home', example, '/', 1280],
  ['the example’s next event, on a phone', example, '/events/2026-10-15-tides-and-names/', 375],
  ['the example’s talks', example, '/talks/', 375],
  ['a page with everything', everything, '/all/', 1280],
] as const)('the Tab key goes through all of %s in its order, and shows where it is', async (_, visit, path, width) => {
  const stops = await walk(await visit(path, at, { width }));
  expect(stops.length).toBeGreaterThan(15);
  expect(stops.filter(({ visible }) => !visible)).toEqual([]);
  expect(stops.map(({ index }) => index)).toEqual(stops.map((_, index) => index));
});

test('the first stop leads past the navigation', async () => {
  const page = await example('/events/', at);
  await page.keyboard.press('Tab');
  expect(await page.evaluate(`document.activeElement.matches('.skip')`)).toBe(true);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(`document.querySelector('main').contains(document.activeElement)`)).toBe(true);
});

test('whoever wants no motion gets none', async () => {
  const page = await example('/', at);
  const moving = `[...document.querySelectorAll('*')].filter((element) => {
    const { animationName, transitionDuration, scrollBehavior } = getComputedStyle(element);
    return animationName !== 'none' || transitionDuration !== '0s' || scrollBehavior === 'smooth';
  }).length`;
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  expect(await page.evaluate(moving)).toBeGreaterThan(0);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  expect(await page.evaluate(moving)).toBe(0);
});

test('where a reader chose all colours, what is drawn by grounds alone has lines', async () => {
  const page = await example('/', at);
  await page.emulateMedia({ forcedColors: 'active' });
  const lineless = `[...document.querySelectorAll('.button, .avatar, .badge, .tile')].filter((element) => {
    const { outlineStyle, borderTopStyle } = getComputedStyle(element);
    return element.checkVisibility() && outlineStyle === 'none' && borderTopStyle === 'none';
  }).map(({ className }) => className)`;
  expect(await page.evaluate('matchMedia("(forced-colors: active)").matches')).toBe(true);
  expect(await page.evaluate(lineless)).toEqual([]);
});
