import { describe, expect, test } from 'vitest';
import { account, accountUrl, links, videos } from '../../../src/content/schema/links.ts';
import { readBy } from '../../support.ts';

const briefly = (value: unknown, reader = links) => {
  const read = readBy(reader, value);
  return [
    ...(read.value ?? []).map((link) => `${link.label}: ${link.value} at ${link.path.join('.')}`),
    ...read.problems,
  ];
};

describe('links, as sites write them', () => {
  test.each([
    ['https://a.example', ['undefined: https://a.example at field']],
    [
      ['a.pdf', 'b.pdf'],
      ['undefined: a.pdf at field.0', 'undefined: b.pdf at field.1'],
    ],
    [
      { Slides: 'a.pdf', github: 'ada' },
      ['Slides: a.pdf at field.Slides', 'github: https://github.com/ada at field.github'],
    ],
    [
      [{ Slides: 'a.pdf' }, { Code: '/c' }],
      ['Slides: a.pdf at field.0.Slides', 'Code: /c at field.1.Code'],
    ],
    [{ title: 'Slides', url: 'a.pdf' }, ['Slides: a.pdf at field.url']],
    [[{ label: 2026, href: 'a.pdf' }], ['2026: a.pdf at field.0.href']],
    [[{ link: ' a.pdf ' }], ['undefined: a.pdf at field.0.link']],
    [{ name: 'Slides', text: 'more', url: null }, []],
    [{ Slides: null, Code: ' ', constructor: 'x.html' }, ['constructor: x.html at field.constructor']],
    [[], []],
    [{}, []],
  ])('%j', (value, expected) => expect(briefly(value)).toEqual(expected));

  test.each([
    [[['a.pdf']], ['wrong-type at field.0: `field` is text, and this is a list']],
    [{ Slides: ['a'] }, ['wrong-type at field.Slides: `Slides` is text, and this is a list']],
    [
      { title: {}, url: 'a' },
      ['undefined: a at field.url', 'wrong-type at field.title: `title` is text, and this is a list of fields'],
    ],
    [{ title: 'a', url: ['b'] }, ['wrong-type at field.url: `url` is text, and this is a list']],
  ])('%j is refused where it is wrong', (value, expected) => expect(briefly(value)).toEqual(expected));
});

test.each([
  ['github', 'ada', 'https://github.com/ada'],
  ['GitHub', '@ada', 'https://github.com/ada'],
  ['github', 'https://github.com/ada', 'https://github.com/ada'],
  ['linkedin', 'ada-l', 'https://www.linkedin.com/in/ada-l'],
  ['bluesky', 'ada.bsky.social', 'https://bsky.app/profile/ada.bsky.social'],
  ['mastodon', '@ada@social.example', 'https://social.example/@ada'],
  ['mastodon', 'ada@social.example', 'https://social.example/@ada'],
  ['Mastodon', 'https://social.example/@ada', 'https://social.example/@ada'],
  ['email', 'ada@a.example', 'mailto:ada@a.example'],
  ['x', 'ada', 'https://x.com/ada'],
  ['youtube', '@ada', 'https://www.youtube.com/@ada'],
  ['web', 'ada.example', 'https://ada.example'],
  ['Blog', 'ada.example/blog', 'https://ada.example/blog'],
  ['Blog', 'www.ada.example', 'https://www.ada.example'],
  ['github', 'github.com/ada', 'https://github.com/ada'],
  ['Slides', 'slides.pdf', 'slides.pdf'],
  ['Slides', 'slides/v1.2.pdf', 'slides/v1.2.pdf'],
  ['Slides', 'v1.2/slides.pdf', 'v1.2/slides.pdf'],
  ['Blog', 'blog', 'blog'],
  ['toString', 'x', 'x'],
  ['cv', '/cv.pdf', '/cv.pdf'],
])('%s: %s leads to %s', (network, written, url) => expect(accountUrl(network, written)).toBe(url));

test('an account at the top level is a link with the network’s name', () => {
  expect(briefly('ada', account('github'))).toEqual(['github: https://github.com/ada at field']);
  expect(briefly(['ada'], account('github'))).toEqual(['wrong-type at field: `field` is text, and this is a list']);
});

test.each([
  ['a1b2c3d4e5_', 'https://www.youtube.com/watch?v=a1b2c3d4e5_'],
  ['https://video.example/w/1', 'https://video.example/w/1'],
  ['talk-01.mp4', 'talk-01.mp4'],
  ['too-short', 'too-short'],
])('the video %s is at %s', (written, url) => {
  expect(briefly([written], videos)).toEqual([`undefined: ${url} at field.0`]);
});
