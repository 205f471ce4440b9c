import { expect, test } from 'vitest';
import { serve } from './serve.ts';
import { built } from './site.ts';
import { visits } from './visit.ts';

/** A reader who sees every frame that is painted, and everything that moves. */
const watch = `
  window.seen = [];
  window.moved = 0;
  new PerformanceObserver((list) => {
    for (const { value } of list.getEntries()) moved += value;
  }).observe({ type: 'layout-shift', buffered: true });
  const isShown = (element) => element.checkVisibility({ visibilityProperty: true });
  const look = () => {
    const parts = [...document.querySelectorAll('h2, .row-title, .badge, .button, .yours, .none')].filter(isShown);
    const state = parts.map((part) => part.textContent.trim()).join('; ');
    if (state && state !== seen.at(-1)) seen.push(state);
    requestAnimationFrame(look);
  };
  look();
`;

const zone = 'Asia/Tokyo';

/** A page is asked for in pieces, so that it is painted while it comes, if it can be. */
async function look(visit: ReturnType<typeof visits>, path: string, at: string, pause = 50) {
  const page = await visit(`${path}?slow=${pause}`, at, { zone, watch });
  // Two frames after everything is there.
  await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
  return page.evaluate<{ seen: string[]; moved: number }>('({ seen, moved })');
}

const visit = visits(async () => serve(await built('2026-08-16T10:00:00Z')));

test.each([
  ['/', '2026-10-15T10:00:00Z', 'Next event; Locks; rescheduled; today; Your time: Friday 02:00; RSVP'],
  ['/', '2027-02-01T10:00:00Z', 'No event is planned yet.'],
  ['/events/', '2026-10-15T17:30:00Z', 'Upcoming; Locks; rescheduled; happening now'],
  ['/events/locks/', '2026-10-16T10:00:00Z', 'past; Watch the recording; Talk'],
  ['/tags/iron/', '2026-10-16T10:00:00Z', 'Past events; Locks; Bridges'],
])('%s at %s shows one state, and nothing moves', async (path, at, state) => {
  const { seen, moved } = await look(visit, path, at);
  expect(seen).toEqual([expect.stringContaining(state)]);
  expect(moved).toBe(0);
});

const bare = visits(async () => {
  const files = await built('2026-08-16T10:00:00Z');
  const path = [...files.keys()].find((each) => /^assets\/theme\/theme\.(?:\w+\.)?css$/.test(each))!;
  const css = files.get(path)!.toString();
  return serve(files.set(path, Buffer.from(css.replace('.undecided body', '.never body'))));
});

test('the reader is awake: one who sees the page before it has decided sees more', async () => {
  // Enough for a machine on which a frame takes its time.
  const { seen, moved } = await look(bare, '/', '2026-10-15T10:00:00Z', 1000);
  expect(seen.length).toBeGreaterThan(1);
  expect(moved).toBeGreaterThan(0);
});
