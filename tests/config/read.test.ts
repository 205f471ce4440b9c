import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Config } from '../../src/config/config.ts';
import { readConfig } from '../../src/config/read.ts';
import { anyText } from '../diagnostics/arbitrary.ts';
import { brief, configOf, filesOf } from '../support.ts';

const said = (yaml: string) => brief(yaml, readConfig(filesOf({ 'site.yaml': yaml })).diagnostics);

type Settings = Omit<Config, 'locate' | 'locatePath' | 'zoneRefused'>;

/** All that the writer sets. */
function settings(yaml: string): Settings {
  const { locate: _, locatePath: __, zoneRefused: ___, ...rest } = configOf(yaml);
  return rest;
}

const defaults: Settings = {
  title: undefined,
  description: undefined,
  url: undefined,
  language: 'en',
  timezone: 'UTC',
  logo: undefined,
  nav: undefined,
  social: [],
  accent: undefined,
  sponsors: [],
  series: [],
  speak: undefined,
  chat: undefined,
  copyright: undefined,
  edit: undefined,
  postsPerPage: 20,
  words: {},
  typography: false,
  csp: {},
  untrusted: false,
  images: true,
  search: true,
  cards: true,
  hashtags: [],
  headers: false,
  checkIgnores: [],
  extra: {},
};

test.each([
  ['', false],
  ['timezone: Europe/Berlin', false],
  ['timezone: Europe/Berln', true],
  ['timezone: [1]', true],
  ['timezone:', false],
  ['title: a: b\ntimezone: Europe/Berlin', true],
])('in %j, the zone was refused: %s', (yaml, refused) => expect(configOf(yaml).zoneRefused).toBe(refused));

describe('the defaults stand', () => {
  test('where there is no site.yaml', () => {
    expect(readConfig(filesOf({}))).toMatchObject({ value: defaults, diagnostics: [] });
  });

  test.each(['', '\ufeff', '# nothing yet\n', '---\n---\n', 'title:\naccent: # none\n'])('in %j', (yaml) => {
    expect(settings(yaml)).toEqual(defaults);
    expect(said(yaml)).toEqual([]);
  });
});

test('every setting', () => {
  const yaml = `
title: Larkspur Coders
description: We meet.
url: https://larkspur.example/meet
language: pt_br
timezone: europe/lisbon
logo: images/logo.svg
nav: [{About: about.md}]
social: {mastodon: https://social.example/@l}
accent: "#0AF"
sponsors: Acme, ink-well
series: [Tea Talks]
speak: speak.md
chat: https://chat.example
copyright: © us
hashtags: [Larkspur, tea time]
edit: https://code.example/edit/{path}
posts_per_page: 5
words: {nextEvent: Next up, moreTalks: {one: one more, other: '{count} more'}}
typography: on
untrusted: yes
cards: no
headers: yes
images: no
search: no
check: {ignore: [example.org, testing]}
extra: {motto: Onwards}
`;
  expect(said(yaml)).toEqual([]);
  expect(settings(yaml)).toEqual({
    title: 'Larkspur Coders',
    description: 'We meet.',
    url: { origin: 'https://larkspur.example', basePath: '/meet/' },
    language: 'pt-BR',
    timezone: 'Europe/Lisbon',
    logo: 'images/logo.svg',
    nav: [{ title: 'About', href: 'about.md', path: ['nav', 0, 'About'] }],
    social: [{ title: 'mastodon', href: 'https://social.example/@l', path: ['social', 'mastodon'] }],
    accent: '#00aaff',
    sponsors: ['Acme', 'ink-well'],
    series: [{ id: 'tea-talks', name: 'Tea Talks', terms: [], except: [] }],
    speak: 'speak.md',
    chat: 'https://chat.example',
    copyright: '© us',
    hashtags: ['Larkspur', 'tea time'],
    edit: 'https://code.example/edit/{path}',
    postsPerPage: 5,
    words: { nextEvent: 'Next up', moreTalks: { one: 'one more', other: '{count} more' } },
    typography: true,
    untrusted: true,
    cards: false,
    headers: true,
    csp: {},
    images: false,
    search: false,
    checkIgnores: ['example.org', 'testing'],
    extra: { motto: 'Onwards' },
  });
});

