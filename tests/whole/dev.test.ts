import { chmodSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { packageRoot } from '../../src/package-root.ts';
import { type Installed, install, type Running } from './package.ts';
import { now, temporaryFolder, writeFiles } from './run.ts';

let meetpress: Installed;
beforeAll(() => {
  meetpress = install();
});

const good = { 'content/index.md': '# Heron Valley\n', 'content/sketch.md': '---\ndraft: true\n---\n# A sketch\n' };
const bad = { ...good, 'content/events/maps.md': '---\ntitle: Maps\nstart: 2026-18-12\n---\n' };

/** A running preview of a site, and its address. */
async function preview(files: Readonly<Record<string, string>>, args = ['--port', '0'], env = {}) {
  const root = temporaryFolder();
  writeFiles(root, files);
  const running = meetpress.start(['dev', '--root', root, '--now', now, ...args], env);
  onTestFinished(() => running.signal('SIGKILL'));
  const says = (words: string | RegExp) => expect.poll(() => running.printed().out).toMatch(words);
  const begun = /^The site is at (http:\S+?)(?:, as port 3000 is in use)?\. Ctrl-C ends the preview\.$/m;
  await says(begun);
  const [, address] = begun.exec(running.printed().out)!;
  const page = async (path = ''): Promise<string> => {
    const response = await fetch(new URL(path, address));
    return `${response.status} ${await response.text()}`;
  };
  return { ...running, root, address: address!, page, says };
}

const interrupted = (running: Running, signal: NodeJS.Signals = 'SIGINT') => {
  running.signal(signal);
  return running.ended;
};

test('shows the site, follows its files, says what it did, and ends with 0', async () => {
  const running = await preview(good);
  const { root, page, says } = running;
  await says(/^Ready in \d+ ms: 3 pages\.$/m);
  expect(await page()).toMatch(/^200 .*Heron Valley.*<script src="\/__meetpress\/client.js" data-path="\/"/s);
  writeFileSync(join(root, 'content/index.md'), '# Crane Valley\n');
  await expect.poll(page).toContain('Crane Valley');
  await says(/^content\/index\.md: \d of 3 pages changed, in \d+ ms\.$/m);
  expect(await interrupted(running)).toMatchObject({ status: 0, err: '' });
});

test('the client is shipped with it', async () => {
  const { page } = await preview(good);
  expect(await page('/__meetpress/client.js')).toBe(`200 ${readFileSync(join(packageRoot, 'src/dev/client.js'))}`);
});

test('starts with a site that can’t be built, shows what is wrong, and the site once it is mended', async () => {
  const running = await preview(bad);
  const { root, address, page, says } = running;
  await says(/\(1 error\)\.$/m);
  await expect
    .poll(() => running.printed().err)
    .toMatch(/^error\[bad-date\] there is no month 18\n.*= help: did you mean/s);
  const events = await fetch(new URL('/__meetpress/events?path=/events/maps/&hash=&revision=0', address));
  const { value } = await events.body!.getReader().read();
  expect(new TextDecoder().decode(value)).toContain('there is no month 18');
  writeFileSync(join(root, 'content/events/maps.md'), '---\ntitle: Maps\nstart: 2026-12-18\n---\n');
  await expect.poll(() => page('/events/maps/')).toMatch(/^200 .*Maps/s);
  await says(/\(all is mended\)\.$/m);
  expect((await interrupted(running)).status).toBe(0);
});

test('shows drafts, or what a build would publish', async () => {
  expect(await (await preview(good)).page('/sketch/')).toMatch(/^200 .*A sketch/s);
  expect(await (await preview(good, ['--port', '0', '--drafts'])).page('/sketch/')).toMatch(/^200 /);
  expect(await (await preview(good, ['--port', '0', '--no-drafts'])).page('/sketch/')).toMatch(/^404 /);
});

test('stands below the base path, as the built site will', async () => {
  const { address, page } = await preview(good, ['--port', '0', '--base-url', 'https://example.org/group/']);
  expect(address).toMatch(/^http:\/\/localhost:\d+\/group\/$/);
  expect(await page()).toMatch(/^200 .*href="\/group\/assets\/theme\/theme\.\w+\.css".*data-base="\/group\/"/s);
  expect(await page('/')).toMatch(/^200 .*Heron Valley/s);
});

test('looks for changes by itself where nobody tells of them', async () => {
  const { root, page } = await preview(good, ['--port', '0', '--poll']);
  writeFileSync(join(root, 'content/index.md'), '# Crane Valley\n');
  await expect.poll(page).toContain('Crane Valley');
});

describe('ports', () => {
  test('the next one is taken where one is in use, and said', async () => {
    const [first, second] = [await preview(good, []), await preview({ 'content/index.md': '# Crane Valley\n' }, [])];
    expect(second.address).not.toBe(first.address);
    expect(second.printed()).toMatchObject({ out: expect.stringContaining(', as port 3000 is in use.'), err: '' });
    expect(await first.page()).toContain('Heron Valley');
    expect(await second.page()).toContain('Crane Valley');
  });

  test('one that was asked for and is in use is an error of the call', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => void other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as { port: number };
    const root = temporaryFolder();
    writeFiles(root, good);
    const ran = await meetpress.run(['dev', '--root', root, '--port', `${port}`]);
    other.close();
    expect(ran).toEqual({
      status: 2,
      out: '',
      err: `error: --port: ${port} is in use; without --port a free one is taken\n`,
    });
  });
});

