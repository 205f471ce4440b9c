import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { resolve, sep } from 'node:path';
import nunjucks from 'nunjucks';
import { onTestFinished, vi } from 'vitest';

/** Which files were opened, by their whole path, as often as they were. What was written and renamed has its last name. */
export interface Opened {
  readonly read: string[];
  readonly written: string[];
}

/** Notes each file below some folders that this process opens until the test is over. */
export function watchFiles(folders: readonly string[]): Opened {
  const opened: Opened = { read: [], written: [] };
  // Node opens files by the same functions: what one calls is noted already.
  let within = false;
  const once = <T>(use: () => T): T => {
    const before = within;
    within = true;
    try {
      return use();
    } finally {
      within = before;
    }
  };
  const note = (paths: string[], path: unknown): void => {
    if (within || typeof path !== 'string') return;
    const full = resolve(path);
    if (folders.some((folder) => full.startsWith(folder + sep))) paths.push(full);
  };
  const { readFileSync, writeFileSync, copyFileSync, openSync, renameSync } = fs;
  fs.readFileSync = ((...args: Parameters<typeof readFileSync>) => {
    note(opened.read, args[0]);
    return once(() => readFileSync(...args));
  }) as typeof readFileSync;
  fs.writeFileSync = (...args) => {
    note(opened.written, args[0]);
    once(() => writeFileSync(...args));
  };
  fs.copyFileSync = (...args) => {
    note(opened.read, args[0]);
    note(opened.written, args[1]);
    once(() => copyFileSync(...args));
  };
  fs.openSync = (...args) => {
    const [path, flags = 'r'] = args;
    const reads =
      typeof flags === 'number' ? (flags & (fs.constants.O_WRONLY | fs.constants.O_RDWR)) === 0 : flags === 'r';
    note(reads ? opened.read : opened.written, path);
    return openSync(...args);
  };
  fs.renameSync = (from, to) => {
    const at = opened.written.lastIndexOf(String(from));
    if (at >= 0) opened.written[at] = String(to);
    renameSync(from, to);
  };
  syncBuiltinESMExports();
  onTestFinished(() => {
    Object.assign(fs, { readFileSync, writeFileSync, copyFileSync, openSync, renameSync });
    syncBuiltinESMExports();
  });
  return opened;
}

/** Notes the name of each template that is compiled until the test is over. */
export function watchTemplates(): string[] {
  const names: string[] = [];
  const { compiler } = nunjucks as unknown as { compiler: { compile: (...args: unknown[]) => unknown } };
  const compile = compiler.compile.bind(compiler);
  const spy = vi.spyOn(compiler, 'compile').mockImplementation((...args) => {
    names.push(String(args[3]));
    return compile(...args);
  });
  onTestFinished(() => spy.mockRestore());
  return names;
}
