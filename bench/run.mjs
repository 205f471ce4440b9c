// npm run bench [-- <benchmark>] [-- <its options>]
// One file per benchmark, each with a `run(args)`.
const benchmarks = {
  build: () => import('./build.mjs'),
  dev: () => import('./dev.mjs'),
  peers: () => import('./peers.mjs'),
  growth: () => import('./growth.mjs'),
  extras: () => import('./extras.mjs'),
  scale: () => import('./scale.mjs'),
  markdown: () => import('./markdown.mjs'),
  corpora: () => import('./corpora.mjs'),
};

const [first = '', ...others] = process.argv.slice(2);
const named = first !== '' && !first.startsWith('-');
const name = named ? first : 'build';

if (Object.hasOwn(benchmarks, name)) {
  const { run } = await benchmarks[name]();
  await run(named ? others : process.argv.slice(2));
} else {
  console.error(`there is no benchmark ${name}; there are: ${Object.keys(benchmarks).join(', ')}`);
  process.exitCode = 2;
}
