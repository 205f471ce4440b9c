import { hash } from 'node:crypto';
import type { Files, Listed } from '../files.ts';

/** The ways to ask for something in a folder. */
const ways = {
  list: (files: Files, folder: string) => files.list(folder),
  read: (files: Files, path: string) => files.read(path),
  readIfThere: (files: Files, path: string) => files.readIfThere(path),
  readStart: (files: Files, path: string, length: number) => files.readStart(path, length),
  hashOf: (files: Files, path: string) => files.hashOf(path),
} as const;

type Way = keyof typeof ways;

/** What was asked of a folder, in this order, and a sum of what came back. Plain data. */
export type Answers = ReadonlyMap<string, string>;

export interface Traced {
  readonly files: Files;
  /** What was asked until now; undefined where one question had two answers, as somebody wrote meanwhile. */
  answers(): Answers | undefined;
}

/** Notes all that is asked of a folder: what is made of the answers is the same for as long as they are. */
export function traced(files: Files): Traced {
  const answers = new Map<string, string>();
  let steady = true;
  const note = (question: string, sum: string): void => {
    if ((answers.get(question) ?? sum) !== sum) steady = false;
    answers.set(question, sum);
  };
  const asking =
    <W extends Way>(way: W) =>
    (path: string, length = 0): ReturnType<(typeof ways)[W]> => {
      const question = `${way} ${length} ${path}`;
      try {
        const answer = ways[way](files, path, length);
        note(question, sumOf(answer));
        return answer as ReturnType<(typeof ways)[W]>;
      } catch (error) {
        note(question, failureIn(error));
        throw error;
      }
    };
  return {
    files: {
      root: files.root,
      list: asking('list'),
      read: asking('read'),
      readIfThere: asking('readIfThere'),
      readStart: asking('readStart'),
      hashOf: asking('hashOf'),
    },
    answers: () => (steady ? answers : undefined),
  };
}

/** Whether a folder would give these answers again. */
export function gives(files: Files, answers: Answers): boolean {
  for (const [question, sum] of answers) {
    const [way, length] = question.split(' ', 2) as [Way, string];
    const path = question.slice(way.length + length.length + 2);
    if (sumNow(() => ways[way](files, path, Number(length))) !== sum) return false;
  }
  return true;
}

function sumNow(ask: () => Answer): string {
  try {
    return sumOf(ask());
  } catch (error) {
    return failureIn(error);
  }
}

type Answer = ReturnType<(typeof ways)[Way]>;

function sumOf(answer: Answer): string {
  if (answer === undefined) return 'nothing';
  if (typeof answer === 'string') return answer;
  return hash('sha1', answer instanceof Uint8Array ? answer : listing(answer));
}

const listing = (list: readonly Listed[]): string => list.map(({ path, type }) => `${type} ${path}\0`).join('');

const failureIn = (error: unknown): string => `failure ${(error as { readonly code?: unknown }).code}`;
