// What a network of chapters takes, in processor time: as sites apart, and as one site in one build and in parts.
// Options: --chapters 1,10,50  --parts 4. A chapter has 100 events; 200 of them in one site take minutes, and 4 GB.
import { cpSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { eventsEach, generateChapters } from './chapters.mjs';
import { bytes, machine, markdownTable, seconds } from './format.mjs';
import { numbersIn, outFolders, temporaryFolder } from './place.mjs';
import { probeRun } from './processes.mjs';
import { program } from './program.mjs';

/** So many that hardly a page is in the first of them: what is left is what each part does anyway. */
const countless = 999_983;
const now = ['--now', '2026-11-20'];
const network = 1_000;
const jobs = 20;

export async function run(args) {
  const { values } = parseArgs({
    args,
    options: { chapters: { type: 'string', default: '1,10,50' }, parts: { type: 'string', default: '4' } },
  });
  const counts = numbersIn('chapters', values.chapters);
  const [parts] = numbersIn('parts', values.parts);
  const folder = temporaryFolder();
  const nextOut = outFolders(folder);
  const build = (root, ...more) => {
    const out = nextOut();
    const { cpu, peak } = probeRun([program, 'build', '--root', root, '--out', out, ...now, ...more]);
    return { cpu, peak, out };
  };

  console.log(`${machine()}; processor time of all threads\n`);
  printApart(build, folder);
  const rows = counts.map((count) => measureTogether(build, join(folder, `together-${count}`), count, parts));
  const headings = ['events in one site', 'files', 'one build', 'memory', 'planning alone'];
  console.log(markdownTable([[...headings, `${parts} parts together`, 'the longest', 'its memory'], ...rows]));
}

/** A chapter as a site of its own, and what so many of them take. */
function printApart(build, folder) {
  const plain = join(folder, 'plain');
  const full = join(folder, 'full');
  generateChapters(plain, 1);
  generateChapters(full, 1, ['cards', 'search']);
  const runs = [
    ['without cards and search', build(plain)],
    ['with both, the first time', build(full)],
    ['with both, again elsewhere', build(moved(full, folder))],
  ];
  const rows = runs.map(([what, { cpu, peak }]) => {
    const all = (cpu * network) / 60_000;
    return [what, seconds(cpu), bytes(peak), `${all.toFixed(0)} min`, `${(all / jobs).toFixed(1)} min`];
  });
  const headings = [`a chapter of ${eventsEach} events`, 'one build', 'memory'];
  console.log(
    `${markdownTable([[...headings, `${network.toLocaleString('en')} of them`, `in ${jobs} jobs at once`], ...rows])}\n`,
  );
}

/** The site on another machine, to which what was made before was brought. */
function moved(site, folder) {
  const copy = join(folder, 'moved');
  cpSync(site, copy, { recursive: true });
  return copy;
}

function measureTogether(build, root, count, parts) {
  generateChapters(root, count);
  const whole = build(root);
  const planning = build(root, '--shard', `1/${countless}`);
  const each = Array.from({ length: parts }, (_, at) => build(root, '--shard', `${at + 1}/${parts}`));
  const longest = each.reduce((a, b) => (a.cpu > b.cpu ? a : b));
  const files = readdirSync(whole.out, { recursive: true, withFileTypes: true }).filter((item) => item.isFile());
  return [
    (count * eventsEach).toLocaleString('en'),
    files.length.toLocaleString('en'),
    seconds(whole.cpu),
    bytes(whole.peak),
    seconds(planning.cpu),
    seconds(each.reduce((sum, { cpu }) => sum + cpu, 0)),
    seconds(longest.cpu),
    bytes(longest.peak),
  ];
}
