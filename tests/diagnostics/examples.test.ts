import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Code, catalogue } from '../../src/diagnostics/catalogue.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import type { ExampleFiles, Shown } from '../../src/diagnostics/explanations/explanation.ts';
import { explanations, groups } from '../../src/diagnostics/explanations/index.ts';
import { packageRoot } from '../../src/package-root.ts';
import { printed } from '../../src/reference/example.ts';

type Explained = readonly [Code, (typeof explanations)[Code]];
const explained = Object.entries(explanations) as unknown as readonly Explained[];
const shown = explained.flatMap(([code, explanation]) => ('bad' in explanation ? [[code, explanation as Shown]] : []));
const told = explained.flatMap(([code, explanation]) => ('situation' in explanation ? [[code, explanation]] : []));

async function diagnosticsOf(files: ExampleFiles, example: Shown): Promise<readonly Diagnostic[]> {
  return JSON.parse(await printed(files, example, 'json')).diagnostics;
}

/** A backslash in a name is a folder there, so the example cannot be written. */
const impossible: readonly Code[] = process.platform === 'win32' ? ['unsafe-output'] : [];

describe.each(shown as [Code, Shown][])('%s', (code, example) => {
  test.skipIf(impossible.includes(code))('its bad example gives it, and no other error', async () => {
    const found = await diagnosticsOf(example.bad, example);
    expect(found.map((each) => each.code)).toContain(code);
    expect(found.filter((each) => each.severity === 'error' && each.code !== code)).toEqual([]);
  });

  test('its mended example gives nothing to mend', async () => {
    const built = await diagnosticsOf(example.mended, example);
    const checked = await diagnosticsOf(example.mended, { ...example, checkOnly: true });
    expect([...built, ...checked].filter((each) => each.severity !== 'note' || each.code === code)).toEqual([]);
  });
});

test('a text is a sentence, and a help says what to do', () => {
  for (const [code, { why, help }] of explained) {
    expect(why, code).toMatch(/^[A-Z“`].*\.$/s);
    expect(help, code).toMatch(/^[A-Z“`].*\.$/s);
  }
});

test('what no site of plain files can show names the test that shows it', () => {
  const codes = told.map(([code]) => code).sort();
  const ofTheNetwork = ['dead-link', 'moved-link', 'unanswered-link'];
  expect(codes).toEqual(
    [
      'large-picture',
      'no-diagram-library',
      'no-card-library',
      'no-image-library',
      'no-search-index',
      'no-search-library',
      'unreadable-file',
      'write-failed',
      ...ofTheNetwork,
    ].sort(),
  );
  for (const [code, explanation] of told) {
    const { test: path } = explanation as { test: string };
    expect(existsSync(join(packageRoot, path)), path).toBe(true);
    expect(readFileSync(join(packageRoot, path), 'utf8')).toContain(code);
  }
});

test('groups hold every code once, in the catalogue’s order', () => {
  expect(groups.flatMap(({ codes }) => codes)).toEqual(Object.keys(catalogue));
});
