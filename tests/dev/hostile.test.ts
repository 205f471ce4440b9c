import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createBuilder } from '../../src/builder.ts';
import { createKeptFiles } from '../../src/dev/kept-files.ts';
import { createPreview } from '../../src/dev/preview.ts';
import { createFiles } from '../../src/files.ts';
import { packageRoot } from '../../src/package-root.ts';
import { now, writeFiles } from '../whole/run.ts';
import { start } from './serve.ts';

const secret = 'the-secret-of-this-machine';
const connections = 100;

let all: string;
/** It waits for as long as anything takes on a slow machine; the other one for hardly anything. */
let served: Awaited<ReturnType<typeof start>>;
let hasty: typeof served;
// One for all: it has to outlive everything.
beforeAll(async () => {
  all = realpathSync(mkdtempSync(join(tmpdir(), 'meetpress-')));
  const root = join(all, 'site');
  writeFiles(all, { 'secret.txt': secret, 'site-of-others/secret.txt': secret });
  writeFiles(root, {
    'content/index.md': '# Heron Valley\n',
    'content/events/maps.md': '---\nstart: 2026-12-01 19:00\n---\nMaps.\n',
    'content/.draft.md': secret,
    'assets/film.mp4': '0123456789',
    'assets/.env': secret,
    '.env': secret,
    '.git/config': secret,
    'package.json': secret,
    'node_modules/x/index.js': secret,
    'templates/own.njk': secret,
  });
  symlinkSync('../../secret.txt', join(root, 'assets/link.txt'));
  symlinkSync('../..', join(root, 'assets/up'));
  symlinkSync('../.env', join(root, 'assets/env.txt'));
  symlinkSync('../.git', join(root, 'content/git'));
  const preview = createPreview({
    files: createKeptFiles(root),
    builder: createBuilder(createFiles(packageRoot)),
    options: () => ({ now: Temporal.Instant.from(now), drafts: true, overrides: {} }),
  });
  const folders = [root, packageRoot];
  const [patient, impatient] = [
    { head: 100_000, request: 100_000 },
    { head: 300, request: 400 },
  ];
  served = await start(preview, { folders, limits: { connections, ...patient } });
  hasty = await start(preview, { folders, limits: { connections, ...impatient } });
});
afterAll(async () => {
  await Promise.all([served.server.close(), hasty.server.close()]);
  rmSync(all, { recursive: true });
});

/** Whatever came before, the next reader is answered, and nothing was a surprise. */
async function isAlive(): Promise<void> {
  const home = await served.get('/');
  expect(home.status).toBe(200);
  expect(home.text).toContain('Heron Valley');
  expect(served.bugs).toEqual([]);
}

/** The same of a server that may be busy with those before, or takes a slow reader for one of them. */
async function isAliveAgain(server: typeof served): Promise<void> {
  await expect.poll(async () => (await server.get('/')).text).toContain('Heron Valley');
  expect(server.bugs).toEqual([]);
}

