import { describe, expect, test } from 'vitest';
import { limits } from '../../src/limits.ts';
import { complaintsOf } from './bad-input.ts';

const page = (yaml: string): Record<string, string> => ({ 'content/x.md': `---\n${yaml}\n---\n\nWords.\n` });
const event = (yaml: string): Record<string, string> => ({
  'content/events/x.md': `---\ntitle: Maps\n${yaml}\n---\n`,
});

describe('YAML that cannot be read', () => {
  const nested = (open: string, close: string): string => `extra: ${open.repeat(10_000)}${close.repeat(10_000)}`;
  test.each([
    ['a tab before a field', 'title: A\nextra:\n\ta: b', '4:1 a tab stands where YAML wants spaces'],
    ['a tab before a list', 'tags:\n\t- a', '3:1 a tab stands where YAML wants spaces'],
    ['a double quote never closed', 'title: "A\ntags: b', '2:8 a quotation mark is never closed'],
    ['a single quote never closed', "title: 'A\ntags: b", '2:8 a quotation mark is never closed'],
    ['an apostrophe in single quotes', "title: 'It's so'", '2:12 the value ends before this, and more follows'],
    ['a field twice', 'title: A\ntitle: B', '3:1 this field is written twice'],
    ['an inner field twice', 'extra:\n  a: 1\n  a: 2', '4:3 this field is written twice'],
    ['an indented field', 'title: A\n  tags: b', '3:7 the indentation of this line cannot be read'],
    ['a field indented by less', 'extra:\n    a: 1\n  b: 2', '4:3 the indentation of this line cannot be read'],
    ['an item indented by less', 'tags:\n  - a\n - b', '4:2 the indentation of this line cannot be read'],
    ['a colon in a title', 'title: Maps: a story', '2:12 a colon followed by a space starts a new field here'],
    ['a list never closed', 'tags: [a, b\ntitle: c', '2:7 a list or a brace is never closed'],
    ['a brace never closed', 'extra: {a: b\ntitle: c', '2:8 a list or a brace is never closed'],
    ['a line that is no field', 'title: A\njust words\ntags: b', '3:1 this line is no field'],
    ['a text that begins with @', 'title: @ada', '2:8 no text may begin with this sign'],
    ['a text that begins with *', 'title: *bold* move', '2:8 no text may begin with this sign'],
    ['a text that begins with >', 'title: > 5 talks', '2:8 no text may begin with this sign'],
    ['code behind a tag', 'title: !!js/function "function(){}"', '2:8 no text may begin with this sign'],
    ['a path in double quotes', 'title: "C:\\work"', '2:12 a backslash means more in double quotes'],
    ['a control character', 'title: A\u0007B', '2:9 a character that cannot be seen stands here (U+0007)'],
    ['lists in lists', nested('[', ']'), '2:107 this is nested too deeply to be read'],
    ['lists in lists, never closed', nested('[', ''), '2:107 this is nested too deeply to be read'],
    ['braces in braces', nested('{a: ', '}'), '2:401 this is nested too deeply to be read'],
    ['items in items', `extra:\n  ${'- '.repeat(10_000)}a`, '3:201 this is nested too deeply to be read'],
    ['lists in lists below a line that is no field', `words\nmore\n${nested('[', ']')}`, '2:1 this line is no field'],
  ])('%s', async (_, yaml, expected) => {
    const [place, ...message] = expected.split(' ');
    expect(await complaintsOf(page(yaml))).toEqual([`content/x.md:${place} error[bad-yaml] ${message.join(' ')}`]);
  });

  test('front matter that is never closed', async () => {
    const lines = ['content/x.md:1:1 error[unclosed-front-matter] the front matter that begins here is never closed'];
    for (const text of ['---\ntitle: A\n\nWords.\n', '---\ntitle: A\n--\n', '---\ntitle: A\n-----\nWords.\n'])
      expect(await complaintsOf({ 'content/x.md': text })).toEqual(lines);
  });

  test('a second document in site.yaml', async () => {
    expect(await complaintsOf({ 'site.yaml': '# Ours\n---\ntitle: A\n---\ntitle: B\n' })).toEqual([
      'site.yaml:4:1 error[bad-yaml] the fields end with this line, and more follows',
    ]);
  });

  const bomb = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]'];
  for (let i = 1; i < 12; i++)
    bomb.push(
      `a${i}: &a${i} [${Array(10)
        .fill(`*a${i - 1}`)
        .join(', ')}]`,
    );
  const shared = 'talks: [&t {title: x, speakers: [&s {name: y, links: [a, a, a]}';
  test.each([
    ['among free fields', page(`extra:\n  ${bomb.join('\n  ')}`)],
    ['in a field', page(`${bomb.join('\n')}\ntags: *a11`)],
    ['that holds itself', page('extra: &x\n  a: *x')],
    [
      'of talks by people with links',
      event(`start: 2026-12-01\n${shared}${', *s'.repeat(300)}]}${', *t'.repeat(300)}]`),
    ],
    ['of one long text', page(`description: &d ${'x'.repeat(20_000)}\ntags: [*d${', *d'.repeat(3000)}]`)],
  ])('an alias bomb %s', async (_, files) => {
    const [path] = Object.keys(files);
    expect(await complaintsOf(files)).toEqual([
      `${path}:1:1 error[too-much] this YAML holds too many values, or too much text by its aliases`,
    ]);
  });

  test('a text of 10 MB', async () => {
    const long = 'x'.repeat(10 * 1024 * 1024);
    const tooLong = `error[too-much] this file is longer than ${limits.text / 1024} kB`;
    expect(await complaintsOf(page(`title: ${long}`))).toEqual([`content/x.md:1:1 ${tooLong}`]);
    expect(await complaintsOf({ 'site.yaml': `title: "${long.replaceAll('xx', 'x\n')}` })).toEqual([
      `site.yaml:1:1 ${tooLong}`,
    ]);
    expect(await complaintsOf(page(`title: ${'x'.repeat(limits.yaml)}`))).toEqual([
      `content/x.md:1:1 error[too-much] this YAML is longer than ${limits.yaml / 1024} kB`,
    ]);
  });
});

