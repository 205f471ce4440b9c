type Primitive = string | number | boolean | undefined;

/**
 * Remembers what a function made of a value and a detail, for as long as that value itself is in memory: what nobody
 * holds any longer costs nothing.
 */
export function keep<K extends object, D extends Primitive, V>(make: (key: K, detail: D) => V) {
  const known = new WeakMap<K, Map<D, V>>();
  return (key: K, detail: D): V => {
    const made = known.get(key) ?? new Map<D, V>();
    if (made.size === 0) known.set(key, made);
    if (!made.has(detail)) made.set(detail, make(key, detail));
    return made.get(detail) as V;
  };
}

/** Remembers what a function made of the arguments that it was last called with. */
export function keepLast<A extends readonly Primitive[], V>(make: (...args: A) => V) {
  let last: { readonly args: A; readonly value: V } | undefined;
  return (...args: A): V => {
    if (!last || args.some((arg, index) => arg !== last?.args[index])) last = { args, value: make(...args) };
    return last.value;
  };
}
