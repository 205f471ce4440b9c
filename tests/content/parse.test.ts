import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyText } from '../diagnostics/arbitrary.ts';
import { codesOf, complaints, entryOf, parsed, sourceOf } from '../support.ts';

describe('the kind', () => {
  test.each([
    ['about.md', '', 'page'],
    ['events/tea.md', '', 'event'],
    ['events/tea.md', 'layout: post', 'post'],
    ['events/tea.md', 'layout: page', 'page'],
    ['about.md', 'Layout: EVENT\nstart: 2026-10-06', 'event'],
    ['about.md', 'layout: " person "', 'person'],
    ['events/tea.md', 'layout: wide\nstart: 2026-10-06', 'event'],
    ['posts/x.md', 'layout: [event]', 'post'],
    ['posts/x.md', 'layout:', 'post'],
  ])('of %s with %j is %s', (path, fields, kind) => expect(entryOf(path, `---\n${fields}\n---\n`).kind).toBe(kind));
});

test('an entry has its address, its id, its fields, its body and what nobody knows', () => {
  const text = '---\nname: Tea\nstart: 2026-10-06 19:00\ntopic_of_day: leaves\nextra:\n  cups: 4\n---\n# Tea\n';
  const { value, diagnostics } = parsed('events/2026-10-06-tea/index.md', text);
  expect(diagnostics).toEqual([]);
  expect(value).toMatchObject({
    kind: 'event',
    url: '/events/2026-10-06-tea/',
    id: '2026-10-06-tea',
    fields: { title: 'Tea', extra: { cups: 4 } },
    unknown: { topic_of_day: 'leaves' },
    body: { text: '# Tea\n', line: 8 },
    complete: true,
  });
  expect(value.source.path).toBe('content/events/2026-10-06-tea/index.md');
  expect(value.paths.get('title')).toEqual(['name']);
  expect(value.locate(['name'])).toEqual({ path: value.source.path, line: 2, column: 7, length: 3 });
});

describe('a permalink', () => {
  test.each([
    ['permalink: /tea', '/tea/'],
    ['url: tea.html', '/tea.html'],
    ['Perma-Link: /tea/', '/tea/'],
  ])('%j outweighs the path', (field, url) => expect(entryOf('posts/x.md', `---\n${field}\n---\n`).url).toBe(url));

  test('that is refused leaves the address of the path, and is marked where it stands', () => {
    const text = '---\ntitle: x\nurl: "../tea"\n---\n';
    expect(complaints('about.md', text)).toEqual(['bad-permalink 3:6 "../tea"']);
    expect(entryOf('about.md', text)).toMatchObject({ url: '/about/', complete: true });
  });

  test('of a venue or sponsor is not its website', () => {
    for (const folder of ['people', 'venues', 'sponsors'])
      expect(entryOf(`${folder}/x.md`, '---\nurl: https://example.org\npermalink: /y/\n---\n').url).toBe('/y/');
  });
});

describe('nothing is said because of something else', () => {
  const event = (fields: string): string => `---\n${fields}\n---\n`;
  test.each([
    ['', ['missing-field 1:1'], false],
    ['just text', ['missing-field 1:1 j'], false],
    [event('title: Tea'), ['missing-field 2:1 t'], false],
    [event('title: Tea\nstart:'), ['missing-field 2:1 t'], false],
    [event('start: soon'), ['bad-date 2:8 soon'], false],
    [event('strat: 2026-10-06'), ['missing-field 2:1 strat'], false],
    [event('title: a: b'), ['bad-yaml 2:9 :'], false],
    ['---\ntitle: Tea\n', ['unclosed-front-matter 1:1 ---'], false],
    ['---js\n({})\n---\n', ['front-matter-language 1:1 ---js'], false],
    [event('start: soon\nstart: later'), ['bad-yaml 3:1 s'], false],
    [event('start: 2026-10-06\ntalks:\n  - {title: [x]}'), ['wrong-type 4:13 [x]'], true],
    [event('start: 2026-10-06\ntalks:\n  - {titel: x}'), ['missing-field 4:6 titel'], true],
    [event('start: 2026-10-06\nhosts:\n  - {name: [x]}'), ['wrong-type 4:12 [x]'], true],
    [event('start: 2026-10-06\nvenue: {title: {}}'), ['wrong-type 3:16 {}'], true],
  ])('%j', (text, expected, complete) => {
    expect(complaints('events/tea.md', text)).toEqual(expected);
    expect(entryOf('events/tea.md', text).complete).toBe(complete);
  });
});

