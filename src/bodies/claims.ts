/** Which thread makes what, for threads that share it: each thing is made once. */
export interface Claims {
  /** To be handed to another thread. */
  readonly shared: Int32Array;
  /** Whether the caller is to make it. For the one thread that needs things in an order of its own. */
  claim(index: number): boolean;
  /** One that the caller is to make, for all other threads; undefined where none is left. */
  claimAnother(): number | undefined;
  /** To be called when what was claimed can be had. */
  finish(index: number): void;
  /** To be called when it can't be made here. */
  release(index: number): void;
  /** Whether another thread has claimed it and not finished it after this time. */
  isLate(index: number, milliseconds: number): boolean;
}

const state = { free: 0, claimed: 1, finished: 2 } as const;

/**
 * @param shared that of another thread; or, for new ones, how many things there are
 * @param distance how far from where `claim` was called last others are looked for, from 0 to 1, the whole way round: threads
 *   that went the same way would wait for each other at each step
 */
export function createClaims(shared: number | Int32Array, distance = 0.5): Claims {
  // The last place tells what `claim` was called with.
  const states = typeof shared === 'number' ? new Int32Array(new SharedArrayBuffer(4 * (shared + 1))) : shared;
  const count = states.length - 1;
  let next = -1;
  const take = (index: number): boolean =>
    Atomics.compareExchange(states, index, state.free, state.claimed) === state.free;
  const set = (index: number, to: number): void => {
    Atomics.store(states, index, to);
    Atomics.notify(states, index);
  };
  return {
    shared: states,
    claim(index) {
      Atomics.store(states, count, index);
      return take(index);
    },
    claimAnother() {
      if (next < 0 || next >= count || !take(next)) {
        const start = Atomics.load(states, count) + Math.floor(count * distance);
        let left = count;
        for (next = start % count; left > 0 && !take(next); left -= 1) next = (next + 1) % count;
        if (left === 0) return undefined;
      }
      next += 1;
      return next - 1;
    },
    finish: (index) => set(index, state.finished),
    release: (index) => set(index, state.free),
    isLate: (index, milliseconds) => Atomics.wait(states, index, state.claimed, milliseconds) === 'timed-out',
  };
}
