/** Which thread makes what, for threads that share it: one place for each thing to be made. */
export interface Claims {
  /** To be handed to another thread. */
  readonly shared: Int32Array;
  /** Whether the caller is to make it. */
  claim(index: number): boolean;
  /** To be called when what was claimed can be had. */
  finish(index: number): void;
  /** To be called when it can't be made here. */
  release(index: number): void;
  /** Whether another thread has claimed it and not finished it after this time. */
  isLate(index: number, milliseconds: number): boolean;
}

const state = { free: 0, claimed: 1, finished: 2 } as const;

/** @param shared that of another thread, or new ones */
export function createClaims(shared: number | Int32Array): Claims {
  const states = typeof shared === 'number' ? new Int32Array(new SharedArrayBuffer(4 * shared)) : shared;
  const set = (index: number, to: number): void => {
    Atomics.store(states, index, to);
    Atomics.notify(states, index);
  };
  return {
    shared: states,
    claim: (index) => Atomics.compareExchange(states, index, state.free, state.claimed) === state.free,
    finish: (index) => set(index, state.finished),
    release: (index) => set(index, state.free),
    isLate: (index, milliseconds) => Atomics.wait(states, index, state.claimed, milliseconds) === 'timed-out',
  };
}
