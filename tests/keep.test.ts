import { describe, expect, test } from 'vitest';
import { keep, keepLast, keepWith } from '../src/keep.ts';

/** Whatever is made is new, so that what was kept can be told from it. */
const made = (...from: readonly unknown[]) => ({ from });

test('of a value, what was made of it before is given again', () => {
  const kept = keep((key: object) => made(key));
  const [one, other] = [{}, {}];
  expect(kept(one)).toBe(kept(one));
  // An equal value isn't the same one.
  expect(kept(other)).not.toBe(kept(one));
});

test('in a list, a place is no detail', () => {
  const kept = keep((key: object) => made(key));
  const [one, other] = [{}, {}];
  expect([other, one].map(kept)).toEqual([kept(other), kept(one)]);
  expect([other, one].map(kept)[1]).toBe([one].map(kept)[0]);
});

describe('of a value and a detail', () => {
  const kept = keepWith((key: object, detail: string | undefined) => made(key, detail));
  const key = {};

  test('each detail has its own', () => {
    const [a, b] = [kept(key, 'a'), kept(key, 'b')];
    expect(a).toEqual(made(key, 'a'));
    expect([kept(key, 'a'), kept(key, 'b'), kept(key, undefined)]).toEqual([a, b, made(key, undefined)]);
    expect(kept(key, 'a')).toBe(a);
    expect(kept({}, 'a')).not.toBe(a);
  });

  test('nothing is an answer, too', () => {
    let asked = 0;
    const count = keepWith((_: object, __: string): undefined => void asked++);
    expect([count(key, 'x'), count(key, 'x')]).toEqual([undefined, undefined]);
    expect(asked).toBe(1);
  });
});

test('of arguments, only those of the last call are known', () => {
  const kept = keepLast((...args: readonly unknown[]) => made(...args));
  const first = kept(1, 'a');
  expect(kept(1, 'a')).toBe(first);
  expect(kept(1, 'b')).toEqual(made(1, 'b'));
  expect(kept(1, 'a')).not.toBe(first);
});
