import { describe, expect, test } from 'vitest';
import { person, venue } from '../../../src/content/schema/people.ts';
import { reference, references } from '../../../src/content/schema/references.ts';
import { readBy } from '../../support.ts';

const people = references(person, 'name', 'person');
const place = reference(venue, 'name', 'venue');
const briefly = (value: unknown) => {
  const read = readBy(people, value);
  return {
    people: read.value?.map(({ value: name, path, within }) =>
      `${name} at ${path.join('.')} ${within?.offset ?? ''}`.trim(),
    ),
    problems: read.problems,
  };
};

describe('several', () => {
  test.each([
    ['ada', ['ada at field 0']],
    ['Ada Lovelace, bo', ['Ada Lovelace at field 0', 'bo at field 14']],
    [
      ['ada', 'Lovelace, Ada'],
      ['ada at field.0', 'Lovelace, Ada at field.1'],
    ],
    [
      ['ada', null, '', '  ', 3],
      ['ada at field.0', '3 at field.4'],
    ],
    [{ name: 'Ada' }, ['Ada at field.name']],
    [
      [{ Display_Name: 'Ada' }, 'bo'],
      ['Ada at field.0.Display_Name', 'bo at field.1'],
    ],
    [[], []],
  ])('%j', (value, expected) => expect(briefly(value)).toEqual({ people: expected, problems: [] }));

  test('the one that cannot be read is named, and the others stay', () => {
    expect(briefly(['ada', ['bo'], { role: 'host' }, { name: ['x'] }, 'cy'])).toEqual({
      people: ['ada at field.0', 'cy at field.4'],
      problems: [
        'wrong-type at field.1: `field` is text, and this is a list',
        'missing-field at field.2: this person has no name',
        'wrong-type at field.3.name: `name` is text, and this is a list',
      ],
    });
  });
});

describe('one', () => {
  test('a comma is a part of its name', () => {
    expect(readBy(place, ' Town hall, 2nd floor ').value).toEqual({ value: 'Town hall, 2nd floor', path: ['field'] });
  });

  test.each(['name', 'title'])('described on the spot, by its %s', (key) => {
    const { value, problems } = readBy(place, { [key]: 'Town hall', city: 'Porto', Floor: 2 });
    expect(problems).toEqual([]);
    expect(value).toMatchObject({
      value: 'Town hall',
      path: ['field', key],
      inline: { values: { city: 'Porto' }, unknown: { Floor: 2 } },
    });
  });

  test('its fields are those of its kind', () => {
    expect(readBy(place, { name: 'Hall', adress: 'x', geo: 'up' }).problems).toEqual([
      'wrong-type at field.geo: `geo` is a latitude and a longitude in degrees, and this is the text `up`',
      'misspelt-field at keyfield.adress: `adress` is not a field here',
    ]);
  });

  test.each([{}, { city: 'Porto' }])('%j has no name', (value) => {
    expect(readBy(place, value)).toEqual({
      value: undefined,
      problems: ['missing-field at field: this venue has no name'],
    });
  });
});
