import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readFrontMatter } from '../../src/content/front-matter.ts';
import { anyText } from '../diagnostics/arbitrary.ts';
import { brief, sourceOf } from '../support.ts';

const read = (text: string) => readFrontMatter(sourceOf('a.md', text));
const said = (text: string) => brief(text, read(text).diagnostics);

describe('front matter and body', () => {
  test.each([
    ['---\ntitle: x\n---\nbody\n', { title: 'x' }, 'body\n', 4],
    ['---\ntitle: x\n...\nbody', { title: 'x' }, 'body', 4],
    ['---  \ntitle: x\n---\t\nbody', { title: 'x' }, 'body', 4],
    ['--- yaml\ntitle: x\n---\nbody', { title: 'x' }, 'body', 4],
    ['---\r\ntitle: x\r\n---\r\n\r\nbody\r\n', { title: 'x' }, '\r\nbody\r\n', 4],
    ['---\rtitle: x\r---\rbody\r', { title: 'x' }, 'body\r', 4],
    ['---\r\ntitle: x\ntags: y\r\n---\nbody', { title: 'x', tags: 'y' }, 'body', 5],
    ['\ufeff---\ntitle: x\n---\nbody', { title: 'x' }, 'body', 4],
    ['---\ntitle: x\n---', { title: 'x' }, '', 3],
    ['---\ntitle: x\n---\n', { title: 'x' }, '', 4],
    ['---\n---\nbody', {}, 'body', 3],
    ['---\n\n---\nbody', {}, 'body', 4],
    ['---\n# a comment\n---\nbody', {}, 'body', 4],
    ['---\nabstract: |\n  one\n\n  ---\n  two\n---\nbody', { abstract: 'one\n\n---\ntwo\n' }, 'body', 8],
    ['---\ntitle: x\n---\n---\nbody', { title: 'x' }, '---\nbody', 4],
  ])('%j', (text, data, body, line) => {
    const front = read(text);
    expect(front.data).toEqual(data);
    expect(front.body).toEqual({ text: body, line });
    expect(front.diagnostics).toEqual([]);
  });

  test('a date and a time of day stay the text that was written', () => {
    expect(read('---\ndate: 2026-10-06\ntime: 19:00\nnumber: 012\nyes: no\n---\n').data).toEqual({
      date: '2026-10-06',
      time: '19:00',
      number: 12,
      yes: 'no',
    });
  });
});

test.each([
  'body\n',
  '',
  '\n---\ntitle: x\n---\n',
  ' ---\ntitle: x\n---\n',
  '----\ntitle: x\n---\n',
  '---\n\nWe meet on Tuesdays.\n\n---\n\nCome along.\n',
  '---\n- one\n- two\n---\nmore\n',
  '---\nWe meet on Tuesdays.\n',
  '---\n',
  '---',
  '***\nbody',
])('all of %j is body', (text) => {
  expect(read(text)).toMatchObject({ data: {}, body: { text, line: 1 }, diagnostics: [] });
});

describe('what cannot be read is said once, and the body is kept', () => {
  test.each([
    ['---\ntitle: a: b\n---\nbody', 'bad-yaml 2:9 :', 'body'],
    ['---\r\ntitle: x\r\nhosts: @ada\r\n---\r\nbody', 'bad-yaml 3:8 @', 'body'],
    ['---\ntitle: x\n---more\ntags: y\n---\nbody', 'bad-yaml 3:1 -', 'body'],
    ['---\ntitle: x\ntags: \0\n---\nbody', 'bad-yaml 3:7 \0', 'body'],
    ['---\ntitle: x\nbody', 'unclosed-front-matter 1:1 ---', '---\ntitle: x\nbody'],
    [
      '---js\nmodule.exports = {}\n---\nbody',
      'front-matter-language 1:1 ---js',
      '---js\nmodule.exports = {}\n---\nbody',
    ],
    ['--- toml\na = 1\n---\nbody', 'front-matter-language 1:1 --- toml', '--- toml\na = 1\n---\nbody'],
  ])('%j', (text, message, body) => {
    expect(said(text)).toEqual([message]);
    expect(read(text)).toMatchObject({ data: {}, body: { text: body } });
  });

  test('the same mistake is found again in the same text', () => {
    const text = '---\ntitle: a: b\n---\n';
    expect(said(text)).toEqual(said(text));
  });

  test('code is never run', () => {
    for (const language of ['js', 'javascript', 'JS', 'coffee', 'json'])
      expect(said(`---${language}\nglobalThis.ran = true\n---\n`)).toEqual([
        `front-matter-language 1:1 ---${language}`,
      ]);
    expect(globalThis).not.toHaveProperty('ran');
  });
});

describe('for any text', () => {
  const line = fc.constantFrom('---', '...', '---js', '---more', 'title: x', 'a: [', '- b', '"', '  c: d', '', 'text');
  const ends = fc.constantFrom('\n', '\r\n', '\r');
  const matterLike = fc.tuple(fc.array(line), ends).map(([lines, end]) => lines.join(end));
  const anything = fc.oneof(
    matterLike,
    anyText,
    fc.tuple(anyText, anyText).map(([yaml, body]) => `---\n${yaml}\n---\n${body}`),
  );

  test('the body is the end of it, and begins on the line that is named', () => {
    fc.assert(
      fc.property(anything, (text) => {
        fc.pre(!text.startsWith('\ufeff'));
        const { body } = read(text);
        expect(text.endsWith(body.text)).toBe(true);
        const before = text.slice(0, text.length - body.text.length);
        if (body.text) expect(before === '' || /[\r\n]$/.test(before)).toBe(true);
        if (body.text) expect(body.line).toBe(before.split(/\r\n|\r|\n/).length);
      }),
      { numRuns: 2000 },
    );
  });

  test('a body behind front matter is kept to the last character', () => {
    fc.assert(
      fc.property(anyText, ends, (body, end) => {
        fc.pre(end !== '\r' || !body.startsWith('\n'));
        expect(read(`---${end}title: x${end}---${end}${body}`).body).toEqual({ text: body, line: 4 });
      }),
    );
  });
});
