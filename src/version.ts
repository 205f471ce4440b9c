import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const ownRequire = createRequire(import.meta.url);
const versionIn = (file: string | URL): string => JSON.parse(readFileSync(file, 'utf8')).version;

/** The package's version. */
export const version: string = versionIn(new URL('../package.json', import.meta.url));

/** That of another package, also of one that does not give its `package.json` away; undefined where it isn't installed. */
export function versionOf(name: string, require = ownRequire): string | undefined {
  const file = manifestIn(require.resolve.paths(name) ?? [], name);
  return file && versionIn(file);
}

/** The `package.json` of a package in the first of some `node_modules` that has it. */
export const manifestIn = (folders: readonly string[], name: string): string | undefined =>
  folders.map((folder) => join(folder, name, 'package.json')).find((file) => existsSync(file));
