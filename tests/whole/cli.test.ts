import { appendFileSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { version } from '../../src/version.ts';
import { type Installed, install, installCopy } from './package.ts';
import { now, readTree, temporaryFolder, writeFiles } from './run.ts';

let meetpress: Installed;
beforeAll(() => {
  meetpress = install();
});

const good = { 'content/index.md': '# Heron Valley\n' };
const doubtful = { 'content/index.md': '# Heron Valley\n\n[nowhere](nope.md)\n' };
const bad = { 'content/events/maps.md': '---\ntitle: Maps\nstart: 2026-18-12\n---\n' };

/** A site's folder, and the arguments that build it. */
function siteOf(files: Readonly<Record<string, string>>) {
  const root = temporaryFolder();
  writeFiles(root, files);
  const out = join(root, 'dist');
  return { out, args: ['--root', root, '--out', out, '--now', now] };
}

describe('build', () => {
  test('exits with 0 and one line where all is well', async () => {
    const { out, args } = siteOf(good);
    expect(await meetpress.run(['build', ...args])).toEqual({
      status: 0,
      out: expect.stringMatching(/^Built 2 pages into .*dist in [\d.]+ s\.\n$/),
      err: '',
    });
    expect(existsSync(join(out, 'index.html'))).toBe(true);
  });

  test('exits with 1 and writes nothing where content is wrong', async () => {
    const { out, args } = siteOf(bad);
    const { status, out: said, err } = await meetpress.run(['build', ...args]);
    expect({ status, said }).toEqual({ status: 1, said: 'Nothing was written (1 error).\n' });
    expect(err.split('\n').slice(0, 5)).toEqual([
      'error[bad-date] there is no month 18',
      '  --> content/events/maps.md:3:13',
      '3 | start: 2026-18-12',
      '  |             ^^',
      '  = help: did you mean `2026-12-18`?',
    ]);
    expect(existsSync(out)).toBe(false);
  });

  test('exits with 0 on a warning, and with 1 under --strict', async () => {
    const { args } = siteOf(doubtful);
    const lenient = await meetpress.run(['build', ...args]);
    expect(lenient).toMatchObject({ status: 0, out: expect.stringContaining('(1 warning)') });
    const strict = await meetpress.run(['build', '--strict', ...args]);
    expect(strict).toMatchObject({ status: 1, out: 'Nothing was written (1 warning).\n', err: lenient.err });
  });

  test('--quiet says what is wrong and nothing else', async () => {
    expect(await meetpress.run(['build', '--quiet', ...siteOf(good).args])).toEqual({ status: 0, out: '', err: '' });
    const doubts = await meetpress.run(['build', '--quiet', ...siteOf(doubtful).args]);
    expect(doubts).toMatchObject({ status: 0, out: '', err: expect.stringMatching(/^warning\[broken-link\]/) });
    const failed = await meetpress.run(['build', '--quiet', ...siteOf(bad).args]);
    expect(failed).toMatchObject({ status: 1, err: expect.stringMatching(/^error\[bad-date\]/) });
  });

  test('--format json is one document on the standard output, and nothing anywhere else', async () => {
    const { status, out, err } = await meetpress.run(['build', '--format', 'json', ...siteOf(doubtful).args]);
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(JSON.parse(out)).toEqual({
      diagnostics: [
        {
          code: 'broken-link',
          severity: 'warning',
          message: '`nope.md` leads to nothing in this site',
          path: 'content/index.md',
          line: 3,
          column: 11,
          length: 7,
          notes: [],
          help: expect.any(String),
        },
      ],
      summary: {
        ok: true,
        pages: 2,
        outputs: expect.any(Number),
        made: 0,
        error: 0,
        warning: 1,
        note: 0,
        written: expect.any(Number),
        unchanged: 0,
        removed: 0,
        seconds: expect.any(Number),
      },
    });
  });

  test('--format json tells of a failure, too', async () => {
    const { status, out, err } = await meetpress.run(['build', '--format', 'json', ...siteOf(bad).args]);
    expect({ status, err }).toEqual({ status: 1, err: '' });
    const { diagnostics, summary } = JSON.parse(out);
    expect(diagnostics).toMatchObject([{ code: 'bad-date', path: 'content/events/maps.md', line: 3, column: 13 }]);
    expect(summary).toMatchObject({ ok: false, error: 1 });
    expect(summary).not.toHaveProperty('written');
  });

  test('--format github is a command on each line', async () => {
    const { status, out, err } = await meetpress.run(['build', '--format', 'github', ...siteOf(bad).args]);
    expect({ status, err }).toEqual({ status: 1, err: '' });
    expect(out).toMatch(/^::error file=content\/events\/maps\.md,line=3,col=13,[^\n]*::there is no month 18[^\n]*\n$/);
  });

  test('builds the folder that it is called in, into dist', async () => {
    const { out, args } = siteOf(good);
    const [, root] = args as [string, string];
    expect((await meetpress.run(['build', '--quiet'], {}, root)).status).toBe(0);
    expect(existsSync(join(out, 'index.html'))).toBe(true);
  });
});

test('built-in templates are compiled beforehand, and one that differs from what was compiled is compiled anew', async () => {
  const { args } = siteOf({ ...good, 'content/a.md': '# A\n' });
  const { folder, run } = installCopy();
  const code = join(folder, 'lib/cli.cjs');
  const ours = / : new Function\(codeOf/;
  expect(readFileSync(code, 'utf8')).toMatch(ours);
  writeFileSync(code, readFileSync(code, 'utf8').replace(ours, ' : exports.compilesNothing(codeOf'));
  expect(await run(['build', ...args])).toMatchObject({ status: 0, err: '' });
  appendFileSync(join(folder, 'templates/page.njk'), '\n');
  expect(await run(['build', ...args])).toMatchObject({ status: 70, err: expect.stringContaining('compilesNothing') });
});

test('the program’s bytecode is kept beside it by the first run, and by one that needs much more of it', async () => {
  const { args, out } = siteOf(good);
  const { folder, run } = installCopy();
  const kept = () =>
    readdirSync(join(folder, 'lib'))
      .filter((name) => name.startsWith('cli.cjs.code-'))
      .map((name) => statSync(join(folder, 'lib', name)));
  const built = async (...more: string[]) => {
    for (const each of [out, join(dirname(out), '.meetpress')]) rmSync(each, { recursive: true, force: true });
    expect((await run(['build', '--quiet', ...args, ...more])).status).toBe(0);
    return readTree(out);
  };
  for (const name of readdirSync(join(folder, 'lib')).filter((each) => each.includes('.code-')))
    rmSync(join(folder, 'lib', name));
  await built('--untrusted');
  expect(kept()).toEqual([]);
  await run(['--help']);
  const [little] = kept();
  const first = await built();
  const [much] = kept();
  expect(much!.size).toBeGreaterThan(2 * little!.size);
  expect(await built()).toEqual(first);
  expect(kept()).toMatchObject([{ size: much!.size, ino: much!.ino }]);
});

test('check finds the same and more, and writes nothing', async () => {
  for (const [files, status] of [
    [good, 0],
    [bad, 1],
  ] as const) {
    const { out, args } = siteOf(files);
    const checked = await meetpress.run(['check', ...args.filter((arg) => arg !== '--out' && arg !== out)]);
    expect(checked.status).toBe(status);
    expect(existsSync(out)).toBe(false);
    expect(checked.err).toContain((await meetpress.run(['build', ...args])).err.trim());
  }
});

test('check --external is refused where strangers write', async () => {
  const [, root] = siteOf(good).args as [string, string];
  const ran = await meetpress.run(['check', '--external', '--untrusted', '--root', root]);
  expect(ran).toMatchObject({ status: 2, out: '', err: expect.stringMatching(/^error: --external: what strangers/) });
});

describe('a wrong call exits with 2 and says how', () => {
  test.each([
    [['build', '--nowhere'], /unknown option '--nowhere'/],
    [['build', 'one', 'two'], /too many arguments/],
    [['biuld'], /unknown command 'biuld'\n\(Did you mean build\?\)/],
    [['build', '--format', 'xml'], /--format.*xml.*text, json, github/],
    [['build', '--now', 'yesterday'], /--now: `yesterday` is no instant/],
    [['build', '--root', '/nowhere/at/all'], /--root: there is no folder \/nowhere\/at\/all/],
    [['build', '--base-url', 'example.org'], /--base-url: `example\.org` is no full address/],
    [['build', '--out', '.'], /--out: is the site's own folder/],
    [['build', '--out', 'content/site'], /--out: lies in the site's `content\/`/],
  ])('%j', async (args, message) => {
    const { args: place } = siteOf(good);
    const ran = await meetpress.run(args as string[], {}, place[1]);
    expect(ran).toMatchObject({ status: 2, out: '' });
    expect(ran.err).toMatch(message as RegExp);
    expect(ran.err).not.toContain('    at ');
  });

  test('SOURCE_DATE_EPOCH that is no number', async () => {
    const [flag, root] = siteOf(good).args as [string, string];
    const ran = await meetpress.run(['build', flag, root], { SOURCE_DATE_EPOCH: 'today' });
    expect(ran).toMatchObject({ status: 2, out: '', err: expect.stringContaining('SOURCE_DATE_EPOCH: `today`') });
  });
});

test('a bug of its own exits with 70 and asks for a report', async () => {
  const broken = 'data:text/javascript,performance.now=()=>{throw%20new%20TypeError(8)}';
  const { out, args } = siteOf(good);
  const ran = await meetpress.run(['build', ...args], { NODE_OPTIONS: `--import=${broken}` });
  expect(ran).toMatchObject({ status: 70, out: '', err: expect.stringMatching(/Please report it .*TypeError: 8\n/s) });
  expect(existsSync(out)).toBe(false);
});

test('help and the version are printed to the standard output', async () => {
  const said = await Promise.all(
    [['--help'], ['help'], ['build', '--help'], ['help', 'build']].map((args) => meetpress.run(args)),
  );
  for (const { status, err } of said) expect({ status, err }).toEqual({ status: 0, err: '' });
  const [help, alsoHelp, build, alsoBuild] = said.map(({ out }) => out);
  expect(help).toMatch(/Usage: meetpress .*build.*check/s);
  expect(alsoHelp).toBe(help);
  expect(build).toMatch(/Usage: meetpress build .*--root <dir>.*--drafts.*--strict/s);
  expect(alsoBuild).toBe(build);
  expect(await meetpress.run(['--version'])).toEqual({ status: 0, out: `${version}\n`, err: '' });
});
