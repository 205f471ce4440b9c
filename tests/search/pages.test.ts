import { expect, test } from 'vitest';
import { pagesOf } from '../../src/search/pages.ts';

const place = (path: string, indexed = true) => ({ url: `/${path}`, path, indexed });
const places = [
  place('a.html'),
  place('hidden.html', false),
  place('feed.xml'),
  place('copied.html'),
  place('elsewhere.html'),
  place('é.html'),
];
const outputs = [
  ...['é.html', 'hidden.html', 'feed.xml', 'a.html', 'brought.html'].map((path) => ({
    path,
    content: Buffer.from(`<p>“${path}”`),
  })),
  { path: 'copied.html', content: { copy: '/site/copied.html' } },
];

test('pages that were rendered are found in the order of their places, as often as they are gone through', () => {
  const pages = pagesOf(places, outputs);
  const expected = [
    { url: '/a.html', html: '<p>“a.html”' },
    { url: '/é.html', html: '<p>“é.html”' },
  ];
  expect([...pages]).toEqual(expected);
  expect([...pages]).toEqual(expected);
});
