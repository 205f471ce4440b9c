import { mkdirSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Output } from '../../src/output/output.ts';

/** An empty folder that goes when the test is over. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'meetpress-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Files by path; a link is `-> target`, and a folder that has nothing in it ends with a slash. What Meetpress keeps for itself isn't shown. */
export function contents(folder: string): Record<string, string> {
  const found = readdirSync(folder, { withFileTypes: true, recursive: true }).map((entry) => {
    const path = join(entry.parentPath, entry.name);
    const shown = relative(folder, path);
    if (entry.isSymbolicLink()) return [shown, `-> ${readlinkSync(path)}`] as const;
    if (!entry.isDirectory()) return [shown, readFileSync(path, 'utf8')] as const;
    return readdirSync(path).length === 0 ? ([`${shown}/`, ''] as const) : undefined;
  });
  return Object.fromEntries(found.filter((entry) => entry !== undefined && !entry[0].startsWith('.meetpress/')) as []);
}

export function put(folder: string, path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

/** Outputs from an object of the form that `contents` gives. */
export function outputs(files: Readonly<Record<string, string>>): Output[] {
  return Object.entries(files).map(([path, text]) => ({ path, content: Buffer.from(text) }));
}
