import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { packageRoot } from '../../src/package-root.ts';
import { type Installed, install } from './package.ts';
import { now, readTree, temporaryFolder, writeFiles } from './run.ts';

let meetpress: Installed;
let scripts: string;
beforeAll(() => {
  meetpress = install();
  scripts = realpathSync(mkdtempSync(join(tmpdir(), 'meetpress-scripts-')));
  writeFiles(scripts, { 'offline.mjs': offline, 'attempts.mjs': attempts });
});
afterAll(() => rmSync(scripts, { recursive: true }));

/** Whoever asks for a network is told, and nobody can keep it to himself. */
const offline = `
import dns from 'node:dns';
import net from 'node:net';
const refuse = () => {
  console.error('the network was asked for');
  process.exit(99);
};
net.Socket.prototype.connect = refuse;
dns.lookup = refuse;
`;

/** What the sandbox has to refuse, or it would prove nothing. */
const attempts = `
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
const outside = process.argv[2];
const tries = [
  () => readFileSync(outside + '/secret.md'),
  () => writeFileSync(outside + '/new.txt', 'x'),
  () => execFileSync(process.execPath, ['--version']),
];
for (const each of tries)
  try {
    each();
    console.log('done');
  } catch (error) {
    console.log(error.code);
  }
fetch('http://127.0.0.1:8080/').catch(() => {});
`;

// From Node 23.5 on it is out of its trial.
const permission = process.allowedNodeEnvironmentFlags.has('--permission')
  ? '--permission'
  : '--experimental-permission';

/** Runs a script by Node's permission model: it reads the package and one folder, and writes one, and starts nothing. */
function confined(site: string, script: string, ...args: string[]) {
  const reads = [site, scripts, realpathSync(meetpress.folder), join(realpathSync(packageRoot), 'node_modules')];
  const options = [
    '--no-warnings',
    permission,
    ...reads.map((path) => `--allow-fs-read=${path}/`),
    `--allow-fs-write=${site}/dist/`,
    `--import=${join(scripts, 'offline.mjs')}`,
  ];
  return meetpress.node([...options, script, ...args]);
}

const hostile = {
  'site.yaml':
    'url: https://site.example/\nuntrusted: false\nseries: [{ name: S, rule: FREQ=WEEKLY, start: 2026-12-01 }]\n',
  'templates/page.njk':
    '{{ range.constructor("return process")().mainModule.require("child_process").execSync("id") }}',
  'assets/run.js': 'run()',
  'content/index.md':
    '# A\n\n![](https://evil.example/a.png) ![](//evil.example/b.svg) <img src="http://evil.example/c.png">\n\n' +
    '<iframe src="https://www.youtube.com/embed/abc"></iframe>\n\n```js\nrun()\n```\n\n```mermaid\ngraph LR\n```\n\n:smile: :material-home:\n',
  'content/a.md':
    '---\nimage: https://evil.example/x.png\nlayout: ../../../etc/passwd\n---\n[a](file:///etc/passwd) ![](../../../../etc/passwd)\n',
  'content/events/e.md':
    '---\ntitle: E\nstart: 2026-12-01 19:00\nrsvp: https://evil.example/\ntalks: [{ title: T, speakers: P, video: "https://evil.example/v", slides: "https://evil.example/s.pdf" }]\n---\nx\n',
  'content/people/p.md': '---\nname: P\navatar: https://evil.example/p.png\ngithub: p\n---\n',
  'content/x.svg':
    '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg xmlns="http://www.w3.org/2000/svg">&x;</svg>',
};

test('the sandbox refuses', async () => {
  const [site, outside] = [temporaryFolder(), temporaryFolder()];
  mkdirSync(join(site, 'dist'));
  writeFiles(outside, { 'secret.md': 'the secret' });
  const { status, out, err } = await confined(site, join(scripts, 'attempts.mjs'), outside);
  expect(out).toBe('ERR_ACCESS_DENIED\nERR_ACCESS_DENIED\nERR_ACCESS_DENIED\n');
  expect({ status, err }).toEqual({ status: 99, err: 'the network was asked for\n' });
});

test('a stranger’s site is built by reading only it and the package, writing only the output, without a process or a network', async () => {
  const site = temporaryFolder();
  writeFiles(site, hostile);
  mkdirSync(join(site, 'dist'));
  const { status, out, err } = await confined(
    site,
    join(meetpress.folder, 'lib/cli.js'),
    'build',
    '--root',
    site,
    '--now',
    now,
    '--untrusted',
    '--quiet',
  );
  expect({ status, out }, err).toEqual({ status: 0, out: '' });
  expect(err).not.toContain('ERR_ACCESS_DENIED');
  const published = readTree(join(site, 'dist'));
  expect([...published.keys()]).toEqual(
    expect.arrayContaining(['index.html', 'a/index.html', 'events/e/index.html', 'events.ics']),
  );
  expect(published.has('x.svg')).toBe(false);
});

test('one that leaves it by links is refused before they are followed', async () => {
  const [site, outside] = [temporaryFolder(), temporaryFolder()];
  writeFiles(outside, { 'secret.md': 'the secret' });
  writeFiles(site, { 'content/index.md': '# A\n', 'assets/a.txt': 'a', 'templates/a.njk': 'a' });
  mkdirSync(join(site, 'dist'));
  for (const path of ['content/x.md', 'assets/x.png', 'templates/page.njk', 'site.yaml'])
    symlinkSync(join(outside, 'secret.md'), join(site, path));
  const { status, err } = await confined(
    site,
    join(meetpress.folder, 'lib/cli.js'),
    'build',
    '--root',
    site,
    '--now',
    now,
    '--untrusted',
    '--quiet',
  );
  expect(status).toBe(1);
  expect(err).not.toMatch(/the secret|a bug of its own/);
});
