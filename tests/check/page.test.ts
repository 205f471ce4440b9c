import { expect, test } from 'vitest';
import { readPage } from '../../src/check/page.ts';

const hrefs = (html: string) => readPage(html).links.map(({ href, use }) => `${use} ${href}`);

test.each([
  ['<a href="/a?x=1&amp;y=2">', ['link /a?x=1&y=2']],
  ['<a name=x><A HREF=" b ">', ['link b']],
  [
    '<img src=a.png srcset="b.png 1x, c,d.png 2x,e.png">',
    ['image a.png', 'image b.png', 'image c,d.png', 'image e.png'],
  ],
  ['<picture><source srcset="a.webp 400w , b.webp 800w"></picture>', ['image a.webp', 'image b.webp']],
  ['<video src=a.mp4 poster=a.jpg><track src=a.vtt></video>', ['file a.mp4', 'image a.jpg', 'file a.vtt']],
  ['<link rel=stylesheet href=a.css><script src=a.js></script>', ['file a.css', 'file a.js']],
  ['<meta http-equiv="refresh" content="0; url=/new/">', ['link /new/']],
  ['<meta http-equiv=Refresh content="0;URL=\'/new/\'">', ['link /new/']],
  ['<svg><use href="i.svg#a"/></svg>', ['file i.svg#a']],
  ['<object data=a.pdf></object><embed src=b.pdf><form action=/c>', ['file a.pdf', 'file b.pdf', 'link /c']],
  ['<!-- <a href="/no"> --><script>"<a href=/no>"</script><a href="">', []],
])('the links of %j', (html, expected) => expect(hrefs(html)).toEqual(expected));

test('the rest of a page', () => {
  const html = `<head><meta name="Description" content=" Tea. "></head><h1 id="a">Tea &amp; <em>cake</em></h1>
    <h2>By
      the river</h2><a name="b"></a><img src="a.png" width="20" height="10%"><img src="b.png" alt="" style="width: 30px; max-width: 5px">`;
  expect(readPage(html)).toMatchObject({
    description: 'Tea.',
    redirects: false,
    ids: new Set(['a', 'b']),
    headings: [
      { level: 1, id: 'a', text: 'Tea & cake' },
      { level: 2, id: undefined, text: 'By the river' },
    ],
    pictures: [
      { src: 'a.png', width: 20, height: undefined, hasText: false },
      { src: 'b.png', width: 30, height: undefined, hasText: true },
    ],
  });
});

test.each(['', '<', '<a href=', '<h2>never <h3>closed', '<img', 'a'.repeat(100_000)])('broken HTML %#', (html) => {
  expect(() => readPage(html)).not.toThrow();
});
