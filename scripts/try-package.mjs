// npm run try-package [-- VERSION OF NODE]
// Packs Meetpress and goes through a newcomer's first day with it in an empty folder, over the network, as npm would have
// it: with the newest Node that npm's `node` package offers, or another version of it. Prints what it runs.
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stepsOfANewcomer } from './package-steps.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const place = await mkdtemp(join(tmpdir(), 'meetpress-try-'));
const site = join(place, 'my-meetup');
try {
  const offered = JSON.parse(
    (await run(['npm', 'view', `node@${process.argv[2] ?? 'latest'}`, 'version', '--json'])).out,
  );
  const version = [offered].flat().at(-1);
  // `node` itself is a script that installs this one.
  const binary = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  await run(['npm', 'install', '--prefix', join(place, 'node'), `${binary}@${version}`]);
  // npm runs with the Node that it finds first.
  const PATH = [join(place, 'node/node_modules', binary, 'bin'), process.env.PATH].join(delimiter);
  const env = { ...process.env, PATH };
  await run(['node', '--version'], { env });

  await run(['npm', 'pack', '--silent', '--pack-destination', place], { cwd: root });
  const manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  const tarball = join(place, `meetpress-${manifest.version}.tgz`);
  const [first, ...others] = stepsOfANewcomer([], ['my-meetup', '--package', tarball]);
  await run(['npm', 'exec', '--yes', `--package=${tarball}`, '--', 'meetpress', ...first], { env, cwd: place });
  await run(['npm', 'install'], { env, cwd: site });
  for (const args of others) await run(['npx', '--no-install', 'meetpress', ...args], { env, cwd: site });
  await preview(env);
  console.log('\nAll of it went well.');
} finally {
  await rm(place, { recursive: true, force: true });
}

/** Runs a command to its end, and throws where it fails. */
function run([command, ...args], options = {}) {
  console.log(`\n$ ${[command, ...args].join(' ')}`);
  const child = spawn(command, args, { ...options, shell: process.platform === 'win32' });
  const out = [];
  child.stdout.on('data', (data) => out.push(data));
  child.stdout.pipe(process.stdout, { end: false });
  child.stderr.pipe(process.stderr, { end: false });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status) =>
      status === 0 ? resolve({ out: `${Buffer.concat(out)}` }) : reject(new Error(`${command} exited with ${status}`)),
    );
  });
}

/** Starts the preview, asks it for the home page, and stops it. */
async function preview(env) {
  const cli = join(site, 'node_modules/meetpress/lib/cli.js');
  console.log('\n$ meetpress dev');
  const child = spawn('node', [cli, 'dev', '--port', '0'], { cwd: site, env });
  const ended = new Promise((resolve) => child.on('close', resolve));
  let printed = '';
  for await (const data of child.stdout) {
    printed += data;
    if (/http:\S+\. /.test(printed)) break;
  }
  const [address] = /http:\S+(?=\.)/.exec(printed) ?? [];
  console.log(printed.trim());
  const { status } = await fetch(address);
  child.kill('SIGINT');
  console.log(`${address} answered ${status}, and the preview ended with ${await ended}.`);
  if (status !== 200) throw new Error('the preview shows no home page');
}
