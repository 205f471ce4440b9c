import { describe, expect, test } from 'vitest';
import { field, fieldsOf, type Schema } from '../../../src/content/schema/field.ts';
import { flag, list, text } from '../../../src/content/schema/readers.ts';
import { readBy } from '../../support.ts';

const joined = <T>(first: readonly T[], second: readonly T[]): readonly T[] => [...first, ...second];
const schema = {
  title: field(text, 'Its title.', { required: true, also: ['name'] }),
  image_alt: field(text, 'What the picture shows.'),
  name_tag: field(text, 'What is on the badge.', { also: ['title_tag', 'image_alt'] }),
  tags: field(list(text), 'Its tags.', { also: ['topics'], join: joined }),
} satisfies Schema;
const reader = fieldsOf(schema, 'a thing');

const read = (data: unknown) => readBy(reader, data);
const values = (data: unknown) => read(data).value?.values;
const problems = (data: unknown) => read(data).problems;

describe('spellings', () => {
  test.each(['title', 'Title', 'TITLE', 'ti_tle', 'name', 'NAME', '-name-'])('%s is the title', (key) => {
    expect(read({ [key]: 'x' })).toMatchObject({ value: { values: { title: 'x' } }, problems: [] });
  });

  test('a field’s own name outweighs another field’s spelling of the same letters', () => {
    expect(values({ title: 'x', 'image-alt': 'y' })).toEqual({ title: 'x', image_alt: 'y' });
  });

  test('the path is that of the key as it was written', () => {
    const { paths } = read({ Name: 'x', Topics: ['y'], tags: 'z' }).value!;
    expect([...paths]).toEqual([
      ['title', ['field', 'Name']],
      ['tags', ['field', 'Topics']],
    ]);
  });
});

describe('a blank value counts as absent', () => {
  test.each([null, undefined, '', '  ', '\n\t'])('%j', (blank) => {
    const { value, problems } = read({ title: 'x', image_alt: blank });
    expect(value?.values).toEqual({ title: 'x' });
    expect(value?.paths.has('image_alt')).toBe(false);
    expect(problems).toEqual([]);
  });

  test('of two spellings, the one that is not blank is used', () => {
    expect(read({ title: null, name: 'x' })).toMatchObject({ value: { values: { title: 'x' } }, problems: [] });
  });
});

test('`false` is a value of a flag, and says elsewhere that there is none', () => {
  const { value, problems } = readBy(
    fieldsOf({ draft: field(flag, 'A draft.'), title: field(text, 'Its title.') }, ''),
    {
      draft: false,
      title: false,
    },
  );
  expect(value?.values).toEqual({ draft: false });
  expect(problems).toEqual([]);
});

describe('two spellings at once', () => {
  test('are joined where their values belong together', () => {
    expect(values({ title: 'x', tags: ['a'], topics: 'b', Tags: ['c'] })).toMatchObject({ tags: ['a', 'b', 'c'] });
  });

  test('else the first is used, and the other named', () => {
    expect(values({ name: 'x', title: 'y' })).toEqual({ title: 'x' });
    expect(problems({ name: 'x', title: 'y' })).toEqual([
      'repeated-field at keyfield.title: `title` says the same as `name`, which is used',
    ]);
  });

  test('one that could not be read gives way', () => {
    const { value, problems } = read({ name: ['x'], title: 'y' });
    expect(value).toMatchObject({ values: { title: 'y' }, missing: [] });
    expect(value?.paths.get('title')).toEqual(['field', 'title']);
    expect(problems).toEqual(['wrong-type at field.name: `name` is text, and this is a list']);
  });
});

describe('keys that nobody knows', () => {
  test('are kept as they came', () => {
    const data = { title: 'x', venueless: { a: [1] }, constructor: 'c', toString: null };
    expect(read(data)).toMatchObject({ problems: [] });
    expect(Object.entries(read(data).value!.unknown)).toEqual([
      ['venueless', { a: [1] }],
      ['constructor', 'c'],
      ['toString', null],
    ]);
  });

  test.each([
    ['tag', 'did you mean `tags`?'],
    ['topcis', 'did you mean `topics`?'],
    ['imagealt2', 'did you mean `image_alt`?'],
    ['Nametga', 'did you mean `name_tag`?'],
  ])('%s is a warning with a suggestion, and kept', (key) => {
    expect(problems({ title: 'x', [key]: 'y' })).toEqual([
      `misspelt-field at keyfield.${key}: \`${key}\` is not a field here`,
    ]);
    expect(read({ title: 'x', [key]: 'y' }).value?.unknown).toEqual({ [key]: 'y' });
  });
});

describe('a required field', () => {
  test.each([
    [{}, 'missing-field at field: `title` is missing'],
    [{ title: ' ' }, 'missing-field at field: `title` is missing'],
    [{ title: ['x'] }, 'wrong-type at field.title: `title` is text, and this is a list'],
    [{ tilte: 'x' }, 'missing-field at keyfield.tilte: `tilte` is not a field here, and `title` is missing'],
  ])('%j says once that it is missing', (data, problem) => {
    expect(read(data)).toMatchObject({ value: { missing: ['title'] }, problems: [problem] });
  });

  test('a misspelt one beside it is only a warning', () => {
    expect(problems({ title: 'x', tilte: 'y' })).toEqual([
      'misspelt-field at keyfield.tilte: `tilte` is not a field here',
    ]);
  });
});

test.each([['x'], [['x']], [3], [null]])('%j is not a list of fields', (data) => {
  expect(read(data)).toEqual({
    value: undefined,
    problems: ['wrong-type at field: a thing is written as fields of its own'],
  });
});
