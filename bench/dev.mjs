// Live preview: from writing a file to the server's new answer, against peers on the same posts.
// Options: --sizes 100,1000,4000  --edits 50  --peers yes|no
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { machine, ms, table } from './format.mjs';
import { eleventy } from './peers/eleventy.mjs';
import { hugo } from './peers/hugo.mjs';
import { meetpress } from './peers/meetpress.mjs';
import { numbersIn, temporaryFolder } from './place.mjs';
import { median } from './processes.mjs';
import { generateSite } from './site.mjs';

/** Between two edits, as nobody writes without a pause; what a server does afterwards is part of what is measured. */
const pause = 300;
const patience = 60_000;
const widths = [32, 12, 12, 12, 12, 12];

export async function run(args) {
  const { values } = parseArgs({
    args,
    options: {
      sizes: { type: 'string', default: '100,1000,4000' },
      edits: { type: 'string', default: '50' },
      peers: { type: 'string', default: 'yes' },
    },
  });
  const folder = temporaryFolder();
  console.log(machine());
  const tools = [meetpress, ...(values.peers === 'yes' ? [eleventy, hugo] : [])].filter((tool) => tool.isThere());
  for (const size of numbersIn('sizes', values.sizes)) {
    console.log(`\n${size} posts: milliseconds from writing a file`);
    console.log(table([['', 'new answer', '95th', 'told', 'first page', 'memory']], widths));
    for (const tool of tools) {
      const root = join(folder, `${size}-${tools.indexOf(tool)}`);
      generateSite(root, size);
      tool.setUp(root);
      console.log(table([[tool.name, ...(await measure(tool, root, Number(values.edits)))]], widths));
    }
  }
}

async function measure(tool, root, edits) {
  const port = await freePort();
  const [command, ...args] = tool.serve(port);
  const started = performance.now();
  const server = spawn(command, args, { cwd: root, stdio: 'ignore' });
  const agent = new Agent({ keepAlive: true });
  const ask = (path) => fetchText({ port, path, agent });
  try {
    const posts = readdirSync(join(root, 'content/posts')).filter((name) => name.endsWith('.md'));
    await until(
      () => ask('/'),
      (text) => text !== undefined,
    );
    const first = performance.now() - started;
    // The watcher, and whatever is prepared after the first page.
    await wait(3000);
    const [answers, told] = [[], []];
    for (let edit = 0; edit < edits; edit += 1) {
      const name = posts[(edit * 37) % posts.length].replace(/\.md$/, '');
      const file = join(root, `content/posts/${name}.md`);
      const address = tool.addressOf(name);
      const page = await ask(address);
      const text = readFileSync(file, 'utf8');
      const stream =
        tool.events && (await listen(port, `${tool.events}?${new URLSearchParams(viewOf(page, address))}`));
      const mark = `edit number ${edit} of this run`;
      const from = performance.now();
      writeFileSync(file, `${text}\n\n${mark}\n`);
      const changed = stream?.next().then(() => told.push(performance.now() - from));
      await until(
        () => ask(address),
        (answer) => answer?.includes(mark),
      );
      answers.push(performance.now() - from);
      await changed;
      stream?.close();
      await wait(pause);
    }
    const memory = readFileSync(`/proc/${server.pid}/status`, 'utf8').match(/VmRSS:\s+(\d+) kB/)?.[1];
    return [
      ms(median(answers)),
      ms(percentile(answers, 0.95)),
      told.length ? ms(median(told)) : '–',
      ms(first),
      `${Math.round(memory / 1024)} MiB`,
    ];
  } finally {
    agent.destroy();
    server.kill('SIGKILL');
  }
}

const percentile = (numbers, part) => numbers.toSorted((a, b) => a - b)[Math.ceil(part * numbers.length) - 1];

/** What the reload client would say of the page that it is in. */
const viewOf = (page, path) => ({
  path,
  hash: /data-hash="([^"]*)"/.exec(page)?.[1] ?? '',
  revision: /data-revision="([^"]*)"/.exec(page)?.[1] ?? '0',
});

async function until(look, found) {
  const end = performance.now() + patience;
  for (;;) {
    const value = await look();
    if (found(value)) return value;
    if (performance.now() > end) throw new Error('no answer within a minute');
    await wait(1);
  }
}

/** Undefined where there is no server yet, or no such page. */
function fetchText({ port, path, agent }) {
  return new Promise((resolve) => {
    const request = get({ host: '127.0.0.1', port, path, agent }, (response) => {
      const chunks = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('end', () => resolve(response.statusCode === 200 ? Buffer.concat(chunks).toString() : undefined));
    });
    request.on('error', () => resolve(undefined));
  });
}

/** A stream of server-sent events; `next` waits for one after the first, which tells how things stand. */
async function listen(port, path) {
  let heard = 0;
  let waiting;
  const request = get({ host: '127.0.0.1', port, path, headers: { accept: 'text/event-stream' } }, (response) => {
    response.on('data', (chunk) => {
      if (!/^data:/m.test(chunk.toString())) return;
      heard += 1;
      waiting?.();
    });
  });
  request.on('error', () => {});
  await wait(50);
  return {
    next: () =>
      new Promise((resolve) => {
        waiting = resolve;
      }),
    close: () => request.destroy(),
    heard: () => heard,
  };
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
