import type { Person } from '../model/values.ts';
import type { WordKey } from '../words/en.ts';
import type { Words } from '../words/words.ts';

export interface PeopleGroup {
  readonly title: string;
  readonly people: readonly Person[];
}

/** The people by what they do for the meetup. Who does several things is in several groups; an empty group is left out. */
export function peopleGroups(people: readonly Person[], { t }: Words): PeopleGroup[] {
  const doesNothing = (person: Person) => groups.every(([, belongs]) => !belongs(person));
  return [...groups, ['morePeople', doesNothing] as const]
    .map(([key, belongs]) => ({ title: t(key), people: people.filter(belongs) }))
    .filter((group) => group.people.length > 0);
}

const groups: readonly (readonly [key: WordKey, belongs: (person: Person) => boolean])[] = [
  ['organizers', ({ hosted, role = '' }) => hosted.length > 0 || /\b(?:co-?)?(?:organi[sz]er|host)/i.test(role)],
  ['speakers', ({ talks }) => talks.length > 0],
  ['authors', ({ posts }) => posts.length > 0],
];
