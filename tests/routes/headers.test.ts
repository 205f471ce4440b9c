import { expect, test } from 'vitest';
import type { Renderer } from '../../src/render/renderer.ts';
import { plan } from '../../src/routes/plan.ts';
import { type Contents, filesOf, siteOf } from '../support.ts';

/** `_headers` of a site, as blocks; undefined where it has none. */
function headersOf(config: string, files: Contents = {}): string[] | undefined {
  const { value: site } = siteOf({}, { config });
  const theme = filesOf({ 'assets/theme/theme.css': 'a{}', 'assets/theme/wave.png': 'x' }, '/theme');
  const { routes } = plan({
    site,
    contentFiles: [],
    files: filesOf(files),
    theme,
    trusted: undefined,
    search: false,
  }).value;
  const route = routes.find(({ path }) => path === '_headers');
  const text = route?.render({} as Renderer).value as string | undefined;
  return text?.split(/\n(?=\S)/).map((block) => block.replaceAll('\n  ', ' | ').trim());
}

const forEver = 'Cache-Control: public, max-age=31536000, immutable';
const all = "/* | X-Content-Type-Options: nosniff | Content-Security-Policy: frame-ancestors 'self'";
const hash = '[\\da-f]{10}';

test('a site that does not ask has none', () => expect(headersOf('')).toBeUndefined());

test('what tells its bytes by its name is kept for ever, and nothing else', () => {
  const [first, ...rest] = headersOf('headers: true', { 'assets/own.js': 'b', 'assets/a b.css': 'c{}' })!;
  expect(first).toBe(all);
  const expected = ['/assets/a%20b.#.css', '/assets/img/*', '/assets/own.#.js', '/assets/theme/colours.#.css'];
  expect(rest.map((rule) => rule.replace(new RegExp(`\\.${hash}\\.`), '.#.')).sort()).toEqual(
    [...expected, '/assets/theme/theme.#.css'].map((url) => `${url} | ${forEver}`),
  );
});

test('no path has two rules that speak of caching, as their values would be joined', () => {
  const urls = headersOf('headers: true', { 'assets/own.js': 'b' })!.map((rule) => rule.split(' | ')[0]!);
  const fixed = urls.filter((url) => !url.endsWith('*'));
  expect(fixed.filter((url) => url.startsWith('/assets/img/'))).toEqual([]);
  expect(new Set(urls).size).toBe(urls.length);
});

test('pictures of the site’s own among the copies may change', () =>
  expect(headersOf('headers: true', { 'assets/img/logo.png': 'x' })!.join()).not.toContain('/assets/img/'));

test('a site without a policy is not given one', () =>
  expect(headersOf('headers: true\ncsp: false')![0]).toBe('/* | X-Content-Type-Options: nosniff'));

test('there are no more rules than a host reads', () => {
  const scripts = Object.fromEntries(Array.from({ length: 150 }, (_, index) => [`assets/${index}.js`, `${index}`]));
  expect(headersOf('headers: true', scripts)).toHaveLength(100);
});
