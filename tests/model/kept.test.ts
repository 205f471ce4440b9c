import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { parse } from '../../src/content/parse.ts';
import { scan } from '../../src/content/scan.ts';
import { createKept } from '../../src/model/kept.ts';
import { buildSite } from '../../src/model/site.ts';
import { configOf, filesOf } from '../support.ts';

const front = (fields: string): string => `---\n${fields}\n---\n# A heading\n`;
const files = filesOf({
  'content/posts/2026-01-02-a.md': front('date: 2026-01-03 10:00 CET\nupdated: 2026-02-01'),
  'content/posts/2026-03-29-b.md': front('publish: 2026-07-01 13:00'),
  'content/posts/c.md': front('title: C'),
  'content/events/d.md': front('start: 2026-06-02\ntime: 19:00-21:00\nseries: Tea\nvenue: Hall'),
  'content/events/e.md': front(
    'start: 2026-06-11 23:00 CEST\nend: 2026-06-10\nseries: Tea\nprevious_start: 2026-06-09',
  ),
  'content/events/f.md': front('start: 2026-06-16 20:00\nduration: 3h\ntimezone: Asia/Tokyo\nseries: Tea'),
  'content/venues/hall.md': front('name: Hall'),
});
const entries = scan(files).value.sources.map((source) => parse(source).value);

/** All that hangs on a time, a zone or a rule, in letters, as times look alike to `toEqual`. */
function siteOf(yaml: string, now: string, kept = createKept()) {
  const options = { config: configOf(yaml), now: Temporal.Instant.from(now), drafts: false, kept };
  const { value, diagnostics } = buildSite(entries, options);
  const { posts, events, dates } = value;
  return {
    posts: posts.map(({ title, date, updated }) => `${title} ${date?.at} ${updated?.at}`),
    events: events.map((event) => {
      const { title, start, end, over, previousStart, moment, uid, sequence } = event;
      return `${title} ${start.at} ${end?.at} ${over} ${previousStart?.at} ${moment} ${uid} ${sequence}`;
    }),
    dates: dates.map(({ start, over }) => `${start.at} ${over}`),
    diagnostics,
  };
}

test('what is known from other times, zones and rules changes nothing', () => {
  const kept = createKept();
  const series = (rule: string) => `series: [{name: Tea, rule: "${rule}", start: 2026-01-06, time: "19:00"}]`;
  const rules = [series('FREQ=WEEKLY;BYDAY=TU'), series('FREQ=MONTHLY;BYDAY=2TH'), ''];
  const sites = ['Europe/Berlin', 'America/Lima', 'Europe/Berlin'].flatMap((zone) =>
    rules.flatMap((rule) =>
      ['2026-07-01T12:00Z', '2026-06-01T00:00Z'].map((now) => [`timezone: ${zone}\n${rule}`, now] as const),
    ),
  );
  const made = sites.map(([yaml, now]) => siteOf(yaml, now, kept));
  expect(made).toEqual(sites.map(([yaml, now]) => siteOf(yaml, now)));
  // The sites differ, so that one of them could have been taken for another.
  expect(new Set(made.map((site) => JSON.stringify(site))).size).toBe(12);
});

test('what one entry alone decides is asked once', () => {
  const kept = createKept();
  const [entry] = entries.filter(({ kind }) => kind === 'event');
  if (entry?.kind !== 'event') throw new Error('an event was expected');
  expect(kept.spanOf(entry, 'UTC')).toBe(kept.spanOf(entry, 'UTC'));
  expect(kept.spanOf(entry, 'Asia/Tokyo')).not.toBe(kept.spanOf(entry, 'UTC'));
});
