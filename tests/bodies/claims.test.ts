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
