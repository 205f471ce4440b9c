// npm run screenshots
// Takes the pictures of the example site that the documentation shows: docs/images/.
import { runCompiled } from './run-compiled.mjs';

process.exitCode = await runCompiled('tests/quality/screenshots.ts', (module) => module.run());
