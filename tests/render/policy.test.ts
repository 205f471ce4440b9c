import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { policyOf } from '../../src/render/policy.ts';

const hashed = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const usual = { trusted: true, draws: false, more: {} };
/** What the policy says of one kind of source; undefined where it says nothing. */
const directive = (name: string, html: string, options: Partial<typeof usual> = {}): string | undefined =>
  policyOf(html, { ...usual, ...options })
    .split('; ')
    .find((each) => each.startsWith(`${name} `))
    ?.slice(name.length + 1);

test('a page that holds nothing may load nothing but what its own host has, and pictures', () => {
  expect(policyOf('<p>Words.</p>', usual)).toBe(
    "default-src 'self'; img-src 'self' data: https:; frame-src 'none'; object-src 'none'; base-uri 'self'; form-action 'self'",
  );
});

describe('what the site’s own people put into a page is allowed there', () => {
  test.each([
    ['script-src', '<script>run()</script>', `'self' ${hashed('run()')}`],
    ['script-src', '<SCRIPT type=module>\r\nrun("<p>")\n</Script >', `'self' ${hashed('\nrun("<p>")\n')}`],
    ['script-src', '<script type="importmap">{}</script>', `'self' ${hashed('{}')}`],
    ['script-src', '<script type="application/ld+json">{}</script>', undefined],
    ['script-src', '<script src="/a.js"></script>', undefined],
    ['script-src', '<script src="//a.example/a.js"></script>', "'self' https://a.example"],
    ['connect-src', '<script src="https://a.example/a.js"></script>', "'self' https://a.example"],
    [
      'script-src',
      '<p title="a > b" onclick="a(&quot;&#39;&#x41;&quot;)">',
      `'self' 'unsafe-hashes' ${hashed(`a("'A")`)}`,
    ],
    ['style-src', '<style>p { }</style>', `'self' ${hashed('p { }')}`],
    ['style-src', '<link href=https://f.example/a.css rel="preload stylesheet">', "'self' https://f.example"],
    ['font-src', '<link href=https://f.example/a.css rel=stylesheet>', "'self' data: https:"],
    ['style-src-attr', '<p style="color: red">', "'unsafe-inline'"],
    ['frame-src', '<iframe title="a > b" src="https://v.example/x?a&amp;b"></iframe>', 'https://v.example'],
    ['frame-src', '<iframe src="local.html"></iframe>', "'self'"],
    ['frame-src', '<a class="embed" data-frame="https://v.example/x">', 'https://v.example'],
    ['form-action', '<form method=post action="https://l.example/join">', "'self' https://l.example"],
    ['media-src', '<video src="https://v.example/a.mp4">', "'self' data: https:"],
    ['img-src', '<img src="http://a.example/a.png">', "'self' data: https: http:"],
  ])('%s of %s', (name, html, expected) => expect(directive(name, html)).toBe(expected));
});

test('of what strangers put there, frames are, since only known ones are left', () => {
  const html =
    '<script>run()</script><script src="https://a.example/a.js"></script><style>p {}</style><p onclick="run()">' +
    '<link rel=stylesheet href="https://a.example/a.css"><form action="https://a.example/"></form>' +
    '<a data-frame="https://v.example/x">';
  expect(policyOf(html, { ...usual, trusted: false })).toBe(policyOf('<a data-frame="https://v.example/x">', usual));
});

test('what a site adds is allowed on each page', () => {
  const more = { script: ['https://a.example'], connect: ['wss://a.example'] };
  expect(directive('script-src', '', { more })).toBe("'self' https://a.example");
  expect(directive('connect-src', '', { more })).toBe("'self' wss://a.example");
});

test('beside a diagram no style is hashed, as hashes would forbid its own', () => {
  expect(directive('style-src', '<style>p {}</style>', { draws: true })).toBe("'self' 'unsafe-inline'");
});

test('a page that is one long broken tag is read to its end', () => {
  expect(policyOf(`<script ${'a="'.repeat(20_000)}`, usual)).toContain("default-src 'self'");
});
