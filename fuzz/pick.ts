import fc from 'fast-check';

/** The text that an attack tries to run. It must never stand where a browser would. */
export const marker = 'alert(MEETPRESSFUZZ)';

export const pick = <T>(...values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);

/** The first arbitrary so many times as often as the others. */
export const mostly = <T>(times: number, first: fc.Arbitrary<T>, ...others: readonly fc.Arbitrary<T>[]) =>
  fc.oneof({ weight: times, arbitrary: first }, ...others.map((arbitrary) => ({ weight: 1, arbitrary })));

/** Some of a list, in any order, maybe twice. */
export const some = <T>(item: fc.Arbitrary<T>, maxLength: number): fc.Arbitrary<T[]> =>
  fc.array(item, { maxLength, size: 'max' });
