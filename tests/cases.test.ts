import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CORE_SCHEMA, load } from 'js-yaml';
import { expect, test } from 'vitest';
import type { BuildFlags } from '../src/commands/options.ts';
import { catalogue } from '../src/diagnostics/catalogue.ts';
import { withoutFingerprints } from '../src/fingerprints.ts';
import { reportBuild, reportCheck, temporaryFolder } from './whole/run.ts';

/** What `expect.yaml` says that the small site beside it gives. */
interface Expected {
  /** `build` where nothing is said. */
  readonly command?: 'build' | 'check';
  /** The command's flags, as `src/commands/options.ts` names them. */
  readonly args?: BuildFlags;
  readonly now?: string;
  /** The exit code. */
  readonly status: number;
  /** All of them, in order: `path:line:column severity[code] message`. */
  readonly diagnostics?: readonly string[];
  /** Words of help that must be among theirs. */
  readonly help?: readonly string[];
  /** Text that must be in an output, by its path. */
  readonly files?: Readonly<Record<string, readonly string[]>>;
  /** Text that must not be in an output, which must be there. */
  readonly absent?: Readonly<Record<string, readonly string[]>>;
  /** Outputs that must not be there. */
  readonly missing?: readonly string[];
}

const keys = ['command', 'args', 'now', 'status', 'diagnostics', 'help', 'files', 'absent', 'missing'];
const folder = join(import.meta.dirname, 'cases');
const names = readdirSync(folder, { withFileTypes: true }).flatMap((item) => (item.isDirectory() ? item.name : []));
const expectations = new Map(
  names.map((name) => {
    const yaml = readFileSync(join(folder, name, 'expect.yaml'), 'utf8');
    return [name, load(yaml, { schema: CORE_SCHEMA }) as Expected];
  }),
);

test.each([...expectations])('%s', async (name, expected) => {
  expect(keys).toEqual(expect.arrayContaining(Object.keys(expected)));
  const {
    command = 'build',
    args,
    now,
    status,
    diagnostics = [],
    help = [],
    files = {},
    absent = {},
    missing = [],
  } = expected;
  const out = join(temporaryFolder(), 'dist');
  const report = command === 'check' ? reportCheck : reportBuild;
  const built = await report({ ...args, ...(now && { now }), root: join(folder, name), out });
  // Whose bytes they tell is no matter here.
  const byName = existsSync(out)
    ? new Map(readdirSync(out, { recursive: true }).map((path) => [withoutFingerprints(`${path}`), `${path}`]))
    : new Map<string, string>();
  const read = (path: string) => withoutFingerprints(readFileSync(join(out, byName.get(path) ?? path), 'utf8'));

  expect(built.lines).toEqual(diagnostics);
  expect(built.status).toBe(status);
  expect(existsSync(out)).toBe(command === 'build' && status === 0);
  expect(built.diagnostics.map((each) => each.help)).toEqual(expect.arrayContaining([...help]));
  for (const [path, texts] of Object.entries(files)) for (const text of texts) expect(read(path)).toContain(text);
  for (const [path, texts] of Object.entries(absent)) for (const text of texts) expect(read(path)).not.toContain(text);
  expect(missing.filter((path) => existsSync(join(out, path)))).toEqual([]);
});

/**
 * What no folder in Git can cause is in `whole/disk.test.ts`; missing packages in `routes/diagrams.test.ts`
 * `pictures/pictures.test.ts` and `cards/cards.test.ts`; what is
 * asked of the network in `check/outside.test.ts`; large pictures in `check/picture-sizes.test.ts`.
 */
const caughtElsewhere = [
  'dead-link',
  'large-picture',
  'missing-words',
  'moved-link',
  'unanswered-link',
  'foreign-file',
  'no-diagram-library',
  'no-image-library',
  'no-search-index',
  'no-search-library',
  'no-card-library',
  'unreadable-file',
  'unsafe-output',
  'write-failed',
];

test('every code has a case', () => {
  const all = [...expectations.values()].flatMap(({ diagnostics = [] }) => diagnostics);
  const seen = new Set(all.map((line) => /(?:error|warning|note)\[([\w-]+)\]/.exec(line)?.[1]));
  expect(
    Object.keys(catalogue)
      .filter((code) => !seen.has(code))
      .sort(),
  ).toEqual([...caughtElsewhere].sort());
});
