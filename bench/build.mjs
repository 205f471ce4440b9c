// Cold builds against a bare loop over the same libraries, and the start of the program against Node's own.
// Options: --sizes 100,1000  --pairs 5. The disk is that of the system's folder for temporary files.
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { bytes, machine, ms, ratios, table } from './format.mjs';
import { median, probeRun, runPairs, wallTime } from './processes.mjs';
import { generateSite } from './site.mjs';
import { compileTimed, stageNames } from './stages.mjs';

const path = (name) => fileURLToPath(new URL(name, import.meta.url));
const cli = path('../lib/cli.js');
const loop = path('loop.mjs');
const stageRuns = 3;

export async function run(args) {
  const { sizes, pairs } = readOptions(args);
  const folder = mkdtempSync(join(tmpdir(), 'meetpress-bench-'));
  const timed = await compileTimed();
  process.on('exit', () => {
    rmSync(folder, { recursive: true, force: true });
    timed.remove();
  });
  process.on('SIGINT', () => process.exit(130));

  console.log(machine());
  for (const size of sizes) measureSize(size, pairs, join(folder, `${size}`), timed.program);
  measureStart(pairs);
}

function readOptions(args) {
  const { values } = parseArgs({
    args,
    options: { sizes: { type: 'string', default: '100,1000,4000' }, pairs: { type: 'string', default: '5' } },
  });
  const [pairs, ...sizes] = [values.pairs, ...values.sizes.split(',')].map(Number);
  if (![pairs, ...sizes].every((number) => Number.isSafeInteger(number) && number > 0))
    throw new Error('--sizes takes numbers of posts with commas between them, --pairs a number');
  return { sizes, pairs };
}

function measureSize(size, pairs, root, timedProgram) {
  generateSite(root, size);
  let made = 0;
  // Each into a folder of its own that stays until the end: some disks are slow for a while after files were deleted.
  const fresh = (measure, args) => {
    made += 1;
    const out = `${root}-out-${made}`;
    const result = measure(args(out));
    check(out, size);
    return result;
  };
  const meetpress = (program) => (out) => [program, 'build', '--root', root, '--out', out];
  const bare = (out) => [loop, root, out];

  // The first of each warms the disk, and tells what memory it took.
  const memory = [meetpress(cli), bare].map((args) => fresh(probeRun, args).peak);
  const times = runPairs(
    pairs,
    () => fresh(wallTime, meetpress(cli)),
    () => fresh(wallTime, bare),
  );
  const timed = runPairs(
    stageRuns,
    () => fresh(probeRun, meetpress(timedProgram)),
    () => fresh(probeRun, bare),
  );
  const runs = [middleRun(timed.map(({ first }) => first)), middleRun(timed.map(({ second }) => second))];
  print(size, times, memory, runs);
}

/** Both must have made every page. */
function check(out, size) {
  const posts = readdirSync(join(out, 'posts')).filter((name) => existsSync(join(out, 'posts', name, 'index.html')));
  if (posts.length < size) throw new Error(`${posts.length} of ${size} posts were written`);
}

/** Not an average: the stages of one run add up. */
const middleRun = (runs) => runs.toSorted((a, b) => a.wall - b.wall)[runs.length >> 1];

function print(size, times, memory, runs) {
  const names = stageNames.filter((name) => runs.some(({ stages }) => stages[name] !== undefined));
  console.log(`\n${size.toLocaleString('en')} posts`);
  console.log(
    table([
      ['', 'meetpress', 'bare loop'],
      ...comparison('cold build', times),
      ['peak memory', ...memory.map(bytes)],
      ...names.map((name) => [`  ${name}`, ...runs.map(({ stages }) => ms(stages[name]))]),
      ['  = one build', ...runs.map(({ wall }) => ms(wall))],
      ['  processor time', ...runs.map(({ cpu }) => ms(cpu))],
    ]),
  );
}

function measureStart(pairs) {
  const help = () => wallTime([cli, '--help']);
  const node = () => wallTime(['-e', '0']);
  runPairs(1, help, node);
  console.log('\nstart-up');
  console.log(table([['', '--help', 'node -e 0'], ...comparison('wall time', runPairs(pairs * 2, help, node))]));
}

const comparison = (label, times) => [
  [label, ms(median(times.map(({ first }) => first))), ms(median(times.map(({ second }) => second)))],
  ['ratio', ratios(times)],
];
