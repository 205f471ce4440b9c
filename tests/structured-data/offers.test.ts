import { expect, test } from 'vitest';
import { readPrice } from '../../src/structured-data/offers.ts';

test.each([
  ['Free', 0, undefined],
  ['free!', 0, undefined],
  ['Free, chili included', 0, undefined],
  ['Free; soup by donation', 0, undefined],
  ['Free entry', 0, undefined],
  ['free of charge', 0, undefined],
  ['kostenlos', 0, undefined],
  ['Gratis', 0, undefined],
  ['0', 0, undefined],
  ['10 EUR', 10, 'EUR'],
  ['EUR 10', 10, 'EUR'],
  ['€10', 10, 'EUR'],
  ['7,50 €', 7.5, 'EUR'],
  ['£5', 5, 'GBP'],
  ['15.00 CAD', 15, 'CAD'],
  ['0 EUR', 0, 'EUR'],
])('%j is a price', (words, amount, currency) => {
  expect(readPrice(words)).toEqual({ amount, currency });
});

test.each([
  'Free for members',
  'Free for members, 10 EUR for others',
  'Freedom!',
  'freelancers: 5 EUR',
  '$10',
  '10',
  '10 EUR or 12 USD',
  'EUR 10 EUR',
  '5–10 EUR',
  '10 ABC',
  'pay what you can',
  'ask us',
  '',
])('%j leaves it open', (words) => {
  expect(readPrice(words)).toBeUndefined();
});
