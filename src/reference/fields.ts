import { checkSchema, configSchema } from '../config/schema.ts';
import { seriesChange, seriesSchema } from '../config/series.ts';
import { common } from '../content/schema/common.ts';
import { talk } from '../content/schema/event.ts';
import type { Schema } from '../content/schema/field.ts';
import { schemas } from '../content/schema/kinds.ts';

/** The reference of every field, from the schemas that read them: it cannot say what isn't so. */
export function fieldReference(): string {
  const { page, post, event, person, venue, sponsor } = schemas;
  return [
    '# Every field',
    '<!-- Made by `npm run docs:reference` from the schemas that read the files. -->',
    'What may stand between the lines `---` of a file, and in `site.yaml`. In a field’s name, case, `-` and `_` never matter. A blank field counts as absent, and keys that are not listed are kept for templates.',
    section('All kinds', common),
    section('Event', own(event)),
    section('Talk, in an event’s `talks`', talk),
    section('Post', own(post)),
    section('Person', own(person)),
    section('Venue', own(venue)),
    section('Sponsor', own(sponsor)),
    section('Page', own(page)),
    section('The site, in `site.yaml`', configSchema),
    section('Checking, in `check` of `site.yaml`', checkSchema),
    section('A series, in `series` of `site.yaml`', seriesSchema),
    section('A change, in `changes` of a series', seriesChange),
    '',
  ].join('\n\n');
}

/** What a kind has besides the fields of every kind. */
function own(schema: Schema): Schema {
  return Object.fromEntries(
    Object.entries(schema).filter(([name, field]) => common[name as keyof typeof common] !== field),
  );
}

function section(title: string, schema: Schema): string {
  const rows = Object.entries(schema).map(([name, { read, doc, also = [], required }]) => {
    const spellings = also.map((each) => `\`${each}\``).join(', ');
    return `| \`${name}\`${required ? ' (required)' : ''} | ${read.shape.replaceAll('|', '\\|')} | ${doc} | ${spellings} |`;
  });
  return [`## ${title}`, '', '| field | value | what it says | also written |', '|---|---|---|---|', ...rows].join(
    '\n',
  );
}
