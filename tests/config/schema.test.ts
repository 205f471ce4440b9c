import { describe, expect, test } from 'vitest';
import { configSchema } from '../../src/config/schema.ts';
import { parseSiteUrl } from '../../src/config/site-url.ts';
import { readBy } from '../support.ts';

describe('the address of the site', () => {
  test.each([
    ['https://a.example', 'https://a.example', '/'],
    ['http://A.example:8080/', 'http://a.example:8080', '/'],
    ['https://a.example/meet', 'https://a.example', '/meet/'],
    ['https://a.example/meet/x/', 'https://a.example', '/meet/x/'],
    ['https://köln.example/ä/', 'https://xn--kln-sna.example', '/%C3%A4/'],
  ])('%s', (written, origin, basePath) => expect(parseSiteUrl(written)).toEqual({ origin, basePath }));

  test.each([
    'a.example',
    '/meet/',
    'ftp://a.example',
    'https://a.example/?x',
    'https://a.example/#x',
    'mailto:a@b',
    '',
  ])('%j is none', (written) => expect(parseSiteUrl(written)).toBeUndefined());
});

describe('navigation', () => {
  const { read } = configSchema.nav;
  test.each([
    ['about.md', [{ title: undefined, href: 'about.md' }]],
    [
      ['about.md', '/events/'],
      [
        { title: undefined, href: 'about.md' },
        { title: undefined, href: '/events/' },
      ],
    ],
    [{ About: 'about.md', Blog: null }, [{ title: 'About', href: 'about.md' }]],
    [[{ About: 'about.md' }], [{ title: 'About', href: 'about.md' }]],
    [{ title: 'About', href: 'about.md' }, [{ title: 'About', href: 'about.md' }]],
    [[{ label: 2026, url: '/2026/' }], [{ title: '2026', href: '/2026/' }]],
    [[{ link: '/x/' }], [{ title: undefined, href: '/x/', path: ['field', 0, 'link'] }]],
    [[], []],
  ])('%j', (value, expected) => expect(readBy(read, value)).toMatchObject({ value: expected, problems: [] }));

  test('an item that cannot be read is named by its place, and the others stay', () => {
    expect(readBy(read, [['a'], 'b', { Menu: [{ c: 'd' }] }])).toEqual({
      value: [{ title: undefined, href: 'b', path: ['field', 1] }],
      problems: [
        'wrong-type at field.0: `field` is text, and this is a list',
        'wrong-type at field.2.Menu: `Menu` is text, and this is a list',
      ],
    });
  });
});

test.each([
  ['#0a7d5c', '#0a7d5c'],
  ['#ABC', '#aabbcc'],
])('the colour %s', (written, colour) => expect(readBy(configSchema.accent.read, written).value).toBe(colour));

test.each(['teal', '#12345', '0a7d5c', '#0a7d5c80', '#ggg'])('%s is no colour', (written) => {
  expect(readBy(configSchema.accent.read, written)).toEqual({
    value: undefined,
    problems: [`wrong-type at field: \`${written}\` is no colour`],
  });
});

test.each([
  ['de', 'de'],
  ['PT-br', 'pt-BR'],
  ['zh_Hant_TW', 'zh-Hant-TW'],
])('the language %s', (written, tag) => expect(readBy(configSchema.language.read, written).value).toBe(tag));

test.each([
  ['Acme, ink-well, ', ['Acme', 'ink-well']],
  [
    ['Acme, Inc.', 'ink-well'],
    ['Acme, Inc.', 'ink-well'],
  ],
  [3, ['3']],
])('the sponsors %j', (written, ids) => expect(readBy(configSchema.sponsors.read, written).value).toEqual(ids));
