import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { bundling } from '../scripts/bundle.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const probe = new URL('probe.mjs', import.meta.url).href;

/** Which function is which stage. Those that `make` one give the function that is. */
const stages = [
  { file: 'src/config/read.ts', name: 'readConfig', stage: 'config' },
  { file: 'src/content/scan.ts', name: 'scan', stage: 'read' },
  { file: 'src/content/parse.ts', name: 'parse', stage: 'front matter' },
  { file: 'src/model/site.ts', name: 'buildSite', stage: 'model' },
  { file: 'src/routes/plan.ts', name: 'plan', stage: 'plan' },
  { file: 'src/markdown/markdown.ts', name: 'createMarkdown', stage: 'markdown', makes: true },
  { file: 'src/builder.ts', name: 'renderAll', stage: 'render' },
  { file: 'src/output/write.ts', name: 'writeSite', stage: 'write' },
  { file: 'src/commands/build.ts', name: 'build', stage: 'the rest' },
];

/** In the order in which they are shown. `start` and `exit` are what a process takes around them. */
export const stageNames = [
  'start',
  'config',
  'read',
  'front matter',
  'model',
  'plan',
  'markdown',
  'render',
  'write',
  'the rest',
  'exit',
];

/** Where a file is imported that has a stage, its module is put behind one in which that function is timed. */
const timing = {
  name: 'timing',
  setup({ onResolve, onLoad }) {
    const byPath = new Map(stages.map((each) => [resolve(root, each.file), each]));
    onResolve({ filter: /\.ts$/ }, ({ path, resolveDir, namespace }) => {
      const full = resolve(resolveDir, path);
      return namespace === 'file' && byPath.has(full) ? { path: full, namespace: 'timed' } : undefined;
    });
    onLoad({ filter: /./, namespace: 'timed' }, ({ path }) => {
      const { name, stage, makes } = byPath.get(path);
      const [file, label] = [path, stage].map((text) => JSON.stringify(text));
      const run = makes ? `(...args) => timed(${label}, plain(...args))` : `timed(${label}, plain)`;
      const contents = `import { timed } from ${JSON.stringify(probe)};
        import { ${name} as plain } from ${file};
        export * from ${file};
        export const ${name} = ${run};`;
      return { contents, resolveDir: root, loader: 'js' };
    });
  },
};

/**
 * Compiles Meetpress once more, with its stages timed: the product carries none of that.
 * @returns the program's path, and what removes it
 */
export async function compileTimed() {
  // Beside the product, from where it finds its templates and packages.
  const program = resolve(root, 'lib/bench-stages.js');
  await build({
    ...bundling,
    absWorkingDir: root,
    stdin: { contents: "import { run } from './src/cli.ts';\nawait run();", resolveDir: root },
    outfile: program,
    external: [probe],
    plugins: [timing, ...bundling.plugins],
  });
  return { program, remove: () => rmSync(program, { force: true }) };
}
