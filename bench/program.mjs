import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The program that is measured: the compiled one, or the one that `MEETPRESS_PROGRAM` names. */
export const program = resolve(
  process.env.MEETPRESS_PROGRAM ?? fileURLToPath(new URL('../lib/cli.js', import.meta.url)),
);
