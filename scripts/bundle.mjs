import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

// How the program is bundled: shared by what is shipped and by what is measured.

/**
 * One copy of markdown-it instead of one for each way of importing it, and its classes with plain fields: what its build
 * writes for a field is a call, thirty for each token.
 */
const markdownIt = {
  name: 'markdown-it',
  setup({ onResolve, onLoad }) {
    const path = createRequire(import.meta.url).resolve('markdown-it');
    onResolve({ filter: /^markdown-it$/ }, () => ({ path }));
    onLoad({ filter: /markdown-it\.cjs\.js$/ }, async () => {
      const code = await readFile(path, 'utf8');
      const field = /_defineProperty\(\s*this,\s*(?:\/\*(?:[^*]|\*(?!\/))*\*\/\s*)?"(\w+)",/g;
      return { contents: code.replace(field, '(this.$1 ='), loader: 'js' };
    });
  },
};

/**
 * Front matter is read by an engine of ours, so gray-matter's own, which would load a parser of JavaScript besides, stays
 * out.
 */
const frontMatter = {
  name: 'front-matter',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^js-yaml$/ }, ({ importer }) =>
      importer.includes('gray-matter') ? { path: 'no-engine', namespace: 'front-matter' } : undefined,
    );
    onLoad({ filter: /./, namespace: 'front-matter' }, () => ({
      contents:
        "const refuse = () => { throw new Error('no engine'); };\nmodule.exports = { safeLoad: refuse, safeDump: refuse };",
    }));
  },
};

/** Nunjucks asks for it where it watches files, which is never. */
const watching = {
  name: 'watching',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^chokidar$/ }, ({ importer }) =>
      importer.includes('nunjucks') ? { path: 'chokidar', namespace: 'watching' } : undefined,
    );
    onLoad({ filter: /./, namespace: 'watching' }, () => ({ contents: '' }));
  },
};

/**
 * Most of what a small site's build would take is compiling the templates that everybody has.
 * @param templates what `ready` holds in src/render/ready-templates.ts, as code
 */
export const withTemplates = (templates) => ({
  name: 'templates',
  setup({ onLoad }) {
    onLoad({ filter: /ready-templates\.ts$/ }, () => ({ contents: `export const ready = ${templates};` }));
  },
});

/** With its dependencies, since some hundred small files take longer to find than to run. Loaded lazily, a package stays outside. */
export const bundling = {
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  plugins: [markdownIt, frontMatter, watching],
  // CommonJS among the dependencies asks for Node's own modules by `require`.
  banner: {
    js: "import { createRequire as requireFrom } from 'node:module';\nconst require = requireFrom(import.meta.url);",
  },
};
