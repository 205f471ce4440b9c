import { expect, test } from 'vitest';
import { findEvent } from '../../src/model/find-event.ts';
import { siteOf } from '../support.ts';

const on = (day: string, more = ''): string => `---\ntitle: Lamp of ${day}\nstart: ${day} 19:00\n${more}\n---\n`;
const { value: site } = siteOf(
  {
    'events/2026-06-01-wicks.md': on('2026-06-01'),
    'events/2026-06-08-oil.md': on('2026-06-08', 'status: cancelled'),
    'events/2026-08-03-glass.md': on('2026-08-03', 'aliases: [/glass-night/]'),
    'events/2026-09-07-oil/index.md': on('2026-09-07'),
  },
  { config: 'url: https://lantern.example/club/' },
);
const found = (written: string): string => {
  const result = findEvent(written, site);
  return 'event' in result ? result.event.url : result.problem;
};

test.each([
  ['next', '/events/2026-08-03-glass/'],
  ['last', '/events/2026-06-01-wicks/'],
  ['glass', '/events/2026-08-03-glass/'],
  ['2026-08-03-Glass', '/events/2026-08-03-glass/'],
  ['2026-08-03', '/events/2026-08-03-glass/'],
  ['Lamp of 2026-08-03', '/events/2026-08-03-glass/'],
  ['content/events/2026-08-03-glass.md', '/events/2026-08-03-glass/'],
  ['./events/2026-09-07-oil/index.md', '/events/2026-09-07-oil/'],
  ['/events/2026-08-03-glass/', '/events/2026-08-03-glass/'],
  ['https://lantern.example/club/events/2026-08-03-glass/', '/events/2026-08-03-glass/'],
  ['glass-night', '/events/2026-08-03-glass/'],
])('%s is found', (written, url) => {
  expect(found(written)).toBe(url);
});

test('what is not clear, or not there, is said', () => {
  expect(found('oil')).toBe(
    '`oil` may be `content/events/2026-06-08-oil.md` or `content/events/2026-09-07-oil/index.md`',
  );
  expect(found('glas')).toBe('there is no event `glas`; did you mean `glass`?');
  expect(found('%zz-something-else')).toContain('there are `2026-09-07-oil`, `2026-08-03-glass`');
  expect(findEvent('next', siteOf({}).value)).toEqual({ problem: 'no event is to come; `last` is the one before' });
  expect(findEvent('last', siteOf({}).value)).toEqual({ problem: 'no event is over yet' });
  expect(findEvent('x', siteOf({}).value)).toEqual({ problem: 'there is no event `x`; there is none yet' });
});
