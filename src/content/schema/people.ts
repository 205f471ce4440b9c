import { common } from './common.ts';
import { field, type Schema } from './field.ts';
import { account, links, networkNames } from './links.ts';
import { address, geo, prose, text, website } from './readers.ts';
import { time, timeZone } from './time-readers.ts';

// A network may stand at the top level of a person; each is a field, so that a typo in one is noticed.
const accounts = Object.fromEntries(
  [...networkNames, 'mastodon', 'web'].map((network) => [
    network,
    field(
      account(network),
      `An account on ${network}; the same as under \`links\`.`,
      network === 'web' ? { also: ['website', 'homepage', 'url'] } : {},
    ),
  ]),
) as Readonly<Record<'web' | 'mastodon', ReturnType<typeof field<NonNullable<ReturnType<typeof links>>>>>>;

export const person = {
  ...common,
  name: field(text, 'Their name as they write it. Else made from the file’s name.', {
    also: ['display_name'],
  }),
  avatar: field(address, 'A picture of them.', { also: ['logo', 'photo'] }),
  role: field(text, 'What they do in the group: `organizer`, `host` …'),
  pronouns: field(text, 'How to speak of them.'),
  links: field(
    links,
    'Where to find them: `github: ada`, `mastodon: "@ada@example.org"`, or any label with an address.',
  ),
  ...accounts,
} satisfies Schema;

export const venue = {
  ...common,
  name: field(text, 'What it is called; `title` does as well.'),
  address: field(text, 'Street and number.', { also: ['street'] }),
  city: field(text, 'The town.'),
  country: field(text, 'The country.'),
  map: field(address, 'A map’s page. Made from `geo` where it is missing.', { also: ['osm'] }),
  geo: field(geo, 'Latitude and longitude in degrees.', { also: ['coordinates'] }),
  directions: field(prose, 'How to get there.'),
  access: field(prose, 'Step-free entrance, toilets, hearing loop, transport …', { also: ['accessibility'] }),
  url: field(website, 'Its website.', { also: ['web', 'website'] }),
  timezone: field(timeZone, 'Its time zone, where it is not the site’s.'),
} satisfies Schema;

export const sponsor = {
  ...common,
  name: field(text, 'What it is called; `title` does as well.'),
  url: field(website, 'Its website.', { also: ['web', 'website'] }),
  logo: field(address, 'Its mark.'),
  tier: field(text, 'How much it gives, in your words; sponsors are grouped by it.', { also: ['level'] }),
  until: field(time, 'The last day of its support, of which `meetpress status` reminds you. It hides nothing.'),
} satisfies Schema;
