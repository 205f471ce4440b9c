import { describe, expect, test } from 'vitest';
import { createMarkdown } from '../../src/markdown/markdown.ts';

const render = createMarkdown();
const inlineOf = (text: string) => render(text).html.replace(/^<p>(.*)<\/p>\n$/s, '$1');

describe('marked, inserted and deleted words', () => {
  test.each([
    ['==a==', '<mark>a</mark>'],
    ['x ==a *b* c==, y', 'x <mark>a <em>b</em> c</mark>, y'],
    ['==a== b ==c==', '<mark>a</mark> b <mark>c</mark>'],
    ['**==a==**', '<strong><mark>a</mark></strong>'],
    ['==a=== ===b==', '<mark>a</mark>= =<mark>b</mark>'],
    ['==a **b== c**', '<mark>a **b</mark> c**'],
    ['==[a](https://b.example)==', '<mark><a href="https://b.example">a</a></mark>'],
    ['==a=={.b}', '<mark class="b">a</mark>'],
    ['^^a^^', '<ins>a</ins>'],
    ['~~a~~ ~~b~~{.c}', '<del>a</del> <del class="c">b</del>'],
    ['if a==b or c==d', 'if a==b or c==d'],
    ['a == b == c', 'a == b == c'],
    ['==a', '==a'],
    ['a ====== b', 'a ====== b'],
    ['`==a==` \\==b==', '<code>==a==</code> ==b=='],
  ])('%j', (text, html) => expect(inlineOf(text)).toBe(html));
});

describe('above and below the line', () => {
  test.each([
    ['x^2^', 'x<sup>2</sup>'],
    ['H~2~O and CO~2~', 'H<sub>2</sub>O and CO<sub>2</sub>'],
    ['19^th^, ^(1)^', '19<sup>th</sup>, <sup>(1)</sup>'],
    ['x^*y*^', 'x<sup><em>y</em></sup>'],
    ['x^`a`^', 'x<sup><code>a</code></sup>'],
    ['x^a\\ b^', 'x<sup>a b</sup>'],
    ['*x^2^*', '<em>x<sup>2</sup></em>'],
    ['[x^2^](https://b.example)', '<a href="https://b.example">x<sup>2</sup></a>'],
    ['a~b~~c~~~', 'a<sub>b<del>c</del></sub>'],
    ['x^2^{.a}', 'x<sup class="a">2</sup>'],
    ['~a b~ ^a b^', '~a b~ ^a b^'],
    ['^_^ and ~.~', '^_^ and ~.~'],
    ['~10-~20 of us, for ^5/^6', '~10-~20 of us, for ^5/^6'],
    ['x^2', 'x^2'],
    ['^^ ~~', '^^ ~~'],
    ['`x^2^` x\\^2^', '<code>x^2^</code> x^2^'],
    ['https://a.example/~b/~c', '<a href="https://a.example/~b/~c">https://a.example/~b/~c</a>'],
  ])('%j', (text, html) => expect(inlineOf(text)).toBe(html));
});

describe('abbreviations', () => {
  const psf = '<abbr title="Python &quot;Software&quot; Foundation">PSF</abbr>';
  test.each([
    ['The PSF.', `<p>The ${psf}.</p>\n`],
    ['PSF PSF', `<p>${psf} ${psf}</p>\n`],
    ['PSFs, aPSF, PSF_, ÄPSF', '<p>PSFs, aPSF, PSF_, ÄPSF</p>\n'],
    ['*PSF* [PSF](https://a.example)', `<p><em>${psf}</em> <a href="https://a.example">${psf}</a></p>\n`],
    ['`PSF` <b title="PSF">PSF</b>', `<p><code>PSF</code> <b title="PSF">${psf}</b></p>\n`],
    ['## The PSF', `<h2 id="the-psf">The ${psf}</h2>\n`],
  ])('%j', (text, html) => expect(render(`${text}\n\n*[PSF]: Python "Software" Foundation`).html).toBe(html));

  test('the longest counts, and the first of two for one; signs of patterns are signs', () => {
    const text = 'C++ A.B AxB A.B.C\n*[C++]: c\n*[A.B]: ab\n*[A.B.C]: abc\n*[A.B]: no';
    expect(render(text).html).toBe(
      '<p><abbr title="c">C++</abbr> <abbr title="ab">A.B</abbr> AxB <abbr title="abc">A.B.C</abbr></p>\n',
    );
  });

  test.each(['*[a] b*', '*[]: b', '*[a]:', '*[a\nb]: c'])('%j is none', (text) =>
    expect(render(text).html).not.toBe(''),
  );
});
