import type { Entry } from '../content/entry.ts';
import { type Diagnostic, diagnose, type Span } from '../diagnostics/diagnostic.ts';
import type { Person, Tag } from '../model/values.ts';
import type { Checking } from './checking.ts';
import { spanOf } from './find.ts';
import { createIgnored } from './ignored.ts';
import { alikePairs, areLikeNames, areLikeTags, nameKeys, tagKeys } from './likeness.ts';

/** Tags that are mostly one: `meetup` and `meetups`. It is said where the rarer one is used. */
export function checkTags({ site }: Checking): Diagnostic[] {
  const isIgnored = createIgnored(site.config.checkIgnores);
  const tags = site.tags.filter(({ name }) => !isIgnored(name));
  const pairs = alikePairs(
    tags,
    ({ name }) => tagKeys(name),
    (a, b) => areLikeTags(a.name, b.name),
  );
  return Array.from(pairs, ([a, b]) => {
    const [usual, rare] = uses(a).length >= uses(b).length ? [a, b] : [b, a];
    const entries = uses(rare);
    const message = `the tags \`${rare.name}\` and \`${usual.name}\` look like one, and have a page each`;
    const help = `write \`${usual.name}\` here too; if they are two, list \`${rare.name}\` under \`check: ignore:\` in site.yaml`;
    return diagnose({ code: 'similar-tags', message, notes: where(entries), help }, tagAt(rare, entries[0]));
  });
}

const uses = ({ events, posts, pages, people }: Tag): Entry[] =>
  [...events, ...posts, ...pages, ...people].flatMap(({ entry }) => entry ?? []);

function tagAt({ name }: Tag, entry: Entry | undefined): Span | undefined {
  return entry && within(entry, name, entry.locate(entry.paths.get('tags') ?? []));
}

/** People who are mostly one: `Ann Lee` and `Anne Lee`. Two who have files of their own are two. */
export function checkPeople({ site }: Checking): Diagnostic[] {
  const isIgnored = createIgnored(site.config.checkIgnores);
  const people = site.people.filter(({ name }) => !isIgnored(name));
  const pairs = alikePairs(
    people,
    ({ name }) => nameKeys(name),
    (a, b) => !(a.entry && b.entry) && areLikeNames(a.name, b.name),
  );
  return Array.from(pairs, ([a, b]) => {
    const [usual, rare] = weight(a) >= weight(b) ? [a, b] : [b, a];
    const entries = mentions(rare);
    const message = `\`${rare.name}\` and \`${usual.name}\` look like one person, and have a page each`;
    const help = `did you mean \`${usual.name}\`? If they are two, give both a file in \`content/people/\``;
    const [first] = entries;
    const at = first && within(first, rare.name, first.locate([]));
    return diagnose({ code: 'similar-people', message, notes: where(entries), help }, at);
  });
}

/** Who has a file is spelt rightly; else the spelling that is used more. */
const weight = (person: Person): number => mentions(person).length + (person.entry ? 1_000_000 : 0);

const mentions = ({ talks, hosted, posts }: Person): Entry[] => [
  ...new Set([...talks.map(({ event }) => event), ...hosted, ...posts].map(({ entry }) => entry)),
];

/** The words in the file, from where the span is on; else the span. */
function within({ source }: Entry, words: string, span: Span): Span {
  const lines = source.text.split(/(?<=\r\n|\n|\r(?!\n))/);
  const before = lines.slice(0, span.line - 1);
  const blank = before.map((line) => line.replace(/[^\r\n]/g, '')).join('');
  return spanOf(words, { path: source.path, text: blank + lines.slice(span.line - 1).join('') }) ?? span;
}

/** The files after the first. */
function where(entries: readonly Entry[]): string[] {
  const others = entries.slice(1).map(({ source }) => source.path);
  if (others.length === 0) return [];
  return [`also in ${others.slice(0, 3).join(', ')}${others.length > 3 ? ` and ${others.length - 3} more` : ''}`];
}
