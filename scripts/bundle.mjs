// How the program is bundled: shared by what is shipped and by what is measured.

/** With its dependencies, since some hundred small files take longer to find than to run. Loaded lazily, a package stays outside. */
export const bundling = {
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  // Nunjucks asks for them where it watches files, which is never.
  external: ['chokidar', 'fsevents'],
  // CommonJS among the dependencies asks for Node's own modules by `require`.
  banner: {
    js: "import { createRequire as requireFrom } from 'node:module';\nconst require = requireFrom(import.meta.url);",
  },
};
