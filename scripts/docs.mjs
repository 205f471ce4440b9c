// npm run docs -- [OPTIONS OF BUILD]
// Builds the documentation with Meetpress itself, into dist-docs/: docs/ is the content, docs/site.yaml its site.yaml.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runCompiled } from './run-compiled.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'meetpress-docs-'));
try {
  await runCompiled('tests/docs/site.ts', ({ copyDocs }) => copyDocs(folder));
  const args = ['build', '--root', folder, '--out', join(root, 'dist-docs'), ...process.argv.slice(2)];
  process.exitCode =
    spawnSync(process.execPath, [join(root, 'lib/cli.js'), ...args], { stdio: 'inherit' }).status ?? 70;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
