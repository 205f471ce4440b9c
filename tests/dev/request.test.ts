import { describe, expect, test } from 'vitest';
import { readRequest } from '../../src/dev/request.ts';

type Headers = Readonly<Record<string, string | readonly string[]>>;

/** `200 /path?query`, or the status of the refusal. */
function ask(target: string, headers: Headers = {}, { method = 'GET', names = [] as string[] } = {}) {
  const sent = Object.entries({ host: 'localhost:3000', ...headers });
  const distinct = Object.fromEntries(sent.map(([name, value]) => [name, [value].flat()]));
  const read = readRequest({ method, target, headers: distinct }, names);
  return 'status' in read ? `${read.status}` : `200 ${read.path}${read.query && ` ${read.query}`}`;
}

describe('targets', () => {
  test.each([
    ['/', '200 /'],
    ['/events/x/', '200 /events/x/'],
    ['/a/b.css?revision=3&x=%2f..', '200 /a/b.css ?revision=3&x=%2f..'],
    ['/?', '200 / ?'],
    ['/caf%C3%A9/%E2%98%95', '200 /café/☕'],
    ['/a%20b%23c%3Fd', '200 /a b#c?d'],
    ['/100%25', '200 /100%'],
    // What is decoded once is a name, and never decoded again.
    ['/%252e%252e%252fsecret', '200 /%2e%2e%2fsecret'],
    ['/a..b/...c./', '404'],
    ['/a..b/c../', '200 /a..b/c../'],
    ['/.well-known/security.txt', '200 /.well-known/security.txt'],
    [`/${'a'.repeat(8191)}`, `200 /${'a'.repeat(8191)}`],
    [`/${'a'.repeat(8192)}`, '414'],
  ])('%.60s', (target, expected) => {
    expect(ask(target)).toBe(expected);
  });

  test.each([
    ...['', '*', 'x', 'localhost:3000', 'http://localhost:3000/', 'HTTP://x/', 'file:///etc/passwd', '?x', '\\'],
    ...['/a b', '/café', '/\0', '/\u007f', '/a\tb', '/#x', '/a?#'],
    ...['/%', '/%2', '/%zz', '/a%2', '/%u0041', '/%00', '/a%00.css', '/%0d%0aX:%20y', '/%1b', '/%7f', '/%c2%85'],
    ...['/%ff', '/%c0%af', '/%c0%ae%c0%ae/', '/%e0%80%af', '/%ed%a0%80', '/%f8%80%80%80%80'],
    ...[
      '/..',
      '/../',
      '/a/../b',
      '/a/..',
      '/.',
      '/./',
      '/a/./b',
      '/%2e%2e/x',
      '/%2E%2E',
      '/.%2e/',
      '/%2e/',
      '/a/%2e%2e',
    ],
    ...['/a%2fb', '/a%2Fb', '/..%2f..%2f', '/%2e%2e%2f', '/%2f', '/%5c', '/..%5c', '/a\\b', '/..\\..\\x'],
  ])('%j is refused', (target) => {
    expect(ask(target)).toBe('400');
  });

  test.each([
    '//',
    '//evil.example/',
    '/a//b',
    '/.env',
    '/.git/config',
    '/a/.hidden',
    '/%2eenv',
    '/..x',
    '/.well-known/.x',
  ])('%j is not there', (target) => {
    expect(ask(target)).toBe('404');
  });
});

describe('methods and bodies', () => {
  test.each([
    ['GET', '200 /'],
    ['HEAD', '200 /'],
    ['POST', '405'],
    ['OPTIONS', '405'],
    ['TRACE', '405'],
    ['get', '405'],
    ['PROPFIND', '405'],
  ])('%s', (method, expected) => {
    expect(ask('/', {}, { method })).toBe(expected);
  });

  test.each([
    [{ 'content-length': '0' }, '200 /'],
    [{ 'content-length': '1' }, '400'],
    [{ 'content-length': ['0', '0'] }, '400'],
    [{ 'transfer-encoding': 'chunked' }, '400'],
  ])('%j', (headers, expected) => {
    expect(ask('/', headers)).toBe(expected);
  });
});

describe('hosts', () => {
  const from = (host: string | readonly string[]) => ask('/', { host }, { names: ['Heron.local'] });

  test.each([
    ...[
      'localhost',
      'LOCALHOST:3000',
      'site.localhost',
      'a.b.localhost:80',
      '127.0.0.1:3000',
      '192.168.1.7',
      '10.0.0.1:1',
    ],
    ...['[::1]:3000', '[::1]', '[fe80::1]:3000', '[::ffff:127.0.0.1]', 'heron.local', 'HERON.LOCAL:3000'],
  ])('%s is answered', (host) => {
    expect(from(host)).toBe('200 /');
  });

  test.each([
    ...[
      'evil.example',
      'evil.example:3000',
      'localhost.evil.example',
      'notlocalhost',
      'localhost.',
      '127.0.0.1.evil.example',
    ],
    ...['1.2.3', '0x7f.1', '2130706433', 'heron.local.evil.example', 'x.heron.local', 'x-localhost', '256.1.1.1'],
  ])('%s is not', (host) => {
    expect(from(host)).toBe('403');
  });

  test.each([
    ...[
      '',
      ':3000',
      'localhost:',
      'localhost:x',
      'localhost:123456',
      'user@localhost',
      'localhost/',
      'localhost localhost',
    ],
    ...['[::1', '::1', '[localhost]', '[1]', '[127.0.0.1]', 'a,b', 'localhost,localhost', '*', '<b>', 'café'],
    ...[['localhost', 'localhost'], ['localhost', 'evil.example'], []],
  ])('%j is no host', (host) => {
    expect(from(host)).toBe('400');
  });

  test('the refusal says what to do', () => {
    const refused = readRequest({ method: 'GET', target: '/', headers: { host: ['heron.lan:80'] } }, []);
    expect(refused).toMatchObject({ status: 403, words: expect.stringContaining('`--host heron.lan`') });
  });
});

describe('other sites', () => {
  test.each([
    ['http://localhost:3000', '200 /'],
    ['https://localhost:3000', '200 /'],
    ['http://LOCALHOST:3000', '200 /'],
    ['http://localhost:8080', '403'],
    ['http://localhost', '403'],
    ['https://evil.example', '403'],
    ['http://localhost:3000.evil.example', '403'],
    ['null', '403'],
    ['file://', '403'],
  ])('the origin %s', (origin, expected) => {
    expect(ask('/', { origin })).toBe(expected);
  });

  test.each([
    ['same-origin', 'no-cors', 'image', '200 /'],
    ['none', 'navigate', 'document', '200 /'],
    ['cross-site', 'navigate', 'document', '200 /'],
    ['cross-site', 'navigate', 'iframe', '403'],
    ['cross-site', 'no-cors', 'script', '403'],
    ['cross-site', 'cors', 'empty', '403'],
    ['cross-site', 'websocket', 'document', '403'],
  ])('a request that is %s, %s, for %s', (site, mode, dest, expected) => {
    expect(ask('/', { 'sec-fetch-site': site, 'sec-fetch-mode': mode, 'sec-fetch-dest': dest })).toBe(expected);
  });
});
