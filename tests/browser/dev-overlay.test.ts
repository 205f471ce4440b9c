import { describe, expect, test } from 'vitest';
import { createRoom, dialogOf, event, isSame, shows } from './room.ts';

const room = createRoom();

describe('what is wrong', () => {
  test('in front matter is shown over the last good page, and goes when it is mended', async () => {
    await room.start();
    const page = await room.open('/bank/events/night-walk/');
    await page.focus('main a, header a');
    const focused = await page.evaluate<string>('document.activeElement.textContent');
    room.site.write({ 'content/events/night-walk.md': event('price: "</script><img src=x onerror=alert(1)>\n') });
    const dialog = dialogOf(page);
    await dialog.waitFor();
    expect(await dialog.locator('pre').allTextContents()).toEqual([
      expect.stringMatching(/error\[[\w-]+\][\s\S]*content\/events\/night-walk\.md:\d+:\d+[\s\S]*\^/),
    ]);
    expect(await dialog.locator('a').getAttribute('href')).toMatch(
      `vscode://file${room.site.root}/content/events/night-walk.md:`,
    );
    expect(await page.textContent('main')).toContain('Bring a torch.');
    expect(await dialog.evaluate((element) => element.matches(':focus'))).toBe(true);
    expect(await isSame(page)).toBe(true);

    room.site.write({ 'content/events/night-walk.md': event('', 'Bring two torches.') });
    await shows(page, 'Bring two torches.');
    expect(await dialog.count()).toBe(0);
    expect(await page.evaluate('document.activeElement.textContent')).toBe(focused);
  });

  test('can be dismissed by Escape and by its button, and comes back when there is something new', async () => {
    await room.start();
    const page = await room.open('/bank/about/');
    await page.focus('[name=who]');
    room.site.write({ 'content/events/night-walk.md': event('price: "never closed\n') });
    const dialog = dialogOf(page);
    await dialog.waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    expect(await page.evaluate('document.activeElement.name')).toBe('who');
    room.site.write({ 'content/events/night-walk.md': event('capacity: "never closed\n') });
    await dialog.waitFor();
    await dialog.getByRole('button', { name: 'Dismiss' }).click();
    await dialog.waitFor({ state: 'hidden' });
    room.site.write({ 'content/events/night-walk.md': event('') });
    await expect.poll(() => dialog.count()).toBe(0);
    expect(await isSame(page)).toBe(true);
  });

  test('is readable on a phone', async () => {
    await room.start();
    const page = await room.open('/bank/about/');
    await page.setViewportSize({ width: 375, height: 600 });
    room.site.write({ 'content/events/night-walk.md': event(`price: "${'never closed '.repeat(20)}\n`) });
    const dialog = dialogOf(page);
    await dialog.waitFor();
    const { width, x } = (await dialog.boundingBox())!;
    expect(x).toBeGreaterThanOrEqual(0);
    expect(x + width).toBeLessThanOrEqual(375);
    expect(await dialog.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);
  });

  test('in a template is shown, and goes when it is mended', async () => {
    await room.start();
    const page = await room.open('/bank/about/');
    room.site.write({ 'templates/page.njk': '{% extends "theme/page.njk" %}{% block footer %}{% if %}{% endblock %}' });
    await dialogOf(page).waitFor();
    expect(await page.textContent('main')).toContain('First words.');
    room.site.write({ 'templates/page.njk': '{% extends "theme/page.njk" %}{% block footer %}Mended.{% endblock %}' });
    await expect.poll(() => page.textContent('body').catch(() => '')).toContain('Mended.');
    expect(await dialogOf(page).count()).toBe(0);
  });

  test('from the start is shown as well', async () => {
    await room.start({ 'content/events/night-walk.md': event('price: "never closed\n') });
    const page = await room.open('/bank/events/night-walk/', /the server responded with a status of (404|500)/);
    await dialogOf(page).waitFor();
    room.site.write({ 'content/events/night-walk.md': event('') });
    await shows(page, 'Bring a torch.');
    expect(await dialogOf(page).count()).toBe(0);
  });
});
