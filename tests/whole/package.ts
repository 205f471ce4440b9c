import { execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageRoot } from '../../src/package-root.ts';

/** The command line, compiled. */
export interface Installed {
  /** Runs it in a process of its own, and gives all that came of it. The environment holds nothing else. */
  run(args: readonly string[], env?: Readonly<Record<string, string>>, cwd?: string): Promise<Ran>;
  remove(): void;
}

export interface Ran {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

/** Compiles a copy of the package by its own script, so that neither `lib/` nor another test is disturbed. */
export function install(): Installed {
  const folder = mkdtempSync(join(tmpdir(), 'meetpress-package-'));
  for (const path of ['package.json', 'scripts', 'src', 'templates', 'assets/theme'])
    cpSync(join(packageRoot, path), join(folder, path), { recursive: true });
  symlinkSync(join(packageRoot, 'node_modules'), join(folder, 'node_modules'));
  execFileSync(process.execPath, [join(folder, 'scripts/compile.mjs')]);
  return {
    run: (args, env = {}, cwd = folder) => run([join(folder, 'lib/cli.js'), ...args], env, cwd),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function run(args: readonly string[], env: Readonly<Record<string, string>>, cwd: string): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd, env: { PATH: process.env.PATH, ...env } });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (data: Buffer) => out.push(data));
    child.stderr.on('data', (data: Buffer) => err.push(data));
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, out: `${Buffer.concat(out)}`, err: `${Buffer.concat(err)}` }));
  });
}
