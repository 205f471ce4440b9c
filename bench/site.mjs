import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { body, capital, phrase, sentence } from './prose.mjs';
import { createRandom } from './random.mjs';
import { templates } from './templates.mjs';

const authors = ['Ilse Marchbanks', 'Tove Quillon', 'Rafi Osterley', 'Nadia Pemberwick', 'Jun Halloway', 'Bo Tarrant'];
const categories = ['news', 'report', 'howto', 'talks', 'tooling', 'community', 'testing', 'data'];
/** Most files have no attribute list at all. */
const withLists = 0.2;
/** Of 6,607 files of real meetups, 76 hold code; the bare loop does not colour it. */
const withCode = 0.05;
const day = 86_400_000;

const idOf = (name) => name.toLowerCase().replace(' ', '-');
/** One post a day, so that names differ; 20,000 of them end in 2024, so that none is still to be published. */
const dateOf = (index) => new Date(index * day).toISOString().slice(0, 10);
const nameOf = (index) => `${dateOf(index)}-${phrase(createRandom(index)).replaceAll(' ', '-')}`;

/** What a bare loop and a peer's smallest layout don't do at all, and takes longer than all the rest. */
const extras = ['cards', 'search', 'images'];

/**
 * Writes a site of so many posts into an empty folder: Markdown, `site.yaml` and one picture. The same posts on every
 * machine.
 * @param options.small whether each page has a template of its own that is as small as can be; otherwise the default
 * theme shows them
 * @param options.having those of `cards`, `search` and `images` that the site has
 */
export function generateSite(folder, size, { small = true, having = [] } = {}) {
  const write = (path, text) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const settings = extras.map((name) => `${name}: ${having.includes(name)}\n`).join('');
  write('site.yaml', `title: The Tin Lantern\nurl: https://lantern.example/\ntimezone: Europe/Lisbon\n${settings}`);
  write(
    'assets/pier.svg',
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 4"><path d="M0 3h8M2 3v1"/></svg>\n',
  );
  if (small) for (const [name, text] of Object.entries(templates)) write(`templates/${name}`, text);
  for (const name of authors) write(`content/people/${idOf(name)}.md`, `---\nname: ${name}\n---\n\nComes with tea.\n`);
  const names = Array.from({ length: size }, (_, index) => nameOf(index));
  names.forEach((name, index) => {
    write(`content/posts/${name}.md`, post(index, names));
  });
}

function post(index, names) {
  const random = createRandom(index + 1_000_003);
  const text = body(random, names, { lists: random.chance(withLists), highlighted: random.chance(withCode) });
  return `---\n${frontMatter(random, dateOf(index))}---\n\n${text}\n`;
}

/** The spellings that are found most. */
function frontMatter(random, date) {
  const { pick } = random;
  const title = capital(phrase(random));
  const description = sentence(random);
  const [author, other] = [pick(authors), pick(authors)];
  const [category, second] = [pick(categories), pick(categories)];
  return pick([
    `title: ${title}
date: ${date}
authors: [${author}]
categories: [${category}, ${second}]
description: ${description}
`,
    `title: "${title}: ${phrase(random)}"
date: ${date} 19:30
author: ${author}
categories: ${category}, ${second}
description: >
  ${description}
  ${sentence(random)}
`,
    `title: '${title}'
description: "${description}"
authors:
  - ${author}
  - ${idOf(other)}
categories:
  - ${category}
date: '${date}'
`,
  ]);
}
