import { expect, test } from 'vitest';
import { createClaims } from '../../src/bodies/claims.ts';

test('each thing is claimed once, by whichever thread asks first', () => {
  const here = createClaims(3);
  const there = createClaims(here.shared);
  expect([here.claim(0), there.claim(0), there.claim(2), here.claim(2), here.claim(1)]).toEqual([
    true,
    false,
    true,
    false,
    true,
  ]);
});

test('what is finished is not late, and not to be claimed again', () => {
  const here = createClaims(1);
  const there = createClaims(here.shared);
  there.claim(0);
  expect(here.isLate(0, 1)).toBe(true);
  there.finish(0);
  expect(here.isLate(0, 1)).toBe(false);
  expect(here.claim(0)).toBe(false);
});

test('what is released can be claimed', () => {
  const claims = createClaims(1);
  claims.claim(0);
  claims.release(0);
  expect(claims.isLate(0, 1)).toBe(false);
  expect(claims.claim(0)).toBe(true);
});

test('others look far from where things are needed, one after another, and leave out what is claimed', () => {
  const here = createClaims(8);
  const there = createClaims(here.shared, 0.5);
  here.claim(1);
  expect([there.claimAnother(), there.claimAnother()]).toEqual([5, 6]);
  here.claim(7);
  // Half the way round from 7, which is taken up to 1.
  expect([there.claimAnother(), there.claimAnother()]).toEqual([3, 4]);
  here.claim(0);
  expect([there.claimAnother(), there.claimAnother()]).toEqual([2, undefined]);
});

test('of two threads each thing is claimed once, whatever the order', () => {
  const here = createClaims(50);
  const others = [0.3, 0.6].map((distance) => createClaims(here.shared, distance));
  const claimed: number[] = [];
  for (let index = 49; index >= 0; index -= 1) {
    if (here.claim(index)) claimed.push(index);
    for (const other of others) claimed.push(other.claimAnother() ?? -1);
  }
  expect(claimed.filter((index) => index >= 0).sort((a, b) => a - b)).toEqual([...Array(50).keys()]);
});

test('of nothing there is nothing to claim', () => {
  expect(createClaims(0).claimAnother()).toBeUndefined();
});