/** The status of each answer, or nothing where the connection was only closed. */
const statusesIn = (received: string): string =>
  [...received.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(([, code]) => code).join(' ');

function isHarmless(received: string): void {
  expect(received).not.toContain(secret);
  expect(received).not.toMatch(/access-control-allow/i);
}

const ends = 'Connection: close\r\n\r\n';
const asked = (target: string, headers = '', method = 'GET') =>
  `${method} ${target} HTTP/1.1\r\nHost: localhost\r\n${headers}${ends}`;

describe('addresses', () => {
  test.each([
    ...[
      '/../secret.txt',
      '/../../../../etc/passwd',
      '/..',
      '/./',
      '/assets/../../secret.txt',
      '/events/maps/../../.env',
    ],
    ...[
      '/%2e%2e/secret.txt',
      '/%2e%2e%2fsecret.txt',
      '/..%2fsecret.txt',
      '/.%2e/secret.txt',
      '/%2E%2E%2F%2E%2E%2Fetc%2Fpasswd',
    ],
    ...['/..\\secret.txt', '/..%5csecret.txt', '/%5c%5chost%5cshare', '\\..\\secret.txt', '/assets%5cfilm.mp4'],
    ...[
      '/%c0%ae%c0%ae/secret.txt',
      '/%c0%af',
      '/%e0%80%af..',
      '/%ff',
      '/%uff0e%uff0e/secret.txt',
      '/assets%2ffilm.mp4',
    ],
    ...[
      '/%',
      '/%0',
      '/%zz',
      '/%%',
      '/assets/film.mp4%00',
      '/%00',
      '/film.mp4%00.html',
      '/a%0d%0aSet-Cookie:%20a=b',
      '/%0a',
    ],
    ...['http://localhost/', 'http://evil.example/', 'https://localhost:3000/../secret.txt', 'file:///etc/passwd'],
    ...['*', 'localhost', 'localhost:443', '?x', '#', '/#', '/a#b', 'secret.txt', '/\u007f', '/caf\u00e9', '/\u0001'],
  ])('%j is refused', async (target) => {
    const received = await served.raw(Buffer.from(asked(target), 'latin1'));
    expect(statusesIn(received)).toBe('400');
    isHarmless(received);
    await isAlive();
  });

  test.each([
    ...[
      '//',
      '//etc/passwd',
      '//evil.example/..',
      '/events//maps/',
      '///',
      '/.env',
      '/.git/config',
      '/%2eenv',
      '/assets/.env',
    ],
    ...['/%252e%252e%252fsecret.txt', '/%252e%252e/secret.txt', '/%252fetc%252fpasswd', '/a%255cb'],
    ...[
      '/assets/link.txt',
      '/assets/up/secret.txt',
      '/assets/up/site/.env',
      '/assets/env.txt',
      '/git/config',
      '/secret.txt',
    ],
    ...[
      '/package.json',
      '/node_modules/x/index.js',
      '/templates/own.njk',
      '/content/index.md',
      '/site.yaml',
      '/index.md',
    ],
    ...[
      '/src/cli.ts',
      '/lib/cli.js',
      '/templates/base.njk',
      '/CON',
      '/NUL.txt',
      '/C:/Windows/win.ini',
      '/film.mp4::$DATA',
    ],
    ...[
      '/constructor',
      '/__proto__',
      '/__proto__/',
      '/toString',
      '/hasOwnProperty',
      '/__meetpress/',
      '/__meetpress/server.ts',
    ],
    ...['/__meetpress/%252e%252e%252fserver.ts', '/assets/film.mp4/', '/index.html/', '/~root/'],
  ])('at %j is nothing', async (target) => {
    const received = await served.raw(asked(target));
    expect(statusesIn(received)).toBe('404');
    isHarmless(received);
    await isAlive();
  });

  test('one that is too long', async () => {
    for (const length of [8 * 1024, 12 * 1024, 15 * 1024]) {
      const received = await served.raw(asked(`/${'a'.repeat(length)}`));
      expect(statusesIn(received)).toBe('414');
    }
    expect(statusesIn(await served.raw(asked(`/${'a'.repeat(20_000)}`)))).toBe('431');
    expect(statusesIn(await served.raw(asked(`/${'a/'.repeat(4000)}`)))).toBe('404');
    expect(statusesIn(await served.raw(asked(`/?${'%2e%2e%2f'.repeat(800)}`)))).toBe('200');
    await isAlive();
  });
});

describe('methods', () => {
  test.each([
    ...[
      'POST',
      'PUT',
      'DELETE',
      'PATCH',
      'OPTIONS',
      'TRACE',
      'PROPFIND',
      'MKCOL',
      'M-SEARCH',
      'SUBSCRIBE',
      'PURGE',
      'LINK',
    ],
  ])('%s is not allowed', async (method) => {
    const received = await served.raw(asked('/', 'Access-Control-Request-Method: GET\r\n', method));
    expect(statusesIn(received)).toBe('405');
    expect(received).toMatch(/^Allow: GET, HEAD\r$/m);
    isHarmless(received);
    await isAlive();
  });

  test('nor is being a proxy', async () => {
    const received = await served.raw('CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example:443\r\n\r\n');
    expect(statusesIn(received)).toBe('405');
    expect(received).toMatch(/^Allow: GET, HEAD\r$/m);
    await isAlive();
  });
});

describe('hosts and other sites', () => {
  const with_ = (headers: string, version = '1.1') => `GET / HTTP/${version}\r\n${headers}${ends}`;

  test.each([
    ['', '400'],
    ['Host:\r\n', '400'],
    ['Host: localhost\r\nHost: localhost\r\n', '400'],
    ['Host: localhost\r\nHost: evil.example\r\n', '400'],
    ['Host: localhost, evil.example\r\n', '400'],
    ['Host: localhost\r\n evil.example\r\n', '400'],
    ['Host: localhost@evil.example\r\n', '400'],
    ['Host: localhost:3000:80\r\n', '400'],
    ['Host: ../../secret.txt\r\n', '400'],
    ['Host: <script>\r\n', '400'],
    ['Host : localhost\r\n', '400'],
    [`Host: ${'a'.repeat(5000)}\r\n`, '403'],
    ['Host: evil.example\r\n', '403'],
    ['Host: evil.example:3000\r\nX-Forwarded-Host: localhost\r\n', '403'],
    ['Host: localhost.evil.example\r\nOrigin: http://localhost\r\n', '403'],
    ['Host: localhost\r\nOrigin: https://evil.example\r\n', '403'],
    ['Host: localhost\r\nOrigin: null\r\n', '403'],
    ['Host: localhost\r\nOrigin: http://localhost\r\nOrigin: https://evil.example\r\n', '403'],
    ['Host: localhost\r\nSec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: no-cors\r\nSec-Fetch-Dest: script\r\n', '403'],
    ['Host: localhost\r\nSec-Fetch-Site: cross-site\r\n', '403'],
  ])('%.70j', async (headers, status) => {
    const received = await served.raw(with_(headers));
    expect(statusesIn(received)).toBe(status);
    isHarmless(received);
    expect(received).not.toContain('<script>');
    await isAlive();
  });

  test('the stream of changes is for this site’s pages only', async () => {
    const target = '/__meetpress/events?path=/&hash=a&revision=1';
    for (const header of ['Origin: https://evil.example', 'Sec-Fetch-Site: cross-site', 'Host: evil.example'])
      expect(await served.raw(asked(target, `${header}\r\n`))).toMatch(/^HTTP\/1\.1 40[03] /);
    for (const path of [
      '/..',
      '/../../secret.txt',
      '/%2e%2e/',
      '/\\',
      '/\0',
      '/.env',
      '/assets/link.txt',
      '/__proto__',
    ]) {
      const query = new URLSearchParams({ path, hash: 'a', revision: '1' });
      isHarmless(await served.raw(asked(`/__meetpress/events?${query}`), /data: /));
    }
    await isAlive();
  });
});

describe('what is no request, or half of one', () => {
  const line = 'GET / HTTP/1.1\r\nHost: localhost\r\n';
  test.each<readonly [name: string, bytes: string | Uint8Array, expected: RegExp]>([
    ['HTTP/0.9, in full', 'GET / HTTP/0.9\r\n\r\n', /^400$/],
    ['HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\x04\0\0\0\0\0', /^400$/],
    ['HTTP/9.9', 'GET / HTTP/9.9\r\nHost: localhost\r\n\r\n', /^400$/],
    ['a hello of TLS', Uint8Array.of(22, 3, 1, 0, 196, 1, 0, 0, 192, 3, 3, 7, 7, 7, 7, 7, 7, 7, 0, 0), /^400$/],
    ['nothing but zeros', new Uint8Array(1000), /^400$/],
    ['every byte', Uint8Array.from({ length: 256 }, (_, index) => index), /^400$/],
    ['a text', 'hello, is anybody there?\r\n\r\n', /^400$/],
    ['SSH', 'SSH-2.0-OpenSSH_9.9\r\n', /^400$/],
    ['a mail', 'EHLO evil.example\r\n', /^400$/],
    ['a method without end', 'G'.repeat(100_000), /^400$/],
    ['no target', 'GET HTTP/1.1\r\n\r\n', /^400$/],
    ['a space too many', `GET  / HTTP/1.1\r\nHost: localhost\r\n${ends}`, /^(?:400|200)$/],
    ['a header without a name', `${line}: x\r\n\r\n`, /^400$/],
    ['a header without a colon', `${line}nothing\r\n\r\n`, /^400$/],
    ['a header with a zero', `${line}X: a\0b\r\n\r\n`, /^400$/],
    ['a bare carriage return', `${line}X: a\rY: b\r\n\r\n`, /^400$/],
    ['headers without end', `${line}${'X: y\r\n'.repeat(20_000)}`, /^431$/],
    ['one header without end', `${line}X: ${'y'.repeat(200_000)}`, /^431$/],
    ['a length that is none', `${line}Content-Length: x\r\n\r\n`, /^400$/],
    ['a length below nothing', `${line}Content-Length: -1\r\n\r\n`, /^400$/],
    ['two lengths', `${line}Content-Length: 1\r\nContent-Length: 2\r\n\r\na`, /^400$/],
    ['a length beyond all', `${line}Content-Length: 99999999999999999999999\r\n\r\n`, /^400$/],
    ['a length and chunks', `${line}Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`, /^400$/],
    ['chunks that are none', `${line}Transfer-Encoding: chunked\r\n\r\nzz\r\n`, /^400(?: 400)?$/],
    ['a chunk beyond all', `${line}Transfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\n`, /^400(?: 400)?$/],
    ['an encoding that is none', `${line}Transfer-Encoding: gzip\r\n\r\nx`, /^400$/],
    ['a body that never comes', `${line}Content-Length: 1000000\r\n\r\n`, /^400$/],
    ['an expectation', `${line}Expect: the-worst\r\n${ends}`, /^417$/],
    ['a wish to be asked for more', `${line}Expect: 100-continue\r\nContent-Length: 5\r\n${ends}`, /^(?:100 )?400$/],
    ['a wish for a web socket', `${line}Connection: Upgrade, close\r\nUpgrade: websocket\r\n\r\n`, /^200$/],
    [
      'a wish for HTTP/2',
      `${line}Connection: Upgrade, close\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAARAAAAA\r\n\r\n`,
      /^200$/,
    ],
    ['a request in a request', `${asked('/')}GET /../secret.txt HTTP/1.1\r\nHost: localhost\r\n\r\n`, /^200$/],
  ])('%s', async (_, bytes, expected) => {
    const received = await served.raw(bytes);
    expect(statusesIn(received)).toMatch(expected);
    isHarmless(received);
    await isAlive();
  });

  test.each<readonly [name: string, bytes: string, expected: RegExp]>([
    ['HTTP/0.9', 'GET /\r\n', /^408$/],
    ['empty lines without end', '\r\n'.repeat(5000), /^(?:400|408)?$/],
    ['half a line', 'GET / HT', /^408$/],
    ['half a head', line, /^408$/],
    ['nothing at all', '', /^(?:408)?$/],
  ])('%s is not waited for', async (_, bytes, expected) => {
    expect(statusesIn(await hasty.raw(bytes))).toMatch(expected);
    await isAliveAgain(hasty);
  });

  test('requests one after the other without waiting are answered in their order', async () => {
    const targets = ['/', '/nowhere/', '/assets/film.mp4', '/events/maps/'];
    const requests = targets.map((target) => `GET ${target} HTTP/1.1\r\nHost: localhost\r\n`);
    const received = await served.raw(`${requests.join('\r\n')}${ends}`);
    expect(statusesIn(received)).toBe('200 404 200 200');
    expect(received.indexOf('Heron Valley')).toBeLessThan(received.indexOf('0123456789'));
    // Five hundred of them, of which the first ends the connection by what it asks.
    expect(statusesIn(await served.raw(asked('/../x').repeat(500)))).toBe('400');
    await isAlive();
  });

  test('a page that comes after rubbish is not taken for its answer', async () => {
    const received = await served.raw(`GET / HTTP/1.1\r\nHost: localhost\r\n\r\nrubbish\r\n\r\n${asked('/')}`);
    expect(statusesIn(received)).toMatch(/^(?:200 400|200|)$/);
    await isAlive();
  });

  test('ranges without end', async () => {
    for (const range of [
      'bytes=0-,'.repeat(1500),
      'bytes=-1,-1',
      'bytes=18446744073709551616-',
      'bytes=0-18446744073709551615',
    ])
      expect(statusesIn(await served.raw(asked('/assets/film.mp4', `Range: ${range}\r\n`)))).toMatch(/^20[06]$/);
    expect(statusesIn(await served.raw(asked('/', 'Range: bytes=0-1\r\n')))).toBe('200');
    await isAlive();
  });
});

describe('too much at once', () => {
  const opened = new Set<Socket>();
  const open = ({ port }: typeof served, first = ''): Socket => {
    const socket = connect(port, '127.0.0.1', () => socket.write(first));
    opened.add(socket);
    return socket
      .resume()
      .on('error', () => {})
      .on('close', () => opened.delete(socket));
  };

  test('of thousands of connections a hundred are held, and those not for long', async () => {
    for (let batch = 0; batch < 20; batch += 1) {
      for (let count = 0; count < 100; count += 1) open(served, 'GET / HTTP/1.1\r\n');
      await expect.poll(() => opened.size).toBe(connections);
    }
    for (const socket of opened) socket.destroy();
    await isAliveAgain(served);
    for (let count = 0; count < connections; count += 1) open(hasty, 'GET / HTTP/1.1\r\n');
    await expect.poll(() => opened.size).toBe(0);
    await isAliveAgain(hasty);
  });

  test('a head that comes a byte at a time is not waited for', async () => {
    const socket = open(hasty, 'GET / HTTP/1.1\r\nX: ');
    while (opened.has(socket)) {
      socket.write('x');
      await wait(50);
    }
    await isAliveAgain(hasty);
  });

  test('readers who hang up, or never read', async () => {
    for (const method of ['GET', 'CONNECT', 'POST', 'rubbish'])
      for (let count = 0; count < 15; count += 1) {
        const socket = open(served, `${asked('/', '', method)}and more`);
        socket.once('connect', () => setTimeout(() => socket.resetAndDestroy(), count));
      }
    await expect.poll(() => opened.size).toBe(0);
    for (let count = 0; count < 20; count += 1)
      open(served, 'GET / HTTP/1.1\r\nHost: localhost\r\n\r\n'.repeat(200)).pause();
    await isAlive();
    for (const socket of opened) socket.destroy();
    await isAlive();
  });

  test('a folder in the place of a file, while it is asked for', async () => {
    mkdirSync(join(all, 'site/assets/late'));
    expect((await served.get('/assets/late')).status).toBe(404);
    await isAlive();
  });
});
