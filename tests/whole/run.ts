import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { onTestFinished } from 'vitest';
import { build } from '../../src/commands/build.ts';
import { type CheckFlags, check, type Network } from '../../src/commands/check.ts';
import type { Io } from '../../src/commands/io.ts';
import type { BuildFlags } from '../../src/commands/options.ts';

/** The instant at which every site of these tests is built, unless a test says otherwise. */
export const now = '2026-11-20T12:00:00Z';

/** A terminal that keeps what it is told. */
export function recorder() {
  const out: string[] = [];
  const err: string[] = [];
  const io: Io = {
    out: (text) => void out.push(text),
    err: (text) => void err.push(text),
    interactive: false,
    colour: false,
  };
  return { io, said: () => ({ out: out.join(''), err: err.join('') }) };
}

/** What a build gave, called as the command line calls it. */
export async function runBuild(flags: BuildFlags) {
  const { io, said } = recorder();
  const status = await build({ now, ...flags }, io);
  return { status, ...said() };
}

/** What a check gave. */
export async function runCheck(flags: CheckFlags, network?: Network) {
  const { io, said } = recorder();
  const status = await check({ now, ...flags }, io, network);
  return { status, ...said() };
}

interface Reported {
  readonly code: string;
  readonly severity: string;
  readonly message: string;
  readonly path: string | null;
  readonly line: number;
  readonly column: number;
  readonly notes: readonly string[];
  readonly help: string | null;
}

/** A build, and what it reported as data. */
export const reportBuild = async (flags: BuildFlags) => dataOf(await runBuild({ ...flags, format: 'json' }));

/** A check, and what it reported as data. */
export const reportCheck = async (flags: CheckFlags, network?: Network) =>
  dataOf(await runCheck({ ...flags, format: 'json' }, network));

function dataOf({ status, out }: { readonly status: number; readonly out: string }) {
  const { diagnostics } = JSON.parse(out) as { readonly diagnostics: readonly Reported[] };
  return { status, diagnostics, lines: diagnostics.map(lineOf) };
}

/** `path:line:column severity[code] message` */
function lineOf({ path, line, column, severity, code, message }: Reported): string {
  return `${path === null ? '' : `${path}:${line}:${column} `}${severity}[${code}] ${message}`;
}

/** A folder of its own, gone when the test is over. */
export function temporaryFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'meetpress-')));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes files by their paths below a folder. */
export function writeFiles(folder: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

/** Every file below a folder, by its path there, in order. */
export function readTree(folder: string): Map<string, Buffer> {
  const items = readdirSync(folder, { recursive: true, withFileTypes: true });
  const paths = items.filter((item) => item.isFile()).map((item) => join(item.parentPath, item.name));
  return new Map(paths.sort().map((path) => [relative(folder, path), readFileSync(path)]));
}
