import { spawnSync } from 'node:child_process';
import { reportPipe } from './probe.mjs';

const probe = new URL('probe.mjs', import.meta.url).href;

/**
 * Runs Node to its end. Throws where it fails or complains: what is measured must have worked.
 * @returns milliseconds
 */
export function wallTime(args) {
  return execute([process.execPath, ...args]).wall;
}

/**
 * Runs any program to its end in a folder. Throws where it fails; it may complain.
 * @returns milliseconds
 */
export function commandTime(command, cwd) {
  return execute(command, { cwd, mayComplain: true }).wall;
}

/**
 * Runs a process that reports about itself.
 * @returns `wall` and `cpu` in milliseconds (the latter of all threads), `peak` memory in bytes, and `stages` by name in
 * milliseconds, which add up to the wall time where the program is timed
 */
export function probeRun(args) {
  const { wall, started, report } = execute([process.execPath, '--import', probe, ...args], { probed: true });
  const { cpu, peak, stages, from, to } = JSON.parse(report);
  return { wall, cpu, peak, stages: { start: from - started, ...stages, exit: started + wall - to } };
}

function execute([program, ...args], { cwd, probed = false, mayComplain = false } = {}) {
  const started = performance.timeOrigin + performance.now();
  const { error, status, stderr, output } = spawnSync(program, args, {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe', ...(probed ? ['pipe'] : [])],
    env: { ...process.env, MEETPRESS_BENCH: probed ? 'probe' : '' },
  });
  const wall = performance.timeOrigin + performance.now() - started;
  if (error) throw error;
  if (status !== 0 || (stderr && !mayComplain))
    throw new Error(`${program} ${args.join(' ')} ended with ${status}:\n${stderr}`);
  return { wall, started, report: output[reportPipe] };
}

/** Measures two things in turn, A B A B, so that what else the machine does meets both. */
export function runPairs(count, first, second) {
  return Array.from({ length: count }, () => ({ first: first(), second: second() }));
}

export const median = (numbers) => {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};
