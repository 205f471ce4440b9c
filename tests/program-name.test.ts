import { hash } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { nameOfProgram } from '../src/program-name.ts';
import { install } from './whole/package.ts';
import { temporaryFolder, writeFiles } from './whole/run.ts';

/** A folder that holds a compiled program. */
function compiled(files: Readonly<Record<string, string>> = {}): string {
  const folder = temporaryFolder();
  writeFiles(folder, { 'cli.js': 'run();\n', sum: 'one', ...files });
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

test('another program has another name', () => {
  expect(nameOfProgram(compiled({ sum: 'two' }))).not.toBe(nameOfProgram(compiled()));
});

test('the sum is that of all its code', () => {
  const lib = join(install().folder, 'lib');
  const names = readdirSync(lib).filter((name) => name.endsWith('.js') || name.endsWith('.cjs'));
  expect(names.sort()).toEqual(['body-thread.cjs', 'body-thread.js', 'cli.cjs', 'cli.js', 'client.js']);
  const code = Buffer.concat(names.map((name) => readFileSync(join(lib, name))));
  expect(readFileSync(join(lib, 'sum'), 'utf8')).toBe(hash('sha1', code));
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
  install('loom', {
    version: '1.0.0',
    optionalDependencies: { [`@loom/${process.arch}`]: '1', '@loom/elsewhere': '1' },
  });
  const names = [nameOf()];
  install('loom', {
    version: '1.0.1',
    optionalDependencies: { [`@loom/${process.arch}`]: '1', '@loom/elsewhere': '1' },
  });
  names.push(nameOf());
  install('@loom/elsewhere', { version: '1.0.0' });
  expect(nameOf()).toBe(names[1]);
  install(`@loom/${process.arch}`, { version: '1.0.0' });
  names.push(nameOf());
  install('dye', { version: '1.0.0' });
  names.push(nameOf());
  expect(new Set(names).size).toBe(4);
  expect(nameOf()).toBe(names[3]);

  function nameOf() {
    return nameOfProgram(join(folder, 'lib'), folder);
  }
});
