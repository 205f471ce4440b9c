// Makes a venue's file of each place in a Jekyll site's data file (id -> fields). The fields' names are understood as they are.
// node bench/venues.mjs <_data/locations.yml> <content/venues>
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dump, load } from 'js-yaml';

const [from, to] = process.argv.slice(2);
mkdirSync(to, { recursive: true });
for (const [id, fields] of Object.entries(load(readFileSync(from, 'utf8'))))
  writeFileSync(join(to, `${id}.md`), `---\n${dump(fields)}---\n`);
