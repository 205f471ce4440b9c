// What cards and the search index add to a build with the default theme: to a cold one, and to the next, which finds all kept.
// Options: --sizes 100,1000  --pairs 3
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { bytes, machine, markdownTable, ms, seconds } from './format.mjs';
import { checkPosts, forget, numbersIn, outFolders, temporaryFolder } from './place.mjs';
import { median, probeRun, runPairs } from './processes.mjs';
import { program } from './program.mjs';
import { generateSite } from './site.mjs';

/** `made` tells in the output what each of them costs time for. */
const extras = [
  { name: 'cards', having: ['cards', 'images'], made: /^cards\b.*\.png$/ },
  { name: 'search', having: ['search'], made: /\.html$/ },
];

export async function run(args) {
  const { values } = parseArgs({
    args,
    options: { sizes: { type: 'string', default: '100,1000' }, pairs: { type: 'string', default: '3' } },
  });
  const [pairs] = numbersIn('pairs', values.pairs);
  const folder = temporaryFolder();
  console.log(`${machine()}; default theme`);
  for (const size of numbersIn('sizes', values.sizes)) {
    const plain = prepare(join(folder, `${size}`), size, []);
    const rows = extras.map((extra) =>
      rowOf(extra, plain, prepare(join(folder, `${size}-${extra.name}`), size, extra.having), pairs),
    );
    const headings = [
      `${size.toLocaleString('en')} posts`,
      'cold',
      'more',
      'each',
      'again',
      'more',
      'memory',
      'without',
    ];
    console.log(`\n${markdownTable([headings, ...rows])}`);
  }
}

/** A site, and builds of it: `cold` has nothing kept from one before, `again` finds everything as it was. */
function prepare(root, size, having) {
  generateSite(root, size, { small: false, having });
  const nextOut = outFolders(`${root}-out`);
  const build = (out) => {
    const measured = probeRun([program, 'build', '--root', root, '--out', out]);
    checkPosts(out, size);
    return measured;
  };
  const lastOut = nextOut();
  return {
    cold() {
      forget(root);
      return build(nextOut());
    },
    again: () => build(lastOut),
    outputs: () => readdirSync(lastOut, { recursive: true }),
  };
}

function rowOf({ name, made }, plain, site, pairs) {
  plain.again();
  const cold = runPairs(pairs, site.cold, plain.cold);
  site.again();
  const again = runPairs(pairs, site.again, plain.again);
  const count = site.outputs().filter((path) => made.test(path)).length;
  const more = (times) => median(times.map(({ first, second }) => first.wall - second.wall));
  const peak = (which) => bytes(median(cold.map((pair) => pair[which].peak)));
  return [
    `${name} (${count.toLocaleString('en')})`,
    seconds(median(cold.map(({ first }) => first.wall))),
    seconds(more(cold)),
    ms(more(cold) / count),
    seconds(median(again.map(({ first }) => first.wall))),
    seconds(more(again)),
    peak('first'),
    peak('second'),
  ];
}
