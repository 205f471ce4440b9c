import { expect, test } from 'vitest';
import { fingerprinted, withoutFingerprints } from '../src/fingerprints.ts';

const hash = '0123456789abcdef';

test.each([
  ['assets/site.css', 'assets/site.0123456789.css'],
  ['assets/theme/moments.js', 'assets/theme/moments.0123456789.js'],
  ['assets/a.b/c.min.mjs', 'assets/a.b/c.min.0123456789.mjs'],
  ['assets/logo.svg', undefined],
  ['site.css', undefined],
  ['assets/css', undefined],
])('%s is published as %s', (path, expected) => {
  expect(fingerprinted(path, () => hash)).toBe(expected);
  if (expected) expect(withoutFingerprints(`<link href="/base/${expected}">`)).toBe(`<link href="/base/${path}">`);
});

test('what cannot be read has no fingerprint', () =>
  expect(fingerprinted('assets/a.css', () => undefined)).toBe(undefined));

test.each(['/a.0123.css', '/a.0123456789.png', 'a.0123456789.css', '/a 0.0123456789.cssx', '/a.0123456789ab.css'])(
  '%s has none',
  (text) => expect(withoutFingerprints(text)).toBe(text),
);
