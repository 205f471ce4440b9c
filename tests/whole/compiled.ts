import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** A folder of this run, into which the first test that needs the compiled package puts it. */
    readonly compiled: string;
  }
}

export default function setup(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'meetpress-compiled-'));
  project.provide('compiled', folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
