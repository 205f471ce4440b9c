import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Network } from '../../src/commands/check.ts';
import { reportCheck, runCheck, temporaryFolder, writeFiles } from '../whole/run.ts';
import { startServer } from './server.ts';

const day = 24 * 60 * 60 * 1000;
const now = Date.UTC(2026, 10, 20);

/** A site with these words on its home page. */
function siteWith(words: string, settings = '') {
  const root = temporaryFolder();
  const site = `title: Larkspur Coders\ndescription: We meet by the mill.\n${settings}`;
  writeFiles(root, { 'site.yaml': site, 'content/index.md': `We meet by the mill.\n\n${words}\n` });
  return { root, external: true };
}

async function network(say: Parameters<typeof startServer>[0] = () => 200, at = now) {
  const { asked, fetch } = await startServer(say);
  return { asked, network: { fetch, pause: 0, now: at } satisfies Network };
}

test('links out that are gone, have moved or do not answer', async () => {
  const site = siteWith(
    '[a](https://a.example/good), [b](https://b.example/gone), [c](https://c.example/moved), <https://d.example/bad>',
  );
  const { network: net } = await network(({ pathname, host }) =>
    pathname === '/moved'
      ? [301, 'https://c.example/new']
      : host === 'b.example'
        ? 404
        : pathname === '/bad'
          ? 500
          : 200,
  );
  const { status, lines, diagnostics } = await reportCheck(site, net);
  expect(status).toBe(0);
  expect(lines).toEqual([
    'content/index.md:3:34 warning[dead-link] `https://b.example/gone` is gone: the server says 404',
    'content/index.md:3:63 note[moved-link] `https://c.example/moved` has moved for good',
    'content/index.md:3:90 note[unanswered-link] `https://d.example/bad` could not be checked: the server says 500',
  ]);
  expect(diagnostics[1]).toMatchObject({ help: 'write `https://c.example/new`', notes: ['on /'] });
});

test('nothing is asked for without --external', async () => {
  const { root } = siteWith('[a](https://a.example/)');
  const { asked, network: net } = await network();
  expect(await reportCheck({ root }, net)).toMatchObject({ lines: [] });
  expect(asked).toEqual([]);
});

