import { type ChildProcess, spawn } from 'node:child_process';
import { hash } from 'node:crypto';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import fc from 'fast-check';

export interface KillOptions {
  /** The compiled program. */
  readonly cli: string;
  /** An empty folder. */
  readonly folder: string;
  readonly seed: number;
  readonly count: number;
}

export interface Kills {
  /** How many builds were killed before they wrote, while they wrote, and how many were over already. */
  readonly before: number;
  readonly writing: number;
  readonly over: number;
  readonly problems: readonly string[];
}

/** Two versions of a site of which much is different: texts, files that come and go, and files that are folders. */
const versions = ['old', 'new'] as const;
const numbers = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => from + index);

function writeVersions(folder: string): void {
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  for (const [index, version] of versions.entries()) {
    // Made in no time, so that most of the time is spent writing.
    write(`${version}/site.yaml`, 'title: Riverside\nurl: https://riverside.example/\ncards: false\nsearch: false\n');
    write(
      `${version}/templates/page.njk`,
      '{{ entry | content }}{% for i in range(500) %}{{ i }} {{ page.title }} {% endfor %}end',
    );
    for (const number of numbers(index * 30, index * 30 + 90)) {
      write(`${version}/content/page-${number}.md`, `---\ntitle: ${version} ${number}\n---\nThe ${version} page.\n`);
      write(`${version}/content/files/${number}.txt`, `${version} ${number}\n`.repeat(3000));
    }
    // So long that a build can be killed in the middle of one.
    write(`${version}/templates/long.njk`, '{{ (page.title + " ").repeat(300000) }}end');
    for (const number of numbers(0, 10))
      write(`${version}/content/long-${number}.md`, `---\ntitle: ${version} ${number}\nlayout: long\n---\n`);
    for (const number of numbers(0, 10))
      write(`${version}/content/turns-${number}.txt${index ? '/page.md' : ''}`, `# A ${index ? 'folder' : 'file'}\n`);
  }
}

type Tree = ReadonlyMap<string, string>;

/** What identifies the bytes of every file below a folder, by its path. */
const readTree = (folder: string): Tree =>
  new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((item) => !item.isDirectory())
      .map((item) => join(item.parentPath, item.name))
      .sort()
      .map((path) => [relative(folder, path), hash('sha1', readFileSync(path))]),
  );

/** The site's files, without what Meetpress keeps for itself. */
const published = (tree: Tree) => [...tree].filter(([path]) => !path.startsWith('.meetpress'));

/**
 * Kills builds of a site that is being published, and looks at what they leave: after each, every file is one of the
 * old or of the new site, to the last byte, and the next build gives exactly what a build into an empty folder gives.
 */
export async function killBuilds({ cli, folder, seed, count }: KillOptions): Promise<Kills> {
  writeVersions(folder);
  const out = join(folder, 'out');
  const lock = join(out, '.meetpress/lock');
  const manifest = join(out, '.meetpress/manifest.json');
  /** The manifest is the first file that a build writes, and the lock is the last that it takes away. */
  const recorded = () => statSync(manifest, { throwIfNoEntry: false })?.mtimeMs;
  const start = (version: string, to = out): ChildProcess =>
    spawn(
      process.execPath,
      [cli, 'build', '--root', join(folder, version), '--out', to, '--now', '2026-11-20', '--quiet'],
      { stdio: 'inherit' },
    );
  const finish = async (version: string, to = out): Promise<Tree> => {
    const [status] = await once(start(version, to), 'exit');
    if (status !== 0) throw new Error(`a build of the ${version} site failed`);
    return readTree(to);
  };
  const clean = new Map<string, Tree>();
  for (const version of versions) clean.set(version, await finish(version, join(folder, `clean-${version}`)));
  const known = new Set([...clean.values()].flatMap((tree) => published(tree).map((file) => file.join('\n'))));
  await finish(versions[0]);
  const measured = await measure(() => start(versions[1]), recorded, lock);
  const { whole } = measured;
  let { writing } = measured;

  const problems: string[] = [];
  let last: (typeof versions)[number] = versions[1];
  const counts = { before: 0, writing: 0, over: 0 };
  const moments = fc.record({
    next: fc.constantFrom(...versions),
    // Most of them while files are written.
    anywhere: fc.noBias(fc.nat(5)).map((one) => one === 0),
    part: fc.noBias(fc.nat(1000)).map((thousandths) => thousandths / 1000),
    completed: fc.noBias(fc.nat(3)).map((one) => one !== 0),
  });
  for (const [round, { next, anywhere, part, completed }] of fc.sample(moments, { seed, numRuns: count }).entries()) {
    const before = recorded();
    // One that finds its own files has nothing to write.
    last = versions.find((version) => version !== last)!;
    const child = start(last);
    const exit = once(child, 'exit');
    if (anywhere) await setTimeout(part * whole);
    else {
      await changes(recorded, child);
      await setTimeout(part * writing * 0.7);
    }
    child.kill('SIGKILL');
    const [, signal] = await exit;
    const when = signal === null ? 'over' : existsSync(lock) && recorded() !== before ? 'writing' : 'before';
    counts[when] += 1;
    // A machine that does other things may have been slower when it was measured.
    if (!anywhere && when === 'over') writing /= 2;
    const complain = (what: string) => problems.push(`round ${round} of seed ${seed}: ${what}`);
    for (const [path, bytes] of published(readTree(out)))
      if (!known.has(`${path}\n${bytes}`)) complain(`${path} is neither the old nor the new file`);
    // At times the next build is one that is killed as well.
    if (!completed && round < count - 1) continue;
    last = next;
    const [found, wanted] = [await finish(next), clean.get(next)!];
    for (const path of new Set([...found.keys(), ...wanted.keys()]))
      if (found.get(path) !== wanted.get(path)) complain(`${path} is not as in a clean build of the ${next} site`);
  }
  return { ...counts, problems };
}

/** Waits until something is otherwise than it is now, or the process is over. */
async function changes(look: () => unknown, child: ChildProcess): Promise<void> {
  const before = look();
  while (look() === before && child.exitCode === null) await setTimeout(1);
}

/** How long a build takes, and how long it writes; in milliseconds. */
async function measure(start: () => ChildProcess, recorded: () => unknown, lock: string) {
  const began = performance.now();
  const child = start();
  const exit = once(child, 'exit');
  await changes(recorded, child);
  const wrote = performance.now();
  while (existsSync(lock)) await setTimeout(1);
  const ended = performance.now();
  await exit;
  return { whole: performance.now() - began, writing: ended - wrote };
}

/** @returns the exit code */
export async function run(args: readonly string[], root: string): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      seed: { type: 'string', default: `${Date.now() % 1_000_000}` },
      count: { type: 'string', default: '200' },
    },
  });
  const [seed, count] = [Number(values.seed), Number(values.count)];
  const folder = mkdtempSync(join(tmpdir(), 'meetpress-kills-'));
  try {
    const { before, writing, over, problems } = await killBuilds({
      cli: join(root, 'lib/cli.js'),
      folder,
      seed,
      count,
    });
    console.log(
      `seed ${seed}: ${before + writing + over} builds: ${before} killed before they wrote, ${writing} while they wrote, ${over} were over`,
    );
    for (const problem of problems) console.log(problem);
    return problems.length ? 1 : 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
