import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from './package-root.ts';
import { commandReference } from './reference/commands.ts';
import { diagnosticReference } from './reference/diagnostics.ts';
import { fieldReference } from './reference/fields.ts';
import { wordReference } from './reference/words.ts';

/** Writes the parts of the documentation that are made from the program itself. */
export async function writeReference(): Promise<void> {
  const docs = join(packageRoot, 'docs');
  writeFileSync(join(docs, 'reference.md'), fieldReference());
  writeFileSync(join(docs, 'commands.md'), commandReference());
  writeFileSync(join(docs, 'words.md'), wordReference());
  writeFileSync(join(docs, 'diagnostics.md'), await diagnosticReference());
}
