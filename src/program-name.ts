import { readFileSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { attempt } from './files.ts';
import { packageRoot } from './package-root.ts';
import { manifestIn } from './version.ts';

/**
 * Names the program and all that it runs on: its own code by the sum that compiling left, packages by their versions, or that they aren't
 * there, Node and its tables of zones and languages. What it gives for the same files is the same where the name is.
 * Undefined where the program isn't compiled: a part of it may change at any time.
 * @param folder that of the compiled program
 * @param root that of its package
 */
export function nameOfProgram(
  folder = dirname(fileURLToPath(import.meta.url)),
  root = packageRoot,
): string | undefined {
  const sum = attempt(() => readFileSync(join(folder, 'sum'), 'utf8'));
  const { versions, platform, arch } = process;
  return sum && JSON.stringify([sum, versionsOf(join(root, 'package.json')), versions, platform, arch]);
}

interface Manifest {
  readonly version?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** The version of a package, and of those that it brings along for some machines only: programs in their own code. */
function versionsOf(file: string, depth = 0): unknown {
  const { version, dependencies, optionalDependencies }: Manifest = JSON.parse(readFileSync(file, 'utf8'));
  const names =
    depth === 0
      ? Object.keys({ ...dependencies, ...optionalDependencies })
      : Object.keys(depth < deepest ? (optionalDependencies ?? {}) : {}).filter(isForThisMachine);
  // Any name gives the same folders.
  const folders = names.length === 0 ? [] : (createRequire(file).resolve.paths('meetpress') ?? []);
  return [version, ...names.map((name) => attempt(() => versionsOf(manifestOf(name, folders), depth + 1)) ?? null)];
}

/** They are named by the machine, and there are dozens. */
const isForThisMachine = (name: string): boolean => name.includes(process.arch) || name.includes('wasm');

/** Ours, `sharp`, what it has for this machine, the library that this runs. */
const deepest = 3;

/** Where it lies itself: beside what it brings along, also where it is only linked to. Throws where there is none. */
const manifestOf = (name: string, folders: readonly string[]): string =>
  realpathSync.native(manifestIn(folders, name)!);
