import { expect, test } from 'vitest';
import { createReporter } from '../../src/commands/dev-report.ts';
import type { Report } from '../../src/dev/check.ts';
import { type Diagnostic, diagnose } from '../../src/diagnostics/diagnostic.ts';

const at = (path: string, line: number) => ({ path, line, column: 1, length: 1 });
const month = (line: number) => diagnose({ code: 'bad-date', message: 'there is no month 18' }, at('a.md', line));
const link = diagnose({ code: 'broken-link', message: '`x` leads to nothing' }, at('b.md', 1));

/** What is printed of each report, in a terminal without colours. */
function printed(...reports: Partial<Report>[]) {
  let out = '';
  let err = '';
  const io = {
    out: (text: string) => {
      out += text;
    },
    err: (text: string) => {
      err += text;
    },
    interactive: false,
    colour: false,
  };
  const tell = createReporter(io, () => undefined);
  return reports.map((report) => {
    [out, err] = ['', ''];
    tell({ files: ['a.md'], milliseconds: 12.4, pages: 88, affected: 1, diagnostics: [], ...report });
    return { out, err };
  });
}
const lineOf = (report: Partial<Report>): string => printed(report)[0]!.out;

test('each change is a line', () => {
  expect(lineOf({ files: [], affected: 88 })).toBe('Ready in 12 ms: 88 pages.\n');
  expect(lineOf({ files: [], affected: 1, pages: 1, milliseconds: 2345 })).toBe('Ready in 2.3 s: 1 page.\n');
  expect(lineOf({})).toBe('a.md: 1 of 88 pages changed, in 12 ms.\n');
  expect(lineOf({ affected: 0 })).toBe('a.md: no page changed, in 12 ms.\n');
  expect(lineOf({ affected: undefined })).toBe('a.md: seen in 12 ms.\n');
  expect(lineOf({ files: ['a.md', 'b.md', 'c.md'] })).toBe('a.md and 2 more: 1 of 88 pages changed, in 12 ms.\n');
});

test('no file’s name reaches the terminal as a control', () => {
  expect(lineOf({ files: ['\u001b[31mred.md'] })).toBe('␛[31mred.md: 1 of 88 pages changed, in 12 ms.\n');
});

test('what is wrong is printed once, counted each time, and said to be mended', () => {
  const wrong = (...diagnostics: Diagnostic[]) => ({ diagnostics });
  const lines = printed(wrong(month(3)), wrong(month(5), link), wrong(link), wrong(), wrong());
  expect(lines.map(({ out }) => out.replace(/^.* ms/, ''))).toEqual([
    ' (1 error).\n',
    ' (1 error, 1 warning).\n',
    ' (1 warning).\n',
    ' (all is mended).\n',
    '.\n',
  ]);
  expect(lines.map(({ err }) => [...err.matchAll(/\[(.*?)\]/g)].map(([, code]) => code))).toEqual([
    ['bad-date'],
    // It only moved.
    ['broken-link'],
    [],
    [],
    [],
  ]);
});

test('two of a kind are two', () => {
  const [, second] = printed({ diagnostics: [month(3)] }, { diagnostics: [month(3), month(9)] });
  expect(second!.err).toMatch(/^error\[bad-date\] .*\n.*a\.md:9:1\n\n$/);
});

test('a look that was cut short takes nothing for mended', () => {
  const [, short, next] = printed({ diagnostics: [link] }, { affected: undefined }, { diagnostics: [link] });
  expect(short).toEqual({ out: 'a.md: seen in 12 ms.\n', err: '' });
  expect(next!.err).toBe('');
});
