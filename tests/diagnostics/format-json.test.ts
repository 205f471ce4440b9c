import fc from 'fast-check';
import { expect, test } from 'vitest';
import { diagnose } from '../../src/diagnostics/diagnostic.ts';
import { formatJson } from '../../src/diagnostics/format-json.ts';
import { anyDiagnostic } from './arbitrary.ts';

test('gives every key in a fixed order, two spaces deep', () => {
  const placed = diagnose(
    { code: 'bad-date', message: 'm', notes: ['n'], help: 'h' },
    { path: 'content/x.md', line: 3, column: 8, length: 10 },
  );
  expect(formatJson([placed], { errors: 1 })).toBe(`{
  "diagnostics": [
    {
      "code": "bad-date",
      "severity": "error",
      "message": "m",
      "path": "content/x.md",
      "line": 3,
      "column": 8,
      "length": 10,
      "notes": [
        "n"
      ],
      "help": "h"
    }
  ],
  "summary": {
    "errors": 1
  }
}
`);
});

test('gives null for what is not known', () => {
  expect(JSON.parse(formatJson([diagnose({ code: 'no-content', message: 'm' })], {}))).toEqual({
    diagnostics: [
      {
        code: 'no-content',
        severity: 'error',
        message: 'm',
        path: null,
        line: null,
        column: null,
        length: null,
        notes: [],
        help: null,
      },
    ],
    summary: {},
  });
});

test('any diagnostics survive the way there and back', () => {
  fc.assert(
    fc.property(
      fc.array(anyDiagnostic, { maxLength: 4 }),
      fc.dictionary(fc.string(), fc.integer()),
      (diagnostics, summary) => {
        const text = formatJson(diagnostics, summary);
        expect(text.endsWith('}\n')).toBe(true);
        // What a log of CI would take for a command.
        expect(text).not.toMatch(/\n\s*::|##\w*\[/);
        const read = JSON.parse(text);
        expect(Object.entries(read.summary)).toEqual(Object.entries(JSON.parse(JSON.stringify(summary))));
        expect(read.diagnostics).toEqual(
          diagnostics.map(({ at, ...rest }) => ({
            help: null,
            ...rest,
            path: null,
            line: null,
            column: null,
            length: null,
            ...at,
          })),
        );
      },
    ),
  );
});
