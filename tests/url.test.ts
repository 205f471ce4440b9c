import { expect, test } from 'vitest';
import { parseUrl } from '../src/url.ts';

test('an address is read, alone or as a page at another one has it', () => {
  expect(parseUrl('https://a.example/b c')?.href).toBe('https://a.example/b%20c');
  expect(parseUrl('../c', 'https://a.example/b/')?.href).toBe('https://a.example/c');
  for (const none of ['', 'a', 'https://', 'https://[a']) expect(parseUrl(none)).toBeUndefined();
});

test('a host is one however many were read before', () => {
  for (let count = 0; count < 20_000; count += 1)
    expect(parseUrl('https://köln.example/ä')?.href, `${count}`).toBe('https://xn--kln-sna.example/%C3%A4');
});
