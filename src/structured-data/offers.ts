import type { OfferLeaf } from 'schema-dts';
import type { Event } from '../model/values.ts';
import { type Describing, thing } from './thing.ts';

/** A price as far as an organizer's words say it beyond doubt. `currency` is undefined only for what is free. */
export interface Price {
  readonly amount: number;
  /** ISO 4217. */
  readonly currency: string | undefined;
}

/** Followed by anything that could take it back ("free for members") it says nothing. */
const free =
  /^(?:free(?: of charge| entry| admission)?|gratis|gratuit[oe]?|kostenlos|kostenfrei|0)(?=$|\s*[.,;:!()–—])/iu;
/** Symbols of one currency each, or of one in nearly all uses; `$` is that of twenty. */
const symbols: Readonly<Record<string, string>> = { '€': 'EUR', '£': 'GBP', '₹': 'INR' };
const plain = /^([A-Z]{3}|[€£₹])?\s*(\d{1,6}(?:[.,]\d{2})?)\s*([A-Z]{3}|[€£₹])?$/u;

/** Undefined where the words leave it open. */
export function readPrice(words: string): Price | undefined {
  const written = words.trim();
  if (free.test(written) && !/[1-9]/.test(written)) return { amount: 0, currency: undefined };
  const [, before, amount = '', after] = plain.exec(written) ?? [];
  const unit = before && after ? '' : (before ?? after ?? '');
  const currency = symbols[unit] ?? unit;
  return Intl.supportedValuesOf('currency').includes(currency)
    ? { amount: Number(amount.replace(',', '.')), currency }
    : undefined;
}

/** What it costs and where one gets in; undefined where neither is known, or where there is nothing to get into. */
export function offerOf(event: Event, price: Price | undefined, { absolute }: Describing): OfferLeaf | undefined {
  const rsvp = absolute(event.rsvp);
  if (event.status === 'cancelled' || (!price && rsvp === undefined)) return undefined;
  return thing<OfferLeaf>({
    '@type': 'Offer',
    price: price?.amount,
    priceCurrency: price?.currency,
    url: rsvp ?? absolute(event.url),
  });
}
