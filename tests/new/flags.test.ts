import { expect, test } from 'vitest';
import { flagsOf } from '../../src/new/flags.ts';
import { things } from '../../src/new/things.ts';

const shown = (thing: (typeof things)[number]): string[] =>
  flagsOf(thing).flatMap(({ name, hidden }) => (hidden ? [] : [name]));

test.each(things)('each option of a %s has one meaning', (thing) => {
  const names = flagsOf(thing).map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  for (const name of names) expect(name).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
});

test('fields of the schema are options, by each of their spellings', () => {
  expect(shown('venue')).toEqual(expect.arrayContaining(['name', 'address', 'geo', 'image-alt', 'body']));
  expect(shown('venue')).not.toContain('extra');
  expect(flagsOf('talk').find(({ name }) => name === 'presentation-url')).toMatchObject({
    field: 'slides',
    hidden: true,
  });
  expect(flagsOf('event').find(({ name }) => name === 'draft')).toMatchObject({ isYesOrNo: true });
});

test('an event takes the fields of one talk that it does not have itself', () => {
  const flags = flagsOf('event');
  expect(flags.find(({ name }) => name === 'talk')).toMatchObject({ field: 'title', ofTalk: true });
  expect(flags.find(({ name }) => name === 'speaker')).toMatchObject({ field: 'speakers', ofTalk: true });
  expect(flags.find(({ name }) => name === 'description')).toMatchObject({ field: 'description', ofTalk: false });
  expect(flags.find(({ name }) => name === 'links')).toMatchObject({ ofTalk: false });
});