describe('dates and zones that are none', () => {
  test.each([
    ['start: 2026-02-30', '3:16 error[bad-date] February 2026 has 28 days and no day 30'],
    ['start: 2027-02-29', '3:16 error[bad-date] February 2027 has 28 days and no day 29'],
    ['start: 2026-13-01', '3:13 error[bad-date] there is no month 13'],
    ['start: 0000-00-00', '3:8 error[bad-date] the year 0000 is not from 1970 to 2200'],
    ['start: 275760-09-14', '3:8 error[bad-date] `275760-09-14` is not a date that can be read'],
    ['start: 31 June 2026', '3:8 error[bad-date] June 2026 has 30 days and no day 31'],
    ['start: 2026-12-01 25:00', '3:19 error[bad-date] `25:00` is not a time of day: hours go from 0 to 23'],
    ['start: 2026-12-01 24:30', '3:19 error[bad-date] `24:30` is not a time of day: the last one is 23:59'],
    ['start: 1e9', '3:8 error[bad-date] `1000000000` is a number and not a date'],
    ['start: 2026-12-01\nend: 2026-02-31', '4:14 error[bad-date] February 2026 has 28 days and no day 31'],
    ['start: 2026-12-01\nduration: forever', '4:11 error[bad-duration] `forever` is not a duration that can be read'],
    ['start: 2026-12-01 19:00 Mars/Phobos', '3:25 error[unknown-zone] `Mars/Phobos` is not a known time zone'],
    ['start: 2026-12-01T19:00+25:00', '3:24 error[unknown-zone] `+25:00` is not a known time zone'],
    ['start: 2026-12-01\ntimezone: ../../etc/x', '4:11 error[unknown-zone] `../../etc/x` is no time zone'],
    ['start: 2026-12-01\ntimezone: Europe/Berln', '4:11 error[unknown-zone] `Europe/Berln` is no time zone'],
  ])('%j', async (yaml, expected) =>
    expect(await complaintsOf(event(yaml))).toEqual([`content/events/x.md:${expected}`]),
  );

  test('in site.yaml', async () => {
    expect(await complaintsOf({ 'site.yaml': 'timezone: Europe/Atlantis' })).toEqual([
      'site.yaml:1:11 error[unknown-zone] `Europe/Atlantis` is no time zone',
    ]);
  });
});