test('settings that nobody knows are extra, and extra outweighs them', () => {
  expect(configOf('motto: a\ncolor_of_sky: blue\nextra: {motto: b}').extra).toEqual({
    motto: 'b',
    color_of_sky: 'blue',
  });
});

test('the command line outweighs the file', () => {
  const files = filesOf({ 'site.yaml': 'url: https://a.example\nuntrusted: true' });
  const url = { origin: 'https://b.example', basePath: '/' };
  expect(readConfig(files, { url }).value).toMatchObject({ url, untrusted: true });
  expect(readConfig(files, { untrusted: false }).value.untrusted).toBe(false);
});

describe('what is wrong is said where it stands, and the other settings count', () => {
  test.each([
    ['title: x\nurl: larkspur.example', 'wrong-type 2:6 larkspur.example'],
    ['title: x\nurl: [a]', 'wrong-type 2:6 [a]'],
    ['title: x\naccent: teal', 'wrong-type 2:9 teal'],
    ['title: x\nlanguage: {toString: 1}', 'wrong-type 2:11 {toString: 1}'],
    ['title: x\nlanguage: deutsch', 'wrong-type 2:11 deutsch'],
    ['title: x\nlanguage: Portuguese of Portugal', 'wrong-type 2:11 Portuguese of Portugal'],
    ['title: x\ntimezone: Europe/Lisabon', 'unknown-zone 2:11 Europe/Lisabon'],
    ['title: x\ntimezon: UTC', 'misspelt-field 2:1 timezon'],
    ['title: x\r\nposts_per_page: many\r\n', 'wrong-type 2:17 many'],
    ['title: x\nnav:\n  - {About: [a]}', 'wrong-type 3:13 [a]'],
    ['title: x\nposts_per_page: -3', 'wrong-type 2:17 -3'],
    ['title: x\nname: y', 'repeated-field 2:1 name'],
  ])('%j', (yaml, message) => {
    expect(said(yaml)).toEqual([message]);
    expect(configOf(yaml).title).toBe('x');
  });

  test.each([
    ['title: a: b\ntimezon: UTC', 'bad-yaml 1:9 :'],
    ['title: x\n\nurl: "https://a.example', 'bad-yaml 3:6 "'],
    ['- title', 'wrong-type 1:1 -'],
    ['just text', 'wrong-type 1:1 j'],
  ])('%j is read as nothing', (yaml, message) => {
    expect(said(yaml)).toEqual([message]);
    expect(settings(yaml)).toEqual(defaults);
  });

  test('a file that is no text, or cannot be read, is one error', () => {
    const latin = readConfig(filesOf({ 'site.yaml': Buffer.from('a: 1\ntitle: Caf\xe9', 'latin1') }));
    expect(latin).toMatchObject({
      value: defaults,
      diagnostics: [{ code: 'not-utf8', at: { path: 'site.yaml', line: 2, column: 11 } }],
    });
    const readIfThere = () => {
      throw Object.assign(new Error('a folder'), { code: 'EISDIR' });
    };
    expect(readConfig({ ...filesOf({}), readIfThere })).toMatchObject({
      value: defaults,
      diagnostics: [{ code: 'unreadable-file', at: { path: 'site.yaml', line: 1 } }],
    });
  });
});

test('a setting and its items are found under the key that was used', () => {
  const { locate } = configOf('title: x\nmenu:\n  - about.md\n  - {Blog: /posts/}\n');
  expect(locate('title')).toEqual({ path: 'site.yaml', line: 1, column: 8, length: 1 });
  expect(locate('nav', 0)).toMatchObject({ line: 3, column: 5, length: 8 });
  expect(locate('nav', 1)).toMatchObject({ line: 4, column: 5, length: 15 });
  expect(locate('url')).toMatchObject({ line: 1, column: 1 });
});

test('whatever it holds, it is read', () => {
  const names = 'title url language timezone nav social accent sponsors posts_per_page untrusted extra x toString';
  const key = fc.constantFrom(...names.split(' '));
  const value = fc.jsonValue({ maxDepth: 2 });
  const yaml = fc.oneof(
    anyText,
    fc.dictionary(key, value).map((data) => JSON.stringify(data)),
  );
  fc.assert(
    fc.property(yaml, (text) => {
      expect(configOf(text).postsPerPage).toBeGreaterThan(0);
    }),
    { numRuns: 500 },
  );
});
