import type { Code } from '../catalogue.ts';
import { addresses } from './addresses.ts';
import { checking } from './checking.ts';
import { dates } from './dates.ts';
import { events } from './events.ts';
import type { Explanation } from './explanation.ts';
import { files } from './files.ts';
import { frontMatter } from './front-matter.ts';
import { markdown } from './markdown.ts';
import { references } from './references.ts';
import { series } from './series.ts';
import { templates } from './templates.ts';
import { writing } from './writing.ts';

/**
 * What each code means, with examples, for docs/diagnostics.md and its tests. Nothing that builds or checks a site
 * loads this.
 */
export const explanations = {
  ...files,
  ...frontMatter,
  ...dates,
  ...series,
  ...events,
  ...references,
  ...addresses,
  ...markdown,
  ...templates,
  ...checking,
  ...writing,
} satisfies Record<Code, Explanation>;

/** The codes in groups, in the catalogue's order. */
export const groups: readonly { readonly title: string; readonly codes: readonly Code[] }[] = Object.entries({
  'The site’s folder and files': files,
  'Front matter and site.yaml': frontMatter,
  'Dates and times': dates,
  Series: series,
  Events: events,
  'People, venues, sponsors and events by name': references,
  Addresses: addresses,
  'Markdown and links': markdown,
  Templates: templates,
  'Found by `check` alone': checking,
  Writing: writing,
}).map(([title, explained]) => ({ title, codes: Object.keys(explained) as Code[] }));
