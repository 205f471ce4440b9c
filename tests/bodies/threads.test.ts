import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Installed, install } from '../whole/package.ts';
import { now, readTree, runBuild, temporaryFolder, writeFiles } from '../whole/run.ts';

let meetpress: Installed;
let root: string;
let alone: ReturnType<typeof readTree>;

const word = (number: number): string => ['harbour', 'lamp', 'kettle', 'rope', 'tide'][number % 5]!;
const text = (index: number): string =>
  Array.from(
    { length: 12 },
    (_, line) => `"The ${word(index + line)}" of **${index}** {.c${line}} [next](${index + 1}.md).\n`,
  ).join('\n') +
  `\n## Heading ${index}\n\n\`\`\`js\nconst a = ${index};\n\`\`\`\n\n:smile: :material-home: ![](p.png)\n\n` +
  'Nothing else was said about it, and so the minutes end here.\n'.repeat(3500);

beforeAll(async () => {
  meetpress = install();
  root = mkdtempSync(join(tmpdir(), 'meetpress-threads-'));
  const posts = Array.from({ length: 20 }, (_, index) => [
    `content/posts/${index}.md`,
    `---\ntitle: Minutes ${index}\ndate: 2020-01-01\n${index % 7 ? '' : 'lang: de\n'}---\n${text(index)}`,
  ]);
  writeFiles(root, { 'site.yaml': 'title: T\nsearch: false\n', ...Object.fromEntries(posts) });
  const out = join(root, 'one-thread');
  // What is not compiled has no threads.
  expect(await runBuild({ root, out, format: 'json' })).toMatchObject({ status: 0 });
  alone = readTree(out);
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** A build whose machine is changed by a script first; what that prints is `err`. */
async function built(script: string) {
  const out = temporaryFolder();
  const file = join(temporaryFolder(), 'before.mjs');
  writeFileSync(
    file,
    `import threads from 'node:worker_threads';
    import os from 'node:os';
    import { syncBuiltinESMExports } from 'node:module';
    if (threads.isMainThread) {
      let started = 0;
      const Plain = threads.Worker;
      os.availableParallelism = () => 3;
      ${script}
      syncBuiltinESMExports();
    }`,
  );
  // What was kept needs no thread.
  rmSync(join(root, '.meetpress'), { recursive: true, force: true });
  const args = ['--import', file, join(meetpress.folder, 'lib/cli.js'), 'build', '--root', root, '--out', out];
  const { status, err } = await meetpress.node([...args, '--now', now, '--format', 'json']);
  return { status, err, same: same(readTree(out)) };
}

const same = (tree: typeof alone): boolean =>
  tree.size === alone.size &&
  [...tree].every(([path, bytes]) => Buffer.from(bytes).equals(Buffer.from(alone.get(path)!)));

const counting = `threads.Worker = class extends Plain { constructor(...args) { super(...args); started += 1; } };
  process.on('exit', () => process.stderr.write(started + ' threads'));`;

test('several threads give the bytes that one gives', async () => {
  expect(await built(counting)).toEqual({ status: 0, err: '2 threads', same: true });
});

test('on one core there is one thread', async () => {
  const script = `${counting} os.availableParallelism = () => 1;`;
  expect(await built(script)).toEqual({ status: 0, err: '0 threads', same: true });
});

test.each([
  ['are refused', `threads.Worker = class { constructor() { throw new Error('refused'); } };`],
  [
    'end at once',
    `threads.Worker = class extends Plain { constructor(_, options) { super('process.exit()', { ...options, eval: true }); } };`,
  ],
  [
    'end with a body in hand',
    `threads.Worker = class extends Plain { constructor(_, options) {
       super('require("worker_threads").workerData.claims[90 + ' + started++ + '] = 1', { ...options, eval: true }); } };`,
  ],
  [
    'fail',
    `threads.Worker = class extends Plain { constructor(_, options) { super('throw 1', { ...options, eval: true }); } };`,
  ],
])('where threads %s, the site is the same', async (_, script) => {
  expect(await built(script)).toEqual({ status: 0, err: '', same: true });
});
