import type { Output } from '../../src/output/output.ts';

/** A file that was cut short anywhere doesn't end with its path. */
const file = (path: string, word: string): Output => ({
  path,
  content: Buffer.from(`${`${word} `.repeat(4000)}${path}`),
});

const numbers = Array.from({ length: 150 }, (_, number) => number);

/** `red` and `green` have the same paths; in `blue` the files of those are folders, and many are missing. */
export const sites = {
  red: numbers.flatMap((number) => [file(`page-${number}`, 'red'), file(`events/${number}/index.html`, 'red')]),
  green: numbers.flatMap((number) => [file(`page-${number}`, 'green'), file(`events/${number}/index.html`, 'green')]),
  blue: numbers.flatMap((number) => [file(`page-${number}/index.html`, 'blue'), file(`events/${number * 2}`, 'blue')]),
};
