// Compiles src/ to lib/, which is what `meetpress` runs.
import { createHash } from 'node:crypto';
import { chmod, copyFile, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { bundling, withTemplates } from './bundle.mjs';
import { runCompiled } from './run-compiled.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const common = { ...bundling, absWorkingDir: root, outdir: 'lib', sourcemap: true };

const names = (await readdir(`${root}templates`, { recursive: true })).filter((name) => name.endsWith('.njk')).sort();
const templates = await runCompiled('src/render/template-code.ts', ({ codeOf, sumOf }) =>
  Promise.all(
    names.map(async (path) => {
      const name = path.replaceAll('\\', '/');
      const text = await readFile(`${root}templates/${path}`, 'utf8');
      return `${JSON.stringify(name)}: { sum: ${JSON.stringify(sumOf(text))}, make() {\n${codeOf(text, name)}} }`;
    }),
  ),
);

await rm(`${root}lib`, { recursive: true, force: true });
// Programs are what src/code.ts reads: bytecode is kept of scripts alone, and not of modules.
const programs = { cli: 'src/cli.ts', 'body-thread': 'src/bodies/thread.ts' };
await build({
  ...common,
  entryPoints: programs,
  outExtension: { '.js': '.cjs' },
  format: 'cjs',
  plugins: [...bundling.plugins, withTemplates(`{ ${templates.join(',\n')} }`)],
  define: { 'import.meta.url': 'moduleUrl' },
  banner: {
    js: "(function (exports, require, module, __filename, __dirname) { const moduleUrl = require('node:url').pathToFileURL(__filename).href;",
  },
  footer: { js: '})' },
});
for (const name of Object.keys(programs)) {
  const file = `${root}lib/${name}.cjs`;
  const code = await readFile(file, 'utf8');
  // The bundler leaves letters in regular expressions and comments as they are. ASCII is read four times as quickly.
  const escaped = code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
  await writeFile(file, escaped);
}
const starts = Object.fromEntries(Object.keys(programs).map((name) => [name, 'src/start.ts']));
await build({ ...common, entryPoints: starts, banner: {} });
await copyFile(`${root}src/dev/client.js`, `${root}lib/client.js`);
const cli = `${root}lib/cli.js`;
await writeFile(cli, `#!/usr/bin/env node\n${await readFile(cli, 'utf8')}`);
await chmod(cli, 0o755);

const sum = createHash('sha1');
for (const name of (await readdir(`${root}lib`)).filter((each) => /\.c?js$/.test(each)).sort())
  sum.update(await readFile(`${root}lib/${name}`));
await writeFile(`${root}lib/sum`, sum.digest('hex'));
