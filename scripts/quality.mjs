// npm run quality -- [--kinds] FOLDER…
// Builds sites as they are, and looks at their pages in a browser: see docs/quality.md.
import { runCompiled } from './run-compiled.mjs';

process.exitCode = await runCompiled('tests/quality/command.ts', (module) => module.run(process.argv.slice(2)));
