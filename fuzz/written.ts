import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createFiles, type Files } from '../src/files.ts';
import { writeSite } from '../src/output/write.ts';
import type { Contents } from '../tests/support.ts';
import { type Check, createBuild } from './check.ts';

/** Whether a disk can hold files of these names. */
function put(root: string, contents: Contents): boolean {
  try {
    for (const [path, data] of Object.entries(contents)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), data);
    }
    return true;
  } catch (error) {
    if (['ENAMETOOLONG', 'EISDIR', 'ENOTDIR', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? ''))
      return false;
    throw error;
  }
}

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((item) => !item.isDirectory())
    .map((item) => join(item.parentPath, item.name).slice(folder.length + 1))
    .sort();

/**
 * Builds a site from a disk into a disk, and looks where files are afterwards: the outputs below their folder, and
 * nothing anywhere else.
 */
export function checkWritten(theme: Files): Check {
  const build = createBuild(theme);
  return ({ contents, untrusted }) => {
    const top = mkdtempSync(join(tmpdir(), 'meetpress-fuzz-'));
    try {
      const [root, out] = [join(top, 'a/b/site'), join(top, 'a/b/out')];
      mkdirSync(root, { recursive: true });
      if (!put(root, contents)) return [];
      const before = filesBelow(root);
      const { outputs, diagnostics } = build(createFiles(root), untrusted);
      // As the command line does.
      if (diagnostics.some(({ severity }) => severity === 'error')) return [];
      const refused = writeSite(out, outputs).diagnostics.filter(({ notes }) => !notes.join().includes('ENAMETOOLONG'));
      const strangers = filesBelow(top).filter((path) => !path.startsWith('a/b/site/') && !path.startsWith('a/b/out/'));
      const wanted = ['.meetpress/manifest.json', ...outputs.map(({ path }) => path)].sort();
      const isComplete = () => JSON.stringify(filesBelow(out)) === JSON.stringify(wanted);
      return [
        ...refused.map(({ code, message }) => `written: ${code}: ${message}`),
        ...strangers.map((path) => `written: outside: ${path}`),
        ...(JSON.stringify(filesBelow(root)) === JSON.stringify(before)
          ? []
          : ['written: the site itself was changed']),
        ...(refused.length || !existsSync(out) || isComplete()
          ? []
          : ['written: the output folder holds something else']),
      ];
    } catch (error) {
      return [`exception: ${error instanceof Error ? error.stack : error}`];
    } finally {
      rmSync(top, { recursive: true, force: true });
    }
  };
}
