import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Body, type BodyOptions, createBodies, type RenderBody } from '../../src/bodies/bodies.ts';
import { openKeptBodies } from '../../src/bodies/kept.ts';
import { onDemand } from '../../src/bodies/supply.ts';
import { temporaryFolder } from '../whole/run.ts';

const options: BodyOptions = { untrusted: false, typography: true, language: 'en', words: {} };
const body = (text: string, language = 'en'): Body => ({ text, language });

/** Asks for all bodies as a build does, and gives what was rendered for it. */
function build(
  root: string,
  bodies: readonly Body[],
  { code = 'code', ...changed }: Partial<BodyOptions> & { code?: string } = {},
) {
  const asked: string[] = [];
  const wanted = { ...options, ...changed };
  const plain = createBodies(wanted);
  const render: RenderBody = (text, language) => {
    asked.push(text);
    return plain(text, language);
  };
  const kept = openKeptBodies(root, onDemand, code);
  const take = kept.supply(bodies, wanted, render);
  const made = bodies.map((_, index) => take(index));
  expect(made).toEqual(bodies.map(({ text, language }) => plain(text, language)));
  kept.save();
  return asked;
}

const [one, two, three] = ['# One\n\n[a](b.md)', '"Two" {.x}', '![](three.png)'];

test('a second build renders only what has changed', () => {
  const root = temporaryFolder();
  expect(build(root, [body(one), body(two)])).toEqual([one, two]);
  expect(build(root, [body(one), body(two)])).toEqual([]);
  expect(build(root, [body(one), body(three)])).toEqual([three]);
  expect(build(root, [body(three), body(one)])).toEqual([]);
});

test('what the last build did not use is let go', () => {
  const root = temporaryFolder();
  build(root, [body(one), body(two)]);
  build(root, [body(one), body(three)]);
  expect(build(root, [body(two)])).toEqual([two]);
});

test('language, options and program count', () => {
  const root = temporaryFolder();
  build(root, [body(two)]);
  expect(build(root, [body(two, 'de')])).toEqual([two]);
  for (const changed of [{ typography: false }, { language: 'fr' }, { words: { note: 'Nota' } }, { code: 'newer' }]) {
    expect(build(root, [body(two)], changed as object), JSON.stringify(changed)).toEqual([two]);
    expect(build(root, [body(two)], changed as object), JSON.stringify(changed)).toEqual([]);
  }
});

test('what was sent by strangers is never taken, nor kept', () => {
  const root = temporaryFolder();
  build(root, [body(one)]);
  expect(build(root, [body(one)], { untrusted: true })).toEqual([one]);
  expect(build(root, [body(one)], { untrusted: true })).toEqual([one]);
});

test.each([
  ['cut off', (bytes: Buffer) => bytes.subarray(0, bytes.length - 9)],
  ['empty', () => Buffer.alloc(0)],
  ['with other words', (bytes: Buffer) => Buffer.from(bytes.toString('latin1').replace('One', 'Own'), 'latin1')],
  ['with another sum', (bytes: Buffer) => Buffer.concat([Buffer.alloc(20), bytes.subarray(20)])],
  ['something else', () => Buffer.from('{"html": "<p>mine</p>"}')],
])('a file that is %s counts as nothing, and is replaced', (_, change) => {
  const root = temporaryFolder();
  build(root, [body(one)]);
  const file = join(root, '.meetpress/bodies');
  const sound = readFileSync(file);
  const broken = change(sound);
  expect(broken.equals(sound)).toBe(false);
  writeFileSync(file, broken);
  expect(build(root, [body(one)])).toEqual([one]);
  expect(readFileSync(file).equals(sound)).toBe(true);
});

test('where nothing can be kept, the build is none the worse', () => {
  const root = temporaryFolder();
  mkdirSync(join(root, '.meetpress/bodies'), { recursive: true });
  expect(build(root, [body(one)])).toEqual([one]);
  rmSync(join(root, '.meetpress'), { recursive: true });
  writeFileSync(join(root, '.meetpress'), '');
  expect(build(root, [body(one)])).toEqual([one]);
});
