// npm run fuzz [-- --seed 1 --count 10000 --only structured|mutated --corpus folder,folder --repeat file]
// npm run fuzz -- kills [--seed 1 --count 200]
// Compiles what is in this folder, and runs it.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { bundling } from '../scripts/bundle.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
// From here packages are found that are loaded at a run only.
const folder = `${root}node_modules/.cache/meetpress-fuzz-${process.pid}/`;
mkdirSync(folder, { recursive: true });
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
process.on('SIGINT', () => process.exit(130));
process.on('SIGTERM', () => process.exit(143));

const [first = '', ...others] = process.argv.slice(2);
const kills = first === 'kills';
const args = kills ? others : process.argv.slice(2);
installInto(folder);
await build({
  ...bundling,
  absWorkingDir: root,
  entryPoints: kills ? ['fuzz/kills.ts'] : ['fuzz/fuzz.ts', 'fuzz/worker.ts'],
  // As deep as the program's own.
  outdir: `${folder}lib`,
  sourcemap: true,
});
process.setSourceMapsEnabled(true);
const { run } = await import(`${folder}lib/${kills ? 'kills' : 'fuzz'}.js`);
process.exitCode = await run(args, folder);

/** The program as it is now; what is edited meanwhile doesn't matter. */
function installInto(folder) {
  for (const path of ['package.json', 'scripts', 'src', 'templates', 'assets/theme'])
    cpSync(`${root}${path}`, `${folder}${path}`, { recursive: true });
  if (kills) execFileSync(process.execPath, [`${folder}scripts/compile.mjs`]);
}
