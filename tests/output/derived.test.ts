import { existsSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { diagnose } from '../../src/diagnostics/diagnostic.ts';
import { type Derived, deriveAll, type RenderedOutput } from '../../src/output/derived.ts';
import { createStore } from '../../src/output/store.ts';
import { temporaryFolder } from '../whole/run.ts';

let root: string;
let folder: string;
let calls: string[];
beforeEach(() => {
  root = temporaryFolder();
  folder = join(root, '.meetpress/made');
  calls = [];
});

const derived = (key: string, text = `bytes of ${key}`): Derived => ({
  key,
  async make() {
    calls.push(key);
    return { value: Buffer.from(text), diagnostics: [] };
  },
});
const outputs = (...keys: string[]): RenderedOutput[] =>
  keys.map((key) => ({ path: `${key}.png`, content: derived(key) }));
/** As in a later build: nothing is remembered but what is on the disk. */
const derive = (of: readonly RenderedOutput[]) => deriveAll(of, createStore(root));
const texts = async (of: readonly RenderedOutput[]) =>
  (await derive(of)).value.outputs.map(({ path, content }) => [
    path,
    readFileSync((content as { copy: string }).copy, 'utf8'),
  ]);

test('what was made is taken from the store by the next build', async () => {
  const expected = [
    ['a.png', 'bytes of a'],
    ['b.png', 'bytes of b'],
  ];
  expect(await texts(outputs('a', 'b'))).toEqual(expected);
  expect(await texts(outputs('a', 'b'))).toEqual(expected);
  expect(calls).toEqual(['a', 'b']);
  expect(readFileSync(join(root, '.meetpress/.gitignore'), 'utf8')).toBe('*\n');
});

test.each([
  ['cut off', (file: string) => writeFileSync(file, 'byt')],
  ['changed', (file: string) => writeFileSync(file, 'bytes of b')],
  ['emptied', (file: string) => writeFileSync(file, '')],
])('a file in the store that was %s is made again', async (_, spoil) => {
  await derive(outputs('a'));
  for (const name of readdirSync(folder)) spoil(join(folder, name));
  expect(await texts(outputs('a'))).toEqual([['a.png', 'bytes of a']]);
  expect(calls).toEqual(['a', 'a']);
});

test('other outputs stay as they are, in their order', async () => {
  const page: RenderedOutput = { path: 'index.html', content: Buffer.from('page') };
  const { value } = await derive([...outputs('a'), page]);
  expect(value.outputs.map(({ path }) => path)).toEqual(['a.png', 'index.html']);
  expect(value).toMatchObject({ made: 1, outputs: [{}, page] });
});

test('what cannot be made is left out, and said', async () => {
  const problem = diagnose({ code: 'unreadable-file', message: 'no picture' });
  const broken: Derived = { key: 'x', make: async () => ({ value: undefined, diagnostics: [problem] }) };
  const { value, diagnostics } = await derive([{ path: 'x.png', content: broken }, ...outputs('a')]);
  expect(value.outputs.map(({ path }) => path)).toEqual(['a.png']);
  expect(diagnostics).toEqual([problem]);
});

test('only what has not been used for a month goes', async () => {
  await derive(outputs('a', 'b', 'c'));
  const long = Date.now() / 1000 - 40 * 86_400;
  for (const name of readdirSync(folder)) utimesSync(join(folder, name), long, long);
  await derive(outputs('a'));
  expect(readdirSync(folder)).toHaveLength(1);
  await derive(outputs('a', 'b', 'c'));
  expect(calls).toEqual(['a', 'b', 'c', 'b', 'c']);
});

test('progress counts what had to be made', async () => {
  await derive(outputs('a'));
  const told: number[][] = [];
  await deriveAll(outputs('a', 'b', 'c'), createStore(root), (...numbers) => told.push(numbers));
  expect(told).toEqual([
    [1, 2],
    [2, 2],
  ]);
});

test('a site that has nothing to make leaves no folder', async () => {
  await derive([{ path: 'index.html', content: Buffer.from('page') }]);
  expect(existsSync(join(root, '.meetpress'))).toBe(false);
});
