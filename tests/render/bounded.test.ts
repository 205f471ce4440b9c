import { afterEach, expect, test, vi } from 'vitest';
import { createBounded } from '../../src/render/bounded.ts';

vi.mock('../../src/limits.ts', async (original) => {
  const real = await original<typeof import('../../src/limits.ts')>();
  return { ...real, limits: { ...real.limits, pageTime: 500 } };
});
afterEach(() => vi.restoreAllMocks());

const spend = <T>(milliseconds: number, value: T): T => {
  const until = performance.now() + milliseconds;
  while (performance.now() < until);
  return value;
};
const forever = (): never => {
  for (;;);
};

test('one after another gives each, in order', () => {
  const { inTurn, page } = createBounded((template) => [template]);
  expect([...inTurn(40, (index) => page('a.njk', () => spend(1, index)))]).toEqual([...Array(40).keys()]);
  expect([...inTurn(0, forever)]).toEqual([]);
});

test('a page without an end is stopped, also among others, and its template is not tried again', () => {
  const { inTurn, page } = createBounded((template) => [template]);
  let tries = 0;
  const make = (index: number): string => {
    try {
      if (index % 3 !== 1) return page('good.njk', () => `${index}`);
      return page('bad.njk', () => {
        tries += 1;
        return forever();
      });
    } catch (error) {
      return (error as Error).message;
    }
  };
  const slow = 'a page takes longer than 0.5 seconds';
  expect([...inTurn(6, make)]).toEqual(['0', slow, '2', '3', slow, '5']);
  // Once among others, and once by itself.
  expect(tries).toBe(2);
});

test('a page that begins when most of a shared watch is over has the whole of its time', () => {
  const clock = vi.spyOn(performance, 'now').mockReturnValue(0);
  const { inTurn, page } = createBounded((template) => [template]);
  const make = (index: number): number => {
    clock.mockRestore();
    return spend(300, index);
  };
  const made = [...inTurn(2, (index) => page('a.njk', () => make(index)))];
  expect(made).toEqual([0, 1]);
});

test('what is thrown comes out, and nothing is watched where no template may be endless', () => {
  const { inTurn, page } = createBounded(() => []);
  expect(() => page('a.njk', () => JSON.parse('{'))).toThrow(SyntaxError);
  expect(() => [...inTurn(1, () => JSON.parse('{'))]).toThrow(SyntaxError);
  expect(page('a.njk', () => spend(600, 'slow'))).toBe('slow');
});

test('what calls itself fails once for all pages that are made of the same', () => {
  const { page } = createBounded((template) => (template === 'other.njk' ? ['page.njk'] : ['base.njk']));
  let calls = 0;
  const endless = (): number => endless() + 1;
  const make = (template: string) => () =>
    page(template, () => {
      calls += 1;
      return endless();
    });
  for (const template of ['a.njk', 'b.njk', 'a.njk']) expect(make(template)).toThrow('Maximum call stack size');
  expect(calls).toBe(1);
  expect(make('other.njk')).toThrow(RangeError);
  expect(calls).toBe(2);
});
