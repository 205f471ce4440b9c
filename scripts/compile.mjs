// Compiles src/ to lib/, which is what `meetpress` runs.
import { chmod, copyFile, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { bundling } from './bundle.mjs';
import { runCompiled } from './run-compiled.mjs';

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
await writeFile(cli, `#!/usr/bin/env node\n${await readFile(cli, 'utf8')}`);
await chmod(cli, 0o755);

// Most of what a small site's build would take is compiling the templates that everybody has.
const names = (await readdir(`${root}templates`, { recursive: true })).filter((name) => name.endsWith('.njk')).sort();
const codes = await runCompiled('src/render/template-code.ts', ({ templateCode }) =>
  Promise.all(
    names.map(async (path) => {
      const name = path.replaceAll('\\', '/');
      return [name, templateCode(await readFile(`${root}templates/${path}`, 'utf8'), name)];
    }),
  ),
);
await writeFile(`${root}lib/templates.json`, JSON.stringify(Object.fromEntries(codes)));
