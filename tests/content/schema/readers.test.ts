import { describe, expect, test } from 'vitest';
import type { Reader } from '../../../src/content/schema/field.ts';
import * as readers from '../../../src/content/schema/readers.ts';
import { readBy } from '../../support.ts';

const { address, count, flag, flagOrAddress, geo, list, names, number, oneOf, prose, record, text, website, words } =
  readers;
const placed = (value: string) => ({ value, path: ['field'] });
const status = oneOf(['scheduled', 'cancelled'], { canceled: 'cancelled' });

const readable: [string, Reader<unknown>, unknown, unknown][] = [
  ['text', text, '  x y ', 'x y'],
  ['text', text, 2024, '2024'],
  ['text', text, 0, '0'],
  ['text', text, true, 'true'],
  ['flag', flag, true, true],
  ['flag', flag, 'Yes', true],
  ['flag', flag, ' ON ', true],
  ['flag', flag, false, false],
  ['flag', flag, 'no', false],
  ['flag', flag, 'Off', false],
  ['number', number, -1.5, -1.5],
  ['number', number, ' 2.5 ', 2.5],
  ['count', count, 0, 0],
  ['count', count, '40', 40],
  ['count', count, ' #12 ', 12],
  ['oneOf', status, ' Cancelled ', 'cancelled'],
  ['oneOf', status, 'CANCELED', 'cancelled'],
  ['list', list(text), 'x', ['x']],
  ['list', list(text), ['x', null, 2, '', ' '], ['x', '2']],
  ['list', list(text), [], []],
  ['words', words, 'a b  c', ['a', 'b', 'c']],
  ['words', words, 'machine learning, web,', ['machine learning', 'web']],
  ['words', words, ['machine learning', 'web'], ['machine learning', 'web']],
  ['words', words, 2024, ['2024']],
  ['record', record, { a: [1] }, { a: [1] }],
  ['address', address, ' a.png ', placed('a.png')],
  ...['https://acme.example/', 'acme.example', 'www.acme.example/x', '//acme.example', 'mailto:us@acme.example'].map(
    (written): [string, Reader<unknown>, unknown, unknown] => ['website', website, written, placed(written)],
  ),
  ['prose', prose, '*x*\n', placed('*x*')],
  ['prose', prose, ['one', 'two'], placed('- one\n- two')],
  ['flagOrAddress', flagOrAddress, true, true],
  ['flagOrAddress', flagOrAddress, 'Yes', true],
  ['flagOrAddress', flagOrAddress, 'off', false],
  ['flagOrAddress', flagOrAddress, 'https://meet.example/x', placed('https://meet.example/x')],
  ['flagOrAddress', flagOrAddress, 'yesterday.html', placed('yesterday.html')],
  ['geo', geo, '50.9486, 6.9171', [50.9486, 6.9171]],
  ['geo', geo, ' -33.9;151 ', [-33.9, 151]],
  ['geo', geo, '+90 -180', [90, -180]],
  ['geo', geo, [0, '2.5'], [0, 2.5]],
  ['geo', geo, { latitude: 1, longitude: 2 }, [1, 2]],
  ['geo', geo, { lat: '1', lng: '2' }, [1, 2]],
  ['geo', geo, { lat: 1, lon: 2 }, [1, 2]],
];
test.each(readable.map(([name, ...row]) => [name, row[1], row] as const))(
  '%s reads %j',
  (_, value, [reader, , expected]) => {
    expect(readBy(reader, value)).toEqual({ value: expected, problems: [] });
  },
);

describe.each<[string, Reader<unknown>, string, unknown[]]>([
  ['text', text, 'text', [['x'], { a: 1 }]],
  ['flag', flag, '`true` or `false`', ['maybe', 1, ['true'], { toString: 1 }, 'trueish']],
  ['number', number, 'a number', ['many', '', [1], Number.NaN, Number.POSITIVE_INFINITY]],
  ['count', count, 'a whole number from 0', [-1, '-3']],
  ['count', count, 'a whole number', [1.5, 'forty', '1e3', '#', [1], 2 ** 60, { toString: [] }]],
  ['record', record, 'a list of fields', ['x', ['x'], 3]],
  ['flagOrAddress', flagOrAddress, 'text', [['x'], { a: 1 }]],
  ['geo', geo, 'a latitude and a longitude in degrees', ['uphill', '50.9', '50.9,', ', 6.9', '91, 0', '0, 181', 3]],
  ['geo', geo, 'a latitude and a longitude in degrees', ['50,9486, 6,9171', [1], [1, 2, 3], [null, 6], [[1], [2]]]],
  ['geo', geo, 'a latitude and a longitude in degrees', [[true, 1], { lat: null, lng: 6 }, { lat: { valueOf: 1 } }]],
])('%s refuses', (_, reader, wanted, refused) => {
  test.each(refused.map((value) => [value]))('%j', (value) => {
    const { value: read, problems } = readBy(reader, value);
    expect(read).toBeUndefined();
    expect(problems).toEqual([expect.stringContaining(`wrong-type at field: \`field\` is ${wanted}, and this is `)]);
  });
});

test('what was written is named as a writer would', () => {
  const shown = (value: unknown) => readBy(count, value).problems[0]?.replace(/^.*this is /, '');
  expect(shown('x'.repeat(70))).toBe(`the text \`${'x'.repeat(60)}…\``);
  expect(shown([])).toBe('a list');
  expect(shown({})).toBe('a list of fields');
  expect(shown(true)).toBe('`true`');
});

test.each(['/acme/', 'acme', './a.md', '../x.html', '#a', 'a/b.html'])('%s is no website', (written) => {
  expect(readBy(website, written)).toEqual({
    value: undefined,
    problems: [`wrong-type at field: \`${written}\` is no address of a website`],
  });
});

test('one of several names them all', () => {
  expect(readBy(oneOf(['a', 'b', 'c']), { toString: 1 }).problems).toEqual([
    'unknown-value at field: a list of fields is none of `a`, `b` or `c`',
  ]);
});

test('an item that cannot be read is named by its place, and the others stay', () => {
  expect(readBy(list(text), ['a', ['b'], 'c', {}])).toEqual({
    value: ['a', 'c'],
    problems: [
      'wrong-type at field.1: `field` is text, and this is a list',
      'wrong-type at field.3: `field` is text, and this is a list of fields',
    ],
  });
});

describe('names with commas between them', () => {
  test.each([
    ['Ada', ['Ada 0+3']],
    [' Ada ,  Bo Li,', ['Ada 1+3', 'Bo Li 8+5']],
    ['日本,🎉,', ['日本 0+2', '🎉 3+2']],
    [',, ', []],
  ])('%j', (value, expected) => {
    const { value: read } = readBy(names, value);
    expect(read?.map((each) => `${each.value} ${each.within?.offset}+${each.within?.length}`)).toEqual(expected);
    expect(new Set(read?.map(({ path }) => path.join()))).toEqual(new Set(expected.length ? ['field'] : []));
  });

  test('in a list a comma is a part of the name', () => {
    expect(readBy(names, ['Lovelace, Ada', 3]).value).toEqual([
      { value: 'Lovelace, Ada', path: ['field', 0] },
      { value: '3', path: ['field', 1] },
    ]);
  });
});
