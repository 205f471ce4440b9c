import { expect, test } from 'vitest';
import type { Content } from '../../src/model/values.ts';
import type { Renderer } from '../../src/render/renderer.ts';
import { cardUrl, hasPicture } from '../../src/routes/card-url.ts';
import { shownCard } from '../../src/routes/cards.ts';
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
  const { pages, venues } = siteOf({ 'a.md': '# A\n', 'venues/b.md': '---\nname: B\n---\n' }).value;
  const shown = (content: Content, renderer: object) => shownCard({ url: content.url, content }, renderer as Renderer);
  const draws = { cards: {}, publishes: () => false };
  expect([shown(pages[0]!, draws), shown(venues[0]!, draws)]).toEqual(['/cards/a.png', '/cards.png']);
  const own = { publishes: (url: string) => url === '/cards/venues/b.png' };
  expect([shown(pages[0]!, own), shown(venues[0]!, own)]).toEqual([undefined, '/cards/venues/b.png']);
});
