import { expect, test } from 'vitest';
import { peopleGroups } from '../../src/routes/people.ts';
import { english } from '../../src/words/words.ts';
import { siteOf } from '../support.ts';

const groupsOf = (files: Readonly<Record<string, string>>) =>
  peopleGroups(siteOf(files).value.people, english).map(
    ({ title, people }) => `${title}: ${people.map(({ name }) => name)}`,
  );

test('hosts and organizers are told apart from speakers, and who does both is among both', () => {
  expect(
    groupsOf({
      'events/x.md': '---\nstart: 2026-01-01\nhosts: Ada\ntalks: [{ title: T, speakers: [Bo, Ada] }]\n---\n',
      'posts/y.md': '---\ndate: 2026-01-02\nauthors: Cy\n---\n',
      'people/dee.md': '---\nname: Dee\nrole: Co-organiser\n---\n',
      'people/eve.md': '---\nname: Eve\nrole: reorganizes everything\n---\n',
    }),
  ).toEqual(['Organizers and hosts: Ada,Dee', 'Speakers: Ada,Bo', 'Authors: Cy', 'More people: Eve']);
});

test('a group of nobody is left out', () => {
  expect(groupsOf({ 'people/dee.md': '' })).toEqual(['More people: Dee']);
  expect(groupsOf({})).toEqual([]);
});
