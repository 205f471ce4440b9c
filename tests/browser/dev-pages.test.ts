import { setTimeout as pause } from 'node:timers/promises';
import type { Route } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { about, createRoom, isSame, shows } from './room.ts';

const room = createRoom();

describe('a page that changed', () => {
  test('is loaded again, and the reader stays where they are', async () => {
    await room.start();
    const page = await room.open('/bank/about/');
    await page.click('summary >> text=Second');
    await page.fill('[name=who]', 'Mara Lund');
    await page.check('[name=yes]');
    await page.selectOption('[name=which]', 'b');
    await page.evaluate(`document.querySelector('[name=who]').setSelectionRange(2, 4)`);
    await page.focus('[name=who]');
    await page.evaluate('scrollTo({ top: 700, behavior: "instant" })');
    room.site.write({ 'content/about.md': about('Second words.') });
    await shows(page, 'Second words.');
    expect(await isSame(page)).toBe(false);
    // A browser counts from what it saw there, and may round.
    await expect.poll(() => page.evaluate<number>('Math.abs(scrollY - 700)')).toBeLessThan(5);
    expect(
      await page.evaluate(`({
        open: [...document.querySelectorAll('details')].map(({ open }) => open),
        fields: ['who', 'which'].map((name) => document.querySelector('[name=' + name + ']').value),
        checked: document.querySelector('[name=yes]').checked,
        focus: document.activeElement.name,
        selection: [document.activeElement.selectionStart, document.activeElement.selectionEnd],
      })`),
    ).toEqual({ open: [false, true], fields: ['Mara Lund', 'b'], checked: true, focus: 'who', selection: [2, 4] });
  });

  test('shows what its writer opened', async () => {
    await room.start();
    const page = await room.open('/bank/about/');
    room.site.write({ 'content/about.md': about('Words.').replace('<details>', '<details open>') });
    await expect.poll(() => page.$$eval('details[open]', ({ length }) => length)).toBe(1);
  });

  test('starts at its top when it is opened later', async () => {
    await room.start();
    const page = await room.open('/bank/about/');
    await page.evaluate('scrollTo({ top: 700, behavior: "instant" })');
    room.site.write({ 'content/about.md': about('Second words.') });
    await expect.poll(() => page.evaluate<number>('Math.abs(scrollY - 700)')).toBeLessThan(5);
    await shows(page, 'Second words.');
    await page.waitForLoadState();
    await page.goto(`${room.origin}/bank/`);
    await page.goto(`${room.origin}/bank/about/`);
    expect(await page.evaluate('scrollY')).toBe(0);
  });

  test('while it was loading is loaded again', async () => {
    await room.start();
    const page = await room.context.newPage();
    const hold = async (route: Route): Promise<void> => {
      room.site.write({ 'content/about.md': about('Second words.') });
      await room.answers('/bank/about/', 'Second words.');
      await route.continue();
    };
    await page.route('**/__meetpress/client.js', hold);
    await page.goto(`${room.origin}/bank/about/`);
    await shows(page, 'Second words.');
  });

  /** What happens to a page, in the browser's words: this one neither hides a page nor keeps one for the way back. */
  const hidden = (
    is: boolean,
  ): string => `Object.defineProperty(document, 'hidden', { configurable: true, value: ${is} });
    document.dispatchEvent(new Event('visibilitychange'))`;
  const keptBack = (type: string): string => `dispatchEvent(new PageTransitionEvent('${type}', { persisted: true }))`;

  test.each([
    ['nobody looked', hidden(true), hidden(false)],
    ['its reader was elsewhere', keptBack('pagehide'), keptBack('pageshow')],
  ])('while %s is loaded when they are back, and not before', async (_, away, back) => {
    await room.start();
    const page = await room.open('/bank/about/');
    await page.evaluate(away);
    room.site.write({ 'content/about.md': about('Second words.') });
    await room.answers('/bank/about/', 'Second words.');
    await pause(300);
    expect(await page.textContent('main')).toContain('First words.');
    await page.evaluate(back);
    await shows(page, 'Second words.');
  });

  test('is the new one on the way back to it', async () => {
    await room.start();
    const page = await room.open('/bank/about/');
    await page.goto(`${room.origin}/bank/`);
    room.site.write({ 'content/about.md': about('Second words.') });
    await room.answers('/bank/about/', 'Second words.');
    await page.goBack();
    await shows(page, 'Second words.');
  });

  test('is nothing to the others', async () => {
    await room.start();
    const [page, other] = [await room.open('/bank/about/'), await room.open('/bank/')];
    await page.click('summary >> text=First');
    await page.fill('[name=who]', 'Mara');
    room.site.write({ 'content/index.md': '# Reed Bank\n\nOther words.\n' });
    await shows(other, 'Other words.');
    await pause(100);
    expect(await isSame(page)).toBe(true);
    expect(await page.$$eval('details[open]', ({ length }) => length)).toBe(1);
    expect(await page.inputValue('[name=who]')).toBe('Mara');
  });
});
