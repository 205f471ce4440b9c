// Compiles src/ to lib/, which is what `meetpress` runs.
import { copyFile, readFile, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { bundling } from './bundle.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
await rm(`${root}lib`, { recursive: true, force: true });
await build({
  ...bundling,
  absWorkingDir: root,
  entryPoints: { cli: 'src/cli.ts', reference: 'src/reference.ts', 'body-thread': 'src/bodies/thread.ts' },
  outdir: 'lib',
  splitting: true,
  sourcemap: true,
  chunkNames: 'chunk-[hash]',
});
await copyFile(`${root}src/dev/client.js`, `${root}lib/client.js`);
const cli = `${root}lib/cli.js`;
await writeFile(cli, `#!/usr/bin/env node\n${await readFile(cli, 'utf8')}`, { mode: 0o755 });
