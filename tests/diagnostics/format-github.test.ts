import fc from 'fast-check';
import { expect, test } from 'vitest';
import { diagnose, type Severity } from '../../src/diagnostics/diagnostic.ts';
import { formatGithub } from '../../src/diagnostics/format-github.ts';
import { visible } from '../../src/diagnostics/visible.ts';
import { anyDiagnostic } from './arbitrary.ts';

test('gives place, title, message, notes and help', () => {
  const placed = diagnose(
    { code: 'bad-date', message: 'the month 18 does not exist', notes: ['n'], help: 'write 2017-12-18' },
    { path: 'content/x.md', line: 3, column: 8, length: 10 },
  );
  expect(formatGithub([placed])).toBe(
    '::error file=content/x.md,line=3,col=8,endColumn=17,title=A date cannot be read [bad-date]' +
      '::the month 18 does not exist%0An%0Awrite 2017-12-18\n',
  );
});

test('paths begin at the repository', () => {
  const placed = diagnose({ code: 'bad-date', message: 'm' }, { path: 'content/x.md', line: 1, column: 1, length: 1 });
  expect(formatGithub([placed], 'sites/a,b/')).toContain('::error file=sites/a%2Cb/content/x.md,line=1');
});

test('an empty span ends where it starts', () => {
  const empty = diagnose({ code: 'bad-date', message: 'm' }, { path: 'x.md', line: 1, column: 4, length: 0 });
  expect(formatGithub([empty])).toContain('col=4,endColumn=4,');
});

test('without a place gives the title alone', () => {
  expect(formatGithub([diagnose({ code: 'no-content', message: 'm' })])).toBe(
    '::error title=The site has no content folder [no-content]::m\n',
  );
  expect(formatGithub([])).toBe('');
});

test.each([
  ['error', '::error '],
  ['warning', '::warning '],
  ['note', '::notice '],
] satisfies [Severity, string][])('%s is %s', (severity, command) => {
  expect(formatGithub([{ code: 'no-date', severity, message: 'm', notes: [] }]).startsWith(command)).toBe(true);
});

test('escapes properties and data, each in its way', () => {
  const odd = diagnose(
    { code: 'bad-date', message: '100%: a, b\r\nc %0A' },
    { path: 'a,b:c%\r\n.md', line: 1, column: 1, length: 1 },
  );
  const text = formatGithub([odd]);
  expect(text).toContain('file=a%2Cb%3Ac%25%0D%0A.md,line=1');
  expect(text.endsWith('::100%25: a, b%0D%0Ac %250A\n')).toBe(true);
});

test('what a terminal would obey is shown', () => {
  const odd = diagnose(
    { code: 'bad-date', message: 'a\u001b[2Jb\0' },
    { path: 'a\u001b.md', line: 1, column: 1, length: 1 },
  );
  expect(formatGithub([odd])).toMatch(/file=a␛\.md,.*::a␛\[2Jb␀\n$/);
});

const shown = (text: string): string => text.replace(/[^\r\n]+/g, visible);

test('any diagnostic is one line that reads back as it was', () => {
  fc.assert(
    fc.property(fc.array(anyDiagnostic, { maxLength: 4 }), (diagnostics) => {
      const lines = formatGithub(diagnostics).split(/\r\n?|\n/);
      expect(lines).toHaveLength(diagnostics.length + 1);
      for (const [index, { message, notes, help, at }] of diagnostics.entries()) {
        const [, properties = '', data = ''] = /^::(?:error|warning|notice) (.*?)::(.*)$/s.exec(lines[index]!) ?? [];
        expect(unescaped(data)).toBe(shown([message, ...notes, ...(help ? [help] : [])].join('\n')));
        const pairs = properties.split(',').map((pair) => pair.split(/=(.*)/s).slice(0, 2));
        expect(pairs.map(([name]) => name)).toEqual([...(at ? ['file', 'line', 'col', 'endColumn'] : []), 'title']);
        if (at) expect(unescaped(pairs[0]![1]!)).toBe(shown(at.path));
      }
    }),
  );
});

/** As the runner does it. */
function unescaped(text: string): string {
  const characters: Record<string, string> = { '%25': '%', '%0D': '\r', '%0A': '\n', '%3A': ':', '%2C': ',' };
  return text.replace(/%(25|0D|0A|3A|2C)/g, (escaped) => characters[escaped]!);
}
