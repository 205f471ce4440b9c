import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { publishingFiles } from '../../src/publishing/publishing.ts';
import { type Installed, install } from '../whole/package.ts';
import { temporaryFolder, writeFiles } from '../whole/run.ts';
import { runJob, workflowOf } from './run-workflow.ts';

let meetpress: Installed;
beforeAll(() => {
  meetpress = install();
});

type Files = Readonly<Record<string, string>>;

/** Without what takes long and is nothing to a workflow. */
const quick = 'cards: false\nsearch: false\n';

/** A site as somebody has it in a repository. */
const site: Files = {
  'package.json': '{ "private": true }',
  'package-lock.json': '{}',
  'site.yaml': `title: Heron Valley\n${quick}`,
  'content/index.md': '# Heron Valley\n\nWe [meet](events/maps.md).\n',
  'content/events/maps.md': '---\ntitle: Maps\nstart: 2026-12-10 19:00\n---\n\nBring a map.\n',
};

function folderOf(files: Files): string {
  const folder = temporaryFolder();
  writeFiles(folder, files);
  return folder;
}

const workflow = (name: string) =>
  workflowOf(publishingFiles({ host: 'github-pages' }).get(`.github/workflows/${name}.yml`)!);

const machineOf = (branches: Readonly<Record<string, string>>, values: Files = {}, event?: unknown) => ({
  folder: temporaryFolder(),
  cli: join(meetpress.folder, 'lib/cli.js'),
  branches,
  values,
  event,
});

describe('a pull request', () => {
  const check = (proposed: Files) =>
    runJob(
      workflow('check'),
      'check',
      machineOf({ '': folderOf(proposed), base: folderOf(site) }, { 'github.event.pull_request.base.sha': 'base' }),
    );

  test('that is sound is built', () => {
    const { ran, work } = check({ ...site, 'content/events/owls.md': '---\nstart: 2027-01-14 19:00\n---\n# Owls\n' });
    expect(ran.map(({ status }) => status)).toEqual([0, 0, 0]);
    expect(existsSync(join(work, 'preview/events/owls/index.html'))).toBe(true);
  });

  test('that has a mistake is told where, beside the line, and not built', () => {
    const { ran, work } = check({ ...site, 'content/events/owls.md': '---\nstart: 2027-13-14\n---\n# Owls\n' });
    expect(ran.map(({ status }) => status)).toEqual([0, 1]);
    expect(ran[1]!.out).toMatch(/^::error .*file=content\/events\/owls\.md,line=2,/m);
    expect(existsSync(join(work, 'preview'))).toBe(false);
  });

  test('from somebody who means harm runs nothing, and shows nothing that could run', () => {
    const harm = 'touch "$HOME/harm"';
    const { ran, work } = check({
      ...site,
      'site.yaml': `title: Mine\nuntrusted: false\ncsp: false\n${quick}`,
      'package.json': JSON.stringify({ scripts: { preinstall: harm, install: harm, meetpress: harm } }),
      '.npmrc': 'script-shell=/bin/false\n',
      'node_modules/.bin/meetpress': `#!/bin/sh\n${harm}\n`,
      'templates/base.njk':
        '{{ range.constructor("const {env} = process; process.getBuiltinModule(`fs`).writeFileSync(env.HOME + `/harm`, ``)")() }}',
      'content/CNAME': 'elsewhere.example\n',
      'content/run.js': 'alert(1)\n',
      'content/index.md': '# Mine\n\n<script>alert(1)</script>\n\n<img src=x onerror="alert(1)">\n',
      'content/events/$(touch harm).md':
        '---\ntitle: "`touch harm`"\nstart: 2026-12-10\nvenue: "here\\n::error::not ours"\n---\n::error::not ours\n',
    });
    expect(ran.map(({ status }) => status)).toEqual([0, 0, 0]);
    expect(existsSync(join(work, '../harm'))).toBe(false);
    expect(existsSync(join(work, 'trusted/harm'))).toBe(false);
    const home = readFileSync(join(work, 'preview/index.html'), 'utf8');
    expect(home).not.toMatch(/alert|onerror/);
    for (const path of ['CNAME', 'run.js']) expect(existsSync(join(work, 'preview', path)), path).toBe(false);
    expect(ran[1]!.out).toMatch(/^::warning .*file=templates\/base\.njk,/m);
    for (const { out } of ran) expect(out).not.toMatch(/^\s*::error::not ours/m);
  });
});

