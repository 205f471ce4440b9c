import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch } from '../browser/browser.ts';
import { serve } from '../browser/serve.ts';
import { createLook } from './look.ts';

const now = '2026-10-15T10:00:00Z';
let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser?.close());

/** What is found on a page of that body. */
async function found(body: string) {
  const html = `<!DOCTYPE html><html lang="en"><head><title>Reeds</title></head><body><main><h1>Reeds</h1>${body}</main></body></html>`;
  const served = await serve(new Map([['index.html', Buffer.from(html)]]), '');
  const { look, close } = await createLook(browser, served, { width: 375, scheme: 'light' }, now);
  const findings = await look('/');
  await Promise.all([close(), served.close()]);
  return findings.map(({ what, written }) => ({ what, written }));
}

test('a good page has no findings', async () => {
  expect(await found('<p>Grey.</p>')).toEqual([]);
});

test.each([
  ['<p style="color: #ccc">Pale.</p>', 'color-contrast: ', false],
  ['<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">', 'image-alt: ', false],
  ['<div class="prose"><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw="></div>', 'image-alt: ', true],
  ['<div style="width: 600px">Wide.</div>', 'scrolls sideways: <div style="width: 600px">', false],
  ['<script>console.error("Oh.")</script>', 'Oh.', false],
  ['<script src="https://count.example/x.js"></script>', 'asks another host: script https://count.example/x.js', false],
  ['<img alt="A reed" src="https://reed.example/a.png">', 'asks another host: image https://reed.example/a.png', false],
  [
    '<script>requestAnimationFrame(() => requestAnimationFrame(() => document.querySelector("h1").before("New.")))</script>',
    'moves: ',
    false,
  ],
  [
    '<p><button style="width: 12px; height: 12px; padding: 0">a</button><button style="width: 12px; height: 12px; padding: 0">b</button></p>',
    'target-size: ',
    false,
  ],
])('%s', async (body, what, written) => {
  expect(await found(body)).toContainEqual({ what: expect.stringMatching(new RegExp(`^${what}`)), written });
});

test('a picture that a writer took from elsewhere may be asked for, without saying from where', async () => {
  expect(
    await found(
      '<img alt="A reed" width="9" height="9" src="https://reed.example/a.png" referrerpolicy="no-referrer">',
    ),
  ).toEqual([]);
});
