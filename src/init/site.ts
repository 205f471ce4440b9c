import type { Temporal } from 'temporal-polyfill';
import { writeContent, writeYaml } from '../content/write-yaml.ts';
import { idOf } from '../new/file.ts';
import { tableTag } from '../words/languages.ts';
import { dayAfter, ruleOf } from './day.ts';
import type { Answers } from './read.ts';
import { type Page, type Texts, texts } from './texts/texts.ts';

export interface NewSite {
  readonly answers: Answers;
  /** Where it will live, where that is known already. */
  readonly url?: string | undefined;
  /** Whether its host reads a file of headers. */
  readonly headers: boolean;
  /** At the group's place. */
  readonly today: Temporal.PlainDate;
}

/** The content of a new site and its `site.yaml`: texts by path in its folder. Its first event is on the next day of its rule. */
export function newSite({ answers, url, headers, today }: NewSite): ReadonlyMap<string, string> {
  const { place, organizer, day, time, rsvp } = answers;
  const words = texts[tableTag(answers.language) ?? 'en']!;
  const rule = day === '' ? undefined : ruleOf(day);
  const first = (rule && dayAfter(rule, today)) ?? today.add({ weeks: 4 }).toString();
  const [start, end] = time.split('-');
  const venue = place && idOf('venue', place);
  const host = organizer && idOf('person', organizer);
  const series = rule && { name: words.series, rule: rule.text, start: first, time, venue };
  const { firstEvent } = words;
  const event = {
    title: firstEvent.title,
    start: `${first} ${start}`.trim(),
    end,
    venue,
    series: series?.name,
    hosts: host && [host],
    rsvp,
  };
  return new Map([
    ['site.yaml', siteFile({ answers, words, url, headers, series })],
    ['content/index.md', file({ description: words.description }, words.home)],
    ['content/about.md', page(words.about, { order: 1 })],
    ['content/speak.md', page(words.speak, { order: 2 })],
    ['content/faq.md', page(words.faq, { order: 3 })],
    ['content/code-of-conduct.md', page(words.conduct, { order: 4 })],
    [`content/events/${first}-first-evening.md`, file(event, firstEvent.body)],
    ...(venue ? [[`content/venues/${venue}.md`, file({ name: place }, '')] as const] : []),
    ...(host ? [[`content/people/${host}.md`, file({ name: organizer, role: words.organizer }, '')] as const] : []),
  ]);
}

type Fields = Readonly<Record<string, unknown>>;

const page = ({ title, description, body }: Page, more: Fields): string => file({ title, description, ...more }, body);

const file = (fields: Fields, body: string): string => writeContent(said(fields), body);

/** Without those that there is nothing to say about. */
const said = (fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== ''));

const yaml = (fields: Fields): string => writeYaml(said(fields));

interface Settings extends Pick<NewSite, 'answers' | 'url' | 'headers'> {
  readonly words: Texts;
  readonly series: Fields | undefined;
}

const siteFile = ({ answers, words, url, headers, series }: Settings): string =>
  [
    block('What holds for the whole site. Everything else is in content/.', {
      title: answers.name,
      description: words.description,
    }),
    url
      ? block('Where the site lives.', { url })
      : '# Where the site will live, once you know: feeds, the calendar and links to it need the address.\n# url: https://example.org/\n',
    block('The language of the pages, and the zone of every time in content/ that says nothing else.', {
      language: answers.language,
      timezone: answers.timezone,
    }),
    answers.colour && block('The colour of buttons and links.', { accent: answers.colour }),
    block('Where members chat, and where speakers propose a talk.', { chat: answers.chat, speak: 'speak.md' }),
    series &&
      `# When you meet. Dates that have no file in content/events/ yet are shown as saved.\nseries:\n${indented(yaml(series))}`,
    headers && block('Lets the host keep files in browsers for as long as they are good.', { headers }),
  ]
    .filter(Boolean)
    .join('\n');

const block = (comment: string, fields: Fields): string => `# ${comment}\n${yaml(fields)}`;

/** As the one item of a list. */
const indented = (lines: string): string => lines.replace(/^(?=.)/gm, '    ').replace('    ', '  - ');
