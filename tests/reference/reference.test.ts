import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { packageRoot } from '../../src/package-root.ts';
import { commandReference } from '../../src/reference/commands.ts';
import { diagnosticReference } from '../../src/reference/diagnostics.ts';
import { fieldReference } from '../../src/reference/fields.ts';
import { wordReference } from '../../src/reference/words.ts';

const written = (name: string): string => readFileSync(join(packageRoot, 'docs', name), 'utf8');
const remedy = 'run `npm run docs:reference`';

test('docs/reference.md is what the schemas say', () => {
  expect(written('reference.md'), remedy).toBe(fieldReference());
});

test('docs/commands.md is what the program takes', () => {
  expect(written('commands.md'), remedy).toBe(commandReference());
});

test('docs/words.md is what the tables say', () => {
  expect(written('words.md'), remedy).toBe(wordReference());
});

test.skipIf(process.platform === 'win32')(
  'docs/diagnostics.md is what the catalogue and its examples say',
  async () => {
    expect(written('diagnostics.md'), remedy).toBe(await diagnosticReference());
  },
);
