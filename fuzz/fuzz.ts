import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Contents } from '../tests/support.ts';
import { createGenerate, type Sort, sorts } from './inputs.ts';
import { shrink } from './shrink.ts';
import { startTester } from './tester.ts';
import type { Found } from './worker.ts';

/** What a failing input is kept as: bytes in base64, text as it is. */
interface Kept {
  readonly problems: readonly string[];
  readonly untrusted: boolean;
  readonly contents: Readonly<Record<string, string | { readonly base64: string }>>;
}

const batch = 50;
const shrinkSeconds = 30;
/** Where failing inputs are kept. */
const folder = join(tmpdir(), 'meetpress-fuzz');

/**
 * Builds generated sites until the count is reached, and prints what is wrong with any.
 * @returns the exit code
 */
export async function run(args: readonly string[], root: string): Promise<number> {
  const options = readOptions(args);
  const tester = startTester({ root, corpus: options.corpus });
  try {
    return options.repeat === undefined ? await search(options, tester) : await repeat(options.repeat, tester);
  } finally {
    await tester.stop();
  }
}

type Options = ReturnType<typeof readOptions>;
type Tester = ReturnType<typeof startTester>;

function readOptions(args: readonly string[]) {
  const { values } = parseArgs({
    args: [...args],
    options: {
      seed: { type: 'string', default: `${Date.now() % 1_000_000}` },
      count: { type: 'string', default: '10000' },
      from: { type: 'string', default: '0' },
      only: { type: 'string' },
      corpus: { type: 'string', default: process.env.MEETPRESS_CORPUS ?? 'content,tests/cases' },
      repeat: { type: 'string' },
    },
  });
  const [seed, count, from] = [values.seed, values.count, values.from].map(Number) as [number, number, number];
  if (![seed, count, from].every(Number.isSafeInteger)) throw new Error('--seed, --count and --from take numbers');
  const only = sorts.filter((sort) => values.only === undefined || values.only === sort);
  if (only.length === 0) throw new Error(`--only takes ${sorts.join(' or ')}`);
  return { seed, count, from, only, corpus: values.corpus.split(','), repeat: values.repeat };
}

/** What two failures have in common if they are one: the problem without its numbers and the rest of its stack. */
const keyOf = (problem: string): string => problem.split('\n').slice(0, 2).join(' ').replace(/\d+/g, '0').slice(0, 160);

async function search({ seed, count, from, only, corpus }: Options, tester: Tester): Promise<number> {
  const generate = createGenerate(corpus);
  const known = new Map<string, number>();
  const started = performance.now();
  let [inputs, files, printed] = [0, 0, started];
  const note = async (sort: Sort, { index, untrusted, problems }: Found): Promise<void> => {
    for (const problem of problems) {
      const key = keyOf(problem);
      known.set(key, (known.get(key) ?? 0) + 1);
      if (known.get(key) !== 1) continue;
      console.log(`\n${sort} input ${index} of seed ${seed}${untrusted ? ', untrusted' : ''}:\n${problem}`);
      const shows = async (contents: Contents) =>
        (await tester.check({ contents, untrusted })).some((each) => keyOf(each) === key);
      const contents = await shrink(generate(sort, seed, index), shows, shrinkSeconds);
      console.log(
        `repeat it with: npm run fuzz -- --repeat ${keep({ problems: [problem], untrusted, contents }, sort, seed, index)}`,
      );
    }
  };
  for (const sort of only)
    for (let at = from; at < from + count; at += batch) {
      const to = Math.min(at + batch, from + count);
      const answer = await tester.batch({ sort, seed, from: at, to });
      inputs += to - at;
      files += answer.files;
      for (const each of answer.found) await note(sort, each);
      if (performance.now() - printed < 30_000 && (to < from + count || sort !== only.at(-1))) continue;
      printed = performance.now();
      const seconds = (printed - started) / 1000;
      console.log(
        `seed ${seed}, ${sort}: ${inputs} inputs (${files} files), each built twice, in ${Math.round(seconds)} s, ` +
          `${Math.round(inputs / seconds)} a second, ${known.size} different findings`,
      );
    }
  for (const [key, times] of known) console.log(`${times} times ${key}`);
  return known.size ? 1 : 0;
}

function keep(
  { problems, untrusted, contents }: { problems: readonly string[]; untrusted: boolean; contents: Contents },
  ...name: readonly (string | number)[]
): string {
  const kept: Kept = {
    problems,
    untrusted,
    contents: Object.fromEntries(
      Object.entries(contents).map(([path, data]) => [
        path,
        typeof data === 'string' && data.isWellFormed() ? data : { base64: Buffer.from(data).toString('base64') },
      ]),
    ),
  };
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${name.join('-')}-${keyOf(problems[0]!).replace(/\W+/g, '-').slice(0, 40)}.json`);
  writeFileSync(file, `${JSON.stringify(kept, null, 2)}\n`);
  return file;
}

async function repeat(file: string, tester: Tester): Promise<number> {
  const { untrusted, contents } = JSON.parse(readFileSync(file, 'utf8')) as Kept;
  const bytes = Object.entries(contents).map(
    ([path, data]) => [path, typeof data === 'string' ? data : Buffer.from(data.base64, 'base64')] as const,
  );
  const problems = await tester.check({ contents: Object.fromEntries(bytes), untrusted });
  console.log(problems.join('\n') || 'nothing is wrong any more');
  return problems.length ? 1 : 0;
}
