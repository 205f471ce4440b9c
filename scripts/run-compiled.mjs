// Runs TypeScript of the repository that is no part of the program, on every Node that the program runs on.
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Compiles a file with what it imports, and gives what `use` makes of the module. */
export async function runCompiled(path, use) {
  // As deep as the program's own folder, so that it finds templates where the program does, and beside the packages.
  const outfile = `${root}node_modules/.meetpress-${process.pid}.mjs`;
  process.on('exit', () => {
    for (const file of [outfile, `${outfile}.map`]) rmSync(file, { force: true });
  });
  await build({
    absWorkingDir: root,
    entryPoints: [path],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    sourcemap: true,
  });
  process.setSourceMapsEnabled(true);
  return use(await import(outfile));
}
