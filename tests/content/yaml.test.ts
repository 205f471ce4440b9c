import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createLocate, parseYaml } from '../../src/content/yaml.ts';
import type { Span } from '../../src/diagnostics/diagnostic.ts';
import { anyText } from '../diagnostics/arbitrary.ts';
import { underlined } from '../support.ts';

describe('what is wrong, in the words of a writer, at the place that is to be changed', () => {
  const sign = 'no text may begin with this sign';
  const colon = 'a colon followed by a space starts a new field here';
  const more = 'the value ends before this, and more follows';
  const quote = 'a quotation mark is never closed';
  const bracket = 'a list or a brace is never closed';
  const noField = 'this line is no field';
  const into = (text: string): string => `put the text in quotes: ${text}`;
  test.each([
    ['title: Term one: maps', '1:16 :', colon, into('title: "Term one: maps"')],
    ['title: "Tea" time: now', '1:14 t', more, into(`title: '"Tea" time: now'`)],
    ['a: 1\ntitle: The end:', '2:15 :', colon, into('title: "The end:"')],
    ['talks:\n  - title: a: b', '2:13 :', colon, into('title: "a: b"')],
    ['a: 1\r\ntitle: 日本: 東京\r\n', '2:10 :', colon, into('title: "日本: 東京"')],
    ['title: 🎉 a: b', '1:12 :', colon, into('title: "🎉 a: b"')],
    ['text: |\n  note: the: end\nhosts: @ada', '3:8 @', sign, into('hosts: "@ada"')],
    ['title: `code`', '1:8 `', sign, into('title: "`code`"')],
    ['price: %', '1:8 %', sign, into('price: "%"')],
    ['a: 1\ntitle: *bold* words', '2:8 *', sign, into('title: "*bold* words"')],
    ['title: !important\ntags: a', '1:8 !', sign, into('title: "!important"')],
    ['title: & more', '1:8 &', sign, into('title: "& more"')],
    ["title: 'Don't panic'", '1:13 t', more, into(`title: "Don't panic"`)],
    ['title: [Online] Maps', '1:17 M', more, into('title: "[Online] Maps"')],
    ['title: "Maps\ntags: a\n', '1:8 "', quote, 'close it on the same line'],
    ['a: 1\ntitle: "Maps\ntags: "b"\n', '2:8 "', quote, 'close it on the same line'],
    ["tags:\n  - 'a\n  - b\n", "2:5 '", quote, 'close it on the same line'],
    ['tags: [a, b\ntitle: x\n', '1:7 [', bracket, 'close it with ] or }'],
    ['geo: {lat: 1\n', '1:6 {', bracket, 'close it with ] or }'],
    ['a: 1\ntitle:x\ntags: b\n', '2:1 t', noField, 'write it as `name: value`'],
    ['title: x\njust words\ntags: b\n', '2:1 j', noField, 'write it as `name: value`'],
    ['title: x\ntags: a\ntitle: y\n', '3:1 t', 'this field is written twice', 'keep one of the two'],
    ['talks:\n\t- title: x\n', '2:1 \t', 'a tab stands where YAML wants spaces', 'indent with spaces'],
    ['a: 1\n  b: 2\n', '2:4 :', 'the indentation of this line cannot be read', 'line the fields up at the left'],
    ['path: "C:\\maps"', '1:11 m', 'a backslash means more in double quotes', 'use single quotes here'],
    [`a: ${'['.repeat(200)}`, '1:103 [', 'this is nested too deeply to be read', 'a hundred levels are read'],
    [
      'a: x\0y\n',
      '1:5 \0',
      'a character that cannot be seen stands here (U+0000)',
      'delete it, or write the line anew',
    ],
    [
      'a: b\nc: x\x07y\n',
      '2:5 \x07',
      'a character that cannot be seen stands here (U+0007)',
      'delete it, or write the line anew',
    ],
    ['# x\n---\na: b\n---\nc: d\n', '4:1 -', 'the fields end with this line, and more follows', 'delete this line'],
    ['a: > b\nc: d\n', '1:4 >', 'no text may begin with this sign', 'put the text in quotes: a: "> b"'],
  ])('%j', (text, place, message, help) => {
    const parsed = parseYaml(text);
    if (!('failure' in parsed)) throw new Error('this was read');
    const { problem, line, column } = parsed.failure;
    const at = { path: '', line: line + 1, column: column + 1, length: 1 };
    expect(`${at.line}:${at.column} ${underlined(text, at)}`).toBe(place);
    expect(problem.message).toBe(message);
    expect(problem.help).toBe(help);
    expect(problem.code).toBe('bad-yaml');
  });

  test.each(['', '\n', '# only a comment\n', '---\n'])('%j is an empty document', (text) => {
    expect(parseYaml(text)).toEqual({ value: null });
  });

  test('a time, a date and words that mean yes elsewhere stay text', () => {
    expect(parseYaml('a: 19:00\nb: 2026-10-06\nc: yes\nd: 0o17')).toEqual({
      value: { a: '19:00', b: '2026-10-06', c: 'yes', d: 15 },
    });
  });

  test('never throws, and stays inside the text', () => {
    const piece = fc.constantFrom(
      'a',
      ': ',
      '\n',
      '\r',
      '- ',
      '"',
      "'",
      '[',
      '}',
      '*x',
      '&x',
      '!',
      '|',
      '\t',
      ' ',
      '#',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          anyText,
          fc.array(piece).map((pieces) => pieces.join('')),
        ),
        (text) => {
          const parsed = parseYaml(text);
          if (!('failure' in parsed)) return;
          const { line, column } = parsed.failure;
          expect((text.split(/\r\n|\r|\n/)[line] ?? '').length).toBeGreaterThanOrEqual(column);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('the place of a key or a value', () => {
  const yaml = `title: "Maps" # new
tags: [one, {two: 2}]
start: 2026-10-06 19:00
talks:
  - title: 日本語 🎉
    speaker: 'Ada'
  - {title: b, links: {Slides: x.pdf}}
empty:
long: >
  folded
  text
wrapped: one
  two
"a key": &anchor value
again: *anchor
2026: year
`;
  const locate = createLocate('a.md', yaml, 2);
  const shown = (span: Span): string => `${span.line}:${span.column} ${underlined(`---\n${yaml}`, span)}`;

  test.each([
    [['title'], 'value', '2:8 "Maps"'],
    [['title'], 'key', '2:1 title'],
    [['tags'], 'value', '3:7 [one, {two: 2}]'],
    [['tags', 0], 'value', '3:8 one'],
    [['tags', 1, 'two'], 'key', '3:14 two'],
    [['tags', 1, 'two'], 'value', '3:19 2'],
    [['talks', 0], 'value', '6:5 title: 日本語 🎉'],
    [['talks', 0, 'title'], 'value', '6:12 日本語 🎉'],
    [['talks', 0, 'speaker'], 'value', "7:14 'Ada'"],
    [['talks', 1, 'links', 'Slides'], 'key', '8:24 Slides'],
    [['talks', 1, 'links', 'Slides'], 'value', '8:32 x.pdf'],
    [['empty'], 'value', '9:1 empty'],
    [['long'], 'value', '10:7 >'],
    [['wrapped'], 'value', '13:10 one'],
    [['a key'], 'key', '15:1 "a key"'],
    [['again'], 'value', '16:8 *anchor'],
    [['2026'], 'value', '17:7 year'],
    // Where a path leads further than what is written, the last thing on it counts.
    [['title', 'more', 3], 'value', '2:8 "Maps"'],
    [['talks', 7], 'value', '6:3 - title: 日本語 🎉'],
    [['none'], 'value', '2:1 t'],
    [[], 'value', '2:1 t'],
  ] as const)('%j as a %s', (path, part, expected) => expect(shown(locate(path, part))).toBe(expected));

  test.each([
    ['start', 11, 5, '4:19 19:00'],
    ['title', 0, 2, '2:9 Ma'],
    ['again', 1, 2, '16:8 *anchor'],
    ['long', 2, 3, '10:7 >'],
    ['wrapped', 4, 3, '13:10 one'],
    ['title', 3, 2, '2:8 "Maps"'],
  ])('a part of the value of %s', (key, offset, length, expected) => {
    expect(shown(locate([key], 'value', { offset, length }))).toBe(expected);
  });

  test('counts the same with every kind of line end', () => {
    const path = ['talks', 1, 'title'];
    for (const end of ['\r\n', '\r'])
      expect(createLocate('a.md', yaml.replaceAll('\n', end), 2)(path)).toEqual(locate(path));
    expect(createLocate('a.md', 'a: x\r\nb: y', 1)(['a'])).toMatchObject({ column: 4, length: 1 });
  });

  test('has one in an empty text', () => {
    expect(createLocate('a.md', '', 2)(['x'])).toEqual({ path: 'a.md', line: 2, column: 1, length: 1 });
  });

  test('is found by whatever path in whatever text', () => {
    const step = fc.oneof(fc.nat(2), fc.constantFrom('a', 'b'));
    const text = fc.oneof(fc.constantFrom('a: {b: [1, {a: x}]}', 'a:\n  - b\r\n  - [c]', '- a: x'), anyText);
    fc.assert(
      fc.property(text, fc.array(step), fc.nat(9), (source, path, offset) => {
        const span = createLocate('a.md', source, 1)(path, 'value', { offset, length: 3 });
        const lines = source.split(/\r\n|\r|\n/);
        expect(span.length).toBeGreaterThan(0);
        expect(span.line).toBeLessThanOrEqual(lines.length);
        expect(span.column).toBeLessThanOrEqual(lines[span.line - 1]!.length + 1);
      }),
      { numRuns: 500 },
    );
  });
});

test('a value that the two parsers read differently does not move those below it', () => {
  const yaml = 'i: "\n[])\np #"\nauthor: s\n';
  expect(parseYaml(yaml)).toMatchObject({ value: { author: 's' } });
  expect(createLocate('a.md', yaml, 2)(['author'])).toEqual({ path: 'a.md', line: 5, column: 9, length: 1 });
});
