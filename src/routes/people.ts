import type { Person } from '../model/values.ts';

export interface PeopleGroup {
  readonly title: string;
  readonly people: readonly Person[];
}

/** The people by what they do for the meetup. Who does several things is in several groups; an empty group is left out. */
export function peopleGroups(people: readonly Person[]): PeopleGroup[] {
  const doesNothing = (person: Person) => groups.every(([, belongs]) => !belongs(person));
  return [...groups, ['More people', doesNothing] as const]
    .map(([title, belongs]) => ({ title, people: people.filter(belongs) }))
    .filter((group) => group.people.length > 0);
}

const groups: readonly (readonly [title: string, belongs: (person: Person) => boolean])[] = [
  [
    'Organizers and hosts',
    ({ hosted, role = '' }) => hosted.length > 0 || /\b(?:co-?)?(?:organi[sz]er|host)/i.test(role),
  ],
  ['Speakers', ({ talks }) => talks.length > 0],
  ['Authors', ({ posts }) => posts.length > 0],
];
