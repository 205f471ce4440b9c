// Whole builds of the same posts, against other generators: cold into an empty folder, and again where nothing changed.
// Options: --sizes 100,1000,4000  --pairs 7  --only eleventy,hugo,jekyll,mkdocs  --minutes 3 (at most, for each row;
// but there are three pairs at least)  --theme (Meetpress with its default theme, the others with their small layouts)
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { machine, markdownTable, ratios, seconds } from './format.mjs';
import { eleventy } from './peers/eleventy.mjs';
import { hugo } from './peers/hugo.mjs';
import { jekyll } from './peers/jekyll.mjs';
import { meetpress } from './peers/meetpress.mjs';
import { mkdocs } from './peers/mkdocs.mjs';
import { checkPosts, forget, numbersIn, outFolders, temporaryFolder } from './place.mjs';
import { commandTime, median, runPairs } from './processes.mjs';
import { generateSite } from './site.mjs';

const peers = { eleventy, hugo, jekyll, mkdocs };
const fewestPairs = 3;
const minute = 60_000;

export async function run(args) {
  const { values } = parseArgs({
    args,
    options: {
      sizes: { type: 'string', default: '100,1000,4000' },
      pairs: { type: 'string', default: '7' },
      only: { type: 'string', default: Object.keys(peers).join() },
      minutes: { type: 'string', default: '3' },
      theme: { type: 'boolean', default: false },
    },
  });
  const sizes = numbersIn('sizes', values.sizes);
  const [pairs] = numbersIn('pairs', values.pairs);
  const [minutes] = numbersIn('minutes', values.minutes);
  const tools = chosenPeers(values.only);
  const folder = temporaryFolder();

  const fitting = (size) => tools.filter(({ most = Infinity }) => size <= most);
  console.error(`${sizes.flatMap(fitting).length} comparisons, of ${minutes} min or less each`);
  console.log(`${machine()}; ${values.theme ? 'Meetpress with its default theme' : 'small layouts'}`);
  for (const size of sizes) {
    const place = join(folder, `${size}`);
    const own = prepare(meetpress, join(place, 'meetpress'), size, !values.theme);
    const rows = fitting(size).map((tool) => {
      const other = prepare(tool, join(place, tool.name), size);
      return rowOf(tool.name, compare(own, other, pairs, minutes * minute));
    });
    console.log(`\n${markdownTable([headingsOf(size), ...rows])}`);
  }
}

function chosenPeers(only) {
  const names = only.split(',');
  const unknown = names.filter((name) => !Object.hasOwn(peers, name));
  if (unknown.length) throw new Error(`--only takes some of ${Object.keys(peers).join()}; there is no ${unknown}`);
  const absent = names.filter((name) => !peers[name].isThere());
  if (absent.length) console.error(`not installed: ${absent.join(', ')}`);
  return names.filter((name) => !absent.includes(name)).map((name) => peers[name]);
}

/**
 * Sets the posts up for a tool and builds them once, so that the disk is warm, and it is sure that every page is made.
 * @returns builds to be timed, and how long one of each takes together
 */
function prepare(tool, folder, size, small = true) {
  const [root, nextOut] = [join(folder, 'site'), outFolders(folder)];
  mkdirSync(root, { recursive: true });
  generateSite(root, size, { small });
  tool.setUp(root);
  const build = (commandFor, out) => {
    const time = commandTime(commandFor(out), root);
    checkPosts(out, size);
    return time;
  };
  const cold = () => {
    forget(root, tool.keeps);
    return build(tool.build, nextOut());
  };
  const lastOut = nextOut();
  const again = () => build(tool.buildAgain ?? tool.build, lastOut);
  cold();
  return { name: tool.name, size, cold, again, takes: cold() + again() };
}

/** Pairs in turn, as many as the time allows. Says on standard error how long that will take. */
function compare(own, other, wanted, allowed) {
  const each = own.takes + other.takes;
  const count = Math.min(wanted, Math.max(fewestPairs, Math.floor(allowed / each)));
  console.error(`${other.size} posts, ${other.name}: ${count} pairs, about ${seconds(count * each)}`);
  const cold = runPairs(count, own.cold, other.cold);
  // What the first of these keeps, the others find.
  runPairs(1, own.again, other.again);
  return { cold, again: runPairs(count, own.again, other.again) };
}

const headingsOf = (size) => [
  `${size.toLocaleString('en')} posts`,
  'cold, Meetpress',
  'the other',
  'ratio',
  'again, Meetpress',
  'the other',
  'ratio',
];

const rowOf = (name, { cold, again }) => [name, ...cellsOf(cold), ...cellsOf(again)];

const cellsOf = (times) => [
  seconds(median(times.map(({ first }) => first))),
  seconds(median(times.map(({ second }) => second))),
  ratios(times),
];
