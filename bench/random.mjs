/** Chance that is the same on every machine, by a seed (mulberry32). */
export function createRandom(seed) {
  let state = seed >>> 0;
  /** From 0, below 1. */
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  /** A whole number, both ends included. */
  const between = (low, high) => low + Math.floor(next() * (high - low + 1));
  const pick = (items) => items[between(0, items.length - 1)];
  const chance = (share) => next() < share;
  const times = (low, high, make) => Array.from({ length: between(low, high) }, (_, index) => make(index));
  return { next, between, pick, chance, times };
}
