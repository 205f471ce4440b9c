import { readFileSync, writeSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

/** The pipe on which a process reports about itself, where the benchmark opened one. */
export const reportPipe = 3;
const asked = process.env.MEETPRESS_BENCH === 'probe' && isMainThread;

const spent = {};
const running = [];
let since = 0;
let began;
let ended;

/** Charges the time since the last call to the innermost stage that runs. */
function charge() {
  const now = performance.now();
  began ??= now;
  if (running.length) spent[running.at(-1)] = (spent[running.at(-1)] ?? 0) + now - since;
  since = now;
  ended = now;
}

/**
 * A synchronous function whose time is counted for a stage, without that of the stages that it calls. Where nobody
 * asked it is the function itself.
 */
export function timed(stage, run) {
  if (!asked) return run;
  return (...args) => {
    charge();
    running.push(stage);
    try {
      return run(...args);
    } finally {
      charge();
      running.pop();
    }
  };
}

if (asked)
  process.on('exit', () => {
    const { userCPUTime, systemCPUTime } = process.resourceUsage();
    const report = {
      stages: spent,
      from: performance.timeOrigin + began,
      to: performance.timeOrigin + ended,
      cpu: (userCPUTime + systemCPUTime) / 1000,
      peak: peakMemory(),
    };
    writeSync(reportPipe, JSON.stringify(report));
  });

/** In bytes. What Linux counts for a process begins with that of its parent; what it tells of its memory does not. */
function peakMemory() {
  const status = process.platform === 'linux' ? readFileSync('/proc/self/status', 'utf8') : '';
  const [, kilobytes = process.resourceUsage().maxRSS] = /^VmHWM:\s+(\d+) kB$/m.exec(status) ?? [];
  return Number(kilobytes) * 1024;
}
