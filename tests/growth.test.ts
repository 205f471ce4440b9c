import { expect, test } from 'vitest';
import { expectLinear } from './growth.ts';

/** Keeps the processor busy for so many milliseconds of its time. */
function spend(milliseconds: number): void {
  const before = process.cpuUsage();
  for (let spent = 0; spent < milliseconds * 1000; ) {
    const { user, system } = process.cpuUsage(before);
    spent = user + system;
  }
}

test('what grows with its size is linear', () => expectLinear((size) => spend(3 * size), 100));

test.each([
  ['its square', 2],
  ['more', 3],
])('what grows with %s is not', (_, power) => {
  expect(() => expectLinear((size) => spend(300 * (size / 800) ** power), 800)).toThrow('far more than 8');
});
