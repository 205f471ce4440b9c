import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { createRoom, isSame, square } from './room.ts';

const room = createRoom();

describe('a file of a page', () => {
  const step = `getComputedStyle(document.querySelector('main')).getPropertyValue('--step')`;

  test('a style sheet is exchanged in place, and the page is never without', async () => {
    await room.start();
    const page = await room.open('/bank/about/');
    await page.evaluate(`window.steps = new Set();
      const look = () => { steps.add(${step}); requestAnimationFrame(look); };
      look()`);
    for (const each of [2, 3, 4]) {
      room.site.write({ 'assets/extra.css': `main { --step: ${each} }\n` });
      await pause(60);
    }
    await expect.poll(() => page.evaluate(step)).toBe('4');
    await expect.poll(() => page.$$eval('link[href*=extra]', ({ length }) => length)).toBe(1);
    expect(await isSame(page)).toBe(true);
    const seen = await page.evaluate<string[]>('[...steps]');
    expect(['1', '2', '3', '4']).toEqual(expect.arrayContaining(seen));
  });

  test('so are the colours that belong to the accent', async () => {
    await room.start();
    const page = await room.open('/bank/about/');
    room.site.write({ 'site.yaml': 'title: Reed Bank\nurl: https://reed.example/bank/\naccent: "#0a7d5c"\n' });
    const accent = `getComputedStyle(document.documentElement).getPropertyValue('--accent')`;
    await expect.poll(() => page.evaluate(accent)).toBe('#0a7d5c');
    expect(await isSame(page)).toBe(true);
  });

  test('a picture is exchanged in place', async () => {
    await room.start();
    const page = await room.open('/bank/about/');
    const before = await page.getAttribute('main img', 'src');
    room.site.write({ 'content/square.svg': square('lime') });
    await expect.poll(() => page.getAttribute('main img', 'src')).not.toBe(before);
    await expect.poll(() => page.evaluate(`document.querySelector('main img').complete`)).toBe(true);
    const colour = await page.evaluate(`{
      const context = document.createElement('canvas').getContext('2d');
      context.drawImage(document.querySelector('main img'), 0, 0);
      [...context.getImageData(5, 5, 1, 1).data].join()
    }`);
    expect(colour).toBe('0,255,0,255');
    expect(await isSame(page)).toBe(true);
  });

  test('for a script, the page is loaded again', async () => {
    await room.start();
    const page = await room.open('/bank/about/');
    room.site.write({ 'assets/extra.js': 'window.words = 2;\n' });
    await expect.poll(() => page.evaluate('window.words').catch(() => undefined)).toBe(2);
    expect(await isSame(page)).toBe(false);
  });

  test('a file that the page does not use is nothing to it', async () => {
    await room.start();
    const [page, other] = [await room.open('/bank/'), await room.open('/bank/about/')];
    room.site.write({ 'assets/extra.js': 'window.words = 2;\n' });
    await expect.poll(() => other.evaluate('window.words').catch(() => undefined)).toBe(2);
    expect(await isSame(page)).toBe(true);
  });
});
