import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { build } from '../../src/commands/build.ts';
import type { Site } from './pages.ts';

/** What a build of a folder gives at a time, or what it says where it fails. */
export async function buildOf(root: string, now?: string): Promise<Site | string> {
  const folder = mkdtempSync(join(tmpdir(), 'meetpress-quality-'));
  const said: string[] = [];
  const io = { out: () => {}, err: (text: string) => void said.push(text), interactive: false, colour: false };
  try {
    const out = join(folder, 'dist');
    const status = await build({ root, out, ...(now && { now }) }, io);
    return status === 0 ? readTree(out) : said.join('');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function readTree(folder: string): Site {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((item) => item.isFile());
  const paths = files.map(({ parentPath, name }) => join(parentPath, name)).sort();
  return new Map(paths.map((path) => [relative(folder, path), readFileSync(path)]));
}