describe('Ctrl-C', () => {
  test('ends it also while a browser listens and a page is half sent', async () => {
    const running = await preview(good);
    const stream = await fetch(new URL('/__meetpress/events?path=/&hash=a&revision=1', running.address));
    expect(stream.status).toBe(200);
    expect(await interrupted(running, 'SIGTERM')).toMatchObject({ status: 0, err: '' });
  });

  test('twice ends at once what would not end', async () => {
    const stuck = `import{Server}from'node:net';Server.prototype.close=function(){console.log('stuck');return(this)}`;
    const running = await preview(good, undefined, { NODE_OPTIONS: `--import=data:text/javascript,${stuck}` });
    running.signal('SIGINT');
    await running.says('stuck');
    const ended = await Promise.race([running.ended, wait(300, 'not yet')]);
    expect(ended).toBe('not yet');
    expect((await interrupted(running)).status).toBe(0);
  });
});

test('--open hands the address to the system, and never minds where that fails', async () => {
  const bin = temporaryFolder();
  const log = join(bin, 'log');
  for (const name of ['open', 'xdg-open']) {
    writeFileSync(join(bin, name), `#!/bin/sh\nprintf '%s|' "$@" > ${log}.part\nmv ${log}.part ${log}\n`);
    chmodSync(join(bin, name), 0o755);
  }
  const { address } = await preview(good, ['--port', '0', '--open'], { PATH: `${bin}:${process.env.PATH}` });
  await expect.poll(() => readFileSync(log, 'utf8')).toBe(`${address}|`);
  const alone = await preview(good, ['--port', '0', '--open'], { PATH: '/nowhere' });
  expect(await alone.page()).toMatch(/^200 /);
  expect(await interrupted(alone)).toMatchObject({ status: 0, err: '' });
});

test('goes on when the site’s folder is taken away, and when it is back', async () => {
  const { root, page, says } = await preview(good, ['--port', '0', '--poll']);
  rmSync(join(root, 'content'), { recursive: true });
  await says(/ \(1 error\)\.$/m);
  expect(await page('/__meetpress/client.js')).toMatch(/^200 /);
  writeFiles(root, { 'content/index.md': '# Crane Valley\n' });
  await expect.poll(page).toContain('Crane Valley');
});

test.each([
  [['--port', 'x'], /--port: `x` is no port/],
  [['--port', '70000'], /--port: `70000` is no port/],
  [['--host', 'a b'], /--host: `a b` is neither/],
  [['--host', '203.0.113.9'], /--host: 203\.0\.113\.9 is no address of this machine/],
  [['--root', '/nowhere/at/all'], /--root: there is no folder/],
  [['--editor', 'abacus'], /--editor: `abacus` is none of vscode, /],
  [['--now', 'yesterday'], /--now: `yesterday` is no instant/],
  [['--out', 'x'], /unknown option '--out'/],
])('%j is a wrong call', async (args, message) => {
  const root = temporaryFolder();
  writeFiles(root, good);
  const ran = await meetpress.run(['dev', ...args], {}, root);
  expect(ran).toMatchObject({ status: 2, out: '' });
  expect(ran.err).toMatch(message);
  expect(ran.err).not.toContain('    at ');
});
