import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { about, createRoom, event, files, shows } from './room.ts';
import { shown } from './visit.ts';

const room = createRoom();

describe('a page that is somewhere else', () => {
  test.each([
    ['its file was renamed', () => room.site.rename('content/about.md', 'content/us.md'), '/bank/us/'],
    [
      'its permalink changed',
      () => room.site.write({ 'content/about.md': about('First words.').replace('---\n', '---\npermalink: /who/\n') }),
      '/bank/who/',
    ],
  ])('is followed: %s', async (_, move, to) => {
    await room.start();
    const page = await room.open('/bank/about/');
    await page.click('summary >> text=First');
    await page.evaluate('scrollTo({ top: 700, behavior: "instant" })');
    move();
    await room.isAt(page, to);
    await shows(page, 'First words.');
    await expect.poll(() => page.evaluate<number>('Math.abs(scrollY - 700)')).toBeLessThan(5);
    expect(await page.$$eval('details[open]', ({ length }) => length)).toBe(1);
  });

  test('that is gone is said to be, until it is there again', async () => {
    await room.start();
    const page = await room.open('/bank/about/', /the server responded with a status of 404/);
    room.site.remove('content/about.md');
    await shows(page, 'This page isn');
    room.site.write({ 'content/about.md': files['content/about.md']! });
    await shows(page, 'First words.');
    await room.isAt(page, '/bank/about/');
  });
});

test('a preview that stopped is missed calmly, and found again', async () => {
  await room.start();
  let refused = 0;
  const page = await room.open('/bank/about/');
  page.removeAllListeners('console');
  page.on('console', (message) => void (message.text().includes('ERR_') && refused++));
  await room.restart(async () => {
    await pause(2500);
    expect(await page.textContent('main')).toContain('First words.');
    room.site.write({ 'content/about.md': about('Second words.') });
  });
  await shows(page, 'Second words.');
  expect(refused).toBeLessThanOrEqual(4);
});

test('what is not published yet is marked', async () => {
  await room.start({
    'content/events/night-walk.md': event('draft: true\n'),
    'content/posts/2026-11-19-later.md': '---\ntitle: Later\npublish: 2027-01-01\n---\n\nIn a while.\n',
  });
  const page = await room.open('/bank/');
  expect(await shown(page, '.badge.alert')).toEqual(['Draft', 'Scheduled for January 1, 2027']);
  await page.goto(`${room.origin}/bank/events/night-walk/`);
  expect(await shown(page, '.banner')).toEqual(['Draft. Only a preview shows this page.']);
});
