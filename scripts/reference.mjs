// npm run docs:reference
// Writes the parts of docs/ that are made from the program itself, so that they cannot say what isn't so.
import { runCompiled } from './run-compiled.mjs';

await runCompiled('src/reference.ts', ({ writeReference }) => writeReference());
