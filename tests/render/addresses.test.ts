import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { absoluteLinks, uriOf } from '../../src/render/addresses.ts';

describe('absoluteLinks', () => {
  const base = 'https://org.example/name/events/x/';
  test.each([
    ['<a href="/name/about/">a</a>', '<a href="https://org.example/name/about/">a</a>'],
    ['<a href="#talk">a</a>', '<a href="https://org.example/name/events/x/#talk">a</a>'],
    [
      '<a href="room.html?a=1&amp;b=2">a</a>',
      '<a href="https://org.example/name/events/x/room.html?a=1&amp;b=2">a</a>',
    ],
    ['<a href=../y/>a</a>', '<a href="https://org.example/name/events/y/">a</a>'],
    ["<img src='/name/a b.png' alt=''>", '<img src="https://org.example/name/a%20b.png" alt=\'\'>'],
    ['<img src="//cdn.example/a.png">', '<img src="https://cdn.example/a.png">'],
    [
      '<video poster="/p.png" src="v.mp4"></video>',
      '<video poster="https://org.example/p.png" src="https://org.example/name/events/x/v.mp4"></video>',
    ],
    ['<blockquote cite="/q/">q</blockquote>', '<blockquote cite="https://org.example/q/">q</blockquote>'],
    [
      '<img srcset="/a.png 1x, b.png 2x,/c.png 3x">',
      '<img srcset="https://org.example/a.png 1x, https://org.example/name/events/x/b.png 2x,https://org.example/c.png 3x">',
    ],
    ['<a href="">here</a>', `<a href="${base}">here</a>`],
  ])('%s', (html, expected) => {
    expect(absoluteLinks(html, base)).toBe(expected);
  });

  test.each([
    '<a href="https://a.example/?x=1&amp;y=2#z">a</a>',
    '<a href="mailto:ada@a.example">a</a>',
    '<a href="https://[broken">a</a>',
    '<p>href="/x" and <code>&lt;a href="/x"&gt;</code></p>',
    '<img src="data:image/png;base64,/9j/4AAQ">',
  ])('leaves %s alone', (html) => {
    expect(absoluteLinks(html, base)).toBe(html);
  });

  test('once is enough', () => {
    const html = '<a href="/a">a</a><img srcset="x.png 1x, y.png 2x" src="z.png"><a href="#b">b</a>';
    const once = absoluteLinks(html, base);
    expect(absoluteLinks(once, 'https://elsewhere.example/')).toBe(once);
  });
});

describe('uriOf', () => {
  test.each([
    ['https://a.example/ein weg/ü?q=a b|c', 'https://a.example/ein%20weg/%C3%BC?q=a%20b%7Cc'],
    ['/events/k%C3%B6ln/?x=100%', '/events/k%C3%B6ln/?x=100%25'],
    ['https://münchen.example', 'https://xn--mnchen-3ya.example/'],
    ['mailto:ada@a.example', 'mailto:ada@a.example'],
    ['', ''],
    ['https://[broken', 'https://[broken'],
  ])('%s', (address, expected) => {
    expect(uriOf(address)).toBe(expected);
  });

  test('gives only characters of RFC 3986, and the same again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const uri = uriOf(`https://a.example/${text}`);
        expect(uri).toMatch(/^https:\/\/a\.example\/(?:[\w\-.~:/?#[\]@!$&'()*+,;=]|%[\da-f]{2})*$/i);
        expect(uriOf(uri)).toBe(uri);
      }),
    );
  });
});
