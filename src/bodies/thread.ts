import { workerData } from 'node:worker_threads';
import type { Program } from '../code.ts';
import { createBodies } from './bodies.ts';
import { createClaims } from './claims.ts';
import { unpack } from './packed.ts';
import type { Made, Task } from './threads.ts';

/** What another thread runs: it renders what nobody has begun. */
export const run: Program['run'] = () => {
  const { bodies, options, claims: shared, distance, port } = workerData as Task;
  const claims = createClaims(shared, distance);
  const render = createBodies(options);
  for (let index = claims.claimAnother(); index !== undefined; index = claims.claimAnother()) {
    const { text, language } = unpack(bodies, index);
    try {
      port.postMessage([index, render(text, language)] satisfies Made);
      claims.finish(index);
    } catch {
      claims.release(index);
      break;
    }
  }
  port.close();
  return options.untrusted ? 0 : 1;
};
