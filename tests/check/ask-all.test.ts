import { expect, test } from 'vitest';
import type { Answer } from '../../src/check/answers.ts';
import { type Asking, askAll } from '../../src/check/ask-all.ts';

/** A network that keeps count of who is asked at the same time. */
function network(status: (url: string) => number = () => 200) {
  const open = new Map<string, number>();
  const peaks = { hosts: 0, ofOne: 0 };
  const asked: string[] = [];
  const kept = new Map<string, Answer>();
  const asking: Asking = {
    agent: 'tester',
    pause: 0,
    kept: { get: (url) => kept.get(url), keep: (url, answer) => void kept.set(url, answer) },
    fetch: async (url) => {
      const { host } = new URL(url);
      asked.push(url);
      open.set(host, (open.get(host) ?? 0) + 1);
      peaks.hosts = Math.max(peaks.hosts, [...open.values()].filter((count) => count > 0).length);
      peaks.ofOne = Math.max(peaks.ofOne, ...open.values());
      await new Promise((resolve) => setTimeout(resolve, 2));
      open.set(host, open.get(host)! - 1);
      return new Response(null, { status: status(url) });
    },
  };
  return { asking, peaks, asked, kept };
}

test('a few servers are asked at once, and each for one thing at a time', async () => {
  const { asking, peaks } = network();
  const urls = Array.from({ length: 60 }, (_, index) => `https://host${index % 20}.example/${index}`);
  const { answers, asked } = await askAll(urls, asking);
  expect([...answers.keys()].sort()).toEqual([...urls].sort());
  expect(asked).toBe(60);
  expect(peaks).toEqual({ hosts: 6, ofOne: 1 });
});

test('what is known is not asked for again, and what may change in a minute is not kept', async () => {
  const { asking, asked, kept } = network((url) => (url.endsWith('/bad') ? 500 : url.endsWith('/gone') ? 404 : 200));
  kept.set('https://a.example/known', { kind: 'moved', to: 'https://b.example/' });
  const urls = ['known', 'good', 'bad', 'gone'].map((path) => `https://a.example/${path}`);
  const result = await askAll(urls, asking);
  expect(result).toMatchObject({ asked: 3, known: 1 });
  expect(asked).not.toContain('https://a.example/known');
  expect([...kept.keys()]).toEqual(['known', 'good', 'gone'].map((path) => `https://a.example/${path}`));
});

test('a server that asks to be left alone is left alone', async () => {
  const { asking, asked, kept } = network((url) => (url.includes('busy') ? 429 : 200));
  const { answers } = await askAll(['https://busy.example/1', 'https://busy.example/2', 'https://a.example/'], asking);
  expect(asked.filter((url) => url.includes('busy'))).toEqual(['https://busy.example/1']);
  expect(answers.get('https://busy.example/2')).toEqual({ kind: 'busy' });
  expect([...kept.keys()]).toEqual(['https://a.example/']);
});

test('who watches is told of every address', async () => {
  const told: string[] = [];
  const progress = (done: number, total: number) => void told.push(`${done}/${total}`);
  await askAll(['https://a.example/1', 'https://a.example/2'], { ...network().asking, progress });
  expect(told).toEqual(['1/2', '2/2']);
});

const nameless = () => Promise.reject(Object.assign(new Error(), { cause: { code: 'ENOTFOUND' } }));

test('a server that has no name is looked for once', async () => {
  const { asking, asked } = network();
  const fetch: Asking['fetch'] = (url, options) => {
    if (url.includes('a.example')) return asking.fetch(url, options);
    asked.push(url);
    return nameless();
  };
  const urls = ['https://a.example/', 'https://b.example/1', 'https://b.example/2'];
  const result = await askAll(urls, { ...asking, fetch });
  expect(asked.filter((url) => url.includes('b.example'))).toEqual(['https://b.example/1']);
  expect(result.answers.get('https://b.example/2')).toEqual({ kind: 'nameless' });
  expect(result.isOffline).toBe(false);
});

test('where no server is reached, nothing is believed', async () => {
  const { asking, kept } = network();
  const result = await askAll(['https://a.example/', 'https://b.example/'], { ...asking, fetch: nameless });
  expect(result.isOffline).toBe(true);
  expect(kept.size).toBe(0);
  expect((await askAll([], asking)).isOffline).toBe(false);
});
