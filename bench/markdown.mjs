// Does the work grow in line with the input, and what does all that we add to markdown-it cost?
// npm run bench -- markdown [--only <part of a name>] [--pairs 20] [--untrusted] [<folder of Markdown> …]
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { build } from 'esbuild';
import matter from 'gray-matter';
import createMarkdownIt from 'markdown-it';
import attributes from 'markdown-it-attrs';
import { machine, ratios, table } from './format.mjs';
import { inputs } from './pathological.mjs';
import { median, runPairs } from './processes.mjs';
import { body } from './prose.mjs';
import { createRandom } from './random.mjs';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc');
const root = fileURLToPath(new URL('..', import.meta.url));
const [small, middle, large] = [10_000, 100_000, 1_000_000];
/** By how much a byte of the large input may take longer than one of the small. */
const mostGrowth = 3;
const mostCost = 1.5;
/** Nobody waits longer for one input, in milliseconds; what would take longer is estimated. */
const patience = 60_000;

export async function run(args) {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      only: { type: 'string', default: '' },
      pairs: { type: 'string', default: '20' },
      untrusted: { type: 'boolean', default: false },
    },
  });
  const createMarkdown = await compile();
  const render = createMarkdown({ untrusted: values.untrusted });
  const bare = createMarkdownIt({ html: true, linkify: true });
  console.log(`${machine()}\n`);
  measureGrowth(values.only, render, (text) => bare.render(text));
  if (values.only) return;
  const compared = createMarkdownIt({ html: true, linkify: true }).use(attributes);
  for (const [name, bodies] of corpora(positionals))
    measureCost(name, bodies, Number(values.pairs), render, (text) => compared.render(text));
}

/** The Markdown stage alone, beside the product, from where it finds its packages. */
async function compile() {
  const outfile = join(root, 'lib/bench-markdown.js');
  await build({
    absWorkingDir: root,
    entryPoints: ['src/markdown/markdown.ts'],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    packages: 'external',
  });
  const { createMarkdown } = await import(outfile);
  rmSync(outfile);
  return createMarkdown;
}

function measureGrowth(only, render, bare) {
  console.log('nanoseconds a byte');
  console.log(table([['', '10 kB', '1 MB', 'factor', 'markdown-it', 'factor', 'verdict']], widths));
  let bad = 0;
  for (const [name, make] of Object.entries(inputs).filter(([name]) => name.includes(only))) {
    const ours = leastGrowth(make, render);
    const theirs = leastGrowth(make, bare);
    const verdict = ours.factor <= mostGrowth ? 'fine' : theirs.factor > mostGrowth ? 'so is markdown-it' : 'TOO MUCH';
    if (verdict === 'TOO MUCH') bad += 1;
    const [first, last, bareLast] = [ours.first, ours.last, theirs.last].map((time) => time.toFixed(0));
    const [factor, bareFactor] = [ours, theirs].map((each) => `${each.estimated ? '~' : ''}${each.factor.toFixed(1)}`);
    console.log(table([[name.slice(0, 24), first, last, factor, bareLast, bareFactor, verdict]], widths));
  }
  if (bad) process.exitCode = 1;
}

const widths = [26, 9, 9, 9, 13, 9, 20];

/** A busy machine can make a run look bad, but not good: it is given another chance. */
function leastGrowth(make, render) {
  let found = growth(make, render);
  for (let again = 0; again < 2 && found.factor > mostGrowth && !found.estimated; again += 1) {
    const next = growth(make, render);
    if (next.factor < found.factor) found = next;
  }
  return found;
}

/** Nanoseconds a byte for the small and the large input, and how many times more the latter are. */
function growth(make, render) {
  const first = perByte(make(small), render);
  const between = perByte(make(middle), render);
  const estimated = ((between / 1e6) * large * between) / first > patience;
  const last = estimated ? (between * between) / first : perByte(make(large), render);
  return { first, last, factor: last / first, estimated };
}

/** The better of two runs, as what disturbs one only makes it longer; each reads enough to meet the garbage collector. */
function perByte(text, render) {
  let best = Infinity;
  for (let run = 0; run < 2; run += 1) {
    collectGarbage();
    const started = performance.now();
    let read = 0;
    while (read < large && performance.now() - started < 1_000) {
      render(text);
      read += text.length;
    }
    best = Math.min(best, (performance.now() - started) / read);
  }
  return best * 1e6;
}

function corpora(folders) {
  const generated = Array.from({ length: 300 }, (_, seed) => {
    const random = createRandom(seed);
    return body(random, ['a', 'b', 'c'], { lists: random.chance(0.2), highlighted: random.chance(0.05) });
  });
  const named = folders.length ? folders : [join(root, 'content')];
  return [...named.map((folder) => [folder, bodiesIn(folder)]), ['generated', generated]];
}

const bodiesIn = (folder) =>
  readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith('.md'))
    .map((name) => matter(readFileSync(join(folder, name), 'utf8'), {}).content);

function measureCost(name, bodies, pairs, render, compared) {
  const size = bodies.reduce((sum, text) => sum + text.length, 0);
  // So that each run takes long enough to be measured.
  const times = Math.max(1, Math.ceil(500_000 / size));
  const measure = (run) => () => {
    const started = performance.now();
    for (let time = 0; time < times; time += 1) for (const text of bodies) run(text);
    return performance.now() - started;
  };
  runPairs(3, measure(render), measure(compared));
  const measured = runPairs(pairs, measure(render), measure(compared));
  const ratio = median(measured.map(({ first, second }) => first / second));
  const verdict = ratio <= mostCost ? 'fine' : 'TOO MUCH';
  if (ratio > mostCost) process.exitCode = 1;
  console.log(`\n${name}: ${bodies.length} bodies, ${Math.round(size / 1000)} kB`);
  console.log(`against markdown-it with markdown-it-attrs: ${ratios(measured)}, ${verdict}`);
}
