import { describe, expect, test } from 'vitest';
import { entryRoutes } from '../../src/routes/entries.ts';
import { talkFilters } from '../../src/routes/talk-filters.ts';
import { talkRoutes } from '../../src/routes/talks.ts';
import { siteOf } from '../support.ts';

const event = (day: string, tags: string, ...talks: string[]): string =>
  `---\nstart: ${day}\ntags: [${tags}]\ntalks: [${talks.map((title) => `{ title: ${title} }`)}]\n---\n`;

const files = {
  'events/a.md': event('2024-12-31', 'tea', 'Leaves'),
  'events/b.md': event('2025-01-01', 'tea, big kettles', 'Water', 'Steam'),
  'events/c.md': event('2025-06-01', 'silence'),
};

describe('talks are filtered', () => {
  const { years, tags } = talkFilters(siteOf(files).value);
  const short = ({ title, heading, url, talks }: (typeof years)[number]) =>
    `${title}, ${heading}, ${url}: ${talks.map((talk) => talk.title)}`;

  test('by year, newest first', () => {
    expect(years.map(short)).toEqual([
      '2025, Talks in 2025, /talks/2025/: Water,Steam',
      '2024, Talks in 2024, /talks/2024/: Leaves',
    ]);
  });

  test('by the tags of their events', () => {
    expect(tags.map(short)).toEqual([
      'big kettles, Talks about big kettles, /talks/tags/big-kettles/: Water,Steam',
      'tea, Talks about tea, /talks/tags/tea/: Water,Steam,Leaves',
    ]);
  });
});

test('without talks there is no page for them', () => {
  expect(talkRoutes(siteOf({ 'events/c.md': files['events/c.md'] }).value)).toEqual([]);
});

test('a page of content at the address of a filter introduces it', () => {
  const site = siteOf({ ...files, 'talks/2025.md': '# The year of steam' }).value;
  expect(entryRoutes(site).map(({ url }) => url)).not.toContain('/talks/2025/');
  expect(talkRoutes(site).find(({ url }) => url === '/talks/2025/')?.file).toBe('content/talks/2025.md');
});
