import { spawnSync } from 'node:child_process';

/** The version that a program tells of itself; undefined where it is not installed. */
export function versionOf(program, ...args) {
  return /\d+\.\d+\.\d+/.exec(spawnSync(program, args, { encoding: 'utf8' }).stdout ?? '')?.[0];
}
