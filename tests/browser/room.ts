import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { launch } from './browser.ts';
import { type Desk, desk, previewFrom } from './preview.ts';
import type { Served } from './serve.ts';

/** The site's pages allow nothing but what its own host sends. */
const policy = `{% extends "theme/base.njk" %}
{% block head %}<meta http-equiv="Content-Security-Policy" content="default-src 'self'; img-src 'self' data:">{{ super() }}{% endblock %}
`;
export const square = (colour: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><rect width="40" height="40" fill="${colour}"/></svg>`;
const long = Array.from({ length: 60 }, (_, index) => `Line ${index} of a long page.\n\n`).join('');
export const about = (words: string): string => `---
title: About
---

${words}

<details><summary>First</summary>Hidden words.</details>
<details><summary>Second</summary>More of them.</details>

![A square](square.svg)

${long}
[Back to the start](/)
`;
export const event = (fields: string, body = 'Bring a torch.'): string =>
  `---\ntitle: Night walk\nstart: 2026-12-01 19:00\n${fields}---\n\n${body}\n`;
export const files: Readonly<Record<string, string>> = {
  'site.yaml': 'title: Reed Bank\nurl: https://reed.example/bank/\n',
  'templates/base.njk': policy,
  'assets/extra.css': 'main { --step: 1 }\n',
  'assets/extra.js': 'window.words = 1;\n',
  'templates/page.njk': `{% extends "theme/page.njk" %}
{% block footer %}<form><input name="who"><input type="checkbox" name="yes"><select name="which"><option>a<option>b</select></form>
<link rel="stylesheet" href="{{ 'extra.css' | asset }}"><script src="{{ 'extra.js' | asset }}"></script>{% endblock %}
`,
  'content/index.md': '# Reed Bank\n\nWe meet by the water. [About us](about.md)\n',
  'content/about.md': about('First words.'),
  'content/square.svg': square('red'),
  'content/events/night-walk.md': event(''),
};

/** What each test has to itself. */
export interface Room {
  readonly context: BrowserContext;
  /** Somebody writes here, once it is started. */
  readonly site: Desk;
  readonly origin: string;
  /** Begins with the usual files, some of them otherwise. */
  start(changed?: Readonly<Record<string, string>>): Promise<void>;
  /** Ends the preview, and begins another one at the same address. */
  restart(meanwhile: () => Promise<void>): Promise<void>;
  /** A page at a path. What it complains about fails the test, but what is accepted. */
  open(path: string, accepted?: RegExp): Promise<Page>;
  /** Once the preview answers with these words. */
  answers(path: string, words: string): Promise<void>;
  isAt(page: Page, path: string): Promise<void>;
}

/** One browser for all tests of a file, and a site and its preview for each of them. */
export function createRoom(): Room {
  let browser: Browser;
  let context: BrowserContext;
  let site: Desk | undefined;
  let served: Served | undefined;
  let complaints: string[];
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser?.close());
  beforeEach(async () => {
    complaints = [];
    context = await browser.newContext({ viewport: { width: 1000, height: 600 } });
  });
  afterEach(async () => {
    await context.close();
    await served?.close();
    site?.clear();
    expect(complaints).toEqual([]);
  });

  return {
    get context() {
      return context;
    },
    get site() {
      return site!;
    },
    get origin() {
      return served!.origin;
    },
    async start(changed = {}) {
      site = desk({ ...files, ...changed });
      served = await previewFrom(site.root);
    },
    async restart(meanwhile) {
      const port = Number(new URL(served!.origin).port);
      await served!.close();
      await meanwhile();
      served = await previewFrom(site!.root, undefined, port);
    },
    async open(path, accepted = /^$/) {
      const page = await context.newPage();
      const complain = (words: string) => void (accepted.test(words) || complaints.push(words));
      page.on('pageerror', (error) => complain(`${error}`));
      page.on('console', (message) => void (message.type() === 'error' && complain(message.text())));
      const told = page.waitForEvent('request', (request) => request.url().includes('/__meetpress/events'));
      await page.goto(served!.origin + path);
      await told;
      await page.evaluate('window.mark = true');
      return page;
    },
    async answers(path, words) {
      await expect.poll(async () => (await fetch(served!.origin + path)).text()).toContain(words);
    },
    async isAt(page, path) {
      await expect.poll(() => page.url().slice(served!.origin.length)).toBe(path);
    },
  };
}

/** Whether it is still what was opened, and not loaded anew. */
export const isSame = (page: Page) => page.evaluate<boolean>('window.mark === true').catch(() => undefined);
export const shows = (page: Page, words: string) =>
  expect.poll(() => page.textContent('main').catch(() => '')).toContain(words);
export const dialogOf = (page: Page) => page.locator('meetpress-preview dialog');
