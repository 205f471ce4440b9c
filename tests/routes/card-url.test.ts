import { expect, test } from 'vitest';
import type { Renderer } from '../../src/render/renderer.ts';
import { cardUrl, hasPicture, shownCard } from '../../src/routes/card-url.ts';
import { siteOf } from '../support.ts';

test.each([
  ['/', '/cards.png'],
  ['/events/x/', '/cards/events/x.png'],
  ['/a%20b/', '/cards/a%20b.png'],
])('the card of %s is at %s', (url, card) => {
  expect(cardUrl(url)).toBe(card);
});

test.each([
  ['image: poster.jpg', true],
  ['image: https://x.example/poster.webp?w=1200', true],
  ['image: poster.svg', false],
  ['image: https://x.example/poster.SVG?v=2', false],
  ['description: none', false],
])('%s is shown by networks: %s', (field, shown) => {
  const { pages } = siteOf({ 'a.md': `---\n${field}\n---\n` }).value;
  expect(hasPicture(pages[0]!.image)).toBe(shown);
});

test('a page without a card of its own shows the site’s', () => {
  const publishes = (url: string): boolean => ['/cards.png', '/cards/a.png'].includes(url);
  const shown = (url: string) => shownCard(url, { publishes } as Renderer);
  expect([shown('/a/'), shown('/b/')]).toEqual(['/cards/a.png', '/cards.png']);
  expect(shownCard('/a/', { publishes: () => false } as unknown as Renderer)).toBeUndefined();
});
