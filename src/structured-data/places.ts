import type { GeoCoordinatesLeaf, PlaceLeaf, PostalAddressLeaf, VirtualLocationLeaf } from 'schema-dts';
import type { Event, Venue } from '../model/values.ts';
import { type Describing, thing } from './thing.ts';

/** https://schema.org/Place */
export function placeThing(venue: Venue, { absolute }: Describing): PlaceLeaf {
  const { name, address, city, country, geo } = venue;
  return thing<PlaceLeaf>({
    '@type': 'Place',
    name,
    address:
      address || city || country
        ? thing<PostalAddressLeaf>({
            '@type': 'PostalAddress',
            streetAddress: address,
            addressLocality: city,
            addressCountry: country,
          })
        : undefined,
    geo: geo && thing<GeoCoordinatesLeaf>({ '@type': 'GeoCoordinates', latitude: geo[0], longitude: geo[1] }),
    url: absolute(venue.url),
    hasMap: absolute(venue.map),
    sameAs: absolute(venue.website),
  });
}

/**
 * Where one takes part; both where both are possible. Search engines want a place of every event, so one that has none
 * yet says that it will be announced.
 */
export function locationOf(event: Event, describing: Describing) {
  const { absolute, words } = describing;
  const place = event.venue && placeThing(event.venue, describing);
  if (!event.online) return place ?? thing<PlaceLeaf>({ '@type': 'Place', name: words(event.lang).t('toBeAnnounced') });
  const url = absolute(event.joinUrl) ?? absolute(event.rsvp) ?? absolute(event.url);
  const online = thing<VirtualLocationLeaf>({ '@type': 'VirtualLocation', url });
  return place ? [place, online] : online;
}
