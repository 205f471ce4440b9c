import { expect, test, vi } from 'vitest';
import { complaintsOf } from './bad-input.ts';

vi.mock('../../src/limits.ts', async (original) => {
  const real = await original<typeof import('../../src/limits.ts')>();
  return { ...real, limits: { ...real.limits, pageTime: 200 } };
});

test.each([
  ['loops in loops', '{% for i in range(9999) %}{% for j in range(9999) %}{{ i * j }}{% endfor %}{% endfor %}'],
  ['calls that double', '{% macro m(n) %}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(60) }}'],
  ['an expression that tries forever', `{{ r/^(a+)+$/.test("${'a'.repeat(50)}b") }}`],
])('a template that goes on and on is stopped: %s', async (_, text) => {
  expect(await complaintsOf({ 'templates/page.njk': text })).toEqual([
    'templates/page.njk:1:1 error[template-error] a page takes longer than 0.2 seconds',
  ]);
});
