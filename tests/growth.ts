import { expect } from 'vitest';

/** Milliseconds of the processor, which a machine that does other things spends on them. */
function costOf(run: () => unknown): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** What is done in that time is soon done, whatever it grows with. */
const little = 150;
const part = 8;

/**
 * What something takes has to grow with its size, and not with its square: eight times as much may take 32 times as
 * long, which leaves room for a machine's moods. How fast the machine is does not matter.
 * @param run does it at a size
 */
export function expectLinear(run: (size: number) => unknown, size: number): void {
  const small = Math.floor(size / part);
  run(small);
  // One that something came between is measured again.
  for (let left = 3; left > 0; left -= 1) {
    const all = costOf(() => run(size));
    if (all < little || all < 4 * part * costOf(() => run(small))) return;
  }
  expect.fail(`${size} take far more than ${part} times as long as ${small}`);
}
