import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { nameOfProgram } from '../src/program-name.ts';
import { temporaryFolder, writeFiles } from './whole/run.ts';

/** A folder that holds a compiled program. */
function compiled(files: Readonly<Record<string, string>> = {}): string {
  const folder = temporaryFolder();
  writeFiles(folder, { 'cli.js': 'run();\n', 'cli.cjs': 'one\n', 'body-thread.cjs': 'two\n', ...files });
  return folder;
}

test('what is not compiled has no name', () => {
  expect(nameOfProgram()).toBe(undefined);
  expect(nameOfProgram(temporaryFolder())).toBe(undefined);
});

test('the same program has the same name, wherever it lies', () => {
  const name = nameOfProgram(compiled());
  expect(name).toBeTypeOf('string');
  expect(nameOfProgram(compiled())).toBe(name);
  // Bytecode that a run leaves, and maps of the source.
  expect(nameOfProgram(compiled({ 'cli.cjs.code-1': 'x', 'cli.js.map': '{}' }))).toBe(name);
});

test('each part of it counts', () => {
  const name = nameOfProgram(compiled());
  for (const changed of [{ 'cli.cjs': 'On\n' }, { 'body-thread.cjs': 'tw\n' }, { 'chunk.js': '' }])
    expect(nameOfProgram(compiled(changed)), JSON.stringify(changed)).not.toBe(name);
});

test('so do packages, and what those bring for one kind of machine', () => {
  const folder = temporaryFolder();
  const install = (name: string, manifest: object) => {
    mkdirSync(join(folder, 'node_modules', name), { recursive: true });
    writeFileSync(join(folder, 'node_modules', name, 'package.json'), JSON.stringify(manifest));
  };
  writeFiles(folder, {
    'package.json': JSON.stringify({ dependencies: { loom: '1' }, optionalDependencies: { dye: '1' } }),
  });
  cpSync(compiled(), join(folder, 'lib'), { recursive: true });
  install('loom', { version: '1.0.0', optionalDependencies: { '@loom/linux': '1' } });
  const names = [nameOf()];
  install('loom', { version: '1.0.1', optionalDependencies: { '@loom/linux': '1' } });
  names.push(nameOf());
  install('@loom/linux', { version: '1.0.0' });
  names.push(nameOf());
  install('dye', { version: '1.0.0' });
  names.push(nameOf());
  expect(new Set(names).size).toBe(4);
  expect(nameOf()).toBe(names[3]);

  function nameOf() {
    return nameOfProgram(join(folder, 'lib'), folder);
  }
});