test('all that is wrong is said in one run', () => {
  const text = `---
title: [Tea]
start: 2026-13-06 19:00
capcity: 40
duration: a while
talks:
  - title: Leaves
    lenght: 20
    duration: "ten minutes"
  - abstract: No name
---
`;
  expect(complaints('events/tea.md', text).sort()).toEqual([
    'bad-date 3:13 13',
    'bad-duration 5:11 a while',
    'bad-duration 9:15 "ten minutes"',
    'missing-field 10:5 abstract: No name',
    'misspelt-field 4:1 capcity',
    'wrong-type 2:8 [Tea]',
  ]);
});

test('places are the same with CRLF, and count UTF-16 units', () => {
  const text = '---\r\ntitle: 日本 🎉\r\ntalks: [{title: 🎉🎉, titel: x}]\r\nstart: 2026-10-06 19:00 XYZT\r\n---\r\n';
  expect(complaints('events/tea.md', text)).toEqual(['misspelt-field 3:23 titel', 'unknown-zone 4:25 XYZT']);
});

describe('whatever a file holds, it is read', () => {
  const paths = fc.constantFrom('x.md', 'events/x.md', 'posts/x.md', 'people/x.md', 'venues/x.md', 'sponsors/x.md');
  const names = 'title start end time talks speakers links aliases geo online draft permalink venue tags layout x';
  const key = fc.oneof(fc.constantFrom(...names.split(' ')), fc.constantFrom('toString', '__proto__', 'constructor'));
  const value = fc.letrec((tie) => ({
    any: fc.oneof({ maxDepth: 3 }, tie('scalar'), tie('list'), tie('fields')),
    scalar: fc.oneof(fc.constantFrom('2026-10-06', '19:00', '', null, true, 0, -1, 1e300), anyText),
    list: fc.array(tie('any'), { maxLength: 3 }),
    fields: fc.array(fc.tuple(key, tie('any')), { maxLength: 3 }).map((pairs) => Object.fromEntries(pairs)),
  })).any;

  test('any text', () => {
    fc.assert(
      fc.property(paths, anyText, anyText, (path, yaml, body) => {
        for (const text of [yaml, `---\n${yaml}\n---\n${body}`]) {
          const { value: entry } = parsed(path, text);
          expect(sourceOf(path, text).text.endsWith(entry.body.text)).toBe(true);
        }
      }),
    );
  });

  test('any value of any field', () => {
    fc.assert(
      fc.property(paths, fc.array(fc.tuple(key, value), { maxLength: 4 }), (path, pairs) => {
        const yaml = JSON.stringify(Object.fromEntries(pairs));
        const { diagnostics } = parsed(path, `---\n${yaml}\n---\n`);
        for (const { at } of diagnostics) expect(at?.line).toBe(2);
      }),
      { numRuns: 1000 },
    );
  });

  test.each([
    ['a list that holds itself', 'links: &a [*a]\ntags: &b [*b]\nhosts: &c [*c]\ntalks: &d [*d]'],
    [
      'lists of lists of lists',
      `x: &a0 [y]\n${[...'12345678'].map((n) => `x${n}: &a${n} [${`*a${Number(n) - 1},`.repeat(9)}]`).join('\n')}\nlinks: *a8`,
    ],
  ])('%s', (_, fields) => {
    const { value: entry, diagnostics } = parsed('events/x.md', `---\nstart: 2026-10-06\n${fields}\n---\n`);
    expect(entry.complete).toBe(false);
    expect(codesOf(diagnostics)).toEqual(['too-much']);
  });
});

test('a post like those of a Jekyll site', () => {
  const text = `---
layout: post
title:  "A Night of Maps"
authors:${' '}
    - ines-prado
description: "What was shown at the meetup in May"
categories: [ meetup, maps, AI ]
featured: false
image: "https://images.example/photos/4/highres_1.webp"
---

The **May** meetup was ours.
`;
  const { value, diagnostics } = parsed('posts/2026-05-09-may-meetup.md', text);
  expect(diagnostics).toEqual([]);
  expect(value).toMatchObject({
    kind: 'post',
    fields: {
      title: 'A Night of Maps',
      authors: [{ value: 'ines-prado', path: ['authors', 0] }],
      tags: ['meetup', 'maps', 'AI'],
      featured: false,
      image: { value: 'https://images.example/photos/4/highres_1.webp', path: ['image'] },
    },
    unknown: {},
    body: { text: '\nThe **May** meetup was ours.\n', line: 11 },
  });
});

test('a home page like that of an MkDocs site', () => {
  const text = "---\ntitle: The Maps Meetup\ndescription: Welcome! Glad y'all are here!\n---\n\n# The Maps Meetup\n";
  const { value, diagnostics } = parsed('index.md', text);
  expect(diagnostics).toEqual([]);
  expect(value).toMatchObject({ kind: 'page', url: '/', fields: { description: "Welcome! Glad y'all are here!" } });
});
