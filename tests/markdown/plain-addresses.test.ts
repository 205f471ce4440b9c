import fc from 'fast-check';
import createMarkdownIt from 'markdown-it';
import { expect, test } from 'vitest';
import { plainAddresses } from '../../src/markdown/plain-addresses.ts';

const library = createMarkdownIt();
const quick = createMarkdownIt().use(plainAddresses);

const part = fc.constantFrom(
  ...'abzAZ019_-./~!$&()*+,;=:@?#%[]\\"\'<> é',
  ...[
    '//',
    'http://',
    'https://',
    'HTTP://',
    'mailto:',
    'xn--',
    'XN--80ak',
    'javascript:',
    'www.',
    '%20',
    '%c3%a9',
    '::1',
  ],
);
const address = fc.array(part, { maxLength: 14 }).map((parts) => parts.join(''));

test.each(['normalizeLink', 'normalizeLinkText'] as const)('%s gives what the library gives', (name) => {
  const given = fc.oneof(address, fc.webUrl({ withFragments: true, withQueryParameters: true }));
  fc.assert(
    fc.property(given, (url) => {
      expect(quick[name](url)).toBe(library[name](url));
    }),
    { numRuns: 3000 },
  );
});

test.each([
  'https://example.org',
  'https://example.org/a/b_c.html?d=1&e=f#g',
  '../events/maps.md#where',
  '/assets/pier.svg',
])('%s is taken as it is', (url) => {
  const unasked = Object.assign(createMarkdownIt(), { normalizeLink: expect.unreachable });
  expect(unasked.use(plainAddresses).normalizeLink(url)).toBe(url);
});
