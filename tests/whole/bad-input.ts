import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { reportBuild, temporaryFolder, writeFiles } from './run.ts';

const other = 'content/other.md:2:8 error[wrong-type] `title` is text, and this is a list';

/**
 * What a build says of a site with something bad in it, beside what it says of another bad file, which it never leaves
 * out. Nothing is written. @param prepare makes what cannot be given as text
 */
export async function complaintsOf(
  files: Readonly<Record<string, string | Uint8Array>>,
  prepare: (root: string) => void = () => undefined,
): Promise<string[]> {
  const root = temporaryFolder();
  writeFiles(root, { 'content/about.md': '# About us\n', 'content/other.md': '---\ntitle: [a]\n---\n', ...files });
  prepare(root);
  const out = join(root, 'dist');
  const { status, lines } = await reportBuild({ root, out });
  expect(status).toBe(1);
  expect(lines).toContain(other);
  expect(existsSync(out)).toBe(false);
  return lines.filter((line) => line !== other);
}
