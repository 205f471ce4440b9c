import { expect, test } from 'vitest';
import { isMistake, readCard } from '../../src/cards/elements.ts';

const read = (html: string) => readCard(html, (text) => text.replace('🎉', ''));

test('boxes with styles, text and pictures', () => {
  const card = read(
    '<div dir="rtl" style="font-size: 20px; margin-inline-start: 4px">\n Tea &amp; cake 🎉\n <img src="/a.png" width="9" height="8"></div>',
  );
  if (isMistake(card)) throw new Error(card.message);
  expect(card.pictures).toEqual([{ src: '/a.png', width: 9, height: 8 }]);
  expect(card.text).toBe('Tea & cake');
  expect(card.root.props.children).toMatchObject([
    {
      type: 'div',
      props: {
        dir: 'rtl',
        style: { display: 'flex', fontSize: '20px', marginInlineStart: '4px' },
        children: ['Tea & cake', { type: 'img', props: { src: '/a.png' } }],
      },
    },
  ]);
});

test('a semicolon in brackets ends no declaration', () => {
  const card = read(`<p style="background-image: linear-gradient(90deg, #fff, #000); font-family: 'a;b'">x</p>`);
  expect(card).toMatchObject({
    root: {
      props: {
        children: [
          { props: { style: { backgroundImage: 'linear-gradient(90deg, #fff, #000)', fontFamily: "'a;b'" } } },
        ],
      },
    },
  });
});

test.each([
  ['<div><script>x</script></div>', 'can’t show `<script>`', '<script'],
  ['<svg><image href="https://example.org/"/></svg>', 'can’t show `<svg>`', '<svg'],
  ['<div style="background-image: url(https://example.org/x.png)"></div>', 'names an address', 'url('],
  ['<div style="mask-image: URL (x)"></div>', 'names an address', 'URL ('],
  ['<img src="/a.png">', 'no `width` and `height`', '<img'],
  ['<img src="/a.png" width="9" height="99999">', 'no `width` and `height`', '<img'],
])('%s is refused', (html, message, written) => {
  const card = read(html);
  if (!isMistake(card)) throw new Error('it was taken');
  expect(card.message).toContain(message);
  expect(card.written).toBe(written);
});
