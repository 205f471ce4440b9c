import { isRecord } from '../content/front-matter.ts';
import { type Field, field, reader, type Schema } from '../content/schema/field.ts';
import { count, flag, record, text } from '../content/schema/readers.ts';
import { timeZone } from '../content/schema/time-readers.ts';
import type { NavItem, SiteUrl } from './config.ts';

const siteUrl = reader('full address', (value, reading): SiteUrl | undefined => {
  const read = parseSiteUrl(String(value));
  if (!read)
    reading.problem({
      code: 'wrong-type',
      message: `\`${value}\` is no full address of a site`,
      help: 'write it with its scheme and without a query: `https://example.org/name/`',
    });
  return read;
});

/** Undefined where it isn't an http(s) address without query and fragment. */
export function parseSiteUrl(written: string): SiteUrl | undefined {
  if (!URL.canParse(written)) return undefined;
  const { protocol, origin, pathname, search, hash } = new URL(written);
  if (!/^https?:$/.test(protocol) || search || hash) return undefined;
  return { origin, basePath: pathname.endsWith('/') ? pathname : `${pathname}/` };
}

/** Links of the site itself, as a list of `{ title, href }`, of `title: address`, of addresses, or one mapping. */
const navItems = reader('list of `title: address`', (value, reading): readonly NavItem[] | undefined => {
  if (Array.isArray(value)) return value.flatMap((item, index) => navItems(item, reading.at(index)) ?? []);
  if (isRecord(value)) {
    const href = value.href ?? value.url ?? value.link;
    const title = value.title ?? value.label ?? value.name;
    if (typeof href === 'string') return [{ title: title === undefined ? undefined : String(title), href }];
    return Object.entries(value).flatMap(([key, each]) => {
      const read = text(each, reading.at(key));
      return read ? [{ title: key, href: read }] : [];
    });
  }
  const href = text(value, reading);
  return href ? [{ title: undefined, href }] : undefined;
});

/** Ids or names of sponsors: a list, or one text with commas. */
const ids = reader('list of sponsors (id or name)', (value, reading): readonly string[] | undefined => {
  if (Array.isArray(value)) return value.flatMap((item, index) => text(item, reading.at(index)) ?? []);
  return text(value, reading)
    ?.split(',')
    .map((id) => id.trim());
});

const colour = reader('colour as `#rrggbb`', (value, reading): string | undefined => {
  const hex = /^#([\da-f]{3}|[\da-f]{6})$/i.exec(String(value))?.[1];
  if (hex) return `#${hex.length === 3 ? hex.replace(/./g, '$&$&') : hex}`.toLowerCase();
  reading.problem({
    code: 'wrong-type',
    message: `\`${value}\` is no colour`,
    help: 'write it in quotes as `"#0a7d5c"`; without quotes, `#` begins a comment',
  });
  return undefined;
});

const language = reader('language (BCP 47)', (value, reading): string | undefined => {
  try {
    return Intl.getCanonicalLocales(String(value).replaceAll('_', '-'))[0];
  } catch {
    reading.problem({
      code: 'wrong-type',
      message: `\`${value}\` is no language`,
      help: 'write a code such as `en`, `de` or `pt-BR`',
    });
    return undefined;
  }
});

/** What may stand in `site.yaml`. Everything is optional. */
export const configSchema = {
  title: field(text, 'The name of the group. Else the home page’s title.', { also: ['name', 'site_name'] }),
  description: field(text, 'One or two sentences about the group.', { also: ['site_description', 'tagline'] }),
  url: field(
    siteUrl,
    'Where the site will live, with its path: `https://example.org/name/`. Canonical links and the sitemap need it.',
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
  accent: field(colour, 'The colour of buttons and links.', { also: ['accent_color', 'accent_colour', 'theme_color'] }),
  sponsors: field(ids, 'Sponsors in the order in which they are shown.'),
  speak: field(text, 'Where to propose a talk: an address, or a page’s path.'),
  chat: field(text, 'Where members talk to each other.', { also: ['discord', 'slack', 'matrix'] }),
  copyright: field(text, 'The line at the foot of each page.'),
  edit: field(text, 'The address at which a file can be edited: `https://github.com/org/site/edit/main/{path}`.', {
    also: ['edit_uri', 'edit_url'],
  }),
  posts_per_page: field(count, 'How many posts a page of the list holds. 20 where nothing is said.', {
    also: ['paginate'],
  }),
  untrusted: field(flag, '`true` builds what strangers send: HTML is reduced to a safe list.'),
  extra: field(record, 'Free fields for a site’s own templates.'),
} satisfies Schema;

export type AnyField = Field<unknown>;
