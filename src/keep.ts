type Primitive = string | number | boolean | undefined;

/**
 * Remembers what a function made of a value, for as long as that value itself is in memory: what nobody holds any longer
 * costs nothing.
 */
export function keep<K extends object, V>(make: (key: K) => V): (key: K) => V {
  const known = keepWith((key: K, _: undefined) => make(key));
  return (key) => known(key, undefined);
}

/** As `keep`, for a function that takes a detail besides. */
export function keepWith<K extends object, D extends Primitive, V>(make: (key: K, detail: D) => V) {
  // A chain, as mostly there is one detail.
  const known = new WeakMap<K, Made<D, V>>();
  return (key: K, detail: D): V => {
    const first = known.get(key);
    for (let made = first; made; made = made.next) if (made.detail === detail) return made.value;
    const value = make(key, detail);
    known.set(key, { detail, value, next: first });
    return value;
  };
}

interface Made<D, V> {
  readonly detail: D;
  readonly value: V;
  readonly next: Made<D, V> | undefined;
}

/** Remembers what a function made of the arguments that it was last called with. */
export function keepLast<A extends readonly unknown[], V>(make: (...args: A) => V) {
  let last: { readonly args: A; readonly value: V } | undefined;
  return (...args: A): V => {
    if (!last || args.some((arg, index) => arg !== last?.args[index])) last = { args, value: make(...args) };
    return last.value;
  };
}
