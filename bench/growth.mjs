// How time and memory grow with a site: the small layout and the default theme, without cards, search and images.
// Options: --sizes 1000,4000,20000  --runs 3
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { bytes, machine, markdownTable, seconds } from './format.mjs';
import { checkPosts, forget, numbersIn, outFolders, temporaryFolder } from './place.mjs';
import { median, probeRun } from './processes.mjs';
import { program } from './program.mjs';
import { generateSite } from './site.mjs';

const layouts = [
  { name: 'small layout', small: true },
  { name: 'default theme', small: false },
];

export async function run(args) {
  const { values } = parseArgs({
    args,
    options: { sizes: { type: 'string', default: '1000,4000,20000' }, runs: { type: 'string', default: '3' } },
  });
  const sizes = numbersIn('sizes', values.sizes).sort((a, b) => a - b);
  const [runs] = numbersIn('runs', values.runs);
  const folder = temporaryFolder();

  console.log(machine());
  for (const { name, small } of layouts) {
    const builds = sizes.map((size) => prepare(join(folder, name, `${size}`), size, small));
    const warming = builds.map((build) => build().wall);
    console.error(`${name}: ${runs} runs, about ${seconds(runs * warming.reduce((sum, wall) => sum + wall))}`);
    // Each size in turn, so that what else the machine does meets all of them.
    const rounds = Array.from({ length: runs }, () => builds.map((build) => build()));
    const found = sizes.map((size, at) => ({ size, ...middle(rounds.map((round) => round[at])) }));
    console.log(`\n${markdownTable([headingsOf(name, found[0].size), ...found.map((_, at) => cellsOf(found, at))])}`);
  }
}

function prepare(root, size, small) {
  generateSite(root, size, { small });
  const nextOut = outFolders(`${root}-out`);
  return () => {
    forget(root);
    const out = nextOut();
    const measured = probeRun([program, 'build', '--root', root, '--out', out]);
    checkPosts(out, size);
    return measured;
  };
}

const middle = (runs) =>
  Object.fromEntries(['wall', 'cpu', 'peak'].map((key) => [key, median(runs.map((run) => run[key]))]));

const headingsOf = (name, least) => [
  name,
  'cold build',
  'a post',
  `a post, as at ${least.toLocaleString('en')}`,
  'a further post',
  'processor, a further post',
  'peak memory',
  'memory, a further post',
];

/** A further post is one beyond the next smaller site: what a start costs is not in it. */
function cellsOf(found, at) {
  const [least, before, here] = [found[0], found[at - 1], found[at]];
  const further = (key) => (here[key] - before[key]) / (here.size - before.size);
  return [
    `${here.size.toLocaleString('en')} posts`,
    seconds(here.wall),
    `${(here.wall / here.size).toFixed(2)} ms`,
    `${(here.wall / here.size / (least.wall / least.size)).toFixed(2)} ×`,
    before ? `${further('wall').toFixed(2)} ms` : '–',
    before ? `${further('cpu').toFixed(2)} ms` : '–',
    bytes(here.peak),
    before ? `${(further('peak') / 1000).toFixed(1)} kB` : '–',
  ];
}
