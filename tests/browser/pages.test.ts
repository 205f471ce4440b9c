import { expect, test } from 'vitest';
import { packageRoot } from '../../src/package-root.ts';
import { kindsOf, pagesOf } from '../quality/pages.ts';
import { previewFrom, previewOf } from './preview.ts';
import { serve } from './serve.ts';
import { built, builtFrom, states } from './site.ts';
import { visits } from './visit.ts';

const now = '2026-10-15T10:00:00Z';
const inEveryState = await built(now);
const example = await builtFrom(packageRoot, now);

test.each([
  ['a site with events in every state', pagesOf(inEveryState), visits(() => serve(inEveryState))],
  ['the example site', kindsOf(example), visits(() => serve(example))],
  ['the preview of such a site', pagesOf(inEveryState), visits(() => previewOf(states, now))],
  ['the preview of the example site', kindsOf(example), visits(() => previewFrom(packageRoot, now))],
])('on a phone, no page of %s complains or scrolls sideways', async (_, paths, visit) => {
  expect(paths.length).toBeGreaterThan(20);
  for (const path of paths) {
    const page = await visit(path, now, { width: 375 });
    const wider = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
    expect({ path, wider }).toEqual({ path, wider: 0 });
  }
});
