import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const ownRequire = createRequire(import.meta.url);
const versionIn = (file: string | URL): string => JSON.parse(readFileSync(file, 'utf8')).version;

/** The package's version. */
export const version: string = versionIn(new URL('../package.json', import.meta.url));

/** That of another package, also of one that does not give its `package.json` away; undefined where it isn't installed. */
export function versionOf(name: string, require = ownRequire): string | undefined {
  const files = (require.resolve.paths(name) ?? []).map((folder) => join(folder, name, 'package.json'));
  const file = files.find((each) => existsSync(each));
  return file && versionIn(file);
}