describe('the site', () => {
  const publish = (files: Files) =>
    runJob(
      workflow('publish'),
      'build',
      machineOf({ '': folderOf(files) }, { 'steps.pages.outputs.base_url': 'https://heron.github.io/valley' }),
    );

  test('is built for where GitHub Pages says that it will be', () => {
    const { ran, work } = publish(site);
    expect(ran.map(({ status }) => status)).toEqual([0, 0]);
    expect(ran[1]!.out).toContain(', for https://heron.github.io/valley/ as MEETPRESS_URL says');
    const home = readFileSync(join(work, 'dist/index.html'), 'utf8');
    expect(home).toContain('<link rel="canonical" href="https://heron.github.io/valley/">');
    expect(home).toContain('href="/valley/events/maps/"');
  });

  test('is built for its own address where it has one, and its CNAME goes along', () => {
    const { ran, work } = publish({
      ...site,
      'site.yaml': `title: Heron Valley\nurl: https://heron.example/\n${quick}`,
      'content/CNAME': 'heron.example\n',
    });
    expect(ran[1]!.out).not.toContain('github.io');
    expect(readFileSync(join(work, 'dist/index.html'), 'utf8')).toContain('href="https://heron.example/"');
    expect(readFileSync(join(work, 'dist/CNAME'), 'utf8')).toBe('heron.example\n');
  });

  test('is not published where it has a mistake', () => {
    const { ran } = publish({ ...site, 'content/events/owls.md': '---\nstart: never\n---\n' });
    expect(ran.map(({ status }) => status)).toEqual([0, 1]);
  });
});

describe('an issue with the label', () => {
  /** What the form asked, in a repository with a `main` branch and an `origin`. */
  function propose(answers: string) {
    const repository = folderOf({ ...site, '.gitignore': 'node_modules\n' });
    const origin = temporaryFolder();
    const git = (...args: string[]): string =>
      execFileSync('git', ['-C', repository, '-c', 'user.name=x', '-c', 'user.email=x@x.example', ...args], {
        encoding: 'utf8',
      });
    execFileSync('git', ['init', '--quiet', '--bare', origin]);
    git('init', '--quiet', '--initial-branch', 'main');
    git('add', '.');
    git('commit', '--quiet', '--message', 'A site');
    git('remote', 'add', 'origin', origin);
    const values = { 'github.event.issue.number': '7', 'github.token': 'none' };
    const { ran, gh } = runJob(
      workflow('event'),
      'event',
      machineOf({ '': repository }, values, { issue: { body: answers } }),
    );
    return {
      statuses: ran.map(({ status }) => status),
      said: ran[1]!.out,
      gh: gh(),
      show: (path: string) => execFileSync('git', ['-C', origin, 'show', `event/7:${path}`], { encoding: 'utf8' }),
    };
  }

  const answers = (title: string, start: string): string =>
    `### Title\n\n${title}\n\n### Start\n\n${start}\n\n### Speakers\n\nAda Example\n\n### What else there is to say\n\nBring $HOME. <script>x()</script>`;

  test('becomes a file on a branch, and a pull request', () => {
    const { statuses, said, gh, show } = propose(answers('Owls: `id` $(id) "by night"', '2027-01-14 19:00'));
    expect(statuses).toEqual([0, 0, 0]);
    const path = pathOf(show);
    expect(show(path)).toMatch(/^---\ntitle: .*Owls: `id` \$\(id\) .*by night/);
    expect(show(path)).toContain('Bring $HOME.');
    expect(gh).toMatch(
      /^gh pr create --head event\/7 --title The event of #7 --body-file -\nCloses #7\.\n\n {4}content\//m,
    );
    expect(gh).toContain('    warning[removed-html] ');
    expect(said).toBe('');
    expect(gh).not.toContain('issue comment');
  });

  test('that cannot become one is told why', () => {
    const { statuses, said, gh } = propose(answers('Owls', 'the 14th of Januember'));
    expect(statuses).toEqual([0, 2, 0]);
    expect(said).toBe('');
    expect(gh).toMatch(/^gh issue comment 7 --body-file -\n {4}error: start: /);
    expect(gh).not.toContain('pr create');
  });
});

/** The path of the only new event on the branch. */
function pathOf(show: (path: string) => string): string {
  const name = show('content/events/')
    .split('\n')
    .find((each) => each.startsWith('2027-01-14-'));
  return `content/events/${name}`;
}
