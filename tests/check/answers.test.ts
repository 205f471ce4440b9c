import { expect, test } from 'vitest';
import { type Answer, ask, type Fetch } from '../../src/check/answers.ts';
import { startServer } from './server.ts';

const answerOf = async (path: string, say: Parameters<typeof startServer>[0]) => {
  const { asked, fetch } = await startServer(say);
  const answer = await ask(`https://there.example${path}`, 'tester', fetch);
  return { answer, asked: asked.map(({ method, url }) => `${method} ${new URL(url).host}${new URL(url).pathname}`) };
};

test('what is there is asked for its head alone', async () => {
  const { answer, asked } = await answerOf('/a', () => 200);
  expect(answer).toEqual({ kind: 'there' });
  expect(asked).toEqual(['HEAD there.example/a']);
});

test.each([404, 405, 500, 501])('a server that says %i to HEAD is asked for the whole', async (status) => {
  const { answer } = await answerOf('/a', (_, method) => (method === 'HEAD' ? status : 200));
  expect(answer).toEqual({ kind: 'there' });
});

test.each<[number, Answer['kind']]>([
  [404, 'gone'],
  [410, 'gone'],
  [401, 'there'],
  [403, 'there'],
  [999, 'there'],
  [429, 'busy'],
  [503, 'busy'],
  [500, 'silent'],
  [502, 'silent'],
])('a server that says %i', async (status, kind) => {
  const { answer } = await answerOf('/a', () => status);
  expect(answer.kind).toBe(kind);
});

test('a move for good names the new address', async () => {
  const say = ({ host, pathname }: URL): 200 | [number, string] =>
    host === 'there.example' && pathname === '/a'
      ? [301, '/b']
      : pathname === '/b'
        ? [308, 'https://new.example/c']
        : 200;
  const { answer, asked } = await answerOf('/a', say);
  expect(answer).toEqual({ kind: 'moved', to: 'https://new.example/c' });
  expect(asked).toEqual(['HEAD there.example/a', 'HEAD there.example/b', 'HEAD new.example/c']);
});

test.each<[string, (url: URL) => number | [number, string]]>([
  ['for now', ({ pathname }) => (pathname === '/a' ? [302, '/b'] : 200)],
  [
    'for good, and then for now',
    ({ pathname }) => (pathname === '/a' ? [301, '/b'] : pathname === '/b' ? [307, '/c'] : 200),
  ],
  ['to a page for signing in', ({ pathname }) => (pathname === '/a' ? [301, '/login?to=a'] : 200)],
  ['to the home page', ({ pathname }) => (pathname === '/a' ? [301, '/'] : 200)],
  ['to a page that wants a password', ({ pathname }) => (pathname === '/a' ? [301, '/b'] : 401)],
  ['to what is no page', ({ pathname }) => (pathname === '/a' ? [302, 'mailto:a@there.example'] : 200)],
])('a move %s is none to be written down', async (_, say) => {
  expect((await answerOf('/a', say)).answer).toEqual({ kind: 'there' });
});

test('a move to what is gone is gone', async () => {
  const { answer } = await answerOf('/a', ({ pathname }) => (pathname === '/a' ? [301, '/b'] : 404));
  expect(answer).toEqual({ kind: 'gone', reason: 'the server says 404' });
});

test('a circle ends', async () => {
  const { answer, asked } = await answerOf('/a', () => [301, '/a']);
  expect(answer).toEqual({ kind: 'silent', reason: 'it leads round in a circle' });
  expect(asked.length).toBeLessThan(30);
});

test('a connection that breaks off', async () => {
  expect((await answerOf('/a', () => 'nothing')).answer).toMatchObject({ kind: 'silent' });
});

const failing =
  (cause: object, name = 'TypeError'): Fetch =>
  () =>
    Promise.reject(Object.assign(new Error('fetch failed', { cause }), { name }));
test.each<[Fetch, Answer]>([
  [failing({ code: 'ENOTFOUND' }), { kind: 'nameless' }],
  [failing({ code: 'EAI_AGAIN' }), { kind: 'silent', reason: 'names of servers cannot be looked up just now' }],
  [failing({ code: 'ECONNREFUSED' }), { kind: 'silent', reason: 'the server takes no connection' }],
  [failing({ code: 'CERT_HAS_EXPIRED' }), { kind: 'silent', reason: 'its certificate is not valid' }],
  [failing({ code: 'DEPTH_ZERO_SELF_SIGNED_CERT' }), { kind: 'silent', reason: 'its certificate is not valid' }],
  [failing({}, 'TimeoutError'), { kind: 'silent', reason: 'no answer within 10 seconds' }],
  [failing({ code: 'HPE_INVALID' }), { kind: 'silent', reason: 'the connection failed (HPE_INVALID)' }],
  [() => Promise.reject(undefined), { kind: 'silent', reason: 'the connection failed' }],
])('no answer %#', async (fetch, answer) => {
  expect(await ask('https://there.example/', 'tester', fetch)).toEqual(answer);
});
