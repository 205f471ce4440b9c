import { EventEmitter, once } from 'node:events';
import {
  existsSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import type { Answer, News, Preview } from '../../src/dev/answer.ts';
import { createDevServer } from '../../src/dev/server.ts';
import { diagnose } from '../../src/diagnostics/diagnostic.ts';
import { temporaryFolder, writeFiles } from '../whole/run.ts';
import { serve } from './serve.ts';

const text = (path: string, text: string, status: 200 | 404 = 200): Answer => ({
  kind: 'text',
  status,
  path,
  text,
  hash: `of-${text.length}`,
});

/** What this process has open, where the system tells. */
const openFiles = (): string[] => {
  const folder = '/proc/self/fd';
  if (!existsSync(folder)) return [];
  return readdirSync(folder).flatMap((name) => {
    try {
      return readlinkSync(join(folder, name));
    } catch {
      return [];
    }
  });
};

/** A preview by hand: its answers by path, and what there is to tell. */
function previewOf(answers: Readonly<Record<string, Answer>>, { basePath = '/', news = {} as Partial<News> } = {}) {
  const changes = new EventEmitter();
  const preview = {
    revision: 7,
    basePath,
    answer: vi.fn((path: string): Answer => answers[path] ?? text('404.html', 'Not found', 404)),
    news: vi.fn((): News => ({ revision: preview.revision, files: [], everything: false, problems: [], ...news })),
    subscribe(listener: () => void) {
      changes.on('change', listener);
      return () => changes.off('change', listener);
    },
  } satisfies Preview & Record<string, unknown>;
  const change = (next: Partial<News>): void => {
    news = next;
    preview.revision += 1;
    changes.emit('change');
  };
  return { preview, change, listeners: () => changes.listenerCount('change') };
}

const common = {
  'cache-control': 'no-cache',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'x-content-type-options': 'nosniff',
};

describe('pages and documents', () => {
  const page = '<html><body>Hello</body></html>';
  const { preview } = previewOf({
    '/': text('index.html', page),
    '/café "&"/': text('café "&"/index.html', '</body>in a text</body ></html>'),
    '/bare/': text('bare/index.html', 'Hello'),
    '/events.ics': text('events.ics', 'BEGIN:VCALENDAR'),
    '/feed.xml': text('feed.xml', '<rss/>'),
    '/broken/': { kind: 'broken', path: 'broken/index.html' },
    '/events': { kind: 'moved', to: '/events/' },
  });

  test('a page is the built one with one tag in it', async () => {
    const { get } = await serve(preview);
    const { status, headers, text } = await get('/');
    const tag =
      '<script src="/__meetpress/client.js" data-path="/" data-hash="of-31" data-revision="7" data-base="/" defer></script>';
    expect({ status, text }).toEqual({ status: 200, text: page.replace('</body>', `${tag}</body>`) });
    expect(headers).toMatchObject({
      ...common,
      'content-type': 'text/html; charset=utf-8',
      'content-length': `${text.length}`,
      etag: expect.any(String),
    });
  });

  test('the tag stands before the last end of a body, or at the end, and no path breaks out of it', async () => {
    const { get } = await serve(preview);
    expect((await get('/caf%C3%A9%20%22&%22/')).text).toMatch(
      /^<\/body>in a text<script [^>]* data-path="\/café &quot;&amp;&quot;\/" [^>]*><\/script><\/body ><\/html>$/,
    );
    expect((await get('/bare/')).text).toMatch(/^Hello<script .*<\/script>$/);
  });

  test('a document has its type and not a byte more', async () => {
    const { get } = await serve(preview);
    const calendar = await get('/events.ics');
    expect(calendar.text).toBe('BEGIN:VCALENDAR');
    expect(calendar.headers['content-type']).toBe('text/calendar; charset=utf-8');
    expect((await get('/feed.xml')).headers['content-type']).toBe('application/rss+xml; charset=utf-8');
  });

  test('the site’s own page says that nothing is there, and comes up when something is', async () => {
    const { get } = await serve(preview);
    const { status, text, headers } = await get('/nowhere/');
    expect(status).toBe(404);
    expect(text).toMatch(/^Not found<script .* data-path="\/nowhere\/"/);
    expect(headers).not.toHaveProperty('etag');
  });

  test('a page that has never been sound says so', async () => {
    const { get } = await serve(preview);
    const { status, text } = await get('/broken/');
    expect(status).toBe(500);
    expect(text).toMatch(/cannot be built yet.*data-path="\/broken\/" data-hash="" .*<\/body>/s);
  });

  test('what a browser has is not sent again, until the site changes', async () => {
    const { preview, change } = previewOf({ '/': text('index.html', page), '/a.txt': text('a.txt', 'A') });
    const { get } = await serve(preview);
    for (const path of ['/', '/a.txt']) {
      const { headers } = await get(path);
      for (const known of [headers.etag!, `"x", W/${headers.etag}`, '*']) {
        const again = await get(path, { 'If-None-Match': known });
        expect(again).toMatchObject({ status: 304, text: '', headers: { ...common, etag: headers.etag } });
      }
    }
    const { headers } = await get('/');
    change({});
    // The page's tag names the revision.
    expect((await get('/', { 'If-None-Match': headers.etag! })).status).toBe(200);
  });

  test('HEAD has the headers of GET and no body', async () => {
    const { get } = await serve(preview);
    const { date: _, ...headers } = (await get('/')).headers;
    expect(await get('/', {}, 'HEAD')).toMatchObject({ status: 200, text: '', headers });
  });

  test('refusals say what they refuse', async () => {
    const { get } = await serve(preview);
    expect(await get('/', {}, 'POST')).toMatchObject({ status: 405, headers: { ...common, allow: 'GET, HEAD' } });
    expect(await get('/', { Host: 'evil.example' })).toMatchObject({
      status: 403,
      headers: { ...common, 'content-type': 'text/plain; charset=utf-8' },
      text: expect.stringContaining('--host evil.example'),
    });
  });

  test('a name that was given is answered to', async () => {
    const { get } = await serve(preview, { names: ['heron.local'] });
    expect((await get('/', { Host: 'heron.local:3000' })).status).toBe(200);
  });

  test('a bug of ours is told in the terminal only, and the server goes on', async () => {
    const { get, bugs } = await serve({
      ...preview,
      answer(path) {
        if (path === '/bug') throw new TypeError('a secret of the stack');
        return preview.answer(path);
      },
    });
    const { status, text } = await get('/bug');
    expect(status).toBe(500);
    expect(text).toContain('bug of its own');
    expect(text).not.toMatch(/secret|\.ts:/);
    expect(bugs).toEqual([new TypeError('a secret of the stack')]);
    expect((await get('/')).status).toBe(200);
  });
});

describe('addresses', () => {
  const answers: Record<string, Answer> = {
    '/': text('index.html', 'Home'),
    '/a b/': text('a b/index.html', 'A'),
    '/a b': { kind: 'moved', to: '/a%20b/' },
  };

  test('a folder without its slash leads to the one with it, its query kept', async () => {
    const { get } = await serve(previewOf(answers).preview);
    const moved = await get('/a%20b?x=%2f..');
    expect(moved).toMatchObject({ status: 302, headers: { ...common, location: '/a%20b/?x=%2f..' } });
  });

  test('below a base path', async () => {
    const { preview } = previewOf(answers, { basePath: '/my%20group/' });
    const { get } = await serve(preview);
    expect((await get('/')).headers.location).toBe('/my%20group/');
    expect((await get('/my%20group?x')).headers.location).toBe('/my%20group/?x');
    expect((await get('/my%20group/a%20b')).headers.location).toBe('/my%20group/a%20b/');
    expect((await get('/my%20group/')).text).toMatch(
      /^Home<script src="\/__meetpress\/.* data-path="\/" .* data-base="\/my%20group\/"/,
    );
    expect((await get('/my%20group/a%20b/')).text).toMatch(/^A/);
    preview.answer.mockClear();
    expect(await get('/a%20b/')).toMatchObject({
      status: 404,
      text: expect.stringContaining('<a href="/my%20group/">'),
    });
    expect((await get('/my%20groups/')).status).toBe(404);
    expect(preview.answer).not.toHaveBeenCalled();
  });
});

describe('files', () => {
  /** A site's folder, and a secret beside it. */
  function folders(files: Record<string, string | Uint8Array> = {}) {
    const all = temporaryFolder();
    writeFiles(all, { 'secret.txt': 'the secret', 'site/assets/film.mp4': '0123456789', 'site/.env': 'the secret' });
    const root = join(all, 'site');
    writeFiles(root, files);
    const fileAt = (path: string) => ({ kind: 'file', path, file: join(root, path) }) as const;
    const film = join(root, 'assets/film.mp4');
    return { all, root, film, fileAt, answers: { '/film.mp4': fileAt('assets/film.mp4') } };
  }

  test('come with their type and length', async () => {
    const { root, answers, fileAt } = folders({ 'assets/empty.css': '' });
    const { get } = await serve(previewOf({ ...answers, '/empty.css': fileAt('assets/empty.css') }).preview, {
      folders: [join(root, 'not-there-yet'), root],
    });
    const whole = await get('/film.mp4');
    expect(whole).toMatchObject({
      status: 200,
      text: '0123456789',
      headers: { ...common, 'content-type': 'video/mp4', 'content-length': '10', 'accept-ranges': 'bytes' },
    });
    expect(await get('/film.mp4', {}, 'HEAD')).toMatchObject({
      status: 200,
      text: '',
      headers: { 'content-length': '10' },
    });
    expect(await get('/film.mp4', { 'If-None-Match': whole.headers.etag! })).toMatchObject({ status: 304, text: '' });
    expect(await get('/empty.css')).toMatchObject({ status: 200, text: '', headers: { 'content-length': '0' } });
  });

  test.each([
    ['bytes=0-', '206 0-9 0123456789'],
    ['bytes=0-0', '206 0-0 0'],
    ['bytes=2-4', '206 2-4 234'],
    ['bytes=7-100', '206 7-9 789'],
    ['bytes=-3', '206 7-9 789'],
    ['bytes=-100', '206 0-9 0123456789'],
    ['BYTES=9-', '206 9-9 9'],
    ['bytes=10-', '416 * '],
    ['bytes=99999999999-', '416 * '],
    ['bytes=-0', '416 * '],
    ['bytes=4-2', '200  0123456789'],
    ['bytes=-', '200  0123456789'],
    ['bytes=1-2,4-5', '200  0123456789'],
    [`bytes=${'0-,'.repeat(1000)}`, '200  0123456789'],
    ['bytes=a-b', '200  0123456789'],
    ['lines=0-1', '200  0123456789'],
    [`bytes=${'9'.repeat(400)}-`, '200  0123456789'],
  ])('a part: %.30s', async (range, expected) => {
    const { root, answers } = folders();
    const { get } = await serve(previewOf(answers).preview, { folders: [root] });
    const { status, headers, text } = await get('/film.mp4', { Range: range });
    const part = headers['content-range']?.replace(/^bytes (.*)\/10$/, '$1') ?? '';
    expect(`${status} ${part} ${text}`).toBe(expected);
    expect(headers['content-length']).toBe(`${text.length}`);
  });

  test('a part is of the file that the rest is of', async () => {
    const { root, film, answers } = folders();
    const { get } = await serve(previewOf(answers).preview, { folders: [root] });
    const { etag } = (await get('/film.mp4')).headers;
    const rest = { Range: 'bytes=5-', 'If-Range': etag! };
    expect((await get('/film.mp4', rest)).status).toBe(206);
    writeFileSync(film, 'another film');
    expect(await get('/film.mp4', rest)).toMatchObject({ status: 200, text: 'another film' });
    expect((await get('/film.mp4', rest, 'HEAD')).headers['content-length']).toBe('12');
  });

  test('nothing outside is sent, whatever took a file’s place since it was listed', async () => {
    const { all, root, film, answers, fileAt } = folders({ 'assets/more/x.txt': 'inside' });
    const escapes = {
      '/secret': { kind: 'file', path: 'secret.txt', file: join(all, 'secret.txt') },
      '/up': { kind: 'file', path: 'up', file: `${root}/assets/../../secret.txt` },
      '/env': fileAt('.env'),
      '/folder': fileAt('assets'),
      '/x': fileAt('assets/more/secret.txt'),
    } as const;
    const { get, bugs } = await serve(previewOf({ ...answers, ...escapes }).preview, { folders: [root] });
    expect((await get('/film.mp4')).status).toBe(200);
    for (const target of [join(all, 'secret.txt'), join(root, '.env'), '/dev/zero', '/nowhere', film]) {
      rmSync(film);
      symlinkSync(target, film);
      expect(await get('/film.mp4')).toMatchObject({ status: 404, text: 'There is nothing here.\n' });
    }
    renameSync(join(root, 'assets/more'), join(root, 'assets/less'));
    symlinkSync(all, join(root, 'assets/more'));
    for (const path of Object.keys(escapes)) expect([path, (await get(path)).status]).toEqual([path, 404]);
    expect(bugs).toEqual([]);
  });

  test('a site’s own page for what is not there', async () => {
    const { root, fileAt } = folders({ 'content/404.html': 'Lost' });
    const own = { kind: 'file', path: '404.html', file: fileAt('content/404.html').file } as const;
    const { get } = await serve(previewOf({ '/nowhere': own, '/404.html': own }).preview, { folders: [root] });
    const lost = await get('/nowhere', { Range: 'bytes=0-1' });
    expect(lost).toMatchObject({ status: 404, text: 'Lost', headers: { 'content-type': 'text/html; charset=utf-8' } });
    expect((await get('/nowhere', { 'If-None-Match': lost.headers.etag! })).status).toBe(404);
    expect((await get('/404.html')).status).toBe(200);
  });

  test('a link that stays inside is followed, as by a build', async () => {
    const { root, answers, film } = folders({ 'assets/real.mp4': 'real' });
    rmSync(film);
    symlinkSync('real.mp4', film);
    const { get } = await serve(previewOf(answers).preview, { folders: [root] });
    expect((await get('/film.mp4')).text).toBe('real');
  });

  test('a file that becomes shorter, or a reader who hangs up, leaves nothing open', async () => {
    const size = 32 * 1024 * 1024;
    const { root, film, answers } = folders({ 'assets/film.mp4': new Uint8Array(size) });
    const { get, port, bugs } = await serve(previewOf(answers).preview, { folders: [root] });
    const openFilms = (): number => openFiles().filter((path) => path === film).length;
    const reader = connect(port, '127.0.0.1', () => reader.write('GET /film.mp4 HTTP/1.1\r\nHost: localhost\r\n\r\n'));
    await once(reader, 'data');
    reader.destroy();
    await expect.poll(openFilms).toBe(0);

    const slow = connect(port, '127.0.0.1', () => slow.write('GET /film.mp4 HTTP/1.1\r\nHost: localhost\r\n\r\n'));
    await once(slow, 'data');
    slow.pause();
    truncateSync(film, 10);
    slow.resume();
    await once(slow, 'close');
    expect(slow.bytesRead).toBeLessThan(size);
    await expect.poll(openFilms).toBe(0);
    expect(bugs).toEqual([]);
    expect((await get('/film.mp4')).headers['content-length']).toBe('10');
  });
});

describe('the stream of changes', () => {
  const problem = diagnose({ code: 'bad-date', message: 'there is no month 18' });
  const address = '/__meetpress/events?path=%2Fx%2F&hash=abc&revision=5';

  /** The messages of a stream, as they come. */
  async function listening(port: number, target = address) {
    const socket = connect(port, '127.0.0.1');
    let received = '';
    socket.on('data', (chunk) => {
      received += chunk;
    });
    socket.write(`GET ${target} HTTP/1.1\r\nHost: localhost\r\n\r\n`);
    await expect.poll(() => received).toContain('data: ');
    return {
      socket,
      head: () => received.split('\r\n\r\n')[0]!,
      messages: () =>
        [...received.matchAll(/id: (\d+)\ndata: (.*)\n\n/g)].map(([, id, data]) => ({ id, ...JSON.parse(data!) })),
    };
  }
  const nothing = { files: [], everything: false, overlay: '' };

  test('tells at once, then what is new for the view', async () => {
    const { preview, change } = previewOf({}, { basePath: '/name/' });
    const { port } = await serve(preview);
    const { head, messages } = await listening(port);
    expect(head()).toMatch(/^HTTP\/1.1 200 OK\r\n.*Content-Type: text\/event-stream/s);
    expect(preview.news).toHaveBeenLastCalledWith({ path: '/x/', hash: 'abc', revision: 5 });
    change({});
    change({ problems: [problem] });
    // The revision that was told last is known.
    expect(preview.news).toHaveBeenLastCalledWith({ path: '/x/', hash: 'abc', revision: 8 });
    change({ problems: [problem] });
    change({ files: ['/a%20b.css'] });
    change({ page: 'gone', to: '/y/' });
    change({ everything: true });
    await expect.poll(messages).toHaveLength(5);
    expect(messages()).toEqual([
      { id: '7', revision: 7, ...nothing },
      { id: '9', revision: 9, ...nothing, overlay: '<p>there is no month 18 true</p>' },
      { id: '11', revision: 11, ...nothing, files: ['/name/a%20b.css'] },
      { id: '12', revision: 12, ...nothing, page: 'gone', to: '/name/y/' },
      { id: '13', revision: 13, ...nothing, everything: true },
    ]);
  });

  test('a browser that connects again has seen what its last message said', async () => {
    const { preview } = previewOf({});
    const { raw } = await serve(preview);
    await raw(`GET ${address} HTTP/1.1\r\nHost: localhost\r\nLast-Event-ID: 6\r\n\r\n`, /data: /);
    expect(preview.news).toHaveBeenLastCalledWith({ path: '/x/', hash: 'abc', revision: 6 });
  });

  test('a bug in one view does not keep the others from being told', async () => {
    const { preview, change } = previewOf({});
    const { port, bugs } = await serve(preview);
    const [first, second] = [await listening(port), await listening(port)];
    preview.news.mockImplementationOnce(() => {
      throw new TypeError('a bug');
    });
    change({ everything: true });
    await expect.poll(second.messages).toHaveLength(2);
    expect(first.messages()).toHaveLength(1);
    expect(bugs).toEqual([new TypeError('a bug')]);
  });

  test('holds no more than so many, and nobody who has gone', async () => {
    const { preview, change } = previewOf({});
    const { get, port } = await serve(preview, { limits: { streams: 2 } });
    const streams = [await listening(port), await listening(port)];
    expect((await get(address)).status).toBe(503);
    streams[0]!.socket.destroy();
    await expect.poll(async () => (await get(address, {}, 'HEAD')).status).toBe(200);
    preview.news.mockClear();
    change({});
    expect(preview.news).toHaveBeenCalledTimes(1);
  });

  test.each([
    ...['', '?path=/x/&hash=abc', '?path=x&hash=abc&revision=1', '?path=/&hash=%3Cb%3E&revision=1'],
    ...['?path=/&hash=a&revision=-1', '?path=/&hash=a&revision=1e9', `?path=/&hash=${'a'.repeat(200)}&revision=1`],
  ])('%.40s names no view', async (query) => {
    const { get } = await serve(previewOf({}).preview);
    expect((await get(`/__meetpress/events${query}`)).status).toBe(400);
  });

  test('ends with the server, which then lets go of the preview', async () => {
    const { preview, listeners } = previewOf({});
    const { port, server } = await serve(preview);
    const { socket } = await listening(port);
    expect(listeners()).toBe(1);
    const ended = once(socket, 'close');
    await server.close();
    await ended;
    expect(listeners()).toBe(0);
  });
});

test('the client is the file beside the server, and nothing else is there', async () => {
  const { get } = await serve(previewOf({}).preview);
  const { text, headers } = await get('/__meetpress/client.js');
  expect(text).toBe(readFileSync(new URL('../../src/dev/client.js', import.meta.url), 'utf8'));
  expect(headers['content-type']).toBe('text/javascript; charset=utf-8');
  for (const path of ['', 'server.ts', 'client.js/', 'x'])
    expect([path, (await get(`/__meetpress/${path}`)).status]).toEqual([path, 404]);
});

test('of several ports the first that is free is taken, at every address', async () => {
  const { preview } = previewOf({ '/': text('index.txt', 'second') });
  const first = await serve(preview);
  const second = createDevServer({
    preview,
    overlay: () => '',
    folders: [],
    derive: async () => undefined,
    names: [],
    failed: () => {},
  });
  await expect(second.listen(['127.0.0.1'], [first.port])).rejects.toMatchObject({ code: 'EADDRINUSE' });
  const { port } = await second.listen(['127.0.0.1', '::1'], [first.port, 0]);
  expect(port).not.toBe(first.port);
  expect(await (await fetch(`http://localhost:${port}/`)).text()).toBe('second');
  await second.close();
  await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow();
});
