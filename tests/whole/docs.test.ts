import { execFile } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, relative } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { packageRoot } from '../../src/package-root.ts';
import { blocksOf, examplesOf, fixtures, results, wrapperOf } from '../docs/commands.ts';
import { copyDocs, docs, pagesOf } from '../docs/site.ts';
import { complaints } from '../support.ts';
import { install } from './package.ts';
import { readTree, reportCheck, runBuild, temporaryFolder, writeFiles } from './run.ts';

const pages = [join(packageRoot, 'README.md'), ...pagesOf(docs).map((path) => join(docs, path))];
const run = promisify(execFile);

describe('the documentation as a site', () => {
  test('has nothing wrong with it, and each of its pages', async () => {
    const root = temporaryFolder();
    copyDocs(root);
    const { status, lines } = await reportCheck({ root, strict: true });
    expect({ status, lines: lines.filter((line) => !/ note\[/.test(line)) }).toEqual({ status: 0, lines: [] });
    const out = join(root, 'dist');
    expect(await runBuild({ root, out, quiet: true })).toEqual({ status: 0, out: '', err: '' });
    const files = [...readTree(out).keys()];
    for (const path of pagesOf(docs))
      expect(files).toContain(join(path.replace(/(?:^|[\\/])index\.md$|\.md$/, ''), 'index.html'));
    expect(files).toContain(join('pagefind', 'pagefind.js'));
  });

  test('its first page leads to every other', () => {
    const index = readFileSync(join(docs, 'index.md'), 'utf8');
    const decisions = readFileSync(join(docs, 'decisions/README.md'), 'utf8').replaceAll('](', '](decisions/');
    const missing = pagesOf(docs).filter(
      (path) => !`${index}${decisions}`.includes(`](${path.replaceAll('\\', '/')})`),
    );
    expect(missing).toEqual(['index.md']);
  });
});

describe('examples of files', () => {
  // The examples of mistakes have tests of their own.
  const right = pages.filter((page) => !page.endsWith('diagnostics.md'));
  const examples = right.flatMap((page) => examplesOf(readFileSync(page, 'utf8')));

  test('there are some', () => expect(examples.length).toBeGreaterThan(5));

  test.each(examples)('$path is read without a complaint', ({ path, text }) => {
    expect(complaints(path, text)).toEqual([]);
  });
});

describe.skipIf(process.platform === 'win32')('commands of the documentation', () => {
  let tools: string;
  beforeAll(() => {
    tools = mkdtempSync(join(tmpdir(), 'meetpress-tools-'));
    const commands = {
      meetpress: wrapperOf(process.execPath, join(install().folder, 'lib/cli.js')),
      npx: '#!/bin/sh\nexec "$@"\n',
      // They aren't what is tested, and would ask the network.
      npm: '#!/bin/sh\n',
      git: '#!/bin/sh\n',
    };
    for (const [name, script] of Object.entries(commands)) {
      writeFileSync(join(tools, name), script);
      chmodSync(join(tools, name), 0o755);
    }
  });
  afterAll(() => rmSync(tools, { recursive: true }));

  const byPage = pages.map((page) => [relative(packageRoot, page), blocksOf(page)] as const);

  test.each(byPage.filter(([, blocks]) => blocks.some(({ needs }) => !needs)))('of %s', async (_, blocks) => {
    const prepared = (name: string): string => {
      const folder = temporaryFolder();
      writeFiles(folder, fixtures[name]!);
      return folder;
    };
    const shared = prepared('site');
    for (const { page, line, script, fixture, needs } of blocks) {
      if (needs) continue;
      const cwd = fixture ? prepared(fixture) : shared;
      const env = {
        PATH: [tools, process.env.PATH].join(delimiter),
        HOME: cwd,
        SOURCE_DATE_EPOCH: '1795176000',
        CI: 'true',
      };
      const ran = run('sh', ['-e', '-c', script], { cwd, env });
      ran.child.stdin?.end();
      await ran.catch((error: Error & { stderr?: string }) => {
        throw new Error(`${page}:${line}: ${error.message}`);
      });
      if (fixture) expect(existsSync(join(cwd, results[fixture]!)), `${page}:${line}`).toBe(true);
    }
  });

  test('few are not run, and they say why', () => {
    const left = byPage.flatMap(([, blocks]) => blocks.flatMap(({ needs }) => needs ?? []));
    expect(left.filter((needs) => needs !== 'terminal' && needs !== 'network')).toEqual([]);
    expect(left.length).toBeLessThan(5);
  });
});
