import { hash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, realpathSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect } from 'vitest';
import type { BuildFlags } from '../../src/commands/options.ts';
import { photograph } from '../pictures/site.ts';
import { readTree, runBuild, writeFiles } from './run.ts';

/** How many sites were made, rather than found made: a test's own stand-in for `makeSite` counts them. */
export const made = { sites: 0 };

export const site = {
  'site.yaml':
    'title: The Reed Bank\nurl: https://reeds.example/\ntimezone: Europe/Berlin\ncards: false\nsearch: false\nseries: [{name: Oars, rule: FREQ=MONTHLY;BYDAY=1TU, start: 2026-01-06}]\n',
  'content/index.md': 'Home.\n\n![The bank](bank.jpg) and [nowhere](none.md).\n',
  'content/events/one.md': '---\ntitle: One\nstart: 2026-11-20 19:00\nend: 21:00\nvenue: Boathouse\n---\n\nOne.\n',
  'content/posts/2026-10-02-report.md': '---\ntitle: Report\nauthors: [Mara]\n---\n\nReport.\n',
  'content/posts/2026-10-03-later.md': '---\ntitle: Later\npublish: 2026-11-25 08:00\n---\n\nLater.\n',
  'content/people/mara.md': '---\nname: Mara\n---\n\nMara.\n',
  'templates/person.njk': '<p>{{ person.name }}</p>\n',
  'assets/plan.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>\n',
  'assets/site.css': 'p { color: teal }\n',
};
export const picture = await photograph(600, 400);

/** The one folder in which sites are built, so that what was built once can be put there again. */
export const root = join(realpathSync(mkdtempSync(join(tmpdir(), 'meetpress-'))), 'site');
const usual = `${root}-usual`;
beforeAll(async () => {
  writeFiles(root, { ...site, 'content/bank.jpg': picture });
  expect((await runBuild({ root })).status).toBe(0);
  renameSync(root, usual);
});
const clear = () => {
  for (const name of readdirSync(dirname(root)))
    if (join(root, '..', name) !== usual) rmSync(join(root, '..', name), { recursive: true });
};
const copy = (from: string, to: string) =>
  cpSync(from, to, { recursive: true, preserveTimestamps: true, verbatimSymlinks: true });
beforeEach(() => {
  clear();
  copy(usual, root);
});
afterAll(() => rmSync(dirname(root), { recursive: true }));

/** Builds a site for the first time. */
export async function build(flags: BuildFlags, files: Readonly<Record<string, string>> = {}) {
  clear();
  writeFiles(root, { ...site, 'content/bank.jpg': picture, ...files });
  expect((await runBuild({ root, ...flags })).status).toBe(0);
}

export const record = '.meetpress/last-build';

/** What a build says, and all that is in the site's folder then but for its record. */
async function result(flags: BuildFlags) {
  made.sites = 0;
  const { status, out, err } = await runBuild({ root, ...flags });
  const files = [...readTree(root)].map(([path, bytes]) => `${hash('sha1', bytes)} ${path}`);
  const said = out.replace(/(?<=in |"seconds": )[\d.]+/, '0');
  return { isMade: made.sites > 0, seen: { status, said, err, files: files.filter((file) => !file.endsWith(record)) } };
}

/**
 * Builds once more. Where nothing is made, all must be as when nothing is known of the last build.
 * @param compare whether it must be so in any case
 */
export async function again(flags: BuildFlags = {}, compare = false): Promise<boolean> {
  const before = `${root}-before`;
  copy(root, before);
  const { isMade, seen } = await result(flags);
  if (!isMade || compare) {
    rmSync(root, { recursive: true });
    renameSync(before, root);
    rmSync(join(root, record), { force: true });
    const plain = await result(flags);
    expect(plain.isMade).toBe(true);
    expect(seen).toEqual(plain.seen);
  }
  rmSync(before, { recursive: true, force: true });
  return !isMade;
}
