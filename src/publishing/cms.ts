import type { Schema } from '../content/schema/field.ts';
import { schemas } from '../content/schema/kinds.ts';
import type { Kind } from '../content/source.ts';
import { writeYaml } from '../content/write-yaml.ts';
import { escapeAttribute } from '../markdown/escape.ts';
import { cmsField, fieldsByName } from './cms-fields.ts';

export interface CmsOptions {
  /** On GitHub: `owner/name`. Without it the file says where to write it. */
  readonly repository?: string | undefined;
  /** Of the page itself, BCP 47; the editor speaks the language of the browser. */
  readonly language: string;
  readonly title: string;
}

/** The editor, by its version and its bytes: whoever signs in gives it the right to write. */
const editor = {
  version: '0.221.1',
  integrity: 'sha384-JQ+XsKx/UzwdTiNnFStza3XtqqQoVtyNPApkfvwlzZDfhe7giE9CnfQrpHqgv3k6',
};

/** The files of an editor in the browser (Sveltia CMS) at `/admin/`: contents by path in the site's folder. */
export function cmsFiles(options: CmsOptions): ReadonlyMap<string, string> {
  return new Map([
    ['content/admin/index.html', page(options)],
    ['content/admin/config.yml', `${head}\n${writeYaml(cmsConfig(options))}`],
  ]);
}

const head = `# What the editor at /admin/ shows: see https://sveltiacms.app/en/docs
# Made from the fields that Meetpress knows. Change what you like.
`;

const page = ({ language, title }: CmsOptions): string => `<!doctype html>
<html lang="${escapeAttribute(language)}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="robots" content="noindex">
    <meta name="description" content="The editor of this site, for those who write it.">
    <title>${escapeAttribute(title)}</title>
  </head>
  <body>
    <script
      src="https://unpkg.com/@sveltia/cms@${editor.version}/dist/sveltia-cms.js"
      integrity="${editor.integrity}"
      crossorigin="anonymous"></script>
  </body>
</html>
`;

/**
 * The fields that a form shows, in their order; what else a file has stays in it. A box that nobody ticks is written as
 * `false`, so there is none for what would mean something then.
 */
const shown = {
  event: fieldsByName(schemas.event, [
    ...['title', 'start', 'end', 'venue', 'online', 'talks', 'rsvp', 'description', 'image', 'image_alt', 'hosts'],
    ...['sponsors', 'tags', 'links', 'series', 'status', 'previous_start', 'capacity', 'price', 'recording', 'photos'],
    ...['draft', 'publish'],
  ]),
  post: fieldsByName(schemas.post, [
    ...['title', 'date', 'authors', 'event', 'description', 'image', 'image_alt', 'tags', 'draft', 'publish'],
  ]),
  person: fieldsByName(schemas.person, ['name', 'avatar', 'role', 'pronouns', 'links']),
  venue: fieldsByName(schemas.venue, [
    ...['name', 'address', 'city', 'country', 'geo', 'map', 'url', 'directions', 'access', 'timezone', 'image'],
    'image_alt',
  ]),
  sponsor: fieldsByName(schemas.sponsor, ['name', 'url', 'logo', 'tier', 'description']),
  page: fieldsByName(schemas.page, ['title', 'description', 'image', 'image_alt', 'order', 'draft']),
} satisfies Record<Kind, Schema>;

interface Collection {
  readonly kind: Kind;
  readonly label: string;
  readonly one: string;
  readonly folder: string;
  /** The field that names an entry; else the title. */
  readonly named?: string;
  readonly slug?: string;
  readonly summary?: string;
}

/** A file's name begins with the day that one looks for. */
const dated = (field: string): string => `{{fields.${field} | date('YYYY-MM-DD')}}-{{slug}}`;

const collections: readonly Collection[] = [
  {
    kind: 'event',
    label: 'Events',
    one: 'Event',
    folder: 'content/events',
    slug: dated('start'),
    summary: '{{start}} {{title}}',
  },
  { kind: 'post', label: 'Posts', one: 'Post', folder: 'content/posts', slug: dated('date') },
  { kind: 'person', label: 'People', one: 'Person', folder: 'content/people', named: 'name' },
  { kind: 'venue', label: 'Venues', one: 'Venue', folder: 'content/venues', named: 'name' },
  { kind: 'sponsor', label: 'Sponsors', one: 'Sponsor', folder: 'content/sponsors', named: 'name' },
  { kind: 'page', label: 'Pages', one: 'Page', folder: 'content' },
];

/** What Sveltia CMS reads as `config.yml`; its schema is `@sveltia/cms/schema/sveltia-cms.json`. */
export function cmsConfig({ repository }: Pick<CmsOptions, 'repository'>) {
  return {
    backend: { name: 'github', repo: repository ?? 'OWNER/REPOSITORY' },
    media_folder: 'assets/images',
    public_folder: '/assets/images',
    // Names of files are those that Meetpress makes: in small letters, without accents.
    slug: { encoding: 'ascii', clean_accents: true, maxlength: 80, timezone: 'local' },
    output: { omit_empty_optional_fields: true },
    collections: collections.map(collectionOf),
  };
}

function collectionOf({ kind, label, one, folder, named, slug, summary }: Collection) {
  const fields = Object.entries(shown[kind] as Schema).map(([name, field]) => ({
    ...cmsField(name, field),
    // Without it a file has no name.
    ...((name === (named ?? 'title') || slug?.includes(`fields.${name} `)) && { required: true }),
  }));
  return {
    name: kind,
    label,
    label_singular: one,
    folder,
    ...(named && { identifier_field: named }),
    ...(slug && { slug }),
    ...(summary && { summary }),
    fields: [...fields, { name: 'body', label: 'Text', widget: 'markdown', required: false }],
  };
}
