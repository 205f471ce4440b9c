import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads';
import { attempt } from '../files.ts';
import type { Rendered } from '../markdown/rendered.ts';
import type { BodyOptions } from './bodies.ts';
import { createClaims } from './claims.ts';
import { type Packed, pack } from './packed.ts';
import { onDemand, type Supply } from './supply.ts';

/** What a thread is given. */
export interface Task {
  readonly bodies: Packed;
  readonly options: BodyOptions;
  readonly claims: Int32Array;
  readonly distance: number;
  readonly port: MessagePort;
}

/** What it gives for each body. */
export type Made = readonly [index: number, rendered: Rendered];

/** Characters of Markdown from which threads gain more than their start, and warming up the same code, costs. */
const worthwhile = 4_000_000;
/** The site itself has to be put together on one thread, and keeps about as many busy. */
const most = 3;
/** Milliseconds. What a thread takes longer for is made once more: it may have come to an end. */
const patience = 2_000;

/** What a thread runs; there only where the program is compiled. */
const program = fileURLToPath(new URL('body-thread.js', import.meta.url));
/** All that makes bodies, in one file. */
export const bodyCode = fileURLToPath(new URL('body-thread.cjs', import.meta.url));

/**
 * Lets other threads render bodies far from those that the caller asks for, which renders what they haven't begun: they
 * meet where they meet. Everything is made here where that is quicker, or the machine refuses.
 */
export const spread: Supply = (bodies, options, render) => {
  const here = onDemand(bodies, options, render);
  const count = Math.min(most, availableParallelism() - 1);
  const length = bodies.reduce((sum, { text }) => sum + text.length, 0);
  if (count < 1 || length < worthwhile || !existsSync(program)) return here;
  const claims = createClaims(bodies.length);
  const made = new Map<number, Rendered>();
  const ports: MessagePort[] = [];
  // What runs this program may forbid threads.
  attempt(() => {
    const task = { bodies: pack(bodies), options, claims: claims.shared };
    for (let number = 1; number <= count; number += 1) ports.push(start({ ...task, distance: number / (count + 1) }));
  });
  const receive = (): void => {
    for (const port of ports)
      for (let next = receiveMessageOnPort(port); next; next = receiveMessageOnPort(port))
        made.set(...(next.message as Made));
  };
  return (index) => {
    if (claims.claim(index)) return here(index);
    if (!made.has(index)) receive();
    if (!made.has(index) && !claims.isLate(index, patience)) receive();
    const rendered = made.get(index) ?? here(index);
    made.delete(index);
    return rendered;
  };
};

function start(task: Omit<Task, 'port'>): MessagePort {
  const { port1, port2 } = new MessageChannel();
  const worker = new Worker(program, { workerData: { ...task, port: port2 } satisfies Task, transferList: [port2] });
  // What a thread does not make is made here, where an error has its place.
  worker.on('error', () => undefined);
  worker.unref();
  port1.unref();
  return port1;
}
