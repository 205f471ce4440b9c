import { field, fieldsOf, isBlank, type Reading, reader, type Schema } from '../content/schema/field.ts';
import { atMost, count, flag, formed, language, list, names, record, text } from '../content/schema/readers.ts';
import { timeZone } from '../content/schema/time-readers.ts';
import { isRecord } from '../content/yaml.ts';
import { limits } from '../limits.ts';
import type { WrittenNavItem } from './config.ts';
import { policy } from './policy.ts';
import { seriesList } from './series.ts';
import { parseSiteUrl } from './site-url.ts';
import { ownWords } from './words.ts';

const siteUrl = formed(
  'full address',
  'full address of a site',
  'write it with its scheme and without a query: `https://example.org/name/`',
  parseSiteUrl,
);

/** Links of the site itself, as a list of `{ title, href }`, of `title: address`, of addresses, or one mapping. */
const navItems = reader('list of `title: address`', (value, reading): readonly WrittenNavItem[] | undefined => {
  const items = Array.isArray(value)
    ? value.flatMap((item, index) => navItem(item, reading.at(index)) ?? [])
    : navItem(value, reading);
  return items && atMost(items, reading, limits.links);
});

function navItem(value: unknown, reading: Reading): readonly WrittenNavItem[] | undefined {
  if (!isRecord(value)) {
    const href = text(value, reading);
    return href ? [{ title: undefined, href, path: reading.path }] : undefined;
  }
  const key = ['href', 'url', 'link'].find((each) => !isBlank(value[each]));
  const href = key && value[key];
  const title = value.title ?? value.label ?? value.name;
  if (key && typeof href === 'string')
    return [{ title: title === undefined ? undefined : text(title, reading), href, path: reading.at(key).path }];
  return Object.entries(value).flatMap(([name, each]) => {
    const read = isBlank(each) ? undefined : text(each, reading.at(name));
    return read ? [{ title: name, href: read, path: reading.at(name).path }] : [];
  });
}

/** Ids or names: a list, or one text with commas. */
const ids = reader('list of sponsors (id or name)', (value, reading): readonly string[] | undefined =>
  names(value, reading)?.map((name) => name.value),
);

const colour = formed(
  'colour as `#rrggbb`',
  'colour',
  'write it in quotes as `"#0a7d5c"`; without quotes, `#` begins a comment',
  (written) => {
    const hex = /^#([\da-f]{3}|[\da-f]{6})$/i.exec(written)?.[1];
    return hex && `#${hex.length === 3 ? hex.replace(/./g, '$&$&') : hex}`.toLowerCase();
  },
);

/** How the site is checked. */
export const checkSchema = {
  ignore: field(
    list(text),
    'What `check` is silent about: addresses with all below them (`https://example.org/old/`), hosts (`example.org`), tags and names of people; `*` stands for anything.',
  ),
} satisfies Schema;

/** What may stand in `site.yaml`. Everything is optional. */
export const configSchema = {
  title: field(text, 'The name of the group. Else the home page’s title.', { also: ['name', 'site_name'] }),
  description: field(text, 'One or two sentences about the group.', { also: ['site_description', 'tagline'] }),
  url: field(
    siteUrl,
    'Where the site will live, with its path: `https://example.org/name/`. Canonical links, the sitemap and the feeds need it.',
    {
      also: ['site_url', 'base_url'],
    },
  ),
  language: field(language, 'The language of the site.', { also: ['lang', 'locale'] }),
  timezone: field(timeZone, 'The time zone of the group: `America/Chicago`. UTC where nothing is said.', {
    also: ['time_zone', 'tz'],
  }),
  logo: field(text, 'The path of a picture under `assets/` or `content/`.'),
  nav: field(navItems, 'The navigation, in order. Made from what the site has where nothing is said.', {
    also: ['navigation', 'menu'],
  }),
  social: field(navItems, 'Accounts of the group, shown at the foot of each page.', {
    also: ['social_links', 'links'],
  }),
  accent: field(colour, 'The colour of buttons and links.', {
    also: ['accent_color', 'accent_colour', 'theme_color', 'theme_colour'],
  }),
  sponsors: field(ids, 'Sponsors in the order in which they are shown.'),
  series: field(seriesList, 'Events that come again: see “A series” below.'),
  speak: field(text, 'Where to propose a talk: an address, or a page’s path.'),
  chat: field(text, 'Where members talk to each other.', { also: ['discord', 'slack', 'matrix'] }),
  copyright: field(text, 'The line at the foot of each page.'),
  hashtags: field(list(text), 'Hashtags of the group, which stand before an event’s tags: see docs/announcing.md.'),
  edit: field(text, 'The address at which a file can be edited: `https://github.com/org/site/edit/main/{path}`.', {
    also: ['edit_uri', 'edit_url'],
  }),
  posts_per_page: field(count, 'How many posts a page of the list holds. 20 where nothing is said.', {
    also: ['paginate'],
  }),
  words: field(ownWords, 'Words of the theme in your own: by their keys, which are in [words](words.md).'),
  typography: field(flag, '`true` makes straight quotes those of the site’s language: “so”.'),
  check: field(fieldsOf(checkSchema, 'what `check` is told'), 'What `check` is told: see “Checking” below.'),
  csp: field(policy, 'Hosts that pages may load from, beside those that they name: see docs/privacy.md.', {
    also: ['content_security_policy'],
  }),
  images: field(flag, '`false` publishes pictures as they are: in full, and with what cameras write into them.'),
  search: field(flag, '`false` leaves out the search.'),
  cards: field(flag, '`false` draws no cards for links to the site: see docs/cards.md.', { also: ['social_cards'] }),
  headers: field(flag, '`true` publishes `_headers`, by which Netlify and Cloudflare Pages let browsers keep files.'),
  untrusted: field(flag, '`true` builds what strangers send: HTML is reduced to a safe list.'),
  extra: field(record, 'Free fields for a site’s own templates.'),
} satisfies Schema;
