// Cold builds against a bare loop over the same libraries, and the start of the program against Node's own.
// Options: --sizes 100,1000  --pairs 5.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { bytes, machine, ms, ratios, table } from './format.mjs';
import { checkPosts, forget, numbersIn, outFolders, temporaryFolder } from './place.mjs';
import { median, probeRun, runPairs, wallTime } from './processes.mjs';
import { program } from './program.mjs';
import { generateSite } from './site.mjs';
import { compileTimed, stageNames } from './stages.mjs';

const loop = fileURLToPath(new URL('loop.mjs', import.meta.url));
const stageRuns = 3;

export async function run(args) {
  const { values } = parseArgs({
    args,
    options: { sizes: { type: 'string', default: '100,1000,4000' }, pairs: { type: 'string', default: '5' } },
  });
  const sizes = numbersIn('sizes', values.sizes);
  const [pairs] = numbersIn('pairs', values.pairs);
  const folder = temporaryFolder();
  const timed = await compileTimed();
  process.on('exit', timed.remove);

  console.log(machine());
  for (const size of sizes) measureSize(size, pairs, join(folder, `${size}`), timed.program);
  measureStart(pairs);
}

function measureSize(size, pairs, root, timedProgram) {
  generateSite(root, size);
  const nextOut = outFolders(root);
  const fresh = (measure, args) => {
    forget(root);
    const out = nextOut();
    const result = measure(args(out));
    checkPosts(out, size);
    return result;
  };
  const meetpress = (cli) => (out) => [cli, 'build', '--root', root, '--out', out];
  const bare = (out) => [loop, root, out];

  // The first of each warms the disk, and tells what memory it took.
  const memory = [meetpress(program), bare].map((args) => fresh(probeRun, args).peak);
  const times = runPairs(
    pairs,
    () => fresh(wallTime, meetpress(program)),
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
  const help = () => wallTime([program, '--help']);
  const node = () => wallTime(['-e', '0']);
  runPairs(1, help, node);
  console.log('\nstart-up');
  console.log(table([['', '--help', 'node -e 0'], ...comparison('wall time', runPairs(pairs * 2, help, node))]));
}

const comparison = (label, times) => [
  [label, ms(median(times.map(({ first }) => first))), ms(median(times.map(({ second }) => second)))],
  ['ratio', ratios(times)],
];