describe('bytes that are no text', () => {
  const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1');
  test.each([
    ['Latin-1', 'content/x.md', latin1('# caf\xe9'), '1:6', 'byte 6 of this file (0xE9)'],
    ['UTF-16', 'content/x.md', Buffer.from('\ufeff# A', 'utf16le'), '1:1', 'byte 1 of this file (0xFF)'],
    ['UTF-16 without a mark', 'content/x.md', Buffer.from('# A', 'utf16le'), '1:2', 'byte 2 of this file (0x00)'],
    ['a NUL in front matter', 'content/x.md', latin1('---\ntitle: A\0B\n---\n'), '2:9', 'byte 13 of this file (0x00)'],
    ['a NUL in a text', 'content/x.md', latin1('# A\n\nB\0'), '3:2', 'byte 7 of this file (0x00)'],
    ['a picture called Markdown', 'content/x.md', latin1('\x89PNG\r\n'), '1:1', 'byte 1 of this file (0x89)'],
    ['Latin-1 in site.yaml', 'site.yaml', latin1('title: caf\xe9'), '1:11', 'byte 11 of this file (0xE9)'],
    ['a NUL in site.yaml', 'site.yaml', latin1('title: A\0'), '1:9', 'byte 9 of this file (0x00)'],
    ['Latin-1 in a template', 'templates/page.njk', latin1('a\ncaf\xe9'), '2:4', 'byte 6 of this file (0xE9)'],
    ['a NUL in an unused template', 'templates/x.njk', latin1('a\0'), '1:2', 'byte 2 of this file (0x00)'],
  ])('%s', async (_, path, bytes, place, what) => {
    expect(await complaintsOf({ [path]: bytes })).toEqual([
      `${path}:${place} error[not-utf8] ${what} is no UTF-8 text`,
    ]);
  });

  test.each([
    ['nothing', ''],
    ['a byte order mark', '\ufeff'],
    ['a line end', '\n'],
    ['an opening', '---'],
    ['empty front matter', '---\n---'],
  ])('a file of %s is an empty page, and no error', async (_, text) => {
    expect(await complaintsOf({ 'content/x.md': text, 'site.yaml': text })).toEqual([]);
  });
});

describe('a permalink that is no path', () => {
  const windows = 'holds a name that Windows does not allow';
  const hides = 'hides a slash, a dot or a control character in an escape';
  const query = 'holds a `?` or `#`, which cannot be part of a file’s address';
  test.each([
    ['../x', 'goes up by `..` or `.`'],
    ['/a/../b/', 'goes up by `..` or `.`'],
    ['/%2e%2e/b/', 'goes up by `..` or `.`'],
    ['/%252e%252e/b/', hides],
    ['/a\\b/', 'holds a backslash or a control character'],
    ['https://example.org/', 'is an address elsewhere'],
    ['//example.org/', 'is an address elsewhere'],
    ['javascript:alert(1)', 'is an address elsewhere'],
    ['C:\\x', 'is an address elsewhere'],
    ['/a?b', query],
    ['/a#b', query],
    ['/a%2fb/', hides],
    ['/a%252Fb/', hides],
    ['/a%25252fb/', hides],
    ['/a%5cb/', hides],
    ['/a%00b/', hides],
    ['/con/', windows],
    ['/aux.txt', windows],
    ['/x/NUL/', windows],
    ['/a./b/', windows],
    ['/a /b/', windows],
    ['/a:b/', windows],
    ['/a\tb/', 'holds a backslash or a control character'],
    ['/a\u202eb/', 'holds a character that cannot be seen'],
    ['/a%zz/', 'holds a `%` that is no escape'],
    ['/.git/hooks/', 'lies in a folder that belongs to a tool'],
  ])('%j', async (written, message) => {
    const line = `error[bad-permalink] \`${written}\` ${message}`;
    const yaml = `permalink: ${JSON.stringify(written)}\naliases:\n  - ${JSON.stringify(written)}`;
    expect(await complaintsOf(page(yaml))).toEqual([`content/x.md:2:12 ${line}`, `content/x.md:4:5 ${line}`]);
  });

  test.each([`/${'a'.repeat(256)}/`, `/${'é'.repeat(128)}/`, `/${'a/'.repeat(3000)}`])(
    'one that is too long',
    async (written) => {
      const line = `content/x.md:2:12 error[bad-permalink] \`${written.slice(0, 60)}…\` is too long to be a file’s path`;
      expect(await complaintsOf(page(`permalink: ${JSON.stringify(written)}`))).toEqual([line]);
    },
  );

  test('a name that is too long to be part of one', async () => {
    const tag = 'x'.repeat(300);
    expect(await complaintsOf(page(`tags: ${tag}`))).toEqual([
      `error[unsafe-output] the tag ${'x'.repeat(52)}… gives an address that is too long to be a file’s path`,
    ]);
  });
});

test('two addresses that differ only in case', async () => {
  expect(await complaintsOf({ 'content/About.md': '', 'content/a.png': '', 'content/A.png': '' })).toEqual([
    'content/a.png:1:1 error[url-collision] content/a.png gives /a.png and content/A.png gives /A.png, which differ only in case',
    'content/about.md:1:1 error[url-collision] content/about.md gives /about/ and content/About.md gives /About/, which differ only in case',
  ]);
});
