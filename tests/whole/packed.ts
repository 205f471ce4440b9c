import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  cpSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { packageRoot } from '../../src/package-root.ts';
import { compile } from './package.ts';

/** The package as `npm pack` makes it, in a `node_modules/` with all that it depends on and nothing else. */
export interface Packed {
  readonly folder: string;
  /** What the package holds, by paths. */
  readonly paths: readonly string[];
  readonly cli: string;
  remove(): void;
}

/** Packs and installs without a network: the packages are those of the lockfile, less what is for development. */
export function installPacked(): Packed {
  const folder = mkdtempSync(join(tmpdir(), 'meetpress-packed-'));
  const own = join(folder, 'node_modules/meetpress');
  const tree = join(folder, 'tree');
  compile(tree);
  for (const path of ['README.md', 'CHANGELOG.md', 'LICENSE', 'docs'])
    cpSync(join(packageRoot, path), join(tree, path), { recursive: true });
  // Its scripts would compile once more.
  const args = ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder];
  const tarball = execFileSync('npm', args, { cwd: tree, encoding: 'utf8', shell: process.platform === 'win32' });
  mkdirSync(own, { recursive: true });
  execFileSync('tar', ['-xzf', join(folder, tarball.trim()), '-C', own, '--strip-components', '1']);
  rmSync(tree, { recursive: true });
  for (const path of productionPackages()) linkPackage(join(packageRoot, path), join(folder, path));
  const { bin } = JSON.parse(readFileSync(join(own, 'package.json'), 'utf8'));
  return {
    folder,
    paths: filesBelow(own),
    cli: join(own, bin.meetpress),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Those that are installed: binaries for other machines are not. */
function productionPackages(): string[] {
  const { packages } = JSON.parse(readFileSync(join(packageRoot, 'package-lock.json'), 'utf8')) as {
    readonly packages: Readonly<Record<string, { readonly dev?: true }>>;
  };
  return Object.entries(packages).flatMap(([path, { dev }]) =>
    path && !dev && existsSync(join(packageRoot, path)) ? path : [],
  );
}

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) => join(item.parentPath, item.name).slice(folder.length + 1));

/** By hard links, as they are many: Node would follow others to where everything is installed. */
function linkPackage(from: string, to: string): void {
  for (const path of filesBelow(from)) {
    // What is nested has its own line in the lockfile.
    if (path.startsWith('node_modules')) continue;
    mkdirSync(dirname(join(to, path)), { recursive: true });
    try {
      linkSync(join(from, path), join(to, path));
    } catch {
      // On another disk.
      copyFileSync(join(from, path), join(to, path));
    }
  }
}
