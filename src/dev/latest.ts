/** A map that remembers what was asked for last, and lets go of the rest. */
export interface Latest<K, V> {
  has(key: K): boolean;
  get(key: K): V | undefined;
  set(key: K, value: V): void;
  delete(key: K): void;
}

export function createLatest<K, V>(most: number): Latest<K, V> {
  const known = new Map<K, V>();
  return {
    has: (key) => known.has(key),
    get: (key) => known.get(key),
    delete: (key) => void known.delete(key),
    set(key, value) {
      // A map keeps the order in which keys came.
      known.delete(key);
      known.set(key, value);
      if (known.size > most) known.delete(known.keys().next().value as K);
    },
  };
}