test('servers are told who asks', async () => {
  const { asked, network: net } = await network();
  await runCheck(siteWith('[a](https://a.example/)', 'url: https://larkspur.example/\n'), net);
  expect(asked).toEqual([
    {
      method: 'HEAD',
      url: 'https://a.example/',
      agent: expect.stringMatching(/^meetpress\/[\d.]+ \(checks the links of https:\/\/larkspur\.example\/, /),
    },
  ]);
});

test('each address is asked for once, wherever it stands and whatever its fragment', async () => {
  const site = siteWith('[a](https://a.example/#one) [b](https://a.example/#two) [c](https://a.example)');
  const { asked, network: net } = await network();
  await runCheck(site, net);
  expect(asked.map(({ url }) => url)).toEqual(['https://a.example/']);
});

test('answers are kept for a day, where no repository takes them along', async () => {
  const site = siteWith('[a](https://a.example/gone)');
  const { asked, network: net } = await network(() => 404);
  const first = await reportCheck(site, net);
  expect(first.lines).toHaveLength(1);
  expect(asked).toHaveLength(2);
  expect(await reportCheck(site, { ...net, now: now + day - 1 })).toEqual(first);
  expect(asked).toHaveLength(2);
  await reportCheck(site, { ...net, now: now + day });
  expect(asked).toHaveLength(4);
  expect(readFileSync(join(site.root, '.meetpress/.gitignore'), 'utf8')).toBe('*\n');
});

test.each([
  '',
  'null',
  '[]',
  '{"https://a.example/": 1}',
  '{"https://a.example/": {"at": 1e15, "answer": {"kind": "gone"}}}',
])('kept answers that cannot be read, %j, are asked for anew', async (text) => {
  const site = siteWith('[a](https://a.example/)');
  writeFiles(site.root, { '.meetpress/links.json': text });
  const { asked, network: net } = await network();
  expect((await reportCheck(site, net)).lines).toEqual([]);
  expect(asked).toHaveLength(1);
});

test('a folder in which nothing can be kept is no mistake', async () => {
  const site = siteWith('[a](https://a.example/)');
  writeFileSync(join(site.root, '.meetpress'), 'a file');
  const { network: net } = await network();
  expect((await reportCheck(site, net)).lines).toEqual([]);
});

test('what the site says to ignore, what the program makes and the site itself are not asked for', async () => {
  const site = siteWith(
    '[a](https://www.quiet.example/x) [b](https://b.example/old/y) [c](https://b.example/new) [d](https://c.example/p/1/q) ' +
      '[e](mailto:a@b.example) [f](https://larkspur.example/) [g](//d.example/)',
    `url: https://larkspur.example/
edit: https://code.example/edit/{path}
check:
  ignore: [quiet.example, 'https://b.example/old/', 'https://c.example/*/q']
`,
  );
  writeFiles(site.root, {
    'content/events/maps.md': '---\ntitle: Maps\nstart: 2026-12-01 19:00\n---\n\nAbout maps.\n',
  });
  const { asked, network: net } = await network();
  expect((await reportCheck(site, net)).lines).toEqual([]);
  expect(asked.map(({ url }) => url).sort()).toEqual(['https://b.example/new', 'https://d.example/']);
});

test('private addresses are never asked for, and said', async () => {
  const hosts = [
    'localhost:3000',
    '127.0.0.1',
    '10.1.2.3',
    '192.168.0.1',
    '169.254.169.254',
    '[::1]',
    '[fd00::1]',
    'nas.local',
  ];
  const { asked, network: net } = await network();
  const { diagnostics } = await reportCheck(siteWith(hosts.map((host) => `[x](http://${host}/)`).join(' ')), net);
  expect(diagnostics.map(({ code }) => code)).toEqual(hosts.map(() => 'dead-link'));
  expect(diagnostics[0]!.message).toContain('`http://localhost:3000/` leads to a private network');
  expect(asked).toEqual([]);
});

test.each([
  ['', { untrusted: true }],
  ['untrusted: true\n', {}],
])('what strangers link to is not asked for %#', async (settings, flags) => {
  const site = siteWith('[a](https://a.example/)', settings);
  const { asked, network: net } = await network();
  await expect(runCheck({ ...site, ...flags }, net)).rejects.toThrow('--external: what strangers link to');
  expect(asked).toEqual([]);
  expect(existsSync(join(site.root, '.meetpress'))).toBe(false);
});

test('the summary says how many were asked for', async () => {
  const site = siteWith('[a](https://a.example/) [b](https://b.example/)');
  const { network: net } = await network();
  expect((await runCheck(site, net)).out).toMatch(/^Checked 2 pages and 2 links out in [\d.]+ s\.\n$/);
  const { out } = await runCheck({ ...site, format: 'json' }, net);
  expect(JSON.parse(out).summary).toMatchObject({ asked: 0, known: 2 });
});

test('a server without a name is dead where others answer, and nothing is said where none does', async () => {
  const site = siteWith('[a](https://a.example/) [b](https://b.example/x)');
  const { network: net } = await network();
  const nameless = () => Promise.reject(Object.assign(new Error(), { cause: { code: 'ENOTFOUND' } }));
  const fetch: Network['fetch'] = (url, options) => (url.includes('b.example') ? nameless() : net.fetch(url, options));
  expect((await reportCheck(site, { ...net, fetch: nameless })).lines).toEqual([
    'note[unanswered-link] no server answered, so 2 links out could not be checked',
  ]);
  expect((await reportCheck(site, { ...net, fetch })).lines).toEqual([
    'content/index.md:3:29 warning[dead-link] `https://b.example/x` is gone: there is no server of that name',
  ]);
});
