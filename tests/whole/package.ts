import { execFileSync, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, renameSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';
import { packageRoot } from '../../src/package-root.ts';
import { temporaryFolder } from './run.ts';

/** The command line, compiled. */
export interface Installed {
  readonly folder: string;
  /** Runs it in a process of its own, and gives all that came of it. The environment holds nothing else. */
  run(args: readonly string[], env?: Readonly<Record<string, string>>, cwd?: string): Promise<Ran>;
  /** Starts it, for as long as it takes. */
  start(args: readonly string[], env?: Readonly<Record<string, string>>, cwd?: string): Running;
  /** Node with these arguments, as `run`. */
  node(args: readonly string[]): Promise<Ran>;
}

export interface Running {
  /** What it has printed until now. */
  printed(): Pick<Ran, 'out' | 'err'>;
  signal(name: NodeJS.Signals): void;
  readonly ended: Promise<Ran>;
}

export interface Ran {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

/** The command line as all tests of a run have it: compiled once, and changed by none of them. */
export function install(): Installed {
  const folder = join(inject('compiled'), 'package');
  if (!existsSync(folder)) {
    const part = mkdtempSync(`${folder}-`);
    compile(part);
    try {
      renameSync(part, folder);
    } catch (error) {
      // Another worker was faster.
      if (!existsSync(folder)) throw error;
    }
  }
  return installedIn(folder);
}

/** One that a test may change while it lasts. */
export function installCopy(): Installed {
  const folder = temporaryFolder();
  cpSync(install().folder, folder, { recursive: true, verbatimSymlinks: true });
  return installedIn(folder);
}

/** Compiles a copy of the package by its own script, so that `lib/` is not disturbed. */
export function compile(folder: string): void {
  for (const path of ['package.json', 'scripts', 'src', 'templates', 'assets/theme'])
    cpSync(join(packageRoot, path), join(folder, path), { recursive: true });
  symlinkSync(join(packageRoot, 'node_modules'), join(folder, 'node_modules'));
  execFileSync(process.execPath, [join(folder, 'scripts/compile.mjs')]);
}

function installedIn(folder: string): Installed {
  const cli = join(folder, 'lib/cli.js');
  return {
    folder,
    run: (args, env = {}, cwd = folder) => start([cli, ...args], env, cwd).ended,
    start: (args, env = {}, cwd = folder) => start([cli, ...args], env, cwd),
    node: (args) => start(args, {}, folder).ended,
  };
}

/** Starts Node with arguments. The environment holds nothing else. */
export function start(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  cwd: string,
  node = process.execPath,
): Running {
  const child = spawn(node, args, { cwd, env: { PATH: process.env.PATH, ...env } });
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout.on('data', (data: Buffer) => out.push(data));
  child.stderr.on('data', (data: Buffer) => err.push(data));
  const printed = () => ({ out: `${Buffer.concat(out)}`, err: `${Buffer.concat(err)}` });
  return {
    printed,
    signal: (name) => void child.kill(name),
    ended: new Promise((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (status) => resolve({ status, ...printed() }));
    }),
  };
}
