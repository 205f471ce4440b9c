import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareText, type Diagnostic, diagnose, sortDiagnostics } from '../../src/diagnostics/diagnostic.ts';

const at = (path: string, line = 1, column = 1) => ({ path, line, column, length: 1 });
const bad = (place: ReturnType<typeof at> | undefined, message = 'm'): Diagnostic =>
  diagnose({ code: 'bad-date', message }, place);

describe('diagnose', () => {
  test('takes the severity from the catalogue', () => {
    expect(diagnose({ code: 'bad-date', message: 'm' }).severity).toBe('error');
    expect(diagnose({ code: 'no-date', message: 'm' }).severity).toBe('warning');
  });

  test('leaves out what is not known', () => {
    expect(diagnose({ code: 'no-date', message: 'm' })).toEqual({
      code: 'no-date',
      severity: 'warning',
      message: 'm',
      notes: [],
    });
    expect(diagnose({ code: 'no-date', message: 'm', help: '' })).not.toHaveProperty('help');
  });

  test('keeps place, notes and help', () => {
    const place = at('a.md', 2, 3);
    expect(diagnose({ code: 'no-date', message: 'm', notes: ['n'], help: 'h' }, place)).toMatchObject({
      at: place,
      notes: ['n'],
      help: 'h',
    });
  });
});

describe('sortDiagnostics', () => {
  test('orders by path, line, column, code and message; those without a place come first', () => {
    const ordered = [
      bad(undefined),
      bad(at('a.md', 1, 2)),
      bad(at('a.md', 2, 1)),
      bad(at('a.md', 2, 9)),
      bad(at('a.md', 10, 1)),
      bad(at('b.md'), 'first'),
      bad(at('b.md'), 'second'),
      diagnose({ code: 'bad-yaml', message: 'earlier by message alone' }, at('b.md')),
    ];
    expect(sortDiagnostics([...ordered].reverse())).toEqual(ordered);
  });

  test('compares paths by code units, not by a locale', () => {
    const paths = sortDiagnostics([bad(at('ä.md')), bad(at('a.md')), bad(at('Z.md'))]).map((d) => d.at?.path);
    expect(paths).toEqual(['Z.md', 'a.md', 'ä.md']);
  });

  test('says the same thing of the same place once', () => {
    expect(sortDiagnostics([bad(at('a.md')), bad(at('a.md'))])).toHaveLength(1);
    expect(sortDiagnostics([bad(undefined), bad(undefined)])).toHaveLength(1);
  });

  test('keeps what differs in message, place or code', () => {
    const different = [
      bad(at('a.md')),
      bad(at('a.md'), 'other'),
      bad(at('a.md', 2)),
      diagnose({ code: 'bad-yaml', message: 'm' }, at('a.md')),
    ];
    expect(sortDiagnostics(different)).toHaveLength(4);
  });

  test('leaves its argument alone', () => {
    const given = Object.freeze([bad(at('b.md')), bad(at('a.md'))]);
    expect(sortDiagnostics(given).map((d) => d.at?.path)).toEqual(['a.md', 'b.md']);
    expect(given[0]?.at?.path).toBe('b.md');
  });

  test('gives the same order whatever the order in which things were found', () => {
    const some = fc.array(
      fc
        .tuple(fc.constantFrom('a.md', 'b.md'), fc.integer({ min: 1, max: 3 }), fc.constantFrom('m', 'n'))
        .map(([path, line, message]) => bad(at(path, line), message)),
    );
    fc.assert(
      fc.property(
        some.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
        ([list, shuffled]) => {
          expect(sortDiagnostics(shuffled)).toEqual(sortDiagnostics(list));
        },
      ),
    );
  });
});

test('compareText orders by code units', () => {
  expect(compareText('a', 'b')).toBe(-1);
  expect(compareText('b', 'B')).toBe(1);
  expect(compareText('a', 'a')).toBe(0);
});
