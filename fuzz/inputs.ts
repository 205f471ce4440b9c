import fc from 'fast-check';
import type { Contents } from '../tests/support.ts';
import { mutated, readCorpus } from './mutate.ts';
import { structured } from './sites.ts';

export const sorts = ['structured', 'mutated'] as const;
export type Sort = (typeof sorts)[number];

/** Gives the input of a number, the same for the same seed. */
export type Generate = (sort: Sort, seed: number, index: number) => Contents;

/** @param corpus folders with Markdown to start from */
export function createGenerate(corpus: readonly string[]): Generate {
  const made = new Map<Sort, fc.Arbitrary<Contents>>([['structured', structured]]);
  return (sort, seed, index) => {
    const arbitrary = made.get(sort) ?? mutated(readCorpus(corpus));
    made.set(sort, arbitrary);
    // Each has a seed of its own, so that one can be made again without those before it.
    const own = Math.imul(seed ^ Math.imul(index + 1, 0x9e3779b1), 0x85ebca6b) | 0;
    return fc.sample(arbitrary, { seed: own, numRuns: 1 })[0]!;
  };
}
