import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Diagnostic, diagnose } from '../../src/diagnostics/diagnostic.ts';
import { countBySeverity, formatText, summaryLine } from '../../src/diagnostics/format-text.ts';
import { anyDiagnostic, anyText } from './arbitrary.ts';

const path = 'content/events/x.md';
const plain = (diagnostics: readonly Diagnostic[], text?: string): string =>
  formatText(diagnostics, { colour: false, source: () => text });

/** As runners find one. */
const command = /^\s*::|##\w*\[/m;

const badDate = diagnose(
  { code: 'bad-date', message: 'the month 18 does not exist', notes: ['a year has 12'], help: 'write 2017-12-18' },
  { path, line: 3, column: 8, length: 10 },
);

describe('formatText', () => {
  test('draws message, place, line, carets, notes and help', () => {
    expect(plain([badDate], '---\ntitle: X\nstart: 2017-18-12\n---\n')).toBe(
      [
        'error[bad-date] the month 18 does not exist',
        '  --> content/events/x.md:3:8',
        '3 | start: 2017-18-12',
        '  |        ^^^^^^^^^^',
        '  = note: a year has 12',
        '  = help: write 2017-12-18',
        '',
      ].join('\n'),
    );
  });

  test('widens the margin with the line number', () => {
    const far = diagnose({ code: 'no-date', message: 'm', help: 'h' }, { path, line: 120, column: 1, length: 2 });
    expect(plain([far], `${'\n'.repeat(119)}ab`)).toBe(
      ['warning[no-date] m', '    --> content/events/x.md:120:1', '120 | ab', '    | ^^', '    = help: h', ''].join(
        '\n',
      ),
    );
  });

  test('without a span gives the message and the notes', () => {
    expect(plain([diagnose({ code: 'no-content', message: 'm', notes: ['n'] })])).toBe(
      'error[no-content] m\n  = note: n\n',
    );
  });

  test('without the line gives the place alone', () => {
    const expected = 'error[bad-date] the month 18 does not exist\n  --> content/events/x.md:3:8\n  = note';
    expect(plain([badDate]).startsWith(expected)).toBe(true);
    expect(plain([badDate], 'only\ntwo').startsWith(expected)).toBe(true);
  });

  test('leaves an empty line between two', () => {
    const one = diagnose({ code: 'no-content', message: 'm' });
    expect(plain([one, one])).toBe('error[no-content] m\n\nerror[no-content] m\n');
    expect(plain([])).toBe('');
  });

  test.each(['\n', '\r\n', '\r'])('counts lines that end with %j', (end) => {
    expect(plain([badDate], ['---', 'title: X', 'start: 2017-18-12', '---'].join(end))).toContain(
      '\n3 | start: 2017-18-12\n',
    );
  });

  test('leaves no space behind an empty line', () => {
    expect(plain([badDate], '\n\n\n')).toContain('\n3 |\n  | ^\n');
  });

  test('keeps further lines of a remark behind its margin', () => {
    const several = diagnose({ code: 'bad-yaml', message: 'one\ntwo', notes: ['a\r\nb'], help: 'c\n' });
    expect(plain([several])).toBe('error[bad-yaml] one\n  two\n  = note: a\n          b\n  = help: c\n');
  });

  test('asks for each file once', () => {
    const asked: string[] = [];
    const source = (name: string) => void asked.push(name);
    formatText([badDate, badDate], { colour: false, source });
    expect(asked).toEqual([path]);
  });

  test('shows controls in a path, a message and a line', () => {
    const evil = diagnose(
      { code: 'bad-date', message: '\x1b[2J' },
      { path: 'a\x1b\n.md', line: 1, column: 1, length: 1 },
    );
    expect(plain([evil], '\x1b]0;owned\x07')).toBe('error[bad-date] ␛[2J\n  --> a␛␊.md:1:1\n1 | ␛]0;owned␇\n  | ^\n');
  });

  test.each([
    ['error', '\x1b[31m'],
    ['warning', '\x1b[33m'],
    ['note', '\x1b[36m'],
  ] as const)('colours %s and its carets', (severity, colour) => {
    const text = formatText([{ ...badDate, severity }], { colour: true, source: () => '\n\nstart: 2017-18-12' });
    expect(text.split(colour)).toHaveLength(3);
  });

  test.each(['::set-output name=a::b', '\u2003::stop-commands::x', '##[add-mask]a', '##vso[a]', '###[a](b)'])(
    'no line of it is a command to what keeps the log: %j',
    (text) => {
      const odd = diagnose(
        { code: 'bad-date', message: `m\n${text}`, notes: [text, `n\n${text}`], help: `\n${text}` },
        { path: text, line: 1, column: 1, length: 1 },
      );
      const shown = plain([odd], text);
      expect(shown).not.toMatch(command);
      expect(shown.replaceAll('\u2060', '')).toContain(`\n          ${text}\n`);
    },
  );

  test('never lets a control character through, and has the same text in colour', () => {
    fc.assert(
      fc.property(
        fc.array(anyDiagnostic, { maxLength: 4 }),
        fc.option(anyText, { nil: undefined }),
        (diagnostics, text) => {
          const without = formatText(diagnostics, { colour: false, source: () => text });
          expect(without).not.toMatch(command);
          expect(without.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u202a-\u202e\u2066-\u2069]/u);
          const coloured = formatText(diagnostics, { colour: true, source: () => text });
          expect(stripVTControlCharacters(coloured)).toBe(without);
        },
      ),
    );
  });
});

test('lines are drawn for the first 500, and each after them is still named', () => {
  const many = Array.from({ length: 501 }, () => badDate);
  const shown = formatText(many, { colour: false, source: () => 'x\n'.repeat(99) }).split('\n\n');
  expect(shown.filter((each) => each.includes('^'))).toHaveLength(500);
  expect(shown.filter((each) => each.includes('-->'))).toHaveLength(501);
});

describe('summary', () => {
  test.each([
    [{ error: 2, warning: 1, note: 0 }, '2 errors, 1 warning'],
    [{ error: 1, warning: 0, note: 3 }, '1 error, 3 notes'],
    [{ error: 0, warning: 12, note: 1 }, '12 warnings, 1 note'],
    [{ error: 0, warning: 0, note: 0 }, 'no problems'],
  ])('%j is "%s"', (counts, expected) => {
    expect(summaryLine(counts)).toBe(expected);
  });

  test('counts by severity', () => {
    expect(countBySeverity([])).toEqual({ error: 0, warning: 0, note: 0 });
    expect(countBySeverity([badDate, badDate, { ...badDate, severity: 'note' }])).toEqual({
      error: 2,
      warning: 0,
      note: 1,
    });
  });
});
