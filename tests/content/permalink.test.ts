import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { encodeSegment, outputPath, placeOf, readPermalink } from '../../src/content/permalink.ts';
import { anyText } from '../diagnostics/arbitrary.ts';

describe('what a path says', () => {
  test.each([
    ['index.md', 'page', '/', ''],
    ['about.md', 'page', '/about/', 'about'],
    ['about/index.md', 'page', '/about/', 'about'],
    ['guides/first talk.markdown', 'page', '/guides/first%20talk/', 'first talk'],
    ['events/2026-10-06-agents.md', 'event', '/events/2026-10-06-agents/', '2026-10-06-agents'],
    ['events/2026-10-06-agents/index.md', 'event', '/events/2026-10-06-agents/', '2026-10-06-agents'],
    ['events/index.md', 'page', '/events/', 'events'],
    ['events.md', 'page', '/events/', 'events'],
    ['posts/2026/04/notes.md', 'post', '/posts/2026/04/notes/', 'notes'],
    ['past_meetups/posts/2026-04-07.md', 'post', '/past_meetups/posts/2026-04-07/', '2026-04-07'],
    ['past_meetups/posts/index.md', 'page', '/past_meetups/posts/', 'posts'],
    ['people/ada.md', 'person', '/people/ada/', 'ada'],
    ['venues/town-hall.md', 'venue', '/venues/town-hall/', 'town-hall'],
    ['sponsors/acme.MD', 'sponsor', '/sponsors/acme/', 'acme'],
    ['events/people/ada.md', 'person', '/events/people/ada/', 'ada'],
    ['people/events/tea.md', 'event', '/people/events/tea/', 'tea'],
    ['Events/tea.md', 'page', '/Events/tea/', 'tea'],
    ['constructor/toString.md', 'page', '/constructor/toString/', 'toString'],
    ['posts/köln 100%?#1.md', 'post', '/posts/k%C3%B6ln%20100%25%3F%231/', 'köln 100%?#1'],
    ['ko\u0308ln.md', 'page', '/k%C3%B6ln/', 'köln'],
  ])('%s', (path, kind, url, id) => expect(placeOf(path)).toEqual({ kind, url, id }));

  test('each path has an address that can be published and decoded', () => {
    fc.assert(
      fc.property(fc.array(anyText.filter(Boolean), { minLength: 1 }), (parts) => {
        const { url } = placeOf(`${parts.join('/')}.md`);
        expect(url).toMatch(/^\/(?:[^?#]*\/)?$/);
        expect(outputPath(url)).toMatch(/index\.html$/);
      }),
    );
  });
});

test.each([
  ['/', 'index.html'],
  ['/about/', 'about/index.html'],
  ['/k%C3%B6ln%20%23/', 'köln #/index.html'],
  ['/feed.xml', 'feed.xml'],
  ['/a/b', 'a/b'],
])('%s is published as %s', (url, path) => expect(outputPath(url)).toBe(path));

test.each([
  ['a b', 'a%20b'],
  ['50%', '50%25'],
  ['a?b#c', 'a%3Fb%23c'],
  ['日本', '%E6%97%A5%E6%9C%AC'],
  ["it's(a)!*", "it's(a)!*"],
  ['\ud83d', '%EF%BF%BD'],
  ['🎉', '%F0%9F%8E%89'],
])('%j in an address is %s', (segment, encoded) => expect(encodeSegment(segment)).toBe(encoded));

describe('permalinks', () => {
  test.each([
    ['/', '/'],
    ['', '/'],
    ['about', '/about/'],
    ['/about', '/about/'],
    ['/about/', '/about/'],
    ['/2026/october/', '/2026/october/'],
    ['/2026/index.html', '/2026/index.html'],
    ['/feed.xml', '/feed.xml'],
    ['/v1.0/', '/v1.0/'],
    ['/k%C3%B6ln/', '/k%C3%B6ln/'],
    ['/köln/', '/k%C3%B6ln/'],
    ['/ko\u0308ln/', '/k%C3%B6ln/'],
    ['/a b/100%25/', '/a%20b/100%25/'],
    ['/.well-known/x', '/.well-known/x/'],
    ['/..a/b', '/..a/b/'],
    ['/console/', '/console/'],
  ])('%j', (written, url) => {
    expect(readPermalink(written)).toEqual({ url });
  });

  test.each([
    ['https://example.org/x', 'is an address elsewhere'],
    ['mailto:ada@example.org', 'is an address elsewhere'],
    ['//example.org/x', 'is an address elsewhere'],
    ['/a?b', 'holds a `?` or `#`'],
    ['/a#b', 'holds a `?` or `#`'],
    ['/a\\b', 'holds a backslash'],
    ['/a\0b', 'holds a backslash or a control character'],
    ['/100%/', 'holds a `%` that is no escape'],
    ['/%ff/', 'holds a `%` that is no escape'],
    ['/a%2f..%2fb', 'hides a slash'],
    ['/a%5Cb', 'hides a slash'],
    ['/a%00', 'hides a slash, a dot or a control character'],
    ['/a%252fb', 'hides a slash'],
    ['/a%25255Cb', 'hides a slash'],
    ['/%252e%252e/b', 'hides a slash, a dot'],
    ['/\ud800/', 'holds a character that cannot be seen'],
    ['/a\u202eb/', 'holds a character that cannot be seen'],
    ['/a%E2%80%8Bb/', 'holds a character that cannot be seen'],
    ['/a/.git/hooks', 'belongs to a tool'],
    ['/GIT~1/x', 'belongs to a tool'],
    ['/.meetpress/x', 'belongs to a tool'],
    ['/COM¹/', 'that Windows does not allow'],
    ['/conin$/', 'that Windows does not allow'],
    ['/aux .txt', 'that Windows does not allow'],
    [`/${'a'.repeat(256)}/`, 'is too long'],
    [`/${'é'.repeat(128)}/`, 'is too long'],
    [`/${'a/'.repeat(400)}`, 'is too long'],
    ['../up', 'goes up'],
    ['/a/./b', 'goes up'],
    ['/a/%2e%2e/b', 'goes up'],
    ['/:year/:title/', 'holds a placeholder'],
    ['/a//b', 'holds an empty part'],
    ['/a///', 'holds an empty part'],
    ['/con/', 'that Windows does not allow'],
    ['/a/NUL.html', 'that Windows does not allow'],
    ['/a./b', 'that Windows does not allow'],
    ['/b../c', 'that Windows does not allow'],
    ['/a /b', 'that Windows does not allow'],
    ['/a|b', 'that Windows does not allow'],
  ])('%j is refused', (written, reason) => {
    const read = readPermalink(written);
    if ('url' in read) throw new Error(`this gave ${read.url}`);
    expect(read.problem).toMatchObject({ code: 'bad-permalink' });
    expect(read.problem.message).toContain(reason);
    expect(read.problem.help).toMatch(/^write /);
  });

  test('none gives a file outside of the output folder, or one that reads differently elsewhere', () => {
    const part = fc.constantFrom(
      '/',
      '//',
      '..',
      '.',
      '%2e',
      '%2f',
      '%5c',
      '\\',
      'a',
      ' ',
      ':',
      '%',
      '%00',
      'con',
      '?',
      'é',
    );
    const written = fc.oneof(
      anyText,
      fc.array(part).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(written, (text) => {
        const read = readPermalink(text);
        if (!('url' in read)) return;
        expect(read.url).toMatch(/^\/(?:[^/?#\\]+\/)*(?:[^/?#\\]*\.[a-z\d]+)?$/i);
        const path = outputPath(read.url);
        expect(path.split('/').every((name) => name !== '' && name !== '..' && name !== '.')).toBe(true);
        expect(path).not.toMatch(/[\\\0-\x1f\x7f<>:"|?*]/);
        expect(readPermalink(read.url)).toEqual(read);
      }),
      { numRuns: 3000 },
    );
  });
});
