import { workerData } from 'node:worker_threads';
import { createBodies } from './bodies.ts';
import { createClaims } from './claims.ts';
import type { Made, Task } from './threads.ts';

/** What another thread runs: it renders what nobody has begun, from the last body on. */
const { bodies, options, claims: shared, port } = workerData as Task;
const claims = createClaims(shared);
const render = createBodies(options);

for (const [index, { text, language }] of [...bodies.entries()].reverse()) {
  if (!claims.claim(index)) continue;
  try {
    port.postMessage([index, render(text, language)] satisfies Made);
    claims.finish(index);
  } catch {
    claims.release(index);
  }
}
port.close();
