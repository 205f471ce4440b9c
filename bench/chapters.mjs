import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { body, capital, phrase } from './prose.mjs';
import { createRandom } from './random.mjs';

/** What a chapter of eight years has. */
export const eventsEach = 100;
const speakersEach = 20;
const fourWeeks = 28 * 86_400_000;
const dayOf = (at) => new Date(Date.UTC(2017, 0, 3) + at * fourWeeks).toISOString().slice(0, 10);
const first = ['Ilse', 'Tove', 'Rafi', 'Nadia', 'Jun'];
const last = ['Marchbanks', 'Quillon', 'Osterley', 'Pemberwick'];
const tags = ['testing', 'tooling', 'data', 'web', 'careers', 'hardware', 'security', 'teaching'];

/**
 * Writes a network of chapters as one site into an empty folder, each chapter in a folder of its own: events of two
 * talks, speakers, a venue. The same on every machine.
 * @param having those of `cards` and `search` that the site has
 */
export function generateChapters(folder, count, having = []) {
  const write = (path, text) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const settings = ['cards', 'search'].map((name) => `${name}: ${having.includes(name)}\n`).join('');
  write('site.yaml', `title: The Tin Lanterns\nurl: https://lanterns.example/\ntimezone: Europe/Lisbon\n${settings}`);
  write('assets/pier.svg', '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 4"><path d="M0 3h8"/></svg>\n');
  for (let chapter = 1; chapter <= count; chapter += 1) writeChapter(`content/town-${chapter}`, chapter, write);
}

function writeChapter(folder, chapter, write) {
  const venue = `The Boathouse of Town ${chapter}`;
  write(`${folder}/index.md`, `# Town ${chapter}\n\nWe meet every month.\n`);
  write(
    `${folder}/venues/boathouse.md`,
    `---\nname: ${venue}\naddress: 1 Quay\ncity: Town ${chapter}\n---\n\nRing twice.\n`,
  );
  const speakers = Array.from({ length: speakersEach }, (_, at) => `${first[at % 5]} ${last[at % 4]} ${chapter}`);
  speakers.forEach((name, at) => {
    write(`${folder}/people/speaker-${at}.md`, `---\nname: ${name}\n---\n\nComes with tea.\n`);
  });
  const dates = Array.from({ length: eventsEach }, (_, at) => dayOf(at));
  dates.forEach((date, number) => {
    const random = createRandom(chapter * eventsEach + number);
    const { pick } = random;
    const talk = () => `  - title: ${capital(phrase(random))} ${phrase(random)}\n    speakers: [${pick(speakers)}]\n`;
    const fields = `title: ${capital(phrase(random))}\nstart: ${date} 19:00\nduration: 2h\nvenue: ${venue}\ntags: [${pick(tags)}]\n`;
    const text = body(random, dates, { lists: false, highlighted: false }).replaceAll(
      '](/posts/',
      `](/town-${chapter}/events/`,
    );
    write(`${folder}/events/${date}.md`, `---\n${fields}talks:\n${talk()}${talk()}---\n\n${text}\n`);
  });
}
