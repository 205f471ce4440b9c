import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { packageRoot } from '../../src/package-root.ts';

const text = readFileSync(join(packageRoot, 'SECURITY.md'), 'utf8');
const promises = text
  .slice(text.indexOf('## What `--untrusted` promises'))
  .split('\n')
  .filter((line) => line.startsWith('- '));

const proofsOf = (promise: string): [path: string, title: string][] =>
  [...promise.matchAll(/\[`([^`]+)`: ([^\]]+)\]/g)].flatMap(([, path, titles]) =>
    [...titles!.matchAll(/“([^”]+)”/g)].map(([, title]): [string, string] => [path!, title!]),
  );

/** Whether a file has a test, or a group of tests, of that title. */
function hasTest(path: string, title: string): boolean {
  const code = readFileSync(join(packageRoot, path), 'utf8');
  const escaped = title.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?:\\(|^ *)'${escaped}',`, 'm').test(code);
}

test('there are promises', () => {
  expect(promises.length).toBeGreaterThan(15);
});

test.each(promises)('%s', (promise) => {
  const proofs = proofsOf(promise);
  expect(proofs.length).toBeGreaterThan(0);
  expect(proofs.filter(([path, title]) => !hasTest(path, title))).toEqual([]);
});

test('a title that no test has is noticed', () => {
  expect(hasTest('tests/whole/security.test.ts', 'there are promises')).toBe(true);
  expect(hasTest('tests/whole/security.test.ts', 'there are no promises')).toBe(false);
});
